/** Long enough that pages and waits for a call limit even out; short enough to follow a change. */
const WINDOW_MS = 30_000;
/** Before that, one page more or less would change the rate out of all reason. */
const LEAST_SPAN_MS = 1_000;
/** Time left is told once the rate has settled. */
const SETTLED_MS = 5_000;
/** Beyond this the work stands still rather than takes long. */
const MOST_SECONDS = 7 * 86_400;

/** How fast a count grows over the last half minute. Moments are in ms, and do not go back. */
export interface Pace {
  /** The count as of now. */
  see(count: number, at: number): void;
  /** >= 0, also where the count falls; null until a second after the first count. */
  perSecond(at: number): number | null;
  /** Whole seconds, >= 1, until the count reaches `expected`; null in the first five seconds, while it stands still, and once it is there. */
  secondsLeft(expected: number, at: number): number | null;
}

/** Memory is bounded by the counts seen in half a minute. */
export function makePace(): Pace {
  let seen: { readonly count: number; readonly at: number }[] = [];
  const base = (at: number) => seen.findLast((point) => point.at <= at - WINDOW_MS) ?? seen[0];
  const span = (at: number) => at - (base(at)?.at ?? at);

  function perSecond(at: number): number | null {
    const from = base(at);
    const last = seen.at(-1);
    if (from === undefined || last === undefined || span(at) < LEAST_SPAN_MS) return null;
    return (Math.max(0, last.count - from.count) * 1000) / (at - from.at);
  }

  return {
    see(count, at) {
      seen.push({ count, at });
      const from = base(at);
      if (from !== undefined && from !== seen[0]) seen = seen.slice(seen.indexOf(from));
    },
    perSecond,
    secondsLeft(expected, at) {
      const rate = perSecond(at);
      const remaining = expected - (seen.at(-1)?.count ?? 0);
      if (rate === null || rate <= 0 || remaining <= 0 || span(at) < SETTLED_MS) return null;
      const seconds = Math.ceil(remaining / rate);
      return seconds > MOST_SECONDS ? null : seconds;
    },
  };
}
