import type { PortalRecord } from '../../src/local/sandbox/portal-data.ts';
import { withEverySignal } from '../scoring/every-signal.ts';
import { MODEL } from './cycle-rig.ts';
import { DAY_MS, invoice, NOW, PAID, PROSPECT, SMALL_PORTAL } from './small-portal.ts';

/** The standard model with what signals wait for: the day of a release, and what a referral is. */
export const FULL_MODEL = withEverySignal(MODEL);
/** HubSpot does not hold what these read: it is posted to us. */
export const POSTED_SIGNALS: readonly string[] = ['product_usage'];

const { companies = [], deals = [], invoices = [], tickets = [], ...others } = SMALL_PORTAL.objects;
const at = (days: number) => new Date(NOW - days * DAY_MS).toISOString();
const record = (id: number, properties: PortalRecord['properties'], associations = {}): PortalRecord => ({
  id: String(id),
  properties: { hs_lastmodifieddate: at(1), ...properties },
  associations: { companies: [PAID], ...associations },
});
/** What people took part in is associated with them as well. */
const WITH_A = { contacts: ['11'] };
/** HubSpot associates answers to surveys with people alone. */
const OF_A = { companies: [], ...WITH_A };

/** An invoice of the paid customer that went to a person alone. */
export const PERSONAL: PortalRecord = { ...invoice(700, PAID, 200, 25), associations: WITH_A };

/** Solved within three days, rated and within its service level. */
const solved = (id: number, days: number): PortalRecord =>
  record(id, {
    createdate: at(days),
    closed_date: at(days - 3),
    hs_is_closed: 'true',
    hs_num_times_contacted: '1',
    hs_ticket_category: 'GENERAL_INQUIRY',
    hs_ticket_priority: 'LOW',
    time_to_first_agent_reply: '3600000',
    hs_time_to_close_sla_status: '3',
    hs_last_csat_rating: '2',
    hs_last_csat_date: at(days - 4),
    hs_feedback_last_ces_rating: '6',
    hs_feedback_last_survey_date: at(days - 4),
  });
/** Enough of them in the quarters before this one to tell what is usual in the portal. */
const SOLVED = [33, 34, 35, ...Array.from({ length: 20 }, (_, index) => 90 + 10 * index)].map((days, index) =>
  solved(800 + index, days),
);

const answer = (id: number, survey: string, value: string, days: number) =>
  record(
    id,
    { hs_survey_type: survey, hs_survey_name: survey, hs_value: value, hs_submission_timestamp: at(days) },
    OF_A,
  );

/** New business decided within the year, one of three lost. */
const DECIDED = [300, 200, 100].map((days, index) =>
  record(24 + index, {
    dealname: 'One more site',
    dealtype: 'newbusiness',
    amount: '900',
    createdate: at(days + 30),
    closedate: at(days),
    hs_is_closed: 'true',
    hs_is_closed_won: String(index > 0),
    dealstage: index > 0 ? 'closedwon' : 'closedlost',
  }),
);

/** The small portal's records and some more: every signal but those posted can be read of the paid customer. */
export const FULL_OBJECTS = {
  ...others,
  companies: companies.map((one) => ({ ...one, properties: { ...one.properties, createdate: at(700) } })),
  deals: [
    ...deals,
    record(
      23,
      {
        dealname: 'Whom they sent',
        dealtype: 'newbusiness',
        createdate: at(60),
        closedate: at(-60),
        hs_is_closed: 'false',
        hs_is_closed_won: 'false',
        hs_deal_stage_probability: '0.4',
        hs_mrr: '50',
        dealstage: 'appointmentscheduled',
      },
      { companies: [PROSPECT, PAID] },
    ),
    ...DECIDED,
  ],
  tickets: [...tickets, ...SOLVED],
  invoices: [...invoices, PERSONAL],
  meetings: [
    record(
      901,
      {
        hs_createdate: at(25),
        hs_timestamp: at(20),
        hs_meeting_start_time: at(20),
        hs_meeting_outcome: 'COMPLETED',
        hs_meeting_title: 'Training for the new team',
        hs_activity_type: 'Training',
      },
      WITH_A,
    ),
  ],
  calls: [record(911, { hs_timestamp: at(15), hs_call_direction: 'INBOUND', hs_call_duration: '240000' }, WITH_A)],
  communications: [record(921, { hs_timestamp: at(12), hs_communication_channel_type: 'WHATS_APP' }, WITH_A)],
  notes: [record(931, { hs_timestamp: at(11), hs_note_body: 'They plan to open in Turin.' })],
  feedback_submissions: [
    ...[300, 200, 100, 20].map((days, index) => answer(941 + index, 'NPS', '9', days)),
    ...[90, 30].map((days, index) => answer(951 + index, 'CSAT', '2', days)),
    ...[90, 30].map((days, index) => answer(961 + index, 'CES', '6', days)),
  ],
  subscriptions: [
    record(971, {
      hs_name: 'Care plan',
      hs_createdate: at(400),
      hs_recurring_billing_start_date: at(400).slice(0, 10),
      hs_status: 'active',
      hs_recurring_billing_frequency: 'monthly',
      hs_mrr: '100',
      hs_last_payment_amount: '100',
      hs_last_payment_date: at(15).slice(0, 10),
      hs_currency_code: 'EUR',
    }),
  ],
  commerce_payments: [
    record(981, {
      hs_latest_status: 'succeeded',
      hs_initial_amount: '100',
      hs_initiated_date: at(15),
      hs_currency_code: 'EUR',
    }),
  ],
  quotes: [
    record(
      991,
      {
        hs_title: 'For whom they sent',
        hs_status: 'APPROVAL_NOT_NEEDED',
        hs_createdate: at(50),
        hs_expiration_date: at(20),
      },
      // Its deal says whose it is.
      { companies: [], deals: ['23'] },
    ),
  ],
} satisfies typeof SMALL_PORTAL.objects;
