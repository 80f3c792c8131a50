/** The card's own words. Everything about the score itself comes from the server, in the same language. */
import type { Status } from '@account-health/contract';
import { en } from './labels-en.ts';
import { it } from './labels-it.ts';
import { ko } from './labels-ko.ts';
import { ro } from './labels-ro.ts';
import { tr } from './labels-tr.ts';
import type { FailureReason } from './use-scorecard.ts';

/** Arguments are numbers and dates already written in the reader's locale, or the server's sentences. */
export interface Labels {
  readonly loading: string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly score: string;
  readonly change: (signedPoints: string) => string;
  readonly noChange: string;
  readonly noComparison: string;
  readonly whyChanged: string;
  /** Over so many days: the title of why the score changed by so many points. */
  readonly changeOver: (days: string, signedPoints: string) => string;
  readonly pointsLost: (points: string) => string;
  readonly nothingLost: string;
  readonly remedy: (sentence: string) => string;
  readonly more: (count: string) => string;
  readonly showAll: (count: string) => string;
  readonly showFewer: string;
  readonly dimensions: string;
  readonly noData: string;
  readonly missing: string;
  readonly family: string;
  readonly worstChild: string;
  readonly history: string;
  readonly date: string;
  readonly replayed: string;
  readonly published: string;
  readonly coverage: (percent: string) => string;
  readonly asOf: (moment: string) => string;
  readonly noScoreYet: string;
  readonly noScoreYetHint: string;
  readonly notCustomer: string;
  readonly notFound: string;
  readonly failed: string;
  readonly failures: Readonly<Record<FailureReason, string>>;
  readonly retry: string;
}

const CATALOGUES: Readonly<Record<string, Labels>> = { en, it, ko, ro, tr };

/** The labels in the locale's language; English where there are none. */
export const labelsFor = (locale: string): Labels => CATALOGUES[locale.split('-')[0] ?? ''] ?? en;
