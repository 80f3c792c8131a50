import type { CycleProgress } from '@account-health/contract/progress';
import { every as byTimer, type Every } from './every.ts';
import { progressSentence } from './progress-text.ts';

const MINUTE_MS = 60_000;

export interface LogProgressOptions {
  readonly snapshot: () => CycleProgress;
  readonly log: { info(figures: object, sentence: string): void };
  readonly every?: Every | undefined;
}

/** Logs a line a minute, so that a short cycle logs none. Start it with the cycle; call what it gives at the cycle's end. */
export function logProgress({ snapshot, log, every = byTimer }: LogProgressOptions): () => void {
  return every(MINUTE_MS, () => {
    const progress = snapshot();
    const { step, records, companies, perSecond, calls, budgets, secondsLeft } = progress;
    log.info({ step, records, companies, perSecond, calls, budgets, secondsLeft }, progressSentence(progress));
  });
}
