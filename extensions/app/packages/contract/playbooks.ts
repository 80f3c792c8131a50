/**
 * Playbooks and starter segments on the settings page. Types and constants only, no dependencies. Texts are in the reader's language.
 */
import type { Status } from './scorecard.ts';

/** Where an account stands: what the task advises goes by it. */
export const STAGES = ['onboarding', 'adoption', 'renewal', 'mature'] as const;
export type Stage = (typeof STAGES)[number];

/** What happens when an account worsens. */
export interface Playbooks {
  enabled: boolean;
  /** To which bands a fall makes a task. */
  toBands: ('at_risk' | 'unhealthy')[];
  /** After a task, none for the same company for so many days, 1..365. */
  cooldownDays: number;
  /** At most so many tasks a week for one person, 1..200; the most revenue at risk first. */
  perPersonAWeek: number;
  /** Tasks are due so many days after they are made, 0..60. */
  dueInDays: number;
  /** HubSpot owner id, for accounts without CS owner and company owner; null: they get no task, and the log says so. */
  fallbackOwnerId: string | null;
  /** Where check-ups are booked; null: the next best action is a task. */
  meetingLink: string | null;
  /** What to do, by stage; null: the app's own text. */
  advice: Record<Stage, string | null>;
}

export interface Outcome {
  status: Status | 'not_customer' | 'gone' | null;
  score: number | null;
}

/** A task that a playbook made, and what became of the account. Days YYYY-MM-DD in the portal's zone. */
export interface PlayRow {
  companyId: string;
  companyName: string;
  companyUrl: string;
  taskUrl: string | null;
  owner: string | null;
  madeOn: string;
  from: Status;
  to: Status;
  score: number;
  after30: Outcome | null;
  after90: Outcome | null;
}

/** `GET` and `PUT /api/settings/playbooks {version, playbooks}`; 409 with what holds now where somebody changed it since. */
export interface PlaybooksAnswer {
  version: number;
  playbooks: Playbooks;
  /** The app's own texts by stage, in the language of the texts written into the portal. */
  advice: Record<Stage, string>;
  /** The latest tasks, at most 50. */
  plays: PlayRow[];
  /** How accounts fared, of those whose day has come: recovered is a better band than the one they fell to. */
  outcomes: { days: 30 | 90; due: number; recovered: number; same: number; worse: number; left: number }[];
  /** Why tasks cannot be made now, and what to do; null: they can. */
  refused: string | null;
  /** Accounts that worsened and got no task lately, by why: in words. */
  skipped: { text: string; count: number }[];
}

/** The starter segments, in the order in which they are shown. */
export const SEGMENT_KEYS = ['unhealthy', 'renewing', 'dropped', 'overdue_falling', 'ask_review'] as const;
export type SegmentKey = (typeof SEGMENT_KEYS)[number];

/** `GET /api/settings/segments`, `POST {keys}` makes those. */
export interface SegmentsAnswer {
  segments: {
    key: SegmentKey;
    /** The list's name, as it is or would be made. */
    name: string;
    description: string;
    /** Its rules, in words. */
    rules: string;
    state: 'not_made' | 'made' | 'gone';
    url: string | null;
    /** Companies in it, where HubSpot tells. */
    size: number | null;
    /** Why it could not be made, in words; only right after it was asked for. */
    failure: string | null;
  }[];
  /** Why none can be made now, and what to do; null: they can. */
  refused: string | null;
}
