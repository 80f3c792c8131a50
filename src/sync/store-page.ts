import type { HubSpotRecord } from '../hubspot/record-schema.ts';
import { companyId } from '../ids.ts';
import { bornAt } from '../scoring/facts.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { SeenRecord } from '../store/save-records.ts';
import type { PropertyChoice, SyncState } from '../store/sync-state.ts';
import { MERGED_IDS } from './choose-properties.ts';
import type { LinkedRecord } from './complete-records.ts';
import { parseRecord } from './parse-record.ts';

export interface PageToStore {
  readonly store: PortalStore;
  readonly plan: TypePlan;
  readonly choice: PropertyChoice;
  /** The properties that we write ourselves and that the portal has; only companies have any. */
  readonly own: readonly string[];
  /** With all the associations and labels of the plan. */
  readonly records: readonly LinkedRecord[];
  /** When HubSpot was asked for them, ms since 1970 UTC. */
  readonly askedAt: number;
  /** How much older than that the records may be. */
  readonly staleByMs: number;
  readonly timeZone: string;
  /** Counts the unreadable values, by property; added to. */
  readonly dirtyValues: Record<string, number>;
}

export interface StoredPage extends Pick<SyncState, 'firstRecordAt' | 'filledSince'> {
  /** Versions that were added. */
  readonly changed: number;
  /** Records that were merged into others, where some of them ended with this. */
  readonly ended: readonly string[];
}

/**
 * Stores records: their values and company links, the end of the records that were merged into them, and what
 * HubSpot shows for the properties that we write. Answers the versions that were added, and from when on the records speak. Repeats safely.
 */
export async function storePage(job: PageToStore): Promise<StoredPage> {
  const { store, plan, choice, own, records, askedAt, staleByMs, timeZone, dirtyValues } = job;
  const { objectType } = plan;
  const onDirty = (property: string) => {
    dirtyValues[property] = (dirtyValues[property] ?? 0) + 1;
  };
  const seen = records.map((record) => {
    return parseRecord(record, { plan, properties: choice.properties, timeZone, onDirty });
  });

  const saved = await store.saveRecords(objectType, seen, askedAt, { staleByMs });
  const merged = records.flatMap(mergedAway);
  const ended = merged.length === 0 ? { changed: 0 } : await store.endRecords(objectType, merged, askedAt);
  if (own.length > 0) {
    await store.saveShown(
      records.map((record) => ({ companyId: companyId(record.id), values: shownValues(record, own) })),
    );
  }

  return {
    changed: saved.changed + ended.changed,
    ended: ended.changed === 0 ? [] : merged.map(({ id }) => id),
    ...since(objectType, seen),
  };
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
