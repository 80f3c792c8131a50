import { setTimeout as rest } from 'node:timers/promises';

/** So many rests of 1 ms without a call: what follows from an answer has been done by then. */
const QUIET_RESTS = 3;

/** Time that stands still while calls are under way, and jumps to the next sleeper when none is: hours pass in moments. */
export interface PatientTime {
  /** Ms since 1970 UTC. */
  clock(): number;
  sleep(ms: number): Promise<void>;
  advance(ms: number): void;
  /** Lets time pass until the work is done. */
  run<T>(work: Promise<T>): Promise<T>;
}

export function makePatientTime(startMs: number, isBusy: () => boolean): PatientTime {
  let now = startMs;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  function jump(): void {
    const at = Math.min(...sleepers.map((sleeper) => sleeper.at));
    now = Math.max(now, at);
    const due = sleepers.filter((sleeper) => sleeper.at <= now);
    sleepers = sleepers.filter((sleeper) => sleeper.at > now);
    for (const { wake } of due) wake();
  }

  return {
    clock: () => now,
    sleep: (ms) => new Promise((wake) => void sleepers.push({ at: now + ms, wake })),
    advance(ms) {
      now += ms;
    },
    async run(work) {
      let isDone = false;
      const finished = () => {
        isDone = true;
      };
      work.then(finished, finished);
      for (let quiet = 0; !isDone; quiet += 1) {
        await rest(1);
        if (isBusy()) quiet = 0;
        if (quiet < QUIET_RESTS || sleepers.length === 0) continue;
        jump();
        quiet = 0;
      }
      return work;
    },
  };
}
