/**
 * The scorecard: what the server answers to `GET /api/companies/{companyId}/scorecard` and the card shows. Shared by
 * both sides; types and constants only, no dependencies.
 */
import type { NextAction } from './card.ts';
import type { CardWord } from './card-words.ts';
import type { Words } from './words.ts';

/** The health status of a company: the band of its score, or unknown. Values of the property `account_health_status`. */
export const STATUSES = ['healthy', 'at_risk', 'unhealthy', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

/** A HubSpot record behind a statement. */
export interface RecordLink {
  /** Plural object type, as in HubSpot's paths: `invoices`, `tickets` ... */
  objectType: string;
  id: string;
  /** What people call the record; in the asked language. */
  label: string;
  /** Absolute address of the record's page in the portal. */
  url: string;
}

export interface DimensionScore {
  key: string;
  label: string;
  /** 0..100, whole; null where nothing in the dimension is known. */
  score: number | null;
  /** The model's weight, relative, >= 0. */
  weight: number;
  /** Known signal weight / signal weight in the dimension, 0..1. */
  coverage: number;
}

/** Why points were lost. The rows' points sum exactly to 100 - score. */
export interface ReceiptRow {
  /** Signal key, or the key of a cap. */
  signal: string;
  label: string;
  /** Dimension key; null for a cap. */
  dimension: string | null;
  /** Whole, >= 1. */
  pointsLost: number;
  evidence: string;
  /** The worst few records; `moreRecords` says how many others there are. */
  records: RecordLink[];
  moreRecords: number;
  /** What would win the points back. */
  remedy: string;
}

/** A signal that could not be read, and why, in words. */
export interface MissingSignal {
  signal: string;
  label: string;
  reason: string;
}

/** What is worth knowing of a company beside its score, such as that it may be seasonal. It counts for nothing. */
export interface Mark {
  /** Tells marks apart; a card shows one that it does not know as well. */
  key: string;
  /** A word or two. */
  label: string;
  /** Why it has the mark, and what that means for the score. */
  text: string;
}

/** One weekly point, oldest first. */
export interface HistoryPoint {
  /** Calendar day in the portal's time zone, YYYY-MM-DD. */
  date: string;
  /** 0..100, whole; null where there was none. */
  score: number | null;
  status: Status;
  /** True where the point was computed afterwards from dated facts, false where it is the score as published. */
  replayed: boolean;
  /** Of the health model that gave the point; null where nothing was published by then. */
  modelVersion: string | null;
}

/** Why a score changed. `late_data` is what was so before and seen late, `ageing` what time alone did, `behaviour` what is new. */
export const CHANGE_CAUSES = ['model', 'sources', 'late_data', 'ageing', 'behaviour'] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

/** What one cause changed by one signal, cap or hold. */
export interface ChangedSignal {
  /** Signal key, the key of a cap, or another row's key. */
  signal: string;
  label: string;
  /** Whole, never 0; below 0: points lost. */
  points: number;
  evidence: string;
  records: RecordLink[];
  moreRecords: number;
}

export interface ChangePart {
  cause: ChangeCause;
  label: string;
  /** Whole; the sum of its signals' points, and 0 where they balance. */
  points: number;
  /** The largest first; never empty. */
  signals: ChangedSignal[];
}

/** How the score changed over some days, and why. The parts' points sum exactly to the total. */
export interface ScoreChange {
  days: 7 | 30 | 90;
  /**
   * Scores, 0..100, whole. From a score that was published, `to` is the score shown; from one computed afterwards, both speak only
   * of what was known at both moments, so that `to` may be another.
   */
  from: number;
  to: number;
  /** `to` less `from`. */
  total: number;
  /** The days and the points, in few words: the title of the reasons. */
  title: string;
  /** The change and what mattered most, in one sentence. */
  sentence: string;
  /** The largest first. */
  parts: ChangePart[];
}

/** What a person said of the company, for as long as it holds. Days are YYYY-MM-DD in the portal's time zone. */
export interface Pulse {
  value: 'positive' | 'neutral' | 'negative';
  reason: string;
  /** The person's email; null where HubSpot did not tell. */
  by: string | null;
  givenOn: string;
  /** The last day on which it holds. */
  expiresOn: string;
}

/** A status set by a person in place of the score's. */
export interface Override {
  status: Exclude<Status, 'unknown'>;
  reason: string;
  by: string | null;
  setOn: string;
  expiresOn: string;
}

/** How a company's child companies fare, at every level below it. */
export interface Family {
  /** In words: how many are customers, their mean health and what it is weighed by, how many have no score. */
  facts: string[];
  /** Mean health of those that have a score, 0..100, whole; null where none has. */
  mean: number | null;
  /** The one with the lowest score; null where none has one. */
  worst: { label: string; url: string; score: number; status: Status } | null;
}

/** A day of the history from which on something else made the score or the status, in words: a chart shows no such thing. */
export interface HistoryMark {
  /** Calendar day in the portal's time zone, YYYY-MM-DD. */
  date: string;
  label: string;
}

export interface Scorecard {
  /** BCP 47: what the sentences, dates and numbers here are written in; English where the asked language has no sentences. */
  locale: string;
  /** `not_connected`: the portal's connection ended; nothing of the company is told then. */
  state: 'scored' | 'unknown' | 'not_customer' | 'not_found' | 'not_connected';
  companyName: string | null;
  /** 0..100, whole; only in state `scored`. */
  score: number | null;
  /** The status that holds: the override's where there is one. Null in the states `not_customer` and `not_found`. */
  status: Status | null;
  /** The score's own status, whatever people say. Null where `status` is. */
  scoreStatus: Status | null;
  pulse: Pulse | null;
  override: Override | null;
  /** 0..1; null in the states `not_customer` and `not_found`. */
  coverage: number | null;
  /** The moment the score speaks of, ISO 8601 UTC; null before the first cycle. */
  asOf: string | null;
  /** The portal's time zone, IANA. */
  timeZone: string;
  /** Score minus the score 30 days before; null where either is none. */
  change30d: number | null;
  /** Over 7, 30 and 90 days; without those at whose beginning or end there was no score. */
  changes: ScoreChange[];
  model: { name: string; version: string } | null;
  dimensions: DimensionScore[];
  receipt: ReceiptRow[];
  missing: MissingSignal[];
  /** Mostly none; only in the states `scored` and `unknown`. */
  marks: Mark[];
  history: HistoryPoint[];
  /** `recomputed`: the whole history was asked to be computed anew, with today's model and what is known today; all points are replayed. */
  historyBasis: 'published' | 'recomputed';
  /** Ascending by day: from when on scores are as published, another version of the model counted, an override was set or ended. */
  historyMarks: HistoryMark[];
  /** Sentences on the history: from when on it is as published, and by which versions of the health model; mostly few. */
  historyNotes: string[];
  /** Left out where the company has no child companies, or the health model does not ask for the roll-up; in every state but `not_found`. */
  family?: Family;
  /** A sentence for the states that have no score; null in state `scored`. */
  explanation: string | null;
  /** What to do about that, in a sentence; null in state `scored`, and where there is nothing to do. */
  hint: string | null;
  /** That the score is old, and what to do, in a sentence; null: it is as fresh as the portal's schedule has it. */
  stale: string | null;
  /** The best thing to do now; null: the receipt calls for nothing. */
  nextAction: NextAction | null;
  /** What the person who asks may do. */
  you: { mayJudge: boolean; mayMakeTasks: boolean };
  /** The card's own words, in the same language. */
  words: Words<CardWord>;
}
