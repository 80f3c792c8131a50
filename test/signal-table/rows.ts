/**
 * The specification's table of signals: every row, in its order and by its own words, and the signals that do it. Signals that the app
 * has besides need no line here: the table lists them after these.
 */
export interface SpecRow {
  readonly dimension: string;
  readonly row: string;
  /** Keys of registered signals, or of the examples of mapped signals in the standard model. */
  readonly signals: readonly string[];
}

const DEALS = 'Deals & renewals';
const SUPPORT = 'Support';
const ENGAGEMENT = 'Engagement';
const BILLING = 'Billing';
const SENTIMENT = 'Sentiment';
const ADOPTION = 'Adoption';
const ADVOCACY = 'Advocacy';

const row = (dimension: string, name: string, ...signals: readonly string[]): SpecRow => ({
  dimension,
  row: name,
  signals,
});

export const SPEC_ROWS: readonly SpecRow[] = [
  row(DEALS, 'spend trend', 'spend_trend'),
  row(DEALS, 'renewal outcome', 'renewal_outcome'),
  row(DEALS, 'time since last purchase', 'time_since_last_purchase'),
  row(DEALS, 'growth, future talk', 'growth'),
  row(SUPPORT, 'open tickets', 'open_tickets', 'sla_breaches'),
  row(SUPPORT, 'unresolved complaints', 'unresolved_complaints'),
  row(SUPPORT, 'first-contact resolution', 'first_contact_resolution'),
  row(SUPPORT, 'time to resolution, to first reply', 'time_to_resolution', 'time_to_first_reply'),
  row(SUPPORT, 'ticket topics', 'ticket_topics'),
  row(SUPPORT, 'training', 'training'),
  row(ENGAGEMENT, 'email opens and clicks', 'email_engagement'),
  row(ENGAGEMENT, 'two-way contact', 'two_way_contact'),
  row(ENGAGEMENT, 'meetings held', 'meetings_held'),
  row(ENGAGEMENT, 'breadth', 'contact_breadth'),
  row(BILLING, 'overdue balance', 'overdue_balance'),
  row(BILLING, 'payment habit', 'payment_habit'),
  row(BILLING, 'paid early, paid after reminders', 'paid_early', 'paid_after_reminder'),
  row(BILLING, 'recurring revenue trend', 'recurring_revenue'),
  row(SENTIMENT, 'NPS; CSAT; CES', 'nps', 'csat', 'ces'),
  row(SENTIMENT, 'survey trend, end-of-contact survey', 'survey_trend', 'contact_survey'),
  row(SENTIMENT, 'pulse', 'pulse'),
  row(SENTIMENT, 'product feedback', 'product_feedback'),
  row(ADOPTION, 'product usage', 'product_usage', 'logins', 'active_users'),
  row(
    ADOPTION,
    'customer’s KPIs, return on investment, onboarding',
    'customer_kpi',
    'return_on_investment',
    'onboarding',
    'last_training',
  ),
  row(ADVOCACY, 'referrals, reviews, case studies', 'referrals', 'reviews', 'case_study'),
  row(ADVOCACY, 'social interaction', 'social'),
];

/** Signals that two sources tell, each in a sentence of its own: its messages. Both are shown. */
export const TOLD_TWICE: Readonly<Record<string, readonly string[]>> = {
  // HubSpot's own sentiment, and the pulse given in the app.
  pulse: ['said', 'given'],
};
