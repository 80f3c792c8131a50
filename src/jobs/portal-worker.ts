/** One portal's work in the service: cycles on a schedule, and HubSpot's events as they come. */
import type { Logger } from 'pino';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { PortalId } from '../ids.ts';
import type { Model } from '../scoring/model.ts';
import { planOf } from '../scoring/model-signals.ts';
import type { Store } from '../store/open-store.ts';
import type { ProgressMeter } from './progress-meter.ts';
import { type CycleResult, refreshPortal } from './refresh-portal.ts';
import { makeTakeTouched } from './take-touched.ts';

/** After a failure, events wait so long for another try. HubSpot being out of reach is the common one. */
const TRY_AGAIN_MS = 20_000;

export interface PortalWorker {
  /** Runs a cycle. One at a time: the schedule sees to that. What goes wrong is logged, and left to the next. */
  cycle(): Promise<void>;
  /** There is something to take from the store: events, or what an earlier process left. */
  wake(): void;
  /** Ends the taking of events after the call in hand; a cycle is the schedule's to wait for. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly client: PortalClient;
  readonly store: Store;
  readonly portalId: PortalId;
  readonly model: Model;
  /** Of the texts written into the portal. */
  readonly language: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Resolves early where the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Pick<Logger, 'info' | 'error'>;
  readonly meter: ProgressMeter;
  readonly onCycle: (result: CycleResult) => void;
}

export function makePortalWorker(options: WorkerOptions): PortalWorker {
  const { client, store, model, language, clock, pause, log, meter, onCycle } = options;
  const stopping = new AbortController();
  let isCycling = false;
  let isDue = false;
  let taking: Promise<void> | undefined;

  const takeTouched = makeTakeTouched({
    client,
    store: store.portal(options.portalId),
    plan: planOf(model),
    language,
    clock,
    keep: () => isCycling,
  });

  /** Takes events until none came meanwhile. */
  async function take(): Promise<void> {
    const { signal } = stopping;
    while (isDue && !signal.aborted) {
      isDue = false;
      try {
        const { refused, ...taken } = await takeTouched(signal);
        if (taken.records + taken.purged > 0) log.info({ ...taken, refused: refused.length }, 'events taken');
      } catch (error) {
        if (signal.aborted) return;
        log.error({ err: error }, 'taking events failed; they are kept, and tried again');
        isDue = true;
        await pause(TRY_AGAIN_MS, signal);
      }
    }
  }

  function wake(): void {
    isDue = true;
    taking ??= take().finally(() => {
      taking = undefined;
      // Woken after the last look.
      if (isDue && !stopping.signal.aborted) wake();
    });
  }

  return {
    wake,
    async cycle() {
      isCycling = true;
      try {
        onCycle(await meter.run(() => refreshPortal({ client, store, model, language, clock, onProgress: meter.see })));
      } catch (error) {
        // The service goes on: the next tick tries again, and what is stored stays true.
        log.error({ err: error }, 'cycle failed');
      } finally {
        isCycling = false;
        // What was taken meanwhile is looked at once more.
        wake();
      }
    },
    async stop() {
      stopping.abort();
      await taking;
    },
  };
}
