import type { HubSpotRecord, RecordPage } from '../hubspot/portal-client.ts';
import { companyId } from '../ids.ts';
import { bornAt } from '../scoring/facts.ts';
import type { ObjectType } from '../scoring/properties.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import type { PortalStore, SeenRecord, SyncState } from '../store/portal-store.ts';
import { MERGED_IDS, type PropertyChoice } from './choose-properties.ts';
import { parseRecord } from './parse-record.ts';

export interface PageToStore {
  readonly store: PortalStore;
  readonly plan: TypePlan;
  readonly choice: PropertyChoice;
  readonly page: RecordPage;
  readonly timeZone: string;
  readonly clock: () => number;
  /** Counts the unreadable values, by property; added to. */
  readonly dirtyValues: Record<string, number>;
}

export interface StoredPage extends Pick<SyncState, 'firstRecordAt' | 'filledSince'> {
  /** Versions that were added. */
  readonly changed: number;
}

/**
 * Stores a page of records: their values and company links, the end of the records that were merged into them, and what
 * HubSpot shows for the properties that we write. Answers the versions that were added, and from when on the page's records
 * speak. Repeats safely.
 */
export async function storePage(job: PageToStore): Promise<StoredPage> {
  const { store, plan, choice, timeZone, dirtyValues } = job;
  const { objectType } = plan;
  const { records } = job.page;
  const seenAt = job.clock();
  const onDirty = (property: string) => {
    dirtyValues[property] = (dirtyValues[property] ?? 0) + 1;
  };
  const seen = records.map((record) => {
    return parseRecord(record, { plan, properties: choice.properties, timeZone, onDirty });
  });

  const saved = await store.saveRecords(objectType, seen, seenAt);
  const merged = records.flatMap(mergedAway);
  const ended = merged.length === 0 ? { changed: 0 } : await store.endRecords(objectType, merged, seenAt);
  if (choice.own.length > 0) {
    await store.saveShown(
      records.map((record) => ({ companyId: companyId(record.id), values: shownValues(record, choice.own) })),
    );
  }

  return { changed: saved.changed + ended.changed, ...since(objectType, seen) };
}

/** Births of the oldest record, and of the oldest with each property filled. */
function since(
  objectType: ObjectType,
  records: readonly SeenRecord[],
): Pick<StoredPage, 'firstRecordAt' | 'filledSince'> {
  let firstRecordAt: number | null = null;
  const filledSince: Record<string, number> = {};
  for (const { values } of records) {
    const born = bornAt(objectType, values);
    if (born !== null) firstRecordAt = Math.min(firstRecordAt ?? born, born);
    for (const [property, value] of Object.entries(values)) {
      const filled = Array.isArray(value) ? value.length > 0 : value !== null;
      if (filled) filledSince[property] = Math.min(filledSince[property] ?? born ?? 0, born ?? 0);
    }
  }
  return { firstRecordAt, filledSince };
}

/** The records that HubSpot merged into this one. The moment of the merge is not told; the winner changed with it. */
function mergedAway(record: HubSpotRecord): { id: string; effectiveAt: number }[] {
  const ids = (record.properties[MERGED_IDS] ?? '').split(';').map((id) => id.trim());
  return ids
    .filter((id) => id !== '' && id !== record.id)
    .map((id) => ({ id, effectiveAt: Date.parse(record.updatedAt) }));
}

function shownValues(record: HubSpotRecord, names: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, record.properties[name] ?? null]));
}
