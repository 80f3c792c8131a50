import type { PortalClient } from '../hubspot/portal-client.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { SyncState } from '../store/sync-state.ts';
import { utcDay } from './utc-day.ts';

interface ArchivedLook {
  readonly client: PortalClient;
  readonly store: PortalStore;
  readonly objectType: ObjectType;
  readonly clock: () => number;
  /** Ends the look after the page in hand. */
  readonly signal: AbortSignal;
  readonly save: (change: (state: SyncState) => SyncState) => Promise<void>;
  /** Told of each page on which some records were held till now: the ids of all, and how many were held. */
  readonly onEnded: (ids: readonly string[], changed: number) => void;
}

/** Archived records are in no search, and their list knows no "since": looked through once a UTC day. */
export async function endArchived(look: ArchivedLook, state: SyncState): Promise<void> {
  const { client, store, objectType, clock, signal, save, onEnded } = look;
  const now = clock();
  if (state.reconciledAt !== null && utcDay(state.reconciledAt) === utcDay(now)) return;
  // Nobody promises that a cursor is still good on another day.
  const begun = state.archived !== null && utcDay(state.archived.startedAt) === utcDay(now) ? state.archived : null;
  const { startedAt, after } = begun ?? { startedAt: now, after: undefined };
  const asked = { archived: true, properties: [], associations: [], after, signal };
  for await (const page of client.list(objectType, asked)) {
    const ended = page.records.map(({ id, archivedAt, updatedAt }) => {
      return { id, effectiveAt: Date.parse(archivedAt ?? updatedAt) };
    });
    const { changed } = ended.length === 0 ? { changed: 0 } : await store.endRecords(objectType, ended, page.askedAt);
    if (changed > 0)
      onEnded(
        ended.map(({ id }) => id),
        changed,
      );
    const next = page.after;
    if (next !== undefined) await save((before) => ({ ...before, archived: { startedAt, after: next } }));
    signal.throwIfAborted();
  }
  await save((before) => ({ ...before, archived: null, reconciledAt: startedAt }));
}
