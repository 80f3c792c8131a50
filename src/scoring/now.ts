import type { Calendar } from './calendar.ts';

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
}

/**
 * Now, which keeps account of how long its answers hold: time goes on, and the first of the moments that were asked about to leave
 * its window, or to come, changes one. So what was worked out can be kept until then, whoever worked it out knowing nothing of it.
 */
export class WatchedNow implements Now {
  readonly #ms: number;
  readonly #calendar: Calendar;
  /** Calendar day. */
  readonly #today: number;
  #changesOn = Number.POSITIVE_INFINITY;

  constructor(ms: number, calendar: Calendar) {
    this.#ms = ms;
    this.#calendar = calendar;
    this.#today = calendar.day(ms);
  }

  get ms(): number {
    this.#changesOn = Number.NEGATIVE_INFINITY;
    return this.#ms;
  }

  daysSince(at: number): number {
    this.#holdUntil(this.#today + 1);
    return this.#today - this.#calendar.day(at);
  }

  isWithin(at: number, days: number): boolean {
    const leavesOn = this.#calendar.day(at) + days;
    if (this.#today >= leavesOn) return false;
    this.#holdUntil(leavesOn);
    return true;
  }

  hasCome(at: number): boolean {
    if (at <= this.#ms) return true;
    if (at !== Number.POSITIVE_INFINITY) this.#holdUntil(this.#calendar.day(at));
    return false;
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

  /** Whether answers that were given at an earlier moment hold now. */
  holds(given: WatchedNow, changesOn: number): boolean {
    return given.#ms <= this.#ms && given.#today <= this.#today && this.#today < changesOn;
  }
}
