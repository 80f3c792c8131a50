import { type Calendar, DAY_MS } from './calendar.ts';

/** The moment of a view, as a signal may ask of it. */
export interface Now {
  /** Ms since 1970 UTC. What is worked out from it holds for this moment alone: where one of the others will do, ask that. */
  readonly ms: number;
  /** Whole calendar days from a moment (ms) until now; negative for one that lies ahead. */
  daysSince(at: number): number;
  /**
   * Whether fewer than `days` calendar days have gone by since a moment (ms). One that lies ahead is within any window; with -`days`,
   * whether it is more than so many days away.
   */
  isWithin(at: number, days: number): boolean;
  /** Whether a moment (ms) has come; `Infinity` never does. */
  hasCome(at: number): boolean;
  /**
   * Whether any of some UTC days (whole days since 1970, ascending) was fewer than `days` days ago. The day itself is not over: what
   * happens later on it must not count yet.
   */
  hadDay(utcDays: readonly number[], days: number): boolean;
}

/**
 * Now, which keeps account of how long its answers hold: time goes on, and the first of the moments that were asked about to leave
 * its window, or to come, changes one. So what was worked out can be kept until then, whoever worked it out knowing nothing of it.
 */
export class WatchedNow implements Now {
  readonly #ms: number;
  readonly #calendar: Calendar;
  /** Calendar day. */
  readonly today: number;
  #changesOn = Number.POSITIVE_INFINITY;

  constructor(ms: number, calendar: Calendar) {
    this.#ms = ms;
    this.#calendar = calendar;
    this.today = calendar.day(ms);
  }

  get ms(): number {
    this.#changesOn = Number.NEGATIVE_INFINITY;
    return this.#ms;
  }

  daysSince(at: number): number {
    this.#holdUntil(this.today + 1);
    return this.today - this.#calendar.day(at);
  }

  isWithin(at: number, days: number): boolean {
    const leavesOn = this.#calendar.day(at) + days;
    if (this.today >= leavesOn) return false;
    this.#holdUntil(leavesOn);
    return true;
  }

  hasCome(at: number): boolean {
    if (at <= this.#ms) return true;
    if (at !== Number.POSITIVE_INFINITY) this.#holdUntil(this.#calendar.day(at));
    return false;
  }

  hadDay(utcDays: readonly number[], days: number): boolean {
    const today = Math.floor(this.#ms / DAY_MS);
    const next = firstFrom(today, utcDays);
    const last = utcDays[next - 1];
    const had = last !== undefined && today - last < days;
    // Until that one is long ago, whatever comes meanwhile; or until the next is over.
    const changesOn = had ? last + days : (utcDays[next] ?? Number.POSITIVE_INFINITY) + 1;
    if (changesOn !== Number.POSITIVE_INFINITY) this.#holdUntil(this.#calendar.day(changesOn * DAY_MS));
    return had;
  }

  #holdUntil(day: number): void {
    if (day < this.#changesOn) this.#changesOn = day;
  }

  /** Forgets what was asked before. */
  watch(): void {
    this.#changesOn = Number.POSITIVE_INFINITY;
  }

  /** The calendar day on which an answer given since `watch` may change; not after today: they hold for this moment alone. */
  get changesOn(): number {
    return this.#changesOn;
  }

  /** Whether it comes after another, or is the same: nothing that left its window has come back. */
  follows(other: WatchedNow): boolean {
    return other.#ms <= this.#ms && other.today <= this.today;
  }
}

/** The place of the first of some ascending numbers that is not less than another. */
function firstFrom(least: number, ascending: readonly number[]): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? least) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
