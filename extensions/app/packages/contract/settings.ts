/**
 * The settings page but for model, playbooks and segments: what the server answers under `/api/settings`. Types and constants only, no
 * dependencies. Everybody may look; who may change what is in `you.may`. All take `?locale=`.
 */
import type { ModelWord } from './model-words.ts';
import type { PermissionsAnswer } from './permissions.ts';
import type { PlayWord } from './play-words.ts';
import type { SettingsWord } from './settings-words.ts';
import type { Words } from './words.ts';

/** `GET /api/settings`: what the page needs first. */
export interface SettingsHome {
  locale: string;
  portalId: number;
  /** IANA. */
  timeZone: string;
  /** ISO 4217; null before the first run. */
  currency: string | null;
  you: PermissionsAnswer['you'];
  /** The page's words by name; the lists may share names. */
  words: { settings: Words<SettingsWord>; model: Words<ModelWord>; play: Words<PlayWord> };
}

/** `POST /api/settings/start-writing`: from now on what cycles score is written into HubSpot. Said again it changes nothing. */
export interface StartWritingAnswer {
  /** ISO 8601 UTC; null where the app is not installed by OAuth, and needs nobody's word. */
  writingSince: string | null;
}

export type FindingMark = 'ok' | 'look' | 'broken';

/** `GET /api/settings/connection`. Texts are in the reader's language. */
export interface Connection {
  locale: string;
  portalId: number;
  /** How the portal is called: by the app's installation, or by a private app's token. */
  way: 'installed' | 'private';
  /** ISO 8601 UTC; null where it is not known. */
  installedAt: string | null;
  /** Since when companies are written; null: nothing is written before somebody says so (`POST /api/settings/start-writing`). */
  writingSince: string | null;
  scopes: {
    scope: string;
    /** Null: HubSpot does not tell. */
    granted: boolean | null;
    required: boolean;
    /** What it buys, in a sentence. */
    buys: string;
  }[];
  /** Where an admin agrees anew, to grant what is missing; null where the portal did not install the app. */
  reauthorizeUrl: string | null;
  /** What is wrong, or worth knowing, and what to do: as `doctor` tells it. */
  findings: { mark: FindingMark; text: string; remedy: string | null }[];
  /** When the last cycle ended; ISO 8601 UTC. */
  lastCycleAt: string | null;
  /** Records held, by type with what people call it. */
  held: { objectType: string; label: string; records: number }[];
}

/** How often a portal is synced and scored. */
export const SCHEDULES = ['hourly', 'every_4_hours', 'twice_a_day', 'daily'] as const;
export type ScheduleKind = (typeof SCHEDULES)[number];

export interface Schedule {
  every: ScheduleKind;
  /** The hour of the day in the portal's zone, 0..23, for `twice_a_day` (and twelve hours later) and `daily`; else left as it is. */
  atHour: number;
}

/** `GET` and `PUT /api/settings/schedule {version, schedule}`; 409 with what holds now where somebody changed it since. */
export interface ScheduleAnswer {
  /** 0: nobody has set it. */
  version: number;
  /** Null: nobody has set it, and the service's own schedule holds. */
  schedule: Schedule | null;
  /** When the next cycles start, as a sentence in the reader's words and the portal's zone; null: not known here. */
  next: string | null;
}

/** `GET /api/settings/ingest-keys`; `POST {label}`; `DELETE /{id}`. */
export interface IngestKeysAnswer {
  keys: { id: string; label: string; madeAt: string; revokedAt: string | null }[];
  /**
   * Only in the answer to the `POST` that made it: nobody can see it again. `key` is null where the same request came again, as it does after
   * a broken connection: then the key was told in the first answer, or lost with it.
   */
  made: { id: string; key: string | null } | null;
  /** Why the `POST` made none, in words; else null. */
  refused: string | null;
  /** Where usage is posted, absolute. */
  url: string;
  /** Whether usage was ever posted. */
  lastPostedAt: string | null;
}

/** `GET /api/settings/people?text=`: HubSpot users, for pickers: at most 50, without a text at most 1,000; `refused` says why there are none. */
export interface PeopleAnswer {
  people: { userId: string; ownerId: string | null; name: string; email: string | null }[];
  teams: { id: string; name: string }[];
  refused: string | null;
}

/** `GET /api/settings/companies?text=`: companies whose name contains a text, for pickers. */
export interface CompaniesAnswer {
  companies: { id: string; name: string }[];
}
