/** A record as HubSpot sends it. */
import { associationRows, associationsPage } from './association-types.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import type { PortalState } from './portal-state.ts';
import type { StoredRecord } from './record-table.ts';

export const iso = (ms: number): string => new Date(ms).toISOString();

/** One property's value: kept by the sandbox for ids, moments and the primary company, else as stored. */
export function readValue(
  state: PortalState,
  type: ObjectTypeInfo,
  record: StoredRecord,
  name: string,
  properties: StoredRecord['properties'] = record.properties,
): string | null {
  if (name === 'hs_object_id') return record.id;
  if (name === type.modifiedProperty) return iso(record.updatedAt);
  if (name === type.createdProperty) return iso(record.createdAt);
  if (name === 'hs_merged_object_ids') return record.mergedIds.length > 0 ? record.mergedIds.join(';') : null;
  if (name === type.primaryCompanyProperty) {
    return state.liveLinks(type, record.id, state.type('companies'))[0] ?? null;
  }
  return properties[name] ?? null;
}

/** The asked names that exist (others are dropped in silence), with those that are always sent. */
export function shownNames(state: PortalState, type: ObjectTypeInfo, asked: readonly string[]): readonly string[] {
  const book = state.book.of(type);
  const wanted = asked.length > 0 ? asked : type.defaultProperties;
  const always = ['hs_object_id', type.createdProperty, type.modifiedProperty];
  return [...new Set([...wanted.filter((name) => book.has(name)), ...always])].sort();
}

export interface ViewOptions {
  readonly names: readonly string[];
  readonly historyOf?: readonly string[];
  readonly associations?: readonly ObjectTypeInfo[];
  /** What search shows while its index lags. */
  readonly indexed?: { readonly properties: StoredRecord['properties']; readonly updatedAt: number };
}

export function viewRecord(state: PortalState, type: ObjectTypeInfo, record: StoredRecord, options: ViewOptions) {
  const properties: Record<string, string | null> = {};
  for (const name of options.names) {
    properties[name] = readValue(state, type, record, name, options.indexed?.properties);
  }
  const updatedAt = iso(options.indexed?.updatedAt ?? record.updatedAt);
  if (options.indexed !== undefined) properties[type.modifiedProperty] = updatedAt;
  const view: Record<string, unknown> = {
    id: record.id,
    properties,
    createdAt: iso(record.createdAt),
    updatedAt,
    archived: record.archivedAt !== null,
  };
  if (record.archivedAt !== null) view.archivedAt = iso(record.archivedAt);
  if (options.historyOf !== undefined && options.historyOf.length > 0) {
    view.propertiesWithHistory = history(state, type, record, options.historyOf);
  }
  const associations = inlineAssociations(state, type, record, options.associations ?? []);
  if (associations !== undefined) view.associations = associations;
  return view;
}

function history(state: PortalState, type: ObjectTypeInfo, record: StoredRecord, names: readonly string[]) {
  const versions: Record<string, unknown> = {};
  for (const name of shownNames(state, type, names).filter((one) => names.includes(one))) {
    const value = readValue(state, type, record, name);
    // HubSpot sends the newest first.
    versions[name] = state
      .pastValues(type, record, name, value)
      .map((version) => ({ value: version.value, timestamp: iso(version.at), sourceType: 'INTEGRATION' }))
      .reverse();
  }
  return versions;
}

/** The first page of each asked type, a row per label, so that a primary company appears twice; none: no key at all. */
function inlineAssociations(
  state: PortalState,
  type: ObjectTypeInfo,
  record: StoredRecord,
  targets: readonly ObjectTypeInfo[],
) {
  if (record.archivedAt !== null) return undefined;
  const found: Record<string, unknown> = {};
  for (const to of targets) {
    const page = associationsPage(state, type, record.id, to, undefined);
    if (page.ids.length === 0) continue;
    found[to.plural] = {
      results: page.ids.flatMap((id) =>
        associationRows(state, type, record.id, to, id).map((row) => ({ id, type: row.name })),
      ),
      ...(page.after === undefined ? {} : { paging: { next: { after: page.after, link: '' } } }),
    };
  }
  return Object.keys(found).length > 0 ? found : undefined;
}
