import type { CycleProgress } from '@account-health/contract/progress';
import { every as byTimer, type Every } from './every.ts';
import { type ProgressText, percent, progressText } from './progress-text.ts';

/** Often enough to look alive, seldom enough to be read. */
const REDRAW_MS = 200;
const SHORTEST_BAR = 5;
const LONGEST_BAR = 20;

export interface ProgressLineOptions {
  readonly snapshot: () => CycleProgress;
  /** A terminal. */
  readonly stream: Pick<NodeJS.WriteStream, 'columns' | 'write'>;
  readonly every?: Every | undefined;
}

/** Keeps a cycle's progress on one line of a terminal. Call what it gives to wipe the line. */
export function progressLine({ snapshot, stream, every = byTimer }: ProgressLineOptions): () => void {
  let drawn = '';
  const draw = (line: string): void => {
    if (line !== drawn) stream.write(`\r\x1b[K${line}`);
    drawn = line;
  };
  // A longer line would wrap, and could not be wiped. Some terminals do not know their width, or say 0.
  const stop = every(REDRAW_MS, () => draw(fitLine(snapshot(), (stream.columns || 80) - 1)));
  return () => {
    stop();
    draw('');
  };
}

/** As much as fits: first in full, then in fewer letters, then without the parts from the right on. */
function fitLine(progress: CycleProgress, width: number): string {
  const compact = progressText(progress, true);
  const shorter = compact.parts.map((_, dropped) => ({
    ...compact,
    parts: compact.parts.slice(0, compact.parts.length - dropped),
  }));
  for (const text of [progressText(progress), ...shorter]) {
    const longest = Math.min(LONGEST_BAR, width - drawLine(text, 0).length);
    if (longest >= (text.share === null ? 0 : SHORTEST_BAR)) return drawLine(text, longest);
  }
  return drawLine({ ...compact, parts: [] }, SHORTEST_BAR).slice(0, width);
}

function drawLine({ label, share, parts }: ProgressText, length: number): string {
  const full = Math.floor((share ?? 0) * length);
  const bar = share === null ? label : `${label} [${'#'.repeat(full).padEnd(length, '-')}] ${percent(share)}`;
  return [bar, ...parts].join('  ');
}
