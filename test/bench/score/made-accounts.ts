/**
 * Accounts for measuring: 50 records each, dated over the two years before `AS_OF`, the same for the same number. Who is late, silent or
 * growing differs by company, so that signals take every branch.
 */
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord } from '../../../src/scoring/facts.ts';
import type { Values } from '../../../src/scoring/object-definition.ts';
import type { ActivityType } from '../../../src/scoring/object-types.ts';

/** The moment they are scored as of. */
export const AS_OF = Date.UTC(2026, 10, 2, 9);
/** When the portal's first sync ended. */
export const RUNNING_SINCE = AS_OF - 2 * DAY_MS;
/** When all of it was first seen. */
const SEEN_AT = RUNNING_SINCE - DAY_MS / 24;

export const OWNERS = 20;

/** How many of each type a company has: 50 records in all. */
const RECORDS: readonly (readonly [ActivityType, number])[] = [
  ['contacts', 4],
  ['deals', 4],
  ['tickets', 6],
  ['emails', 20],
  ['invoices', 8],
  ['meetings', 3],
  ['calls', 2],
  ['feedback_submissions', 2],
  ['subscriptions', 1],
];
export const RECORDS_A_COMPANY = RECORDS.reduce((sum, [, count]) => sum + count, 0);

/** Numbers 0..1 from a seed (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Maker {
  readonly random: () => number;
  readonly company: number;
  readonly contactIds: readonly string[];
  /** Days that the company takes to pay after an invoice is due, negative: before. */
  readonly late: number;
}

function valuesOf(type: ActivityType, at: number, index: number, { random, company, contactIds, late }: Maker): Values {
  const owner = String(company % OWNERS);
  const amount = Math.round(100 + random() * 900);
  switch (type) {
    case 'contacts':
      return {
        firstname: `First${index}`,
        lastname: `Last${company}`,
        createdate: at,
        hs_email_delivered: 12,
        hs_email_open: 4,
        hs_email_click: 1,
      };
    case 'deals': {
      const closedate = at + (20 + random() * 60) * DAY_MS;
      const isClosed = closedate <= AS_OF;
      const isWon = isClosed && random() < 0.7;
      return {
        dealname: `Deal ${index}`,
        createdate: at,
        closedate,
        amount,
        deal_currency_code: 'EUR',
        dealtype: index % 2 === 0 ? 'existingbusiness' : 'newbusiness',
        pipeline: 'default',
        dealstage: isClosed ? (isWon ? 'closedwon' : 'closedlost') : 'contractsent',
        hs_is_closed: isClosed,
        hs_is_closed_won: isWon,
        closed_lost_reason: null,
        hs_deal_stage_probability: isClosed ? Number(isWon) : 0.9,
        hs_mrr: null,
        hs_primary_associated_company: String(company),
      };
    }
    case 'tickets': {
      const end = at + random() * 10 * DAY_MS;
      const isOpen = random() < 0.1 || end > AS_OF;
      return {
        subject: `Ticket ${index}`,
        createdate: at,
        closed_date: isOpen ? null : end,
        hs_is_closed: !isOpen,
        time_to_close: isOpen ? null : end - at,
        hs_ticket_reopened_at: null,
        hs_num_times_contacted: 2,
        hs_ticket_priority: index % 4 === 0 ? 'HIGH' : 'LOW',
        hs_ticket_category: index % 3 === 0 ? 'COMPLAINT' : 'GENERAL_INQUIRY',
        time_to_first_agent_reply: 3_600_000,
        hs_time_to_close_sla_status: null,
        hs_time_to_first_response_sla_status: null,
        hs_last_csat_rating: index % 2 === 0 ? 2 : null,
        hs_last_csat_date: index % 2 === 0 && !isOpen ? end : null,
        hs_feedback_last_ces_rating: null,
        hs_feedback_last_survey_date: null,
      };
    }
    case 'emails': {
      const isInbound = random() < 0.4;
      return {
        hs_timestamp: at,
        hs_email_direction: isInbound ? 'INCOMING_EMAIL' : 'EMAIL',
        hs_email_status: 'SENT',
        hs_email_subject: `Email ${index} about the next quarter`,
        hubspot_owner_id: owner,
        hs_email_open_count: 1,
        hs_email_click_count: 0,
        hs_email_reply_count: index % 5 === 0 ? 1 : 0,
        contacts: [contactIds[index % contactIds.length] ?? '0'],
      };
    }
    case 'invoices': {
      const due = at + 30 * DAY_MS;
      const paidAt = due + late * DAY_MS + random() * 10 * DAY_MS;
      const isPaid = paidAt <= AS_OF;
      return {
        hs_number: `INV-${company}-${index}`,
        hs_invoice_date: at,
        hs_due_date: due,
        hs_amount_billed: amount,
        hs_currency: 'EUR',
        hs_invoice_status: isPaid ? 'paid' : 'open',
        hs_payment_date: isPaid ? paidAt : null,
        hs_balance_due: isPaid ? 0 : amount,
        hs_amount_paid: isPaid ? amount : 0,
      };
    }
    case 'meetings':
      return {
        hs_createdate: at - 7 * DAY_MS,
        hs_timestamp: at,
        hs_meeting_start_time: at,
        hs_meeting_outcome: random() < 0.8 ? 'COMPLETED' : 'NO_SHOW',
        hs_meeting_title: `Meeting ${index}`,
        hs_activity_type: 'Check-in',
        hubspot_owner_id: owner,
        contacts: contactIds.slice(0, 1),
      };
    case 'calls':
      return {
        hs_timestamp: at,
        hs_call_direction: random() < 0.5 ? 'INBOUND' : 'OUTBOUND',
        hs_call_status: 'COMPLETED',
        hs_call_duration: 300_000,
        hubspot_owner_id: owner,
        contacts: contactIds.slice(0, 1),
      };
    case 'feedback_submissions':
      return {
        hs_survey_type: index % 2 === 0 ? 'NPS' : 'CSAT',
        hs_survey_name: 'Survey',
        hs_value: index % 2 === 0 ? Math.floor(random() * 11) : Math.floor(random() * 3),
        hs_response_group: null,
        hs_submission_timestamp: at,
      };
    default:
      return {
        hs_name: 'Plan',
        hs_createdate: at,
        hs_status: random() < 0.9 ? 'active' : 'past_due',
        hs_recurring_billing_start_date: at,
        hs_next_payment_due_date: AS_OF + 10 * DAY_MS,
        hs_next_payment_amount: amount,
        hs_last_payment_amount: amount,
        hs_last_payment_date: AS_OF - 20 * DAY_MS,
        hs_mrr: amount,
        hs_recurring_billing_frequency: 'monthly',
        hs_currency_code: 'EUR',
      };
  }
}

/** The account of a number, 0 and up. */
export function madeAccount(number: number): AccountFacts {
  const random = makeRandom(number + 1);
  const company = 1_000_000 + number;
  // Some fell silent: everything they did is that much older.
  const silence = random() < 0.3 ? random() * 200 : 0;
  let nextId = 10_000_000 + number * RECORDS_A_COMPANY;
  const contactIds: string[] = [];
  const maker: Maker = { random, company, contactIds, late: -15 + random() * 40 };
  const records = RECORDS.flatMap(([objectType, count]) =>
    Array.from({ length: count }, (_, index): FactRecord => {
      const at = Math.round(AS_OF - (1 + silence + random() * 729) * DAY_MS);
      const id = String(nextId++);
      const values = valuesOf(objectType, at, index, maker);
      if (objectType === 'contacts') contactIds.push(id);
      return {
        objectType,
        id,
        versions: [{ effectiveAt: at, seenAt: SEEN_AT, values }],
        linkedAt: SEEN_AT,
        unlinkedAt: null,
      };
    }),
  );
  const values = {
    name: `Company ${company}`,
    domain: `company${company}.example.net`,
    type: null,
    createdate: AS_OF - 1_000 * DAY_MS,
    lifecyclestage: 'customer',
    hs_lifecyclestage_customer_date: AS_OF - 900 * DAY_MS,
    hubspot_owner_id: String(company % OWNERS),
    hs_csm_sentiment: null,
    numberofemployees: 50,
  };
  return { companyId: String(company), company: [{ effectiveAt: AS_OF - DAY_MS, seenAt: SEEN_AT, values }], records };
}
