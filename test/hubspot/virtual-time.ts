/** Time that stands still until all work has come to rest, then jumps to the next sleeper: hours in milliseconds, no race. */
export function makeVirtualTime(startMs = Date.UTC(2026, 0, 15, 12)) {
  let now = startMs;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));

  return {
    clock: () => now,
    sleep: (ms: number) => new Promise<void>((wake) => void sleepers.push({ at: now + ms, wake })),
    /** Lets time pass until the work is done. */
    async run<T>(work: Promise<T>): Promise<T> {
      let done = false;
      const finished = () => {
        done = true;
      };
      work.then(finished, finished);
      for (await rest(); !done; await rest()) {
        sleepers.sort((a, b) => a.at - b.at);
        const next = sleepers.shift();
        if (next === undefined) continue;
        now = Math.max(now, next.at);
        next.wake();
      }
      return work;
    },
  };
}
