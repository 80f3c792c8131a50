/**
 * What was worked out of one account at earlier moments and still holds. A reading holds for as long as the records that its signal reads
 * are the same, and nothing that the signal asked of the time has another answer: so of many moments a signal is measured at those at
 * which something may happen to it, and its author writes it for one.
 */
import type { FullView } from './account-view.ts';
import type { Asked, AskedDimension } from './asked.ts';
import type { Model } from './model-shape.ts';
import { changedSince, type Parts, TOLD } from './parts.ts';
import { PURCHASE_READS } from './purchases.ts';
import { type AskedSignal, readLazily } from './read-signal.ts';
import type { Reading } from './signal.ts';
import { type Standing, standingOf } from './standing.ts';
import { Weighed } from './weigh.ts';
import { type WeighedDimension, weighDimension } from './weigh-dimension.ts';

const isSame = (one: Reading, other: Reading): boolean =>
  one.kind === 'scored'
    ? other.kind === 'scored' && one.raw === other.raw && one.points === other.points
    : other.kind === 'unknown' && one.reason === other.reason;

class HeldReading {
  readonly #asked: AskedSignal;
  #value: Reading | undefined;
  /** The calendar day from which on it may be another. */
  changesOn = Number.NEGATIVE_INFINITY;

  constructor(asked: AskedSignal) {
    this.#asked = asked;
  }

  at(account: FullView, model: Model, changed: Parts): Reading {
    const { now } = account;
    const before = this.#value;
    if (before !== undefined && now.today < this.changesOn && (changed & this.#asked.parts) === 0) return before;
    now.watch();
    const reading = readLazily(this.#asked, account, model);
    this.changesOn = now.changesOn;
    this.#value = before !== undefined && isSame(before, reading) ? before : reading;
    return this.#value;
  }
}

class HeldDimension {
  readonly #asked: AskedDimension;
  readonly #signals: readonly HeldReading[];
  #value: WeighedDimension | undefined;
  /** The first calendar day on which one of its readings may be another. */
  #changesOn = Number.NEGATIVE_INFINITY;

  constructor(asked: AskedDimension) {
    this.#asked = asked;
    this.#signals = asked.signals.map((one) => new HeldReading(one));
  }

  at(account: FullView, model: Model, changed: Parts): WeighedDimension {
    const before = this.#value;
    const { today } = account.now;
    if (before !== undefined && today < this.#changesOn && (changed & this.#asked.parts) === 0) return before;
    const readings: Reading[] = [];
    let isUnchanged = before !== undefined;
    let changesOn = Number.POSITIVE_INFINITY;
    for (const signal of this.#signals) {
      const reading = signal.at(account, model, changed);
      if (reading !== before?.readings[readings.length]) isUnchanged = false;
      if (signal.changesOn < changesOn) changesOn = signal.changesOn;
      readings.push(reading);
    }
    this.#changesOn = changesOn;
    this.#value = before !== undefined && isUnchanged ? before : weighDimension(this.#asked, readings);
    return this.#value;
  }
}

/** What tells whether it is a customer, and its segment, besides the company itself. */
const OF_STANDING = Object.keys(PURCHASE_READS) as (keyof typeof PURCHASE_READS)[];
const isStandingSame = (before: FullView, account: FullView): boolean =>
  (changedSince(before, account, OF_STANDING) & ~TOLD) === 0;

/** Of one account in one portal under one model, at moments that are given in their order. */
export class AccountMemory {
  #standing: { readonly account: FullView; readonly changesOn: number; readonly found: Standing } | undefined;
  #asks: Asked | undefined;
  #account: FullView | undefined;
  #dimensions: readonly HeldDimension[] = [];

  /** As `standingOf`. */
  standingOf(account: FullView, whole: Model): Standing {
    const { now } = account;
    const held = this.#standing;
    if (held !== undefined && now.today < held.changesOn && isStandingSame(held.account, account)) return held.found;
    now.watch();
    const found = standingOf(account, whole);
    this.#standing = { account, changesOn: now.changesOn, found };
    return found;
  }

  /** All that is asked of the account, weighed. The evidence of the readings may be that of an earlier moment. */
  weigh(asks: Asked, account: FullView, model: Model): Weighed {
    if (asks !== this.#asks) this.#dimensions = asks.dimensions.map((one) => new HeldDimension(one));
    const changed = changedSince(this.#account, account, asks.types);
    this.#asks = asks;
    this.#account = account;
    return new Weighed(
      asks,
      this.#dimensions.map((one) => one.at(account, model, changed)),
      model,
    );
  }
}
