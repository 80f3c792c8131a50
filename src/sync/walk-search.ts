import { compare, greater, lower } from './id-ranges.ts';
import { FIRST, type PassRun, sampleOf, searchShare, shareRecords, unreadOf, type Walker } from './pass-run.ts';

/** Searches page after page down what the walker has taken on, until all of it is read, by whomever. */
export async function walkSearch(run: PassRun, walker: Walker): Promise<void> {
  const { pass, signal } = run;
  const { client, objectType, properties, atLeast } = pass;
  for (let rest = unreadOf(run, walker.range).at(-1); rest !== undefined; rest = unreadOf(run, walker.range).at(-1)) {
    const { unread, read, topId } = pass.cursor();
    // The page at the top tells how much there is in all.
    const isTop = rest.upTo === null;
    const asked = { ...rest, above: isTop ? (unread[0]?.above ?? rest.above) : rest.above };
    const order = {
      priority: topId === null ? FIRST : () => pass.priority('search') + rankOf(run, walker),
      signal: walker.signal,
    };
    const page = await client.search(objectType, { properties, atLeast, ...asked, ...order });
    run.searchMs = pass.clock() - page.askedAt;
    // Nothing there: who comes next looks at all that is left.
    run.sample = sampleOf(page);
    const lowest = page.more ? page.records.at(-1)?.id : undefined;
    const above = lowest === undefined ? asked.above : lower(lowest, 1n);
    await pass.takeSearched(page, { above, upTo: rest.upTo }, isTop ? read + page.total : null);
    // Some of it may have been given away meanwhile.
    const left = { above: walker.range.above, upTo: greater(above, walker.range.above) };
    walker.range = page.total - page.records.length > 2 * shareRecords(run) ? searchShare(run, left) : left;
    run.setOut();
    signal.throwIfAborted();
  }
}

/** Searches of higher ids go first: what they leave is out of the list's reach once it comes to what was read below. */
const rankOf = ({ walkers }: PassRun, walker: Walker): number =>
  [...walkers].filter((other) => other.way === 'down' && compare(other.range.above, walker.range.above) > 0).length /
  10;
