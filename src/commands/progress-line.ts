import type { Progress } from '../jobs/refresh-portal.ts';

/** Shows a cycle's progress on one line of standard error, where that is a terminal. `done` wipes it. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): {
  show: (progress: Progress) => void;
  done: () => void;
} {
  if (!stream.isTTY) return { show: () => {}, done: () => {} };
  const read = new Map<string, number>();
  const show = (progress: Progress): void => {
    if (progress.step === 'sync') read.set(progress.objectType, progress.read);
    const counts = [...read].map(([type, count]) => `${count} ${type}`).join(', ');
    const text = progress.step === 'sync' ? `Reading: ${counts}` : `Scoring: ${progress.companies} companies`;
    stream.write(`\r\x1b[K${text.slice(0, Math.max(20, stream.columns - 1))}`);
  };
  return { show, done: () => stream.write('\r\x1b[K') };
}
