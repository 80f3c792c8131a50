/**
 * What a card asks the server besides the scorecard: what its person does, how a score is computed, and the health of the companies
 * behind another record. Types and constants only, no dependencies.
 */
import type { RecordLink, Status } from './scorecard.ts';
import type { Words } from './words.ts';

/** What a person can do about an account. `task`: ask its CS owner to look; the others say what the receipt calls for. */
export const ACTION_KINDS = ['task', 'check_up', 'payment_reminder', 'ask_review'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** The best thing to do now, by what the receipt says. Its texts are in the reader's language. */
export interface NextAction {
  kind: ActionKind;
  /** Of the button that does it. */
  label: string;
  /** Why, in a sentence. */
  reason: string;
  /** A page to open in place of making a task: the portal's meeting link for a check-up. */
  url: string | null;
  /** Our open task of this kind for the company: there is nothing to do twice. */
  open: { label: string; url: string; dueOn: string } | null;
}

/** `POST /api/companies/{companyId}/tasks {kind}`: makes a task in HubSpot for the account's CS owner, with the receipt in words. */
export interface TaskRequest {
  kind: ActionKind;
}

export type TaskAnswer =
  | {
      state: 'made' | 'open_already';
      /** The task's page. */
      task: { label: string; url: string };
      /** Whose task it is; null: nobody's, and the sentence says so. */
      owner: string | null;
      text: string;
    }
  /** Nothing was made; why, and what to do, in a sentence. */
  | { state: 'refused'; text: string };

/** `POST /api/companies/{companyId}/rescore`: scores the company anew; the next scorecards tell when that is done, by their `asOf`. */
export interface RescoreAnswer {
  /** ISO 8601 UTC: a scorecard `asOf` this moment or later holds what was asked for. */
  since: string;
}

/** One signal, down to the rule. Texts are in the reader's language. */
export interface ComputedSignal {
  signal: string;
  label: string;
  /** What it reads, as a sentence with its evidence; for an unknown one, why it is unknown. */
  evidence: string;
  /** The raw value with its unit, as text; null: unknown. */
  raw: string | null;
  /** 0..100, one decimal; null: unknown and not counted. */
  points: number | null;
  /** How the points come from the raw value, in a sentence: "Between 30 days (60 points) and 60 days (20 points)". */
  rule: string | null;
  /** The model's weight within the dimension, relative, >= 0. */
  weight: number;
  /** The share of the whole score that it decides for this company, 0..1; 0: shown and not counted. */
  share: number;
  /** Whole points that it costs on the receipt. */
  pointsLost: number;
  records: RecordLink[];
  moreRecords: number;
}

/** How a company's score comes about: `GET /api/companies/{id}/computation`, and `GET /api/settings/model/test` for a draft. */
export interface Computation {
  locale: string;
  companyName: string | null;
  model: { name: string; version: string };
  /** ISO 8601 UTC. */
  asOf: string;
  /** Steps of the decision that are no signal, in order: who is a customer and why, segment, coverage, cap, band ... */
  steps: { label: string; text: string }[];
  score: number | null;
  status: Status | null;
  dimensions: {
    key: string;
    label: string;
    weight: number;
    /** Of the whole score, 0..1, for this company. */
    share: number;
    score: number | null;
    signals: ComputedSignal[];
  }[];
  /** What goes for every company, a sentence each: how points, weights, unknowns, caps and bands work in this model. */
  general: string[];
}

/** Health of a company behind a deal, ticket or contact. */
export interface CompanyHealth {
  id: string;
  name: string;
  url: string;
  state: 'scored' | 'unknown' | 'not_customer';
  score: number | null;
  /** The status that holds; null where the company is no customer. */
  status: Status | null;
  change30d: number | null;
  /** What costs most, in a sentence; or why there is no score. */
  text: string | null;
  /** Whether an override makes the status. */
  overridden: boolean;
}

/** `GET /api/records/{objectType}/{id}/health?locale=`; the type is HubSpot's plural: deals, tickets, contacts. */
export interface RecordHealth {
  locale: string;
  /** ISO 8601 UTC; null before the first cycle. */
  asOf: string | null;
  timeZone: string;
  /** The lowest score first, at most three: which of them is the primary one is not kept. */
  companies: CompanyHealth[];
  /** How many more there are. */
  moreCompanies: number;
  /** What there is in place of companies, in a word or two; null where there are some. */
  title: string | null;
  /** Why there is none, in a sentence; null where there are some. */
  explanation: string | null;
  /** That the scores are old, in a sentence; null: they are as fresh as the portal's schedule has it. */
  stale: string | null;
  words: Words<RecordCardWord>;
}

/** The small card's own words. Each stands in the catalogues as `card.word.<name>`. */
export const RECORD_CARD_WORDS = [
  'healthy',
  'at_risk',
  'unhealthy',
  'unknown',
  'notCustomer',
  'score',
  'change',
  'more',
  'asOf',
  'override',
  'stale',
  'retry',
] as const;
export type RecordCardWord = (typeof RECORD_CARD_WORDS)[number];
