/** So many pages are read while the caller works on one: the database and we work at once, on PostgreSQL in as many sessions. */
const AHEAD = 4;

/**
 * What is read of each item, in order, the next few being read while the caller works on the one it was given. Memory stays flat: no more
 * are read ahead. A failure is told where its page would have been; a caller that leaves early waits for the pages under way.
 */
export async function* readAhead<Item, Page>(
  items: AsyncIterable<Item>,
  read: (item: Item) => Promise<Page>,
): AsyncGenerator<Page, void> {
  let underWay: readonly Promise<Page>[] = [];
  try {
    for await (const item of items) {
      const page = read(item);
      // Told when its turn comes.
      page.catch(() => {});
      underWay = [...underWay, page];
      const [first] = underWay;
      if (first === undefined || underWay.length <= AHEAD) continue;
      yield await first;
      underWay = underWay.slice(1);
    }
    for (const page of underWay) yield await page;
  } finally {
    await Promise.allSettled(underWay);
  }
}
