import type { Every } from '../../src/commands/every.ts';

/** Repetition by hand: what is repeated happens when `tick` is called, and `everyMs` says how often it was meant to. */
export function makeTicker() {
  const running = new Map<() => void, number>();
  const every: Every = (ms, run) => {
    running.set(run, ms);
    return () => void running.delete(run);
  };
  return {
    every,
    everyMs: () => [...running.values()],
    tick: () => {
      for (const run of running.keys()) run();
    },
  };
}
