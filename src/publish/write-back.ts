import { ScopeMissing } from '../errors.ts';
import type { BatchResult } from '../hubspot/batch-update.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import { type CompanyId, companyId } from '../ids.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { ShownValues } from '../store/shown-values.ts';
import { isCheckDue } from './check-date.ts';
import { CHECKED_ON, UPDATED_AT } from './company-properties.ts';
import { differs } from './differs.ts';

/** HubSpot takes at most so many records a batch. */
const BATCH_SIZE = 100;
/** Batches under way at once: one after the other, they would take as long as their answers, not as HubSpot's limit allows. */
const MOST_UNDER_WAY = 16;

/**
 * What a company's properties should show; an empty text is blank. `account_health_updated_at` is filled by us. The day of the
 * latest check (`account_health_checked_on`) is written along with what changed, and by itself only when that is due.
 */
export interface DesiredValues {
  readonly companyId: CompanyId;
  readonly values: Readonly<Record<string, string>>;
}

export interface WriteBackOptions {
  readonly client: PortalClient;
  readonly store: PortalStore;
  /** Pages of companies, each company once. */
  readonly desired: AsyncIterable<readonly DesiredValues[]> | Iterable<readonly DesiredValues[]>;
  /** The properties that the portal has; others are not written. */
  readonly available: readonly string[];
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Compares and counts, but sends and stores nothing. */
  readonly dryRun: boolean;
}

export interface WriteOutcome {
  /** Companies written; in a dry run, those that would be. */
  readonly changed: number;
  readonly unchanged: number;
  /** Companies that HubSpot refused, or that we may not write. */
  readonly failed: number;
  readonly refused: readonly { readonly companyId: CompanyId; readonly message: string }[];
  /** The scopes without which HubSpot lets us write no company; null where it does. */
  readonly unwritable: readonly string[] | null;
}

/**
 * Writes the companies whose values differ from what HubSpot last showed us or took from us, in batches of 100, and
 * remembers what was taken. A refused company is reported and does not fail its batch-mates; it is tried again next time.
 * Where we may write no company, none is sent any more, and the pages are read to their end all the same.
 * Throws what else the client throws; batches taken before stay remembered.
 */
export async function writeBack(options: WriteBackOptions): Promise<WriteOutcome> {
  const { client, store, dryRun } = options;
  const names = options.available.filter((name) => name !== UPDATED_AT);
  const stamps = options.available.includes(UPDATED_AT);
  const sent: Promise<Sent>[] = [];
  const underWay = new Set<Promise<void>>();
  let unchanged = 0;
  let unwritable: readonly string[] | null = null;
  let failure: { readonly error: unknown } | undefined;

  function stamped(values: Record<string, string>): Record<string, string> {
    // That somebody looked is no change of what there was to see.
    if (!stamps || Object.keys(values).every((name) => name === CHECKED_ON)) return values;
    const blank = Object.values(values).every((value) => value === '');
    return { ...values, [UPDATED_AT]: blank ? '' : new Date(options.clock()).toISOString() };
  }

  async function send(batch: readonly DesiredValues[]): Promise<Sent> {
    if (dryRun) return { changed: batch.length, unwritten: 0, refused: [] };
    const unwritten = { changed: 0, unwritten: batch.length, refused: [] };
    if (unwritable !== null) return unwritten;
    const updates = batch.map(({ companyId: id, values }) => ({ id, properties: stamped(values) }));
    let answer: BatchResult;
    try {
      answer = await client.updateBatch('companies', updates);
    } catch (error) {
      if (!(error instanceof ScopeMissing)) throw error;
      unwritable = error.scopes;
      return unwritten;
    }
    const taken = new Set(answer.updated);
    await store.saveShown(
      updates
        .filter(({ id }) => taken.has(id))
        .map(({ id, properties }) => ({ companyId: companyId(id), values: properties })),
    );
    const refused = answer.refused.map(({ id, message }) => ({ companyId: companyId(id), message }));
    return { changed: taken.size, unwritten: 0, refused };
  }

  /** Sends when there is room; the first alone, which tells whether we may write at all. */
  async function enqueue(batch: readonly DesiredValues[]): Promise<void> {
    const isFirst = sent.length === 0;
    const one = send(batch);
    const ended: Promise<void> = one.then(
      () => void underWay.delete(ended),
      (error: unknown) => {
        failure ??= { error };
      },
    );
    sent.push(one);
    underWay.add(ended);
    if (isFirst || underWay.size >= MOST_UNDER_WAY) await Promise.race(underWay);
    if (failure !== undefined) await settle();
  }

  /** Resolves when nothing is under way. @throws the first failure. */
  async function settle(): Promise<void> {
    await Promise.all(underWay);
    if (failure !== undefined) throw failure.error;
  }

  let waiting: DesiredValues[] = [];
  for await (const page of options.desired) {
    const shown = await store.shown(page.map((company) => company.companyId));
    for (const company of page) {
      const values = due(company.companyId, pick(company.values, names), shown.get(company.companyId));
      if (values === null) unchanged += 1;
      else waiting.push({ companyId: company.companyId, values });
    }
    while (waiting.length >= BATCH_SIZE) {
      await enqueue(waiting.slice(0, BATCH_SIZE));
      waiting = waiting.slice(BATCH_SIZE);
    }
  }
  if (waiting.length > 0) await enqueue(waiting);
  await settle();
  const done = await Promise.all(sent);
  const sum = (of: (one: Sent) => number) => done.reduce((total, one) => total + of(one), 0);
  const refused = done.flatMap((one) => one.refused);
  const failed = refused.length + sum((one) => one.unwritten);
  return { changed: sum((one) => one.changed), unchanged, failed, refused, unwritable };
}

/** What became of a batch. */
interface Sent {
  readonly changed: number;
  /** Companies that were not sent, because we may not write. */
  readonly unwritten: number;
  readonly refused: WriteOutcome['refused'];
}

/** What is to be written of a company: all of it where any of it changed, or the day of the check alone; null: nothing. */
function due(
  id: CompanyId,
  values: Record<string, string>,
  shown: ShownValues | undefined,
): Record<string, string> | null {
  const { [CHECKED_ON]: today, ...others } = values;
  if (differs(others, shown)) return values;
  return today !== undefined && isCheckDue(id, today, shown?.[CHECKED_ON] ?? '') ? { [CHECKED_ON]: today } : null;
}

function pick(values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
