import type { Signal } from '../signal.ts';
import { contactBreadth } from './contact-breadth.ts';
import { emailEngagement } from './email-engagement.ts';
import { firstContactResolution } from './first-contact-resolution.ts';
import { openTickets } from './open-tickets.ts';
import { overdueBalance } from './overdue-balance.ts';
import { paymentHabit } from './payment-habit.ts';
import { pulse } from './pulse.ts';
import { renewalOutcome } from './renewal-outcome.ts';
import { spendTrend } from './spend-trend.ts';
import { timeSinceLastPurchase } from './time-since-last-purchase.ts';
import { twoWayContact } from './two-way-contact.ts';
import { unresolvedComplaints } from './unresolved-complaints.ts';

/** Every signal there is. A model says which of them count, and how much. */
export const SIGNALS: readonly Signal[] = [
  spendTrend,
  renewalOutcome,
  timeSinceLastPurchase,
  openTickets,
  unresolvedComplaints,
  firstContactResolution,
  emailEngagement,
  twoWayContact,
  contactBreadth,
  overdueBalance,
  paymentHabit,
  pulse,
];

export const signalByKey: ReadonlyMap<string, Signal> = new Map(SIGNALS.map((signal) => [signal.key, signal]));
