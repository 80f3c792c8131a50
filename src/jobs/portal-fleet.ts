/** Every portal that the service runs: those that installed the app, and the one of a private app's token. */
import type { CycleProgress } from '@account-health/contract/progress';
import { InputError, PortalDisconnected, RetryLater } from '../errors.ts';
import type { OAuth } from '../hubspot/oauth.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { TokenSource } from '../hubspot/token-source.ts';
import type { PortalId } from '../ids.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { type DisconnectAsked, type Disconnected, disconnectPortal } from './disconnect-portal.ts';
import { type ServedPortal, type Serving, servePortal } from './serve-portal.ts';

export interface FleetOptions extends Serving {
  /** Of one installed portal; made once for as long as it is served. */
  readonly tokenOf: (portal: PortalId) => TokenSource;
  readonly makeClient: (token: TokenSource) => PortalClient;
  readonly oauth: Pick<OAuth, 'uninstall'>;
  /** A portal is served here no more, at least for now: nothing of it needs to stay in memory. */
  readonly onEnd?: (portal: PortalId) => void;
}

export interface PortalFleet {
  /** Serves the portal of a private app's token, which may always be written. @throws what the client throws. */
  addPrivate(token: string): Promise<void>;
  /**
   * Begins to serve what was installed since, and ends what is not installed any more. A portal that cannot be served now, say because
   * HubSpot does not answer, is tried again the next time.
   */
  reconcile(): Promise<void>;
  /** There may be events of the portal in the store. */
  wake(portal: PortalId): void;
  /** A cycle that begins from now on: what an admin just allowed counts in it. */
  cycleAnew(portal: PortalId): void;
  /** Goes by the schedule that the portal's admins set, as it stands now. */
  reschedule(portal: PortalId): Promise<void>;
  /** When the next two cycles start, ms since 1970 UTC, ascending; empty: not served here. */
  nextCycles(portal: PortalId): readonly number[];
  /** Undefined: not served here. */
  progress(portal: PortalId): CycleProgress | undefined;
  /** A user of the portal as HubSpot knows them. @throws Error where the portal is not served here. */
  readUser(portal: PortalId, userId: string): ReturnType<PortalClient['user']>;
  /**
   * Ends the serving of an installed portal and takes the app out of it; asked again meanwhile, it gives what the first call comes to.
   * @throws RetryLater where HubSpot does not answer; the portal is served again then.
   */
  disconnect(portal: PortalId, asked: DisconnectAsked): Promise<Disconnected | { readonly state: 'not_installed' }>;
  clients(): readonly PortalClient[];
  /** Undefined: not served here. */
  clientOf(portal: PortalId): PortalClient | undefined;
  stop(): Promise<void>;
}

/**
 * Where in the time between two ticks a portal's cycles start, 0 up to 1: always the same for a portal, and evenly spread however ids
 * were given out (Knuth's multiplicative hash).
 */
export const placeOf = (portal: PortalId): number => (Math.imul(portal, 0x9e3779b1) >>> 0) / 2 ** 32;

export function makePortalFleet(options: FleetOptions): PortalFleet {
  const { store, log, tokenOf, makeClient } = options;
  const served = new Map<PortalId, ServedPortal>();
  let privatePortal: PortalId | undefined;
  /** Those that are being disconnected: nobody serves them meanwhile. */
  const ending = new Map<PortalId, Promise<Disconnected>>();
  const inTurn = oneAtATime();
  let isStopping = false;

  async function begin(portalId: PortalId): Promise<void> {
    const client = makeClient(tokenOf(portalId));
    const timeZone = (await store.portal(portalId).profile())?.timeZone ?? (await client.account()).timeZone;
    const writes = async () => (await store.portal(portalId).installation())?.writingSince != null;
    // It marked itself as gone when HubSpot refused it.
    const onDisconnected = () => {
      log.warn({ portalId }, 'a portal took the app’s access back; it is not called any more');
      void end(portalId);
    };
    const place = placeOf(portalId);
    served.set(portalId, await servePortal(options, { client, portalId, timeZone, place, writes, onDisconnected }));
    log.info({ portalId }, 'serving a portal');
  }

  async function end(portalId: PortalId): Promise<void> {
    const portal = served.get(portalId);
    served.delete(portalId);
    options.onEnd?.(portalId);
    await portal?.stop();
  }

  async function reconcile(): Promise<void> {
    if (isStopping) return;
    const installed = new Set<PortalId>();
    for (const { portalId, state } of await store.installations()) if (state === 'installed') installed.add(portalId);
    for (const portalId of [...served.keys()]) {
      if (portalId !== privatePortal && !installed.has(portalId)) await end(portalId);
    }
    // Another instance may have been told of another schedule.
    for (const portal of served.values()) await portal.reschedule();
    for (const portalId of installed) {
      if (served.has(portalId) || ending.has(portalId) || isStopping) continue;
      try {
        await begin(portalId);
      } catch (error) {
        // One portal's trouble is no other's.
        if (!isTheirs(error)) throw error;
        log.warn({ err: error, portalId }, 'a portal cannot be served now; it is tried again');
      }
    }
  }

  return {
    async addPrivate(token) {
      const client = makeClient(async () => token);
      const { portalId, timeZone } = await client.account();
      privatePortal = portalId;
      served.set(portalId, await servePortal(options, { client, portalId, timeZone, place: 0 }));
    },
    reconcile: () => inTurn(reconcile),
    wake: (portalId) => served.get(portalId)?.wake(),
    cycleAnew: (portalId) => void served.get(portalId)?.cycleAnew(),
    reschedule: async (portalId) => await served.get(portalId)?.reschedule(),
    nextCycles: (portalId) => served.get(portalId)?.nextCycles(2) ?? [],
    progress: (portalId) => served.get(portalId)?.progress(),
    async readUser(portalId, userId) {
      const portal = served.get(portalId);
      if (portal === undefined) throw new Error(`Portal ${portalId} is not served here.`);
      return await portal.client.user(userId);
    },
    async disconnect(portalId, asked) {
      const underWay = ending.get(portalId);
      if (underWay !== undefined) return await underWay;
      const portal = served.get(portalId);
      if (portal === undefined || portalId === privatePortal) return { state: 'not_installed' };
      const begun = end(portalId)
        .then(() =>
          disconnectPortal(
            { ...options, store: store.portal(portalId), client: portal.client, token: tokenOf(portalId) },
            asked,
          ),
        )
        .finally(() => {
          ending.delete(portalId);
          // Where it was not disconnected.
          inTurn(reconcile).catch((error: unknown) => log.error({ err: error }, 'portals could not be looked up'));
        });
      ending.set(portalId, begun);
      const done = await begun;
      log.info({ portalId, ...done }, 'disconnecting a portal ended');
      return done;
    },
    clientOf: (portalId) => served.get(portalId)?.client,
    clients: () => [...served.values()].map(({ client }) => client),
    async stop() {
      isStopping = true;
      await Promise.all([...served.values()].map((portal) => portal.stop()));
    },
  };
}

const isTheirs = (error: unknown): boolean =>
  error instanceof RetryLater || error instanceof PortalDisconnected || error instanceof InputError;
