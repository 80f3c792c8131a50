import type { AccountView, FullView } from './account-view.ts';
import type { Evidence, EvidenceValue } from './evidence.ts';
import type { AnyReads, Reads } from './object-types.ts';

/** Why a signal could not be read. The first five mean that its source is not connected. */
export type UnknownReason =
  | 'scope_missing'
  | 'type_missing'
  | 'property_missing'
  | 'not_connected'
  | 'not_set_up'
  | 'not_read_yet'
  | 'not_known_then'
  | 'not_logged'
  | 'no_data'
  | 'too_few'
  /** Of the account there is enough; of all customers, with whom it is compared, too few. */
  | 'no_norm'
  | 'too_new'
  | 'no_terms'
  | 'mixed_currencies'
  | 'unmapped_value'
  | 'expired'
  | 'too_old'
  | 'stale';

/** Reasons that take a signal out of the denominator of coverage: the portal does not have the source at all. */
export const NOT_CONNECTED: ReadonlySet<UnknownReason> = new Set([
  'scope_missing',
  'type_missing',
  'property_missing',
  'not_connected',
  'not_set_up',
]);

export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
  /** Values for the reason's sentence: the property, the option ... */
  readonly values?: Readonly<Record<string, EvidenceValue>>;
}

/** What a signal measures: a raw value in the signal's unit, or unknown. */
export type Measurement =
  | {
      readonly kind: 'measured';
      /** In the signal's unit; any finite number. */
      readonly raw: number;
      /** Worked out only where somebody reads it: what the sentence alone needs belongs in here. */
      readonly evidence: () => Evidence;
      /** True where the reading is only the absence of bad events in a channel the account did not use (rule 4). */
      readonly silent?: boolean;
    }
  | Unknown;

/** A signal's outcome for one company at one time. */
export type Reading =
  | {
      readonly kind: 'scored';
      /** In the signal's unit. */
      readonly raw: number;
      /** 0..100. */
      readonly points: number;
      readonly evidence: Evidence;
    }
  | Unknown;

/** A number, a list of HubSpot values, or points by value: what a model may set for a signal besides its curve. */
export type Setting = number | readonly string[];
export type Settings = Readonly<Record<string, Setting>>;
type Widen<S extends Settings> = { readonly [K in keyof S]: S[K] extends number ? number : readonly string[] };

export interface SignalSpec<R extends Reads, S extends Settings> {
  readonly key: string;
  /** What the raw value counts. */
  readonly unit: 'value' | 'days' | 'share' | 'ratio' | 'load' | 'points';
  /** Whether a higher raw value is better: the direction of every curve for it. */
  readonly better: 'higher' | 'lower';
  /** What it reads of each object type. A property that the portal lacks makes the signal unknown, but for `spares`. */
  readonly reads: R;
  /**
   * Of what it reads, what it can do without and never read healthier for it: names, refinements, and properties of which any
   * one will do. A type that it does not need to be connected, and of which it can spare all, may be missing altogether.
   */
  readonly spares?: Reads;
  /**
   * What shows that the portal has this source: any record of one of these types, or, where properties are named, a record
   * with one of them filled.
   */
  readonly connectedBy: Reads;
  /** Whether what was told to us alone, and not to HubSpot, connects it as well. Left out: nothing does. */
  connectedBesides?(account: Pick<FullView, 'now' | 'portal' | 'pulse' | 'usage'>): boolean;
  /** Defaults of what a model may set; also the list of what it may set. */
  readonly settings: S;
  measure(account: AccountView<R>, settings: Widen<S>): Measurement;
}

/** A signal with its types folded away: what the registry holds, and what a model maps. */
export interface Signal extends Omit<SignalSpec<Reads, Settings>, 'measure' | 'reads' | 'spares' | 'connectedBy'> {
  readonly reads: AnyReads;
  readonly spares?: AnyReads;
  readonly connectedBy: AnyReads;
  measure(account: FullView, settings: Settings): Measurement;
}

/** Checks at compile time that a signal touches only what it declares to read. */
export const defineSignal = <const R extends Reads, const S extends Settings>(spec: SignalSpec<R, S>): Signal =>
  spec as unknown as Signal;

/** Shorthands for what signals return. */
export const unknown = (reason: UnknownReason, values?: Unknown['values']): Unknown =>
  values === undefined ? { kind: 'unknown', reason } : { kind: 'unknown', reason, values };
