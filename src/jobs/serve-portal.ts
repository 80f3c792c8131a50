/** One portal as the service runs it: its client, its worker, its schedule, and how far its cycle has come. */
import { setTimeout as delay } from 'node:timers/promises';
import type { CycleProgress } from '@account-health/contract/progress';
import type { Logger } from 'pino';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { PortalId } from '../ids.ts';
import type { Model } from '../scoring/model.ts';
import { planOf } from '../scoring/model-signals.ts';
import type { Store } from '../store/open-store.ts';
import { type CycleEnd, makePortalWorker } from './portal-worker.ts';
import { makeProgressMeter } from './progress-meter.ts';
import type { CycleResult } from './refresh-portal.ts';
import { scheduleCycles, tickSpacing } from './schedule-cycles.ts';

const HOUR_MS = 3_600_000;

/** What every portal of the service shares. */
export interface Serving {
  readonly store: Store;
  readonly model: Model;
  /** Of the texts written into portals. */
  readonly language: string;
  /** node-cron expression, in each portal's time zone. */
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
  const spacing = Math.min(HOUR_MS, tickSpacing(serving.schedule, timeZone) ?? 0);
  const afterTickMs = Math.floor(place * spacing);
  const schedule = scheduleCycles({ expression: serving.schedule, timeZone, cycle, afterTickMs });
  if (!latest?.published) void schedule.runNow();
  worker.wake();
  return {
    client,
    progress: meter.snapshot,
    wake: worker.wake,
    cycleAnew: schedule.runAnew,
    async stop() {
      isStopped = true;
      await Promise.all([schedule.stop(), worker.stop()]);
    },
  };
}
