import pino from 'pino';
import type { PortalClient } from '../hubspot/portal-client.ts';
import { atMost } from '../jobs/at-most.ts';
import { makePortalFleet } from '../jobs/portal-fleet.ts';
import { makePortalWork } from '../jobs/portal-work.ts';
import { makeLog } from '../log/make-log.ts';
import type { Model } from '../scoring/model.ts';
import type { Store } from '../store/open-store.ts';
import type { ServedWork } from './card-page.ts';

export interface DemoServiceOptions {
  readonly store: Store;
  /** Of the local portal; the service and the first cycle share its call budget. */
  readonly client: PortalClient;
  readonly model: Model;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

const SCHEDULE = '15 * * * *';

/** What `npm start` does for the portal of a private app's token, for the local portal. */
export interface DemoService {
  readonly work: ServedWork;
  /** Serves the portal from now on, with a cycle an hour; until then nothing is scored anew. To be called after the first cycle. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function makeDemoService({ store, client, model, clock }: DemoServiceOptions): DemoService {
  const language = 'en';
  const installsNothing = () => {
    throw new Error('The demo’s portal is connected by a token: nothing is installed in it.');
  };
  const fleet = makePortalFleet({
    store,
    model,
    language,
    schedule: SCHEDULE,
    inRoom: atMost(1),
    clock,
    log: makeLog({ level: 'warn', to: pino.destination(2) }),
    watchCycle: () => () => {},
    onCycle: () => {},
    oauth: { uninstall: installsNothing },
    tokenOf: installsNothing,
    makeClient: () => client,
  });
  return {
    work: {
      store,
      clock,
      // Who somebody is can be asked before the portal is served.
      readUser: (_portal, userId) => client.user(userId),
      progress: fleet.progress,
      onEvents: fleet.wake,
      disconnect: fleet.disconnect,
      work: makePortalWork({
        store,
        clientOf: () => client,
        cycleAnew: fleet.cycleAnew,
        reschedule: fleet.reschedule,
        nextCycles: fleet.nextCycles,
        host: 'the local portal',
        schedule: SCHEDULE,
        model,
        language,
        clock,
      }),
    },
    start: () => fleet.addPrivate(''),
    stop: fleet.stop,
  };
}
