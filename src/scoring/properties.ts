import type { FilledBy, Kind, ObjectDefinition, Property } from './object-definition.ts';

const fixed = <K extends Kind>(kind: K) => ({ kind, dating: 'fixed' }) as const;
const event = { kind: 'time', dating: 'event' } as const;
const settled = <K extends Kind>(kind: K) => ({ kind, dating: 'settled' }) as const;
const current = <K extends Kind>(kind: K) => ({ kind, dating: 'current' }) as const;
/** Its past values are read as well, and it is filled in by whom. */
const past = <P extends Property, F extends FilledBy>(filledBy: F, property: P) => ({ ...property, past: filledBy });

/**
 * Every HubSpot property that a signal may read, with its kind and its dating. A signal that names a property which is
 * not here does not compile.
 * Keyed by the plural that HubSpot uses in paths.
 *
 * The past (`past`) is read of what HubSpot otherwise tells only as of today, `current` and `settled`, and of a ticket's closing, which
 * reopening erases; of the types whose records are few and each tell much. Not of the bulk types: of a company's thousands of emails
 * and contacts, at 50 records a call, it would cost more than all else that sync reads, for counters that tell little. Not of
 * `fixed` properties, and not of an invoice's payment date, which is entered late and speaks of the day itself. Of these, sync reads
 * what the model needs (`read-plan.ts`).
 */
export const OBJECTS = {
  companies: {
    typeId: '0-2',
    properties: {
      name: fixed('text'),
      domain: fixed('text'),
      // What kind of company this is (partner, vendor ...) rules it out at any date, so it counts as fixed.
      type: fixed('text'),
      createdate: fixed('time'),
      lifecyclestage: past('people', current('text')),
      hs_lifecyclestage_customer_date: event,
      hubspot_owner_id: past('people', current('text')),
      hs_csm_sentiment: past('people', current('text')),
      numberofemployees: past('people', current('number')),
    },
    born: [],
    label: 'name',
  },
  contacts: {
    typeId: '0-1',
    properties: {
      firstname: fixed('text'),
      lastname: fixed('text'),
      createdate: fixed('time'),
      hs_email_delivered: current('number'),
      hs_email_open: current('number'),
      hs_email_click: current('number'),
    },
    born: ['createdate'],
    bulk: true,
    label: 'firstname',
  },
  deals: {
    typeId: '0-3',
    properties: {
      dealname: fixed('text'),
      createdate: fixed('time'),
      closedate: past('people', settled('time')),
      amount: past('people', settled('amount')),
      deal_currency_code: fixed('text'),
      dealtype: fixed('text'),
      pipeline: fixed('text'),
      dealstage: past('hubspot', settled('text')),
      hs_is_closed: past('hubspot', settled('flag')),
      hs_is_closed_won: past('hubspot', settled('flag')),
      closed_lost_reason: past('people', settled('text')),
      hs_deal_stage_probability: past('hubspot', settled('number')),
      // In the portal's currency where it has several, as HubSpot computes it.
      hs_mrr: past('hubspot', settled('number')),
      hs_primary_associated_company: fixed('text'),
      /** The companies that the model's labels name, kept beside the properties. HubSpot tells only today's labels. */
      referrers: { ...current('ids'), labelled: 'companies' },
    },
    primaryCompany: 'hs_primary_associated_company',
    // Deals imported after the fact close before they are created.
    born: ['createdate', 'closedate'],
    settles: { when: (values) => values.hs_is_closed === true, at: 'closedate', by: 'hs_is_closed' },
    label: 'dealname',
  },
  tickets: {
    typeId: '0-5',
    properties: {
      subject: fixed('text'),
      createdate: fixed('time'),
      closed_date: past('hubspot', event),
      hs_is_closed: past('hubspot', settled('flag')),
      time_to_close: settled('number'),
      hs_ticket_reopened_at: event,
      hs_num_times_contacted: past('hubspot', current('number')),
      hs_ticket_priority: past('people', current('text')),
      hs_ticket_category: past('people', current('text')),
      /** Ms; HubSpot fills it with the first reply, and it stays. */
      time_to_first_agent_reply: settled('number'),
      hs_time_to_close_sla_status: past('hubspot', settled('text')),
      hs_time_to_first_response_sla_status: past('hubspot', settled('text')),
      /** 0 unhappy, 1 neutral, 2 happy in HubSpot's own surveys; 1 to 5 where a portal rates so. */
      hs_last_csat_rating: past('people', current('number')),
      hs_last_csat_date: event,
      /** 1 to 7; the date below is this rating's. */
      hs_feedback_last_ces_rating: past('people', current('number')),
      hs_feedback_last_survey_date: event,
    },
    born: ['createdate', 'closed_date'],
    settles: {
      when: (values) => values.hs_is_closed === true || typeof values.closed_date === 'number',
      at: 'closed_date',
      by: 'hs_is_closed',
    },
    label: 'subject',
  },
  emails: {
    typeId: '0-49',
    properties: {
      hs_timestamp: fixed('time'),
      hs_email_direction: fixed('text'),
      hs_email_status: fixed('text'),
      hs_email_subject: fixed('prose'),
      hubspot_owner_id: fixed('text'),
      hs_email_open_count: current('number'),
      hs_email_click_count: current('number'),
      hs_email_reply_count: current('number'),
      /** The contacts the email is associated with; an association, kept beside the properties. */
      contacts: fixed('ids'),
    },
    born: ['hs_timestamp'],
    window: { property: 'hs_timestamp', days: 730 },
    bulk: true,
  },
  invoices: {
    typeId: '0-53',
    properties: {
      hs_number: fixed('text'),
      hs_invoice_date: fixed('time'),
      hs_due_date: fixed('time'),
      hs_amount_billed: fixed('amount'),
      hs_currency: fixed('text'),
      hs_invoice_status: past('hubspot', settled('text')),
      hs_payment_date: event,
      hs_balance_due: past('hubspot', settled('amount')),
      hs_amount_paid: past('hubspot', settled('amount')),
    },
    born: ['hs_invoice_date'],
    // A part payment may be dated too, and leaves the invoice open; where no status is told, the date alone says that it is paid.
    settles: {
      when: ({ hs_invoice_status: status, hs_payment_date: paidAt }) =>
        status === 'paid' || (typeof paidAt === 'number' && status !== 'open'),
      at: 'hs_payment_date',
      by: 'hs_invoice_status',
    },
    // HubSpot lets an invoice go to a contact alone.
    companiesVia: 'contacts',
    // A draft was never sent, and a void invoice is void from the start.
    ignore: (values) => values.hs_invoice_status === 'draft' || values.hs_invoice_status === 'voided',
    label: 'hs_number',
  },
  meetings: {
    typeId: '0-47',
    properties: {
      hs_createdate: fixed('time'),
      hs_timestamp: fixed('time'),
      hs_meeting_start_time: fixed('time'),
      /** SCHEDULED, COMPLETED, RESCHEDULED, NO_SHOW or CANCELED; a portal may have its own besides. */
      hs_meeting_outcome: settled('text'),
      hs_meeting_title: fixed('prose'),
      /** The portal's own kinds of calls and meetings. */
      hs_activity_type: fixed('text'),
      hubspot_owner_id: fixed('text'),
      /** The contacts it is associated with, as with emails. */
      contacts: fixed('ids'),
    },
    // One that is booked is known from then on; one that was logged after the fact took place before.
    born: ['hs_createdate', 'hs_timestamp'],
    // What came of it is known once it was to begin.
    settles: {
      when: ({ hs_meeting_outcome: outcome }) => typeof outcome === 'string' && outcome !== 'SCHEDULED',
      at: 'hs_meeting_start_time',
      by: 'hs_meeting_outcome',
    },
    window: { property: 'hs_timestamp', days: 730 },
    bulk: true,
    label: 'hs_meeting_title',
  },
  calls: {
    typeId: '0-48',
    properties: {
      hs_timestamp: fixed('time'),
      hs_call_direction: fixed('text'),
      hs_call_status: fixed('text'),
      /** Ms. */
      hs_call_duration: fixed('number'),
      hubspot_owner_id: fixed('text'),
      /** The contacts it is associated with, as with emails. */
      contacts: fixed('ids'),
    },
    born: ['hs_timestamp'],
    window: { property: 'hs_timestamp', days: 730 },
    bulk: true,
  },
  communications: {
    typeId: '0-18',
    properties: {
      hs_timestamp: fixed('time'),
      /** WHATS_APP, LINKEDIN_MESSAGE or SMS. HubSpot does not tell who wrote. */
      hs_communication_channel_type: fixed('text'),
      hubspot_owner_id: fixed('text'),
      /** The contacts it is associated with, as with emails. */
      contacts: fixed('ids'),
    },
    born: ['hs_timestamp'],
    window: { property: 'hs_timestamp', days: 730 },
    bulk: true,
  },
  notes: {
    typeId: '0-46',
    properties: {
      hs_timestamp: fixed('time'),
      hs_note_body: fixed('prose'),
      hubspot_owner_id: fixed('text'),
    },
    born: ['hs_timestamp'],
    window: { property: 'hs_timestamp', days: 730 },
    bulk: true,
  },
  feedback_submissions: {
    typeId: '0-19',
    properties: {
      /** NPS, CSAT, CES or CUSTOM. */
      hs_survey_type: fixed('text'),
      hs_survey_name: fixed('text'),
      hs_value: fixed('number'),
      /** "PROMOTER" in some portals, "0", "1" or "2" in others. */
      hs_response_group: fixed('text'),
      hs_submission_timestamp: fixed('time'),
    },
    born: ['hs_submission_timestamp'],
    // HubSpot associates an answer with the contact who gave it.
    companiesVia: 'contacts',
    label: 'hs_survey_name',
  },
  subscriptions: {
    typeId: '0-69',
    properties: {
      hs_name: fixed('text'),
      hs_createdate: fixed('time'),
      /** active, past_due, unpaid, paused, canceled, expired or scheduled. */
      hs_status: past('hubspot', current('text')),
      hs_recurring_billing_start_date: fixed('time'),
      hs_next_payment_due_date: past('hubspot', current('time')),
      hs_next_payment_amount: past('hubspot', current('amount')),
      hs_last_payment_amount: past('hubspot', current('amount')),
      hs_last_payment_date: past('hubspot', current('time')),
      /** What it brings in a month, as HubSpot computes it. */
      hs_mrr: past('hubspot', current('amount')),
      /** weekly, biweekly, monthly, quarterly, per_six_months, annually, per_two_years ... */
      hs_recurring_billing_frequency: fixed('text'),
      hs_currency_code: fixed('text'),
    },
    born: ['hs_createdate', 'hs_recurring_billing_start_date'],
    companiesVia: 'contacts',
    label: 'hs_name',
  },
  commerce_payments: {
    typeId: '0-101',
    properties: {
      hs_latest_status: past('hubspot', current('text')),
      hs_initial_amount: fixed('amount'),
      hs_initiated_date: fixed('time'),
      hs_currency_code: fixed('text'),
    },
    born: ['hs_initiated_date'],
    companiesVia: 'contacts',
  },
  quotes: {
    typeId: '0-14',
    properties: {
      hs_title: fixed('text'),
      hs_createdate: fixed('time'),
      hs_expiration_date: fixed('time'),
      hs_quote_amount: fixed('amount'),
      hs_currency: fixed('text'),
      hs_status: past('hubspot', current('text')),
      /** The deals that it is for; an association, kept beside the properties. */
      deals: fixed('ids'),
    },
    born: ['hs_createdate'],
    // HubSpot's docs: to be published a quote must have a deal, not a company.
    companiesVia: 'deals',
    label: 'hs_title',
  },
} as const satisfies Record<string, ObjectDefinition>;
