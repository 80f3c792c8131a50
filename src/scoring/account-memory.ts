/**
 * What was worked out of one account at earlier moments and still holds. A reading holds for as long as the records that its signal reads
 * are the same, and nothing that the signal asked of the time has another answer: so of many moments a signal is measured at those at
 * which something may happen to it, and its author writes it for one.
 */
import type { FullView } from './account-view.ts';
import type { AskedDimension } from './asked.ts';
import type { Model } from './model-shape.ts';
import type { ActivityType } from './object-types.ts';
import { PURCHASE_READS } from './purchases.ts';
import { type AskedSignal, readLazily } from './read-signal.ts';
import { type ModelFor, modelFor } from './segments.ts';
import type { Reading } from './signal.ts';
import { type WeighedDimension, weighDimension } from './weigh.ts';

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

/** Of one account in one portal, at moments that are given in their order. */
export class AccountMemory {
  readonly #readings = new Map<AskedSignal, Held<Reading>>();
  readonly #dimensions = new Map<AskedDimension, Held<WeighedDimension>>();
  readonly #models = new Map<Model, Held<ModelFor>>();

  /** As `modelFor`. */
  modelFor(account: FullView, whole: Model): ModelFor {
    const held = this.#models.get(whole);
    if (held !== undefined && holds(held, account, OF_SEGMENTS, false)) return held.value;
    const { now } = account;
    now.watch();
    const value = modelFor(account, whole);
    this.#models.set(whole, { value, account, changesOn: now.changesOn });
    return value;
  }

  /** A dimension of the account, weighed. The evidence of its readings may be that of an earlier moment. */
  weigh(dimension: AskedDimension, account: FullView, model: Model): WeighedDimension {
    const held = this.#dimensions.get(dimension);
    if (held !== undefined && holds(held, account, dimension.types, dimension.hasOfCompany)) return held.value;
    const readings: Reading[] = [];
    let isUnchanged = held !== undefined;
    let changesOn = Number.POSITIVE_INFINITY;
    for (const asked of dimension.signals) {
      const reading = this.#read(asked, account, model);
      if (reading.value !== held?.value.readings[readings.length]) isUnchanged = false;
      if (reading.changesOn < changesOn) changesOn = reading.changesOn;
      readings.push(reading.value);
    }
    const value = held !== undefined && isUnchanged ? held.value : weighDimension(dimension, readings);
    this.#dimensions.set(dimension, { value, account, changesOn });
    return value;
  }

  #read(asked: AskedSignal, account: FullView, model: Model): Held<Reading> {
    const held = this.#readings.get(asked);
    if (held !== undefined && holds(held, account, asked.types, asked.isOfCompany)) return held;
    const { now } = account;
    now.watch();
    const reading = readLazily(asked, account, model);
    const value = held !== undefined && isSame(held.value, reading) ? held.value : reading;
    const anew = { value, account, changesOn: now.changesOn };
    this.#readings.set(asked, anew);
    return anew;
  }
}
