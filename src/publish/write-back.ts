import type { PortalClient } from '../hubspot/portal-client.ts';
import { type CompanyId, companyId } from '../ids.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { UPDATED_AT } from './company-properties.ts';
import { differs } from './differs.ts';

/** HubSpot takes at most so many records a batch. */
const BATCH_SIZE = 100;

/** What a company's properties should show; an empty text is blank. `account_health_updated_at` is filled by us. */
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
  /** Companies that HubSpot refused. */
  readonly failed: number;
  readonly refused: readonly { readonly companyId: CompanyId; readonly message: string }[];
}

/**
 * Writes the companies whose values differ from what HubSpot last showed us or took from us, in batches of 100, and
 * remembers what was taken. A refused company is reported and does not fail its batch-mates; it is tried again next time.
 * Throws what the client throws; batches taken before stay remembered.
 */
export async function writeBack(options: WriteBackOptions): Promise<WriteOutcome> {
  const { client, store, dryRun } = options;
  const names = options.available.filter((name) => name !== UPDATED_AT);
  const stamps = options.available.includes(UPDATED_AT);
  const refused: { companyId: CompanyId; message: string }[] = [];
  let changed = 0;
  let unchanged = 0;

  function stamped(values: Record<string, string>): Record<string, string> {
    if (!stamps) return values;
    const blank = Object.values(values).every((value) => value === '');
    return { ...values, [UPDATED_AT]: blank ? '' : new Date(options.clock()).toISOString() };
  }

  async function send(batch: readonly DesiredValues[]): Promise<void> {
    if (dryRun) {
      changed += batch.length;
      return;
    }
    const updates = batch.map(({ companyId: id, values }) => ({ id, properties: stamped(values) }));
    const answer = await client.updateBatch('companies', updates);
    const taken = new Set(answer.updated);
    await store.saveShown(
      updates
        .filter(({ id }) => taken.has(id))
        .map(({ id, properties }) => ({ companyId: companyId(id), values: properties })),
    );
    changed += taken.size;
    for (const { id, message } of answer.refused) refused.push({ companyId: companyId(id), message });
  }

  let waiting: DesiredValues[] = [];
  for await (const page of options.desired) {
    const shown = await store.shown(page.map((company) => company.companyId));
    for (const company of page) {
      const values = pick(company.values, names);
      if (differs(values, shown.get(company.companyId))) waiting.push({ companyId: company.companyId, values });
      else unchanged += 1;
    }
    while (waiting.length >= BATCH_SIZE) {
      await send(waiting.slice(0, BATCH_SIZE));
      waiting = waiting.slice(BATCH_SIZE);
    }
  }
  if (waiting.length > 0) await send(waiting);
  return { changed, unchanged, failed: refused.length, refused };
}

function pick(values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
