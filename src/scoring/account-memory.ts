/**
 * What was worked out of one account at earlier moments and still holds. A reading holds for as long as the records that its signal reads
 * are the same, and nothing that the signal asked of the time has another answer: so of many moments a signal is measured at those at
 * which something may happen to it, and its author writes it for one.
 */
import type { FullView } from './account-view.ts';
import type { Asked, AskedDimension } from './asked.ts';
import type { Model } from './model-shape.ts';
import type { ActivityType } from './object-types.ts';
import { PURCHASE_READS } from './purchases.ts';
import { type AskedSignal, readLazily } from './read-signal.ts';
import { type ModelFor, modelFor } from './segments.ts';
import type { Reading } from './signal.ts';
import { type WeighedDimension, weighDimension } from './weigh-dimension.ts';

interface Held<T> {
  readonly value: T;
  /** What it was worked out of. */
  readonly account: FullView;
  /** The calendar day from which on it may be another. */
  readonly changesOn: number;
}

/** Whether what was worked out of the company and of records of these types is the same now; `besides`: and of what is told to us alone. */
function holds(
  { account: before, changesOn }: Held<unknown>,
  account: FullView,
  types: readonly ActivityType[],
  besides: boolean,
): boolean {
  if (!account.now.holds(before.now, changesOn)) return false;
  if (account.company !== before.company) return false;
  if (besides && (account.pulse !== before.pulse || account.usage !== before.usage)) return false;
  for (const type of types) if (account[type] !== before[type]) return false;
  return true;
}

const isSame = (one: Reading, other: Reading): boolean =>
  one.kind === 'scored'
    ? other.kind === 'scored' && one.raw === other.raw && one.points === other.points
    : other.kind === 'unknown' && one.reason === other.reason;

/** What tells an account's segment. */
const OF_SEGMENTS = Object.keys(PURCHASE_READS) as (keyof typeof PURCHASE_READS)[];

/** Of one account in one portal under one model, at moments that are given in their order. */
export class AccountMemory {
  #model: Held<ModelFor> | undefined;
  #asks: Asked | undefined;
  /** By their places in what is asked. */
  #dimensions: (Held<WeighedDimension> | undefined)[] = [];
  #readings: (Held<Reading> | undefined)[][] = [];

  /** As `modelFor`. */
  modelFor(account: FullView, whole: Model): ModelFor {
    if (this.#model !== undefined && holds(this.#model, account, OF_SEGMENTS, false)) return this.#model.value;
    const { now } = account;
    now.watch();
    const value = modelFor(account, whole);
    this.#model = { value, account, changesOn: now.changesOn };
    return value;
  }

  /** All that is asked of the account, weighed. The evidence of the readings may be that of an earlier moment. */
  weigh(asks: Asked, account: FullView, model: Model): readonly WeighedDimension[] {
    if (asks !== this.#asks) {
      this.#asks = asks;
      this.#dimensions = [];
      this.#readings = asks.dimensions.map(() => []);
    }
    return asks.dimensions.map((dimension, place) => this.#weighOne(dimension, place, account, model));
  }

  #weighOne(dimension: AskedDimension, place: number, account: FullView, model: Model): WeighedDimension {
    const held = this.#dimensions[place];
    if (held !== undefined && holds(held, account, dimension.types, dimension.hasOfCompany)) return held.value;
    const latest = this.#readings[place] ?? [];
    const readings: Reading[] = [];
    let isUnchanged = held !== undefined;
    let changesOn = Number.POSITIVE_INFINITY;
    for (const asked of dimension.signals) {
      const before = latest[readings.length];
      const reading = readHeld(before, asked, account, model);
      latest[readings.length] = reading;
      if (reading.value !== before?.value) isUnchanged = false;
      if (reading.changesOn < changesOn) changesOn = reading.changesOn;
      readings.push(reading.value);
    }
    const value = held !== undefined && isUnchanged ? held.value : weighDimension(dimension, readings);
    this.#dimensions[place] = { value, account, changesOn };
    return value;
  }
}

/** A signal's reading: the one before, as long as it holds. */
function readHeld(
  before: Held<Reading> | undefined,
  asked: AskedSignal,
  account: FullView,
  model: Model,
): Held<Reading> {
  if (before !== undefined && holds(before, account, asked.types, asked.isOfCompany)) return before;
  const { now } = account;
  now.watch();
  const reading = readLazily(asked, account, model);
  const value = before !== undefined && isSame(before.value, reading) ? before.value : reading;
  return { value, account, changesOn: now.changesOn };
}
