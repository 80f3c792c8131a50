/** The portal itself: records, links, property definitions and the portal's own rules, in memory. */
import { InputError } from '../../errors.ts';
import { type AssociationLabels, makeAssociationLabels } from './association-labels.ts';
import type { StoredList } from './crm-lists.ts';
import { invalid, notFound } from './error-bodies.ts';
import { type Links, makeLinks } from './links.ts';
import { customType, type ObjectTypeInfo, STANDARD_TYPES } from './object-types.ts';
import type { ListCursor } from './objects-list.ts';
import type { PortalData, PortalRecord } from './portal-data.ts';
import { makePropertyBook, type PropertyBook } from './property-book.ts';
import { toMs } from './property-values.ts';
import { makeRecordTable, type PropertyVersion, type RecordTable, type StoredRecord } from './record-table.ts';

/** A customer's own rule that makes every write to one record be refused. */
export interface ValidationRule {
  readonly message: string;
  /** Whether it fails the whole batch with 400, or that record alone in a 207: HubSpot's docs allow either reading. */
  readonly fails: 'batch' | 'record';
}

export interface PortalState {
  readonly data: PortalData;
  readonly clock: () => number;
  readonly types: readonly ObjectTypeInfo[];
  readonly book: PropertyBook;
  readonly links: Links;
  readonly labels: AssociationLabels;
  /** Keyed `companies/12`. */
  readonly rules: Map<string, ValidationRule>;
  readonly associationPageSize: number;
  readonly listCursor: ListCursor;
  readonly customPropertyLimit: number;
  /** Lists (segments) by id, deleted ones too. */
  readonly lists: Map<string, StoredList>;
  /** Lists that HubSpot keeps up to date, as many as the account's tier allows. */
  readonly dynamicListLimit: number;
  /** By plural, singular or type id; of a custom object by type id or fully qualified name. Throws the 400 of a type that the portal does not have. */
  type(name: string): ObjectTypeInfo;
  table(type: ObjectTypeInfo): RecordTable;
  /** Ids of live records that this one is associated with; the first company is the primary one. */
  liveLinks(from: ObjectTypeInfo, id: string, to: ObjectTypeInfo): readonly string[];
  /** Throws the 404 of a record that is not there, archived or merged away. */
  liveRecord(type: ObjectTypeInfo, id: string): StoredRecord;
  create(type: ObjectTypeInfo, id: string, properties: Readonly<Record<string, string | null>>): StoredRecord;
  /** The values that a property took, oldest first: as many as HubSpot keeps. */
  pastValues(
    type: ObjectTypeInfo,
    record: StoredRecord,
    name: string,
    value: string | null,
  ): readonly PropertyVersion[];
  /** Sets values and bumps the record's last-modified moment. */
  write(type: ObjectTypeInfo, record: StoredRecord, properties: Readonly<Record<string, string | null>>): void;
}

export interface PortalStateOptions {
  readonly data: PortalData;
  readonly clock: () => number;
  readonly withoutTypes: readonly string[];
  readonly indexingLagMs: number;
  readonly associationPageSize: number;
  readonly listCursor: ListCursor;
  readonly customPropertyLimit: number;
  readonly dynamicListLimit: number;
}

export function makePortalState(options: PortalStateOptions): PortalState {
  const { data, clock, indexingLagMs } = options;
  const standard = new Set(STANDARD_TYPES.map((type) => type.plural));
  const custom = Object.keys(data.objects).filter((plural) => !standard.has(plural));
  const known = [...STANDARD_TYPES, ...custom.map((plural, index) => customType(plural, index + 1))];
  const types = known.filter((type) => !options.withoutTypes.includes(type.plural));
  // HubSpot's docs: a custom object goes by its type id or its fully qualified name, which names the portal too.
  const namesOf = ({ typeId, singular, plural }: ObjectTypeInfo) =>
    custom.includes(plural) ? [typeId, `p${data.portalId}_${plural}`] : [typeId, singular, plural];
  const byName = new Map(types.flatMap((type) => namesOf(type).map((name) => [name, type])));
  const tables = new Map<string, RecordTable>();
  for (const type of types) {
    const records = data.objects[type.plural] ?? [];
    tables.set(type.plural, makeRecordTable(records.map((record) => load(type, record, data.takenAt))));
  }
  const table = (type: ObjectTypeInfo) => tables.get(type.plural) ?? makeRecordTable([]);
  /** What the portal's data tells of a record's past, until it is written to; undefined: nothing, it was brought in as it is. */
  const pastOf = (type: ObjectTypeInfo, { id, properties, createdAt }: StoredRecord) =>
    createdAt > data.takenAt ? {} : data.pastOf?.(type.plural, { id, properties, associations: {} });
  const versions = (type: ObjectTypeInfo, record: StoredRecord, name: string, value: string | null) => {
    const past = record.history ?? new Map(Object.entries(pastOf(type, record) ?? {}));
    const broughtIn = record.createdAt <= data.takenAt && data.pastOf === undefined;
    const at = broughtIn ? data.takenAt : record.createdAt;
    return past.get(name) ?? (value === null ? [] : [{ value, at }]);
  };
  const labels = makeAssociationLabels(data.associationLabels);
  const links = makeLinks(data.objects, labels);

  return {
    data,
    clock,
    types,
    book: makePropertyBook(types, data.extraProperties),
    links,
    labels,
    rules: new Map(),
    associationPageSize: options.associationPageSize,
    listCursor: options.listCursor,
    customPropertyLimit: options.customPropertyLimit,
    lists: new Map(),
    dynamicListLimit: options.dynamicListLimit,
    type(name) {
      const found = byName.get(name.toLowerCase());
      if (found === undefined) throw invalid(`Unable to infer object type from: ${name}`);
      return found;
    },
    table,
    liveLinks(from, id, to) {
      const targets = table(to);
      return links.of(from.plural, id, to.plural).filter((other) => targets.get(other)?.archivedAt === null);
    },
    liveRecord(type, id) {
      const record = table(type).get(id);
      if (record === undefined || record.archivedAt !== null) throw notFound();
      return record;
    },
    create(type, id, properties) {
      const now = clock();
      const record = newRecord(type, id, properties, now, now);
      if (indexingLagMs > 0) record.lag = { until: now + indexingLagMs, properties: null, updatedAt: now };
      table(type).add(record);
      return record;
    },
    pastValues: (type, record, name, value) => versions(type, record, name, value).slice(-keptVersions(type)),
    write(type, record, properties) {
      const now = Math.max(clock(), record.updatedAt);
      if (indexingLagMs > 0) {
        const shown = record.lag !== null && record.lag.until > now ? record.lag : record;
        record.lag = { until: now + indexingLagMs, properties: shown.properties, updatedAt: shown.updatedAt };
      }
      record.history ??= new Map(Object.entries(pastOf(type, record) ?? {}));
      for (const [name, value] of Object.entries(properties)) {
        const before = record.properties[name] ?? null;
        if (before === value) continue;
        record.history.set(name, [...versions(type, record, name, before), { value: value ?? '', at: now }]);
      }
      record.properties = { ...record.properties, ...properties };
      record.updatedAt = now;
    },
  };
}

/** HubSpot's docs are silent; its users tell of the newest 45 values of a contact's property, and 20 of others'. */
const keptVersions = ({ plural }: ObjectTypeInfo): number => (plural === 'contacts' ? 45 : 20);

function load(type: ObjectTypeInfo, record: PortalRecord, takenAt: number): StoredRecord {
  const moment = (name: string) => {
    const ms = toMs(record.properties[name] ?? '');
    return Number.isNaN(ms) ? takenAt : ms;
  };
  return newRecord(type, record.id, record.properties, moment(type.createdProperty), moment(type.modifiedProperty));
}

function newRecord(
  type: ObjectTypeInfo,
  id: string,
  properties: StoredRecord['properties'],
  createdAt: number,
  updatedAt: number,
): StoredRecord {
  const key = Number(id);
  if (!/^\d+$/.test(id) || !Number.isSafeInteger(key)) {
    throw new InputError(`Record id "${id}" of ${type.plural} is not a whole number. Give each record a numeric id.`);
  }
  return {
    id,
    key,
    properties,
    createdAt,
    updatedAt,
    archivedAt: null,
    mergedIds: [],
    lag: null,
    history: null,
  };
}
