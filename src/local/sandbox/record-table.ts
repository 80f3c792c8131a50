/** The records of one object type: by id, and live and archived ones each in id order. */

export interface PropertyVersion {
  readonly value: string;
  /** When it was set, ms since 1970 UTC. */
  readonly at: number;
}

export interface StoredRecord {
  readonly id: string;
  /** The id as a number, for order and comparison. */
  readonly key: number;
  properties: Readonly<Record<string, string | null>>;
  /** Ms since 1970 UTC, all three. */
  readonly createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
  /** Ids of records that were merged into this one. */
  mergedIds: readonly string[];
  /** What search still shows until the index has caught up with the last change; null properties: not there yet. */
  lag: {
    readonly until: number;
    readonly properties: StoredRecord['properties'] | null;
    readonly updatedAt: number;
  } | null;
  /** Past values of the properties that were written here, oldest first, with those from before. */
  history: Map<string, readonly PropertyVersion[]> | null;
}

export interface RecordTable {
  get(id: string): StoredRecord | undefined;
  /** The record that this id was merged into. */
  mergedInto(id: string): StoredRecord | undefined;
  readonly live: readonly StoredRecord[];
  readonly archived: readonly StoredRecord[];
  add(record: StoredRecord): void;
  /** Moves between live and archived. */
  setArchived(record: StoredRecord, archivedAt: number | null): void;
  remove(record: StoredRecord): void;
  merge(winner: StoredRecord, loser: StoredRecord): void;
  /** One more than the greatest id. */
  nextId(): string;
}

/** The position of the first record whose key is greater than `key`. */
export function positionAfter(records: readonly StoredRecord[], key: number): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle]?.key ?? 0) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function makeRecordTable(records: readonly StoredRecord[]): RecordTable {
  const byId = new Map(records.map((record) => [record.id, record]));
  const winners = new Map<string, StoredRecord>();
  const live = [...byId.values()].sort((a, b) => a.key - b.key);
  const archived: StoredRecord[] = [];

  const insert = (list: StoredRecord[], record: StoredRecord) => {
    list.splice(positionAfter(list, record.key), 0, record);
  };
  const take = (record: StoredRecord) => {
    const list = record.archivedAt === null ? live : archived;
    list.splice(positionAfter(list, record.key) - 1, 1);
  };

  return {
    get: (id) => byId.get(id),
    mergedInto: (id) => winners.get(id),
    live,
    archived,
    add(record) {
      byId.set(record.id, record);
      insert(live, record);
    },
    setArchived(record, archivedAt) {
      if ((record.archivedAt === null) === (archivedAt === null)) return;
      take(record);
      record.archivedAt = archivedAt;
      insert(archivedAt === null ? live : archived, record);
    },
    remove(record) {
      take(record);
      byId.delete(record.id);
    },
    merge(winner, loser) {
      take(loser);
      byId.delete(loser.id);
      winner.mergedIds = [...winner.mergedIds, loser.id, ...loser.mergedIds];
      for (const id of [loser.id, ...loser.mergedIds]) winners.set(id, winner);
    },
    nextId: () => String(Math.max(live.at(-1)?.key ?? 0, archived.at(-1)?.key ?? 0) + 1),
  };
}
