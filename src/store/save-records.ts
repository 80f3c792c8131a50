import type { Values } from '../scoring/object-definition.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import { addVersions } from './facts.ts';
import { forgetLinkedRecords } from './linked-records.ts';
import { setLinks } from './links.ts';
import { lockWriters } from './lock-writers.ts';
import { withoutPurged } from './purges.ts';
import { rowBatches } from './row-batches.ts';
import type { PortalScope } from './tables.ts';

/** One record as sync saw it. */
export interface SeenRecord {
  readonly id: string;
  readonly values: Values;
  /** HubSpot's last-modified moment, ms. */
  readonly effectiveAt: number;
  /** Companies it is associated with, complete; undefined for companies themselves. */
  readonly companyIds?: readonly string[] | undefined;
}

export interface SaveOptions {
  /** The look may be so much older than `seenAt`, ms (HubSpot's search lags): it brings back only what ended before. Default 0. */
  readonly staleByMs?: number;
}

/**
 * Adds the versions that are news (`addVersions` says which) and sets the links, all in one transaction. Of two records
 * of one id the later counts; purged ones are left out. `changed` counts records with a new version; links that changed
 * do not count.
 */
export function saveRecords(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  records: readonly SeenRecord[],
  seenAt: number,
  { staleByMs = 0 }: SaveOptions = {},
): Promise<{ readonly changed: number }> {
  return db.transaction().execute(async (transaction) => {
    const scope = { db: transaction, portalId };
    await lockWriters(scope, objectType);
    const changed: string[] = [];
    const companies: string[] = [];
    for (const given of rowBatches(lastOfEachId(records))) {
      const batch = await withoutPurged(scope, objectType, given);
      changed.push(...(await addVersions(scope, objectType, batch, seenAt, staleByMs)));
      const linked = batch.flatMap(({ id, companyIds }) => (companyIds === undefined ? [] : [{ id, companyIds }]));
      if (linked.length > 0) companies.push(...(await setLinks(scope, objectType, linked, seenAt)));
    }
    await forgetLinkedRecords(scope, objectType, changed, companies);
    return { changed: changed.length };
  });
}

/** Ends records in one transaction. Links stay as they are: a record that comes back has them again. */
export function endRecords(
  { db, portalId }: PortalScope,
  objectType: ObjectType,
  ended: readonly { readonly id: string; readonly effectiveAt: number }[],
  seenAt: number,
): Promise<{ readonly changed: number }> {
  return db.transaction().execute(async (transaction) => {
    const scope = { db: transaction, portalId };
    await lockWriters(scope, objectType);
    const changed: string[] = [];
    for (const batch of rowBatches(lastOfEachId(ended))) {
      const states = batch.map(({ id, effectiveAt }) => ({ id, effectiveAt, values: null }));
      changed.push(...(await addVersions(scope, objectType, states, seenAt)));
    }
    await forgetLinkedRecords(scope, objectType, changed);
    return { changed: changed.length };
  });
}

const lastOfEachId = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
