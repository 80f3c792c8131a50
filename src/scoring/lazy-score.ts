import type { Bands } from './bands.ts';
import { bandOf } from './bands.ts';
import type { Mark } from './marks.ts';
import type { Measured, Scored } from './score.ts';
import type { Outcome, Weighed } from './weigh.ts';

/** What a score is of, but for what is put together where somebody reads it. */
interface Known extends Pick<Measured, 'segment'> {
  readonly isBare: boolean;
  readonly weighed: Weighed;
  /** The same, with the evidence of this moment. */
  readonly told: () => Weighed;
}

const NO_MARKS: readonly Mark[] = [];

/** What lies behind a score, put together where somebody reads it; of past scores, that is seldom. */
class LazyMeasured implements Measured {
  readonly segment: Measured['segment'];
  readonly coverage: number;
  readonly marks = NO_MARKS;
  readonly isBare?: true;
  readonly #tell: () => Weighed;
  #told: Weighed | undefined;

  constructor({ segment, isBare, weighed, told }: Known) {
    this.segment = segment;
    this.coverage = weighed.coverage;
    if (isBare) this.isBare = true;
    this.#tell = told;
  }

  protected get told(): Weighed {
    this.#told ??= this.#tell();
    return this.#told;
  }

  get dimensions(): Measured['dimensions'] {
    return this.told.dimensions;
  }

  get signals(): Measured['signals'] {
    return this.told.signals;
  }
}

export class LazyUnknown extends LazyMeasured {
  readonly state = 'unknown';
  readonly reason: NonNullable<Weighed['lacks']>;

  constructor(reason: NonNullable<Weighed['lacks']>, known: Known) {
    super(known);
    this.reason = reason;
  }
}

export class LazyScore extends LazyMeasured {
  readonly state = 'scored';
  readonly score: number;
  readonly status: Scored['status'];
  #outcome: Outcome | undefined;
  #receipt: Scored['receipt'] | undefined;
  #losses: Scored['losses'] | undefined;

  constructor(bands: Bands, known: Known) {
    super(known);
    this.score = known.weighed.outcome().score;
    this.status = bandOf(bands, this.score);
  }

  get #whole(): Outcome {
    this.#outcome ??= this.told.outcome();
    return this.#outcome;
  }

  get receipt(): Scored['receipt'] {
    this.#receipt ??= this.#whole.receipt();
    return this.#receipt;
  }

  get losses(): Scored['losses'] {
    this.#losses ??= this.#whole.losses();
    return this.#losses;
  }
}
