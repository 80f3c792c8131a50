import type { ExchangeRates } from './currency.ts';
import type { ActivityType, ObjectType } from './object-types.ts';
import { once } from './once.ts';

/** What the portal lets us see of one object type. Times in ms since 1970 UTC. */
export interface Source {
  /** Why the type tells nothing: it cannot be read, or was not read to its end yet. Null: it tells. */
  readonly blocked: 'scope_missing' | 'type_missing' | 'not_read_yet' | null;
  /** When the first full read of the type ended; from then on a fact counts from when it was seen. Null: not yet. */
  readonly runningSince: number | null;
  /** Birth of the oldest record that the portal ever held; null: none. Companies: 0. */
  readonly firstRecordAt: number | null;
  /** Properties we asked for that the portal does not have. */
  readonly missingProperties: readonly string[];
  /** Properties that a model which is only tried looks at, and that no sync has read yet. Left out: none. */
  readonly notReadYet?: readonly string[];
  /** By property, the birth of the oldest record that the portal ever held with it filled; never filled ones are absent. */
  readonly filledSince: Readonly<Record<string, number>>;
  /** When it was first read to its end, by whatever model; from then on it was a source. Left out: not known, or not yet. */
  readonly firstReadAt?: number;
  /** When it was found that it cannot be read any more. Left out: it can, or never could. */
  readonly lostAt?: number;
  /** The last time that it came back after it had been lost, and when it had been. Left out: never. */
  readonly regained?: { readonly lostAt: number; readonly at: number };
}

/**
 * Everything about a portal as a whole that a reading depends on. Computed once per cycle and stored with it, so that one
 * company rescored alone comes out as in the cycle. Plain JSON.
 */
export interface PortalContext {
  /** IANA. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** What other currencies were worth in it. Absent: the portal has one currency, or we may not read its rates. */
  readonly exchangeRates?: ExchangeRates;
  /** The domain of the portal's own company, lower case, as the addresses of its users tell it. Absent: they do not. */
  readonly ownDomain?: string;
  /** Of custom objects, those that the model reads. */
  readonly sources: Readonly<Record<ObjectType, Source>>;
  /** When its scores were first published, ms: whatever comes later is a source gained. Left out: not yet. */
  readonly publishedSince?: number;
  /**
   * Deal stages by id: label, and the chance of winning 0..1 where HubSpot gives it. Null: we may not read them.
   */
  readonly dealStages: Readonly<Record<string, { readonly label: string; readonly probability: number | null }>> | null;
  /** Labels of the options of `hs_csm_sentiment`, by value. */
  readonly sentimentLabels: Readonly<Record<string, string>>;
  /** The bands that the whole portal's scores gave, where the model asks for that, and when, ms. Left out: the model's own hold. */
  readonly bands?: { readonly atRiskFrom: number; readonly healthyFrom: number; readonly computedAt: number };
  /** By owner id, the UTC days (whole days since 1970) on which mail of theirs was logged, ascending. */
  readonly mailLoggedDays: Readonly<Record<string, readonly number[]>>;
  /** Likewise of calls. Left out: not known, as in contexts of earlier cycles. */
  readonly callLoggedDays?: Readonly<Record<string, readonly number[]>>;
  /** When a pulse was first given in the app, of any company; left out: never. */
  readonly pulsesSince?: number;
  /** Product usage that was posted to us, of any company; left out: none. */
  readonly usage?: {
    /** When it was first posted; from then on a row counts from when it was posted. */
    readonly runningSince: number;
    /** By metric, the UTC days (whole days since 1970) that its rows speak of, ascending. */
    readonly days: Readonly<Record<string, readonly number[]>>;
  };
  /** By quarter, what was usual of the tickets solved in the four quarters before it. Quarters without any are absent. */
  readonly ticketMedians: Readonly<Record<string, TicketMedians>>;
  /** The kinds of meetings (activity types) and tickets (categories) there are, with the quarters that held one, ascending. */
  readonly kindQuarters: Readonly<Record<'meetings' | 'tickets', Readonly<Record<string, readonly number[]>>>>;
}

const NOT_READ: Source = {
  blocked: 'not_read_yet',
  runningSince: null,
  firstRecordAt: null,
  missingProperties: [],
  filledSince: {},
};

/** What the portal lets us see of an object type; one that the model did not read by then was not read. */
export const sourceOf = ({ sources }: Pick<PortalContext, 'sources'>, type: ObjectType): Source =>
  sources[type] ?? NOT_READ;

/** The types whose records may tell of an account: those that every portal may have, and the custom objects of the model. */
export const activityTypes = ({ sources }: Pick<PortalContext, 'sources'>): readonly ActivityType[] => typesOf(sources);
const typesOf = once((sources: PortalContext['sources']): readonly ActivityType[] =>
  (Object.keys(sources) as ObjectType[]).filter((type) => type !== 'companies'),
);

/** A median over so many tickets; times in ms, above 0. Null: no ticket tells. */
export interface TicketMedian {
  readonly ms: number;
  readonly tickets: number;
}

/** From creation to close, and to the first reply. */
export interface TicketMedians {
  readonly resolution: TicketMedian | null;
  readonly firstReply: TicketMedian | null;
}

/** The UTC quarter of a moment (ms), counted from the year 0: four times the year, and 0 to 3. */
export function quarterOf(ms: number): number {
  const date = new Date(ms);
  return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
}
