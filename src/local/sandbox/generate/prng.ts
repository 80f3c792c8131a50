/** Seeded randomness: the same seed and the same calls give the same numbers on every machine. Not for secrets. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  /** True with this probability, 0..1. */
  chance(probability: number): boolean;
  /** Throws RangeError on an empty list. */
  pick<T>(items: readonly T[]): T;
  normal(mean: number, deviation: number): number;
  /** How often something happens that happens `mean` times on average: a whole number >= 0. */
  count(mean: number): number;
  /** A generator of its own for `key`: what others draw never changes what this one gives. */
  fork(key: string): Random;
}

/** Knuth's method needs one draw per event and underflows for large means; from here on the normal curve is close enough. */
const LARGE_MEAN = 30;

export function makeRandom(seed: number): Random {
  // Mulberry32: 32 bits of state, one multiplication chain per number.
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  // Box-Muller; 1 - next() is never 0, so the logarithm is finite.
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole,
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]) => {
      if (items.length === 0) throw new RangeError('pick from an empty list');
      return items[whole(0, items.length - 1)] as T;
    },
    normal,
    count: (mean) => {
      if (mean > LARGE_MEAN) return Math.max(0, Math.round(normal(mean, Math.sqrt(mean))));
      const limit = Math.exp(-mean);
      let events = 0;
      for (let product = next(); product > limit; product *= next()) events += 1;
      return events;
    },
    fork: (key) => makeRandom(hash(seed, key)),
  };
}

/** FNV-1a over the key, started from the seed: 32 bits. */
export function hash(seed: number, key: string): number {
  let value = (seed ^ 0x811c9dc5) >>> 0;
  for (let index = 0; index < key.length; index += 1) {
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193) >>> 0;
  }
  // One more round of mixing: keys that differ in their last digit only must not give neighbouring seeds.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}
