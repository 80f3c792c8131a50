/**
 * The health model on the settings page: what the server answers under `/api/settings/model`. Types and constants only, no
 * dependencies. All take `?locale=`; texts are in the reader's language. Those who may not change the model may look.
 */
import type { Status } from './scorecard.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A place in a model, from its root: `['dimensions', 'billing', 'weight']`. */
export type ModelPath = (string | number)[];

/** What is wrong with a draft, at the line of its YAML; `path` is empty where the text is no YAML. */
export interface Mistake {
  path: ModelPath;
  line: number;
  /** What is wrong and what would be right. */
  text: string;
}

/** What a model may set for a signal besides its curve, at `settings` of the signal's place. */
export interface SignalSetting {
  key: string;
  label: string;
  /** What holds where the model says nothing: a share below 1, a whole number from 1 on, or a list of names. */
  standard: number | string[];
}

export interface EditorSignal {
  key: string;
  label: string;
  /** What its raw value counts, and which way is good: "days; fewer is better". */
  measures: string;
  /** A signal of the portal's own, read from a property. */
  mapped: boolean;
  /** False: the model does not name it; giving it a weight adds it with its usual curve. */
  inModel: boolean;
  weight: number;
  /** Share of the whole score at full knowledge, 0..1. */
  share: number;
  curve: [number, number][] | null;
  whenUnknown: 'skip' | 'neutral' | 'penalise';
  /** In the signal's own order, but for what the model sets once for all signals; none of a signal of the portal's own. */
  settings: SignalSetting[];
  /** Of how many customers it is known now, 0..1; null: not known yet. */
  known: number | null;
}

export interface EditorDimension {
  key: string;
  label: string;
  weight: number;
  share: number;
  signals: EditorSignal[];
}

/** `GET /api/settings/model`, and the answer to whatever changes the draft or what is published. */
export interface ModelState {
  locale: string;
  /** What scores the portal now. */
  active: { name: string; version: string; publishedAt: string | null; by: string | null };
  /** Rises with every change of the draft or of what is published; changes name the one that was looked at. */
  revision: number;
  /** Null: nothing is being changed. `basedOn` is the version that it began with. */
  draft: { yaml: string; basedOn: string; changedAt: string; by: string | null; mistakes: Mistake[] } | null;
  /** The draft as data where its YAML can be read, mistakes or not; else what is active. */
  content: { [key: string]: Json };
  /** The same for people: in the order of the model. Empty where the draft cannot be read as a model. */
  dimensions: EditorDimension[];
  /** Models to begin with. */
  templates: { key: string; name: string; description: string }[];
  /** What the draft changes in what is active, most telling first. */
  changes: ModelChange[];
  /** The version that publishing the draft gives it. */
  nextVersion: string;
  /** Whether the next cycle still has to score by what is active. */
  pendingCycle: boolean;
}

export interface ModelChange {
  path: ModelPath;
  /** What people call the place: "Billing: weight". */
  label: string;
  before: string | null;
  after: string | null;
}

/**
 * `PUT /api/settings/model/draft {revision, change}`; 409 with the `ModelState` of now where somebody else changed it since. So do
 * `POST /api/settings/model/publish {revision}`, after which a draft with mistakes is as it was, and
 * `POST /api/settings/model/rollback {version, revision, name?}`, `name` where the version's model is not called as the active one.
 */
export type DraftChange =
  /** In order; a null value takes the key or list entry away. Comments of the YAML stay. */
  | { kind: 'edits'; edits: { path: ModelPath; value: Json }[] }
  | { kind: 'yaml'; yaml: string }
  | { kind: 'template'; key: string }
  | { kind: 'discard' };

/** `POST /api/settings/model/check {yaml}`: what that text would be as a draft. It changes nothing. */
export interface ModelCheck {
  mistakes: Mistake[];
  /** What it changes in what is active; empty where it cannot be read as a model. */
  changes: ModelChange[];
}

/** `GET /api/settings/model/versions`: newest first. */
export interface ModelVersions {
  versions: { name: string; version: string; publishedAt: string | null; by: string | null; active: boolean }[];
}

/** `GET /api/settings/model/diff?from=VERSION&to=VERSION|draft`. */
export interface ModelDiff {
  from: string;
  to: string;
  changes: ModelChange[];
}

/** `GET /api/settings/model/yaml?of=active|draft|VERSION`. */
export interface ModelYaml {
  fileName: string;
  yaml: string;
}

/** `GET /api/settings/properties?objectType=companies`: the portal's own properties, for pickers. */
export interface PropertiesAnswer {
  properties: {
    name: string;
    label: string;
    /** HubSpot's: string, number, date, datetime, enumeration, bool. */
    type: string;
    options: { value: string; label: string }[];
  }[];
  refused: string | null;
}

/** `GET /api/settings/pipelines`: the portal's deal pipelines. */
export interface PipelinesAnswer {
  pipelines: { id: string; label: string }[];
  refused: string | null;
}

export type Bands = Record<Status, number>;

/** A company that the draft moves. */
export interface PreviewMove {
  id: string;
  name: string;
  url: string;
  from: { score: number | null; status: Status | null };
  to: { score: number | null; status: Status | null };
  /** What the draft changes for it, most points first, in words. */
  why: string[];
  /** A year, in the portal's currency, as text; null: not known, or not for this reader. */
  revenue: string | null;
}

export interface PublishPreview {
  /** ISO 8601 UTC: both models scored as of this moment. */
  asOf: string;
  companies: number;
  before: Bands & { notCustomer: number };
  after: Bands & { notCustomer: number };
  /** How many scores lie in each ten points: 0-9, 10-19 ... 90-100. */
  histogram: { from: number; before: number; after: number }[];
  worsened: number;
  recovered: number;
  /** Customers that the draft gains or loses, or whose score it makes known or unknown. */
  otherMoves: number;
  /** The largest first, at most 100, and how many others. */
  moves: PreviewMove[];
  moreMoves: number;
  /** Yearly revenue by status before and after, as text; null: not known of enough, or not for this reader. */
  revenue: { status: Status; before: string; after: string }[] | null;
  /** What to know: signals of the draft that are not read yet, revenue not known of how many ... */
  notes: string[];
}

/**
 * `POST /api/settings/model/preview {revision}` begins one, `GET` tells how far it is; for who may change the model. It is of the draft with
 * that revision: 409 `{error}` besides, and what there is, where the draft has another by now. Where there can be none the `POST` says so: `failed`.
 */
export interface PreviewState {
  state: 'none' | 'running' | 'ready' | 'failed';
  revision: number | null;
  /** Companies scored, and to score; null while not running. */
  done: number | null;
  of: number | null;
  result: PublishPreview | null;
  /** In words, where it failed. */
  failure: string | null;
}
