import type { Signal } from '../signal.ts';
import { ces } from './ces.ts';
import { contactBreadth } from './contact-breadth.ts';
import { contactSurvey } from './contact-survey.ts';
import { csat } from './csat.ts';
import { emailEngagement } from './email-engagement.ts';
import { failedPayments } from './failed-payments.ts';
import { firstContactResolution } from './first-contact-resolution.ts';
import { growth } from './growth.ts';
import { lostDeals } from './lost-deals.ts';
import { meetingsHeld } from './meetings-held.ts';
import { nps } from './nps.ts';
import { openQuotes } from './open-quotes.ts';
import { openTickets } from './open-tickets.ts';
import { overdueBalance } from './overdue-balance.ts';
import { paidAfterReminder } from './paid-after-reminder.ts';
import { paidEarly } from './paid-early.ts';
import { paymentHabit } from './payment-habit.ts';
import { productFeedback } from './product-feedback.ts';
import { productUsage } from './product-usage.ts';
import { pulse } from './pulse.ts';
import { recurringRevenue } from './recurring-revenue.ts';
import { referrals } from './referrals.ts';
import { renewalOutcome } from './renewal-outcome.ts';
import { slaBreaches } from './sla-breaches.ts';
import { spendTrend } from './spend-trend.ts';
import { surveyTrend } from './survey-trend.ts';
import { ticketTopics } from './ticket-topics.ts';
import { timeSinceLastPurchase } from './time-since-last-purchase.ts';
import { timeToFirstReply } from './time-to-first-reply.ts';
import { timeToResolution } from './time-to-resolution.ts';
import { training } from './training.ts';
import { twoWayContact } from './two-way-contact.ts';
import { unresolvedComplaints } from './unresolved-complaints.ts';

/** Every signal there is, by dimension. A model says which of them count, and how much. */
export const SIGNALS: readonly Signal[] = [
  spendTrend,
  renewalOutcome,
  timeSinceLastPurchase,
  growth,
  openQuotes,
  lostDeals,
  openTickets,
  unresolvedComplaints,
  firstContactResolution,
  timeToResolution,
  timeToFirstReply,
  slaBreaches,
  ticketTopics,
  training,
  emailEngagement,
  twoWayContact,
  meetingsHeld,
  contactBreadth,
  overdueBalance,
  paymentHabit,
  paidEarly,
  paidAfterReminder,
  recurringRevenue,
  failedPayments,
  nps,
  csat,
  ces,
  surveyTrend,
  contactSurvey,
  pulse,
  productFeedback,
  productUsage,
  referrals,
];

export const signalByKey: ReadonlyMap<string, Signal> = new Map(SIGNALS.map((signal) => [signal.key, signal]));
