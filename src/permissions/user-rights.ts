import { setTimeout as delay } from 'node:timers/promises';
import { ScopeMissing } from '../errors.ts';
import type { PortalUser } from '../hubspot/users.ts';
import type { PortalId } from '../ids.ts';
import type { UserRights } from './may.ts';

/** Looks a user of a portal up in HubSpot; undefined where there is no such user. Throws what the portal's client throws. */
export type ReadUser = (portal: PortalId, userId: string) => Promise<PortalUser | undefined>;

/** What HubSpot says of a signed person now, or said minutes ago. Never throws: what cannot be told is unknown. */
export type ReadRights = (portal: PortalId, person: SignedPerson) => Promise<UserRights>;

/** Whom a signature proves. */
export interface SignedPerson {
  readonly userId: string;
  /** Null where HubSpot did not tell. */
  readonly email: string | null;
}

/** So long at most somebody keeps what HubSpot took from them. */
const REMEMBERED_MS = 5 * 60_000;
/** A look-up that told nothing is made again after that. */
const UNKNOWN_REMEMBERED_MS = 30_000;
const MOST_REMEMBERED = 5_000;

interface Remembered {
  readonly found: Promise<Found>;
  /** Ms since 1970 UTC; while the look-up is under way, never. */
  until: number;
}

type Found = { readonly user: PortalUser } | { readonly reason: Extract<UserRights, { known: false }>['reason'] };

/**
 * Makes a reader that asks HubSpot once in some minutes for each user, however many requests there are.
 *
 * @param patienceMs so long a request waits for HubSpot: a card must answer within seconds, also while HubSpot is out of reach. The
 *   look-up goes on, for the next request
 */
export function makeReadRights(options: {
  readonly readUser: ReadUser;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly patienceMs?: number;
}): ReadRights {
  const { readUser, clock, patienceMs = 3_000 } = options;
  /** By portal and user, in the order of their asking. */
  const remembered = new Map<string, Remembered>();

  async function lookUp(portal: PortalId, userId: string): Promise<Found> {
    try {
      const user = await readUser(portal, userId);
      // An answer about somebody else must make nobody an admin.
      return user === undefined || user.id !== userId ? { reason: 'not_found' } : { user };
    } catch (error) {
      return { reason: error instanceof ScopeMissing ? 'scope_missing' : 'unreachable' };
    }
  }

  function recall(portal: PortalId, userId: string): Promise<Found> {
    const key = `${portal}/${userId}`;
    const held = remembered.get(key);
    if (held !== undefined && clock() < held.until) return held.found;
    const fresh: Remembered = { found: lookUp(portal, userId), until: Number.POSITIVE_INFINITY };
    remembered.delete(key);
    remembered.set(key, fresh);
    const [oldest = key] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED) remembered.delete(oldest);
    void fresh.found.then((found) => {
      fresh.until = clock() + ('user' in found ? REMEMBERED_MS : UNKNOWN_REMEMBERED_MS);
    });
    return fresh.found;
  }

  return async (portal, { userId, email }) => {
    const patience = new AbortController();
    const impatient = delay(patienceMs, { reason: 'unreachable' } as const, { signal: patience.signal });
    // Ended early: nobody waits for it any more.
    impatient.catch(() => {});
    const found = await Promise.race([recall(portal, userId), impatient]);
    patience.abort();
    if ('reason' in found) return { known: false, reason: found.reason };
    const { superAdmin, teamIds, email: held } = found.user;
    // HubSpot's pages do not say that the signed id and the settings' id are of one kind: the address must agree as well.
    const isSame = email === null || email.toLowerCase() === held.toLowerCase();
    return isSame ? { known: true, superAdmin, teamIds } : { known: false, reason: 'not_found' };
  };
}
