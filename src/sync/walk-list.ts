/**
 * HubSpot's docs give a list one way to go on: the cursor of the page before. Where that cursor turns out to be the last
 * record's id, or the number after it, a list is also begun at other ids, several side by side: one chain of pages alone is
 * as slow as the answers take. HubSpot promises neither that nor the order of a list, so each page is checked.
 */
import { PortalDisconnected, RetryLater, ScopeMissing, TypeMissing } from '../errors.ts';
import type { RecordPage } from '../hubspot/record-pages.ts';
import { compare, greater, higher, middle } from './id-ranges.ts';
import { follow, NEEDLESS, type PassRun, sampleOf, shareRecords, unreadOf, type Walker } from './pass-run.ts';
import { isWanted } from './read-window.ts';
import { lowerShare } from './share-of.ts';

/** The list from an id on, as far as what the walker has taken on. */
export async function walkListFromId(run: PassRun, walker: Walker, beyondId: 0 | 1): Promise<void> {
  const { pass, signal } = run;
  const from = walker.range.above;
  const isJump = from !== pass.cursor().list?.upTo;
  let upTo = from;
  try {
    const after = from === '0' ? undefined : higher(from, BigInt(beyondId));
    for await (const page of listAfter(run, after, walker)) {
      // Right after a jump: a cursor that is no id after all. Else: a list that is not by id.
      if (!isAscending(page, upTo)) return await pass.dropList(!isJump || upTo !== from);
      const isRecent = await takeUp(run, page, upTo, beyondId);
      upTo = page.records.at(-1)?.id ?? upTo;
      const rest = unreadOf(run, walker.range)[0];
      if (!isRecent || page.after === undefined || rest === undefined || compare(rest.above, upTo) > 0) return;
      walker.range = run.sample ? lowerShare(rest, run.sample, shareRecords(run)) : rest;
      run.setOut();
      walker.signal.throwIfAborted();
    }
  } catch (error) {
    if (error === NEEDLESS || !isJump || upTo !== from || signal.aborted || isKnown(error)) throw error;
    await pass.dropList(false);
  }
}

/** The list as HubSpot's docs have it: each page from the cursor of the one before. */
export async function followListCursor(run: PassRun, walker: Walker): Promise<void> {
  const { pass, signal } = run;
  const { list } = pass.cursor();
  const from = list?.upTo ?? '0';
  let upTo = from;
  try {
    for await (const page of listAfter(run, list?.after ?? undefined, walker)) {
      if (!isAscending(page, upTo)) return await pass.dropList(true);
      run.chainPerMs = page.records.length / Math.max(1, pass.clock() - page.askedAt);
      const last = page.records.at(-1)?.id ?? upTo;
      const beyondId = upTo === '0' ? beyond(page.after, last) : null;
      const isRecent = await takeUp(run, page, upTo, beyondId);
      upTo = last;
      run.setOut();
      if (beyondId !== null || !isRecent || page.after === undefined || !follow(pass.cursor().unread, upTo)) return;
      walker.signal.throwIfAborted();
    }
  } catch (error) {
    // A cursor of an earlier run that is not good any more; searches read the rest.
    const isRefused = list?.after != null && upTo === from && !isKnown(error);
    if (error === NEEDLESS || signal.aborted || !isRefused) throw error;
    await pass.dropList(false);
  }
}

const listAfter = ({ pass }: PassRun, after: string | undefined, { signal }: Walker) =>
  pass.client.list(pass.objectType, {
    properties: pass.properties,
    associations: pass.associations,
    after,
    priority: () => pass.priority('list'),
    signal,
  });

/** Takes a page of the list that begins above an id. False: most of it is too old, and the list goes on elsewhere, if it can. */
async function takeUp(run: PassRun, page: RecordPage, above: string, beyondId: 0 | 1 | null): Promise<boolean> {
  const { pass } = run;
  run.sample = sampleOf(page) ?? run.sample;
  const wanted = page.records.filter((record) => isWanted(record, pass.atLeast));
  const last = page.records.at(-1)?.id ?? above;
  const range = { above, upTo: page.after === undefined ? null : last };
  await pass.takeListed({ ...page, records: wanted }, range, { after: page.after ?? null, upTo: last, beyondId });
  if (wanted.length * 2 >= page.records.length) return true;
  // The list cannot leave out what is too old; a search can.
  const top = pass.cursor().topId;
  const isBelow = beyondId !== null && (top === null || compare(last, top) < 0);
  if (isBelow && top !== null) run.listFrom = greater(run.listFrom, middle(last, top));
  else if (!isBelow) await pass.dropList(false);
  return false;
}

/** How far a list's cursor is beyond the last id of its page, where it is made of that. */
const beyond = (cursor: string | undefined, last: string): 0 | 1 | null =>
  cursor === last ? 0 : cursor === higher(last, 1n) ? 1 : null;

function isAscending({ records }: RecordPage, from: string): boolean {
  let last = from;
  return records.every(({ id }) => {
    const isNext = compare(id, last) > 0;
    last = id;
    return isNext;
  });
}

/** Failures that say nothing about where the list was begun. */
const isKnown = (error: unknown): boolean =>
  [RetryLater, PortalDisconnected, ScopeMissing, TypeMissing].some((known) => error instanceof known);
