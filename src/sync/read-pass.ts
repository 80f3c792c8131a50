/**
 * Reads one object type once, over both of HubSpot's budgets: lists walk up from the lowest unread id, searches walk down
 * from the highest, and they meet. What is unread is a set of id ranges, kept after every page, so that a pass can break
 * off and go on anywhere. Who reads what is chosen in `next-walk.ts`; how, is in `walk-list.ts` and `walk-search.ts`.
 */
import { ALL_IDS } from './id-ranges.ts';
import { NOTHING, nextWalk, type Walk } from './next-walk.ts';
import { FIRST, follow, leftRecords, NEEDLESS, type PassRun, unreadOf, type Walker } from './pass-run.ts';
import type { PassToRead } from './pass-to-read.ts';
import { followListCursor, walkListFromId } from './walk-list.ts';
import { walkSearch } from './walk-search.ts';

/** Resolves when nothing is unread. Where a page fails, the others in hand are taken, and the first failure is thrown. */
export async function readPass(pass: PassToRead): Promise<void> {
  await readUnread(pass);
  if (!(await listLeftOut(pass))) return;
  await pass.dropList(true);
  await readUnread(pass);
}

async function readUnread(pass: PassToRead): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([pass.signal, stop.signal]);
  const running: Promise<void>[] = [];
  const run: PassRun = {
    pass,
    signal,
    walkers: new Set(),
    sample: undefined,
    chainPerMs: Number.POSITIVE_INFINITY,
    searchMs: 0,
    listFrom: '0',
    setOut,
  };

  function setOut(): void {
    const { list, unread } = pass.cursor();
    for (const { range, needless } of run.walkers) {
      const wanted = range === NOTHING ? list !== null && follow(unread, list.upTo) : unreadOf(run, range)[0];
      if (!wanted) needless.abort(NEEDLESS);
    }
    for (let next = nextWalk(run); next !== undefined; next = nextWalk(run)) send(next);
    if (pass.cursor().expected !== null) pass.onLeft({ records: leftRecords(run), listPerMs: listSpeed(run) });
  }

  function send(walk: Walk): void {
    const needless = new AbortController();
    const walker: Walker = {
      way: walk.by === 'search' ? 'down' : 'up',
      range: walk.range,
      needless,
      signal: AbortSignal.any([signal, needless.signal]),
    };
    run.walkers.add(walker);
    const ended = go(run, walker, walk)
      .catch((error: unknown) => {
        // The first failure ends the pass.
        if (error !== NEEDLESS) stop.abort(error);
      })
      .then(() => {
        run.walkers.delete(walker);
        setOut();
      });
    running.push(ended);
  }

  signal.throwIfAborted();
  setOut();
  for (let index = 0; index < running.length; index += 1) await running[index];
  signal.throwIfAborted();
}

async function go(run: PassRun, walker: Walker, walk: Walk): Promise<void> {
  if (walk.by === 'search') await walkSearch(run, walker);
  else if (walk.by === 'list from its cursor') await followListCursor(run, walker);
  else await walkListFromId(run, walker, walk.beyondId);
}

/** Records/ms that the list gives from here on; 0 where it plays no part. */
function listSpeed({ pass, chainPerMs }: PassRun): number {
  const { list, unread } = pass.cursor();
  if (list === null) return 0;
  if (list.beyondId !== null) return Number.POSITIVE_INFINITY;
  return follow(unread, list.upTo) ? chainPerMs : 0;
}

/** The list is believed as far as the count agrees: had it passed records over, HubSpot would count more than were read. */
async function listLeftOut({ client, objectType, atLeast, cursor, ...pass }: PassToRead): Promise<boolean> {
  const { since, topId, read } = cursor();
  if (since !== null || topId === null || topId === ALL_IDS.above) return false;
  const range = { above: ALL_IDS.above, upTo: topId };
  const order = { priority: FIRST, signal: pass.signal };
  const { total } = await client.search(objectType, { properties: [], atLeast, ...range, limit: 1, ...order });
  return total > read;
}
