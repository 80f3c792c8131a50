import type { Logger } from 'pino';
import type { Store } from '../store/open-store.ts';

const DAY_MS = 86_400_000;

/** How long what was read of a portal is kept after it removed the app: who removed it by mistake loses nothing. */
export const GRACE_MS = 30 * DAY_MS;

/**
 * Erases what is held of portals that removed the app longer ago than the grace, and of those that an admin disconnected, where that was cut
 * off; their health models stay, so that an app that is installed anew scores as it did. Gives how many.
 */
export async function forgetGone(job: {
  readonly store: Store;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Pick<Logger, 'info'>;
}): Promise<number> {
  const { store, clock, log } = job;
  let erased = 0;
  for (const { portalId, state, goneAt } of await store.installations()) {
    if (state === 'installed' || goneAt === null) continue;
    if (state === 'gone' && clock() - goneAt < GRACE_MS) continue;
    await store.portal(portalId).erase({ keepModel: true });
    erased += 1;
    log.info({ portalId, state }, 'erased what was held of a portal that removed the app');
  }
  return erased;
}
