import type { CycleProgress } from '@account-health/contract/progress';
import type { Logger } from 'pino';
import { makeProgressMeter, type ProgressMeterOptions } from '../jobs/progress-meter.ts';
import type { Progress } from '../jobs/refresh-portal.ts';
import type { Every } from './every.ts';
import { logProgress } from './log-progress.ts';
import { progressLine } from './progress-line.ts';

export interface WithProgressOptions extends ProgressMeterOptions {
  /** Takes the progress where it takes information: a line that is redrawn would cut through a log on the same screen. */
  readonly log?: Pick<Logger, 'info' | 'isLevelEnabled'>;
  /** Standard error by default. */
  readonly stream?: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;
  readonly every?: Every | undefined;
}

/**
 * Runs a cycle and shows how far it is to who waits: a bar on a terminal, gone when the cycle ends; elsewhere (cron, a
 * job's log) a plain line a minute at any level of the log, so that a long first sync does not look dead and a short
 * cycle says nothing. Gives and throws what the cycle does.
 */
export async function withProgress<T>(
  options: WithProgressOptions,
  cycle: (onProgress: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  const meter = makeProgressMeter(options);
  const stop = show(meter.snapshot, options);
  try {
    return await meter.run(() => cycle(meter.see));
  } finally {
    stop();
  }
}

function show(snapshot: () => CycleProgress, { log, stream = process.stderr, every }: WithProgressOptions): () => void {
  if (log?.isLevelEnabled('info')) return logProgress({ snapshot, log, every });
  if (stream.isTTY) return progressLine({ snapshot, stream, every });
  const plain = { info: (_figures: object, sentence: string) => void stream.write(`${sentence}\n`) };
  return logProgress({ snapshot, log: plain, every });
}
