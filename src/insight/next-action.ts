import type { ActionKind } from '@account-health/contract/card';
import type { HealthScore, Scored } from '../scoring/score.ts';
import { SOURCE_CHANGES } from '../scoring/source-change.ts';
import type { ReceiptEntry } from '../scoring/weigh.ts';

/** The best thing to do about an account now. `row`: what of its receipt calls for it; null: no single row does. */
export interface NextStep {
  readonly kind: ActionKind;
  readonly row: ReceiptEntry | null;
}

/** Points of the score, on the receipt, from which on something is worth somebody's time with a healthy account. */
const WORTH_POINTS = 10;
/** Mean answer to NPS surveys, 0..10, from which on HubSpot's surveys call somebody a promoter. */
const PROMOTER_FROM = 9;

/** Something is owed now, so that there is something to remind of. */
const OWED: ReadonlySet<string> = new Set(['overdue_balance', 'failed_payments']);
/** What a talk cures: silence, less use, and what they think of us. By signal, for models name dimensions as they like. */
const TALK: ReadonlySet<string> = new Set([
  'email_engagement',
  'two_way_contact',
  'contact_breadth',
  'meetings_held',
  'product_usage',
  'training',
  'pulse',
  'nps',
  'csat',
  'ces',
  'survey_trend',
  'contact_survey',
]);

/**
 * What the receipt says to do: what the row that costs most calls for, so that it agrees with the receipt below it; but a cap that bites goes
 * first, for while it holds nothing else lifts the score. Null where there is
 * nothing to do: no customer, or a healthy one that loses little and did not say that it would recommend us. Of a customer of whom too
 * little is known a talk tells most, and leaves the records that were missing.
 */
export function nextStepOf(health: HealthScore): NextStep | null {
  if (health.state === 'not_customer') return null;
  if (health.state === 'unknown') return { kind: 'check_up', row: null };
  // A source that came or went is for an admin, not for whoever looks after the account.
  const rows = health.receipt.filter(({ key }) => !SOURCE_CHANGES.some((change) => change === key));
  const lost = rows.reduce((sum, { pointsLost }) => sum + pointsLost, 0);
  if (health.status === 'healthy' && lost < WORTH_POINTS)
    return recommendsUs(health) ? { kind: 'ask_review', row: null } : null;
  // Of equal ones the first of the receipt.
  const dearest = rows.toSorted((a, b) => b.pointsLost - a.pointsLost)[0] ?? null;
  const row = rows.find(({ dimension }) => dimension === null) ?? dearest;
  return { kind: row === null ? 'task' : kindOf(row), row };
}

/** By the signal that was looked at, also where a cap took the points. */
function kindOf({ signal }: ReceiptEntry): 'payment_reminder' | 'check_up' | 'task' {
  if (OWED.has(signal)) return 'payment_reminder';
  return TALK.has(signal) ? 'check_up' : 'task';
}

function recommendsUs({ signals }: Scored): boolean {
  const rawOf = (key: string): number | null => {
    const reading = signals.find(({ signal }) => signal === key)?.reading;
    return reading?.kind === 'scored' ? reading.raw : null;
  };
  return (rawOf('nps') ?? 0) >= PROMOTER_FROM || (rawOf('referrals') ?? 0) >= 1;
}
