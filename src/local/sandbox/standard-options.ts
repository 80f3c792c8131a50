/** The longer lists of options of HubSpot's own properties, from its docs. */

/** Running, overdue, due soon, kept, and done but late: HubSpot names the states of a service goal by number. */
export const SLA_STATUSES = ['0', '1', '2', '3', '4'];

export const CALL_STATUSES = [
  'BUSY',
  'CALLING_CRM_USER',
  'CANCELED',
  'COMPLETED',
  'CONNECTING',
  'FAILED',
  'IN_PROGRESS',
  'NO_ANSWER',
  'QUEUED',
  'RINGING',
];

export const PAYMENT_STATUSES = [
  'processing',
  'succeeded',
  'failed',
  'partially_refunded',
  'refunded',
  'processing_refund',
  'disputed_won',
  'disputed_lost',
  'disputed_action_required',
  'disputed_awaiting_decision',
];

export const BILLING_FREQUENCIES = [
  'weekly',
  'biweekly',
  'monthly',
  'quarterly',
  'per_six_months',
  'annually',
  'per_two_years',
  'per_three_years',
  'per_four_years',
  'per_five_years',
];
