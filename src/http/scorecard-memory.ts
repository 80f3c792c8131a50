import { deserialize, serialize } from 'node:v8';

/** What an entry takes beside its bytes: its key, stamp and place. */
const ENTRY_BYTES = 1_000;

export interface ScorecardMemory {
  /**
   * What was computed under this key, where its stamp is still this one; else computes it. Asked again meanwhile, it is computed once. Take the
   * stamp before what it stands for is read: what is computed may then be newer than its stamp, never older.
   */
  recall<T>(key: string, stamp: string, compute: () => Promise<T>): Promise<T>;
  /** As counted against the limit. */
  bytes(): number;
}

interface Entry {
  readonly stamp: string;
  readonly kept: Promise<Uint8Array>;
  /** 0 while it is computed. */
  bytes: number;
}

/**
 * Remembers plain data within so many bytes, the least recently used out first. It is kept serialized, so that its size is known and not
 * estimated, no garbage collection walks it, and nobody alters what others are given.
 */
export function makeScorecardMemory(maxBytes: number): ScorecardMemory {
  /** In the order of their use. */
  const entries = new Map<string, Entry>();
  let bytes = 0;

  const drop = (key: string): void => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  const put = (key: string, entry: Entry): void => {
    drop(key);
    entries.set(key, entry);
    bytes += entry.bytes;
  };
  const holds = (key: string, entry: Entry): boolean => entries.get(key) === entry;

  function weigh(key: string, entry: Entry, kept: Uint8Array): void {
    if (!holds(key, entry)) return;
    entry.bytes = kept.byteLength + ENTRY_BYTES;
    bytes += entry.bytes;
    for (const [oldest] of entries) {
      if (bytes <= maxBytes) return;
      drop(oldest);
    }
  }

  return {
    bytes: () => bytes,
    async recall(key, stamp, compute) {
      const found = entries.get(key);
      if (found?.stamp === stamp) {
        put(key, found);
        return deserialize(await found.kept);
      }
      const entry: Entry = { stamp, kept: compute().then(serialize), bytes: 0 };
      put(key, entry);
      try {
        const kept = await entry.kept;
        weigh(key, entry, kept);
        return deserialize(kept);
      } catch (error) {
        if (holds(key, entry)) drop(key);
        throw error;
      }
    },
  };
}
