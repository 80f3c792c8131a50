/** One portal's work in the service: cycles on a schedule, and HubSpot's events as they come. */
import type { Logger } from 'pino';
import { PortalDisconnected } from '../errors.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { PortalId } from '../ids.ts';
import { portalModel } from '../portal-model/portal-model.ts';
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

/** `stopped`: cut off by our own end; the next cycle goes on where its cursors stand. */
export type CycleEnd = 'done' | 'failed' | 'stopped';

export interface WorkerOptions {
  readonly client: PortalClient;
  readonly store: Store;
  readonly portalId: PortalId;
  /** Where the portal's people have published none of their own. */
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
  /** Told of each cycle that ended, however it did. */
  readonly onCycleEnd?: ((end: CycleEnd, tookMs: number) => void) | undefined;
  /** Told how many records events made us look at. */
  readonly onTaken?: ((records: number) => void) | undefined;
  /** Whether the portal may be written now; asked before each cycle and each taking of events. Default: it may. */
  readonly writes?: () => Promise<boolean>;
  /**
   * HubSpot does not take our credentials any more: nothing is called after this. Left out, it is tried again as after any failure: a
   * private app's token cannot tell for good.
   */
  readonly onDisconnected?: (() => void) | undefined;
}

export function makePortalWorker(options: WorkerOptions): PortalWorker {
  const { client, store, language, clock, pause, log, meter, onCycle } = options;
  const { writes = async () => true, onDisconnected } = options;
  const { onCycleEnd = () => {}, onTaken = () => {} } = options;
  const stopping = new AbortController();
  let isCycling = false;
  let isDue = false;
  let taking: Promise<void> | undefined;
  const ofPortal = store.portal(options.portalId);
  /** Read each time: somebody may have published another. */
  const modelNow = () => portalModel(ofPortal, options.model);

  const takeTouched = makeTakeTouched({
    client,
    store: ofPortal,
    plan: async () => planOf(await modelNow()),
    language,
    clock,
    keep: () => isCycling,
    writes,
  });

  /** True where nothing is to be tried again. */
  function isOver(error: unknown): boolean {
    if (onDisconnected === undefined || !(error instanceof PortalDisconnected)) return false;
    stopping.abort();
    onDisconnected();
    return true;
  }

  /** Takes events until none came meanwhile. */
  async function take(): Promise<void> {
    const { signal } = stopping;
    while (isDue && !signal.aborted) {
      isDue = false;
      try {
        const { refused, ...taken } = await takeTouched(signal);
        onTaken(taken.records + taken.purged);
        if (taken.records + taken.purged > 0) log.info({ ...taken, refused: refused.length }, 'events taken');
      } catch (error) {
        if (signal.aborted || isOver(error)) return;
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
      const startedAt = clock();
      let end: CycleEnd = 'done';
      try {
        const cycle = { client, store, language, clock, onProgress: meter.see, writes: await writes() };
        onCycle(
          await meter.run(async () => {
            const model = await modelNow();
            meter.reads(planOf(model));
            return await refreshPortal({ ...cycle, model });
          }),
        );
      } catch (error) {
        end = stopping.signal.aborted ? 'stopped' : 'failed';
        // The service goes on: the next tick tries again, and what is stored stays true.
        if (end === 'failed') log.error({ err: error }, 'cycle failed');
        else log.info('cycle stopped; the next goes on where it stood');
        isOver(error);
      } finally {
        isCycling = false;
        onCycleEnd(end, clock() - startedAt);
        // What was taken meanwhile is looked at once more.
        if (!stopping.signal.aborted) wake();
      }
    },
    async stop() {
      stopping.abort();
      await taking;
    },
  };
}
