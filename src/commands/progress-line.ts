import type { Progress } from '../jobs/refresh-portal.ts';

/** Shows a cycle's progress on one line of standard error, where that is a terminal. `done` wipes it. */
export function progressLine(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'> = process.stderr): {
  show: (progress: Progress) => void;
  done: () => void;
} {
  if (!stream.isTTY) return { show: () => {}, done: () => {} };
  const read = new Map<string, number>();
  const show = (progress: Progress): void => {
    if (progress.step === 'sync') read.set(progress.objectType, progress.read);
    const counts = [...read].map(([type, count]) => `${count} ${type}`).join(', ');
    const text = progress.step === 'sync' ? `Reading: ${counts}` : `Scoring: ${progress.companies} companies`;
    // A longer line would wrap, and could not be wiped. Some terminals do not know their width, or say 0.
    stream.write(`\r\x1b[K${text.slice(0, (stream.columns || 80) - 1)}`);
  };
  return { show, done: () => stream.write('\r\x1b[K') };
}
