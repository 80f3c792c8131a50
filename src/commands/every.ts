/** Repeats something every so many ms, from then on, until the function it gives is called. */
export type Every = (ms: number, run: () => void) => () => void;

/** By the process's own timers; they do not keep it alive. */
export const every: Every = (ms, run) => {
  const timer = setInterval(run, ms).unref();
  return () => clearInterval(timer);
};
