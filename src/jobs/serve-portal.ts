/** One portal as the service runs it: its client, its worker, its schedule, and how far its cycle has come. */
import { setTimeout as delay } from 'node:timers/promises';
import type { CycleProgress } from '@account-health/contract/progress';
import type { Logger } from 'pino';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { PortalId } from '../ids.ts';
import { keptSchedule } from '../portal-schedule.ts';
import type { Model } from '../scoring/model.ts';
import { planOf } from '../scoring/model-signals.ts';
import type { Store } from '../store/open-store.ts';
import { cycleTimes } from './cycle-times.ts';
import { type CycleEnd, makePortalWorker } from './portal-worker.ts';
import { makeProgressMeter } from './progress-meter.ts';
import type { CycleResult } from './refresh-portal.ts';
import { scheduleCycles } from './schedule-cycles.ts';

/** What every portal of the service shares. */
export interface Serving {
  readonly store: Store;
  /** Of portals whose people have published none of their own. */
  readonly model: Model;
  /** Of the texts written into portals. */
  readonly language: string;
  /** node-cron expression, in each portal's time zone: of portals whose admins set none of their own. */
  readonly schedule: string;
  /** Runs a cycle when there is room for one more. */
  readonly inRoom: (cycle: () => Promise<void>) => Promise<void>;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Watches a cycle that begins; what it gives is called at the cycle's end. */
  readonly watchCycle: (snapshot: () => CycleProgress) => () => void;
  readonly onCycle: (portal: PortalId, result: CycleResult) => void;
  readonly onCycleEnd?: (end: CycleEnd, tookMs: number) => void;
  readonly onTaken?: (records: number) => void;
}

export interface PortalToServe {
  readonly client: PortalClient;
  readonly portalId: PortalId;
  /** IANA. */
  readonly timeZone: string;
  /** Share of the time between two ticks after which its cycles start, 0 up to 1. */
  readonly place: number;
  /** Left out: it may always be written. */
  readonly writes?: () => Promise<boolean>;
  /** Left out: refused credentials are tried again at the next tick. */
  readonly onDisconnected?: () => void;
}

export interface ServedPortal {
  readonly client: PortalClient;
  readonly progress: () => CycleProgress;
  /** There may be something to take from the store. */
  wake(): void;
  /** Runs a cycle that begins from now on, also where one is under way. */
  cycleAnew(): Promise<void>;
  /** Goes by the schedule that the portal's admins set, as it stands now. */
  reschedule(): Promise<void>;
  /** When the next cycles start, ms since 1970 UTC, ascending. */
  nextCycles(count: number): readonly number[];
  /** Ends schedule and events, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Begins at once with what is in the store, and with a cycle where none has ended so that its scores were published. */
export async function servePortal(serving: Serving, portal: PortalToServe): Promise<ServedPortal> {
  const { store, model, language, clock, log, watchCycle, inRoom, onCycle, onCycleEnd, onTaken } = serving;
  const { client, portalId, timeZone, place, writes, onDisconnected } = portal;
  const latest = await store.portal(portalId).latestCycle();
  const meter = makeProgressMeter({ client, clock, plan: planOf(model), lastFinishedAt: latest?.finishedAt });
  const worker = makePortalWorker({
    client,
    store,
    portalId,
    model,
    language,
    clock,
    pause: (ms, signal) => delay(ms, undefined, { signal }).catch(() => {}),
    log,
    meter,
    onCycle: (result) => onCycle(portalId, result),
    onCycleEnd,
    onTaken,
    ...(writes && { writes }),
    ...(onDisconnected && { onDisconnected }),
  });
  let isStopped = false;
  const cycle = (): Promise<void> =>
    inRoom(async () => {
      // It may have waited for room until after the end.
      if (isStopped) return;
      const stopWatching = watchCycle(meter.snapshot);
      await worker.cycle().finally(stopWatching);
    });
  const timesNow = async () => {
    const { value: set } = await keptSchedule.read(store.portal(portalId));
    return cycleTimes({ schedule: set, fallback: serving.schedule, timeZone, place });
  };
  const schedule = scheduleCycles({ times: await timesNow(), timeZone, cycle });
  if (!latest?.published) void schedule.runNow();
  worker.wake();
  return {
    client,
    progress: meter.snapshot,
    wake: worker.wake,
    cycleAnew: schedule.runAnew,
    reschedule: async () => schedule.reschedule(await timesNow()),
    nextCycles: schedule.next,
    async stop() {
      isStopped = true;
      await Promise.all([schedule.stop(), worker.stop()]);
    },
  };
}
