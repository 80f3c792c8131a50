/** The same items in fewer pages, each of at least so many but the last: what is asked for each page is asked less often. */
export async function* fullerPages<Item>(
  pages: AsyncIterable<readonly Item[]>,
  atLeast: number,
): AsyncGenerator<readonly Item[]> {
  let held: readonly Item[] = [];
  for await (const page of pages) {
    held = [...held, ...page];
    if (held.length < atLeast) continue;
    yield held;
    held = [];
  }
  if (held.length > 0) yield held;
}
