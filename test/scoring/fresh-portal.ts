/**
 * A portal as its first sync would have found it at a moment before the one at which it was found. Written from what HubSpot shows of
 * each property on a day, record type by record type; nothing here asks the product how it dates a property.
 *
 * What is supposed: the past was entered in HubSpot as it happened; a ticket, deal or invoice that ended was open until then, in one
 * piece; nothing was paid in part; a meeting was SCHEDULED until it was to begin; and nobody took back what was so on that day.
 */
import { makeRandom, type Random } from '../../src/local/sandbox/generate/prng.ts';
import { DAY_MS } from '../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord, RecordVersion } from '../../src/scoring/facts.ts';
import type { Value, Values } from '../../src/scoring/object-definition.ts';
import type { ObjectType } from '../../src/scoring/object-types.ts';
import { type PortalContext, quarterOf, type Source } from '../../src/scoring/portal-context.ts';
import type { UsageVersion } from '../../src/scoring/usage.ts';

/** Dates of things that happened: HubSpot fills them in when they do. */
const DATES: readonly string[] = [
  'hs_lifecyclestage_customer_date',
  'closed_date',
  'hs_ticket_reopened_at',
  'hs_last_csat_date',
  'hs_feedback_last_survey_date',
  'hs_payment_date',
];

/** What HubSpot overwrites and tells only as of today: on another day it may have been anything. */
const TODAY_ONLY: Readonly<Record<string, Readonly<Record<string, readonly Value[]>>>> = {
  companies: {
    hs_csm_sentiment: ['positive', 'negative', null],
    numberofemployees: [3, 5_000, null],
    lifecyclestage: ['customer', 'lead', null],
  },
  contacts: { hs_email_delivered: [40, null], hs_email_open: [0, 20, null], hs_email_click: [0, 5, null] },
  deals: { referrers: [[], ['1']] },
  tickets: {
    hs_num_times_contacted: [0, 4],
    hs_ticket_priority: ['LOW', 'HIGH', null],
    hs_ticket_category: ['COMPLAINT', 'GENERAL_INQUIRY', null],
    hs_last_csat_rating: [0, 2, null],
    hs_feedback_last_ces_rating: [1, 7, null],
  },
  emails: { hs_email_open_count: [0, 3], hs_email_click_count: [0, 1], hs_email_reply_count: [0, 1] },
  subscriptions: {
    hs_status: ['active', 'past_due', 'canceled'],
    hs_next_payment_due_date: [null],
    hs_next_payment_amount: [50, null],
    hs_last_payment_amount: [50, null],
    hs_last_payment_date: [null],
    hs_mrr: [0, 50],
  },
  commerce_payments: { hs_latest_status: ['succeeded', 'failed', 'processing'] },
  quotes: { hs_status: ['DRAFT', 'APPROVED', 'ACCEPTED', null] },
};

interface End {
  /** When the record came to its end, by its values of today; null: it has not, or on a day that nobody recorded. */
  readonly at: (values: Values) => Value | undefined;
  /** What HubSpot showed of it until then, where that was anything else. */
  readonly before: (values: Values, dice: Random) => Values;
}

const ENDS: { readonly [T in ObjectType]?: End } = {
  tickets: {
    at: ({ closed_date }) => closed_date,
    before: (_, dice) => ({
      hs_is_closed: false,
      time_to_close: null,
      hs_time_to_close_sla_status: dice.pick(['0', '2', '3']),
      hs_time_to_first_response_sla_status: dice.pick(['0', '1', '4']),
    }),
  },
  deals: {
    at: ({ hs_is_closed: closed, closedate }) => (closed === true ? closedate : null),
    before: ({ amount = null }, dice) => ({
      hs_is_closed: false,
      hs_is_closed_won: false,
      closed_lost_reason: null,
      dealstage: dice.pick(['contractsent', 'appointmentscheduled']),
      hs_deal_stage_probability: dice.pick([0.1, 0.9]),
      amount: dice.pick([amount, 77]),
    }),
  },
  invoices: {
    at: ({ hs_invoice_status: status, hs_payment_date: paid }) => (status === 'paid' ? paid : null),
    before: ({ hs_amount_billed: billed = null }) => ({
      hs_invoice_status: 'open',
      hs_balance_due: billed,
      hs_amount_paid: 0,
    }),
  },
  meetings: {
    at: ({ hs_meeting_start_time: start, hs_timestamp: at }) => start ?? at,
    before: () => ({ hs_meeting_outcome: 'SCHEDULED' }),
  },
};

const isAfter = (value: Value | undefined, at: number): boolean => typeof value === 'number' && value > at;

/** What HubSpot showed of a record at the moment; what it tells only as of today is drawn anew. */
function shownAt(type: ObjectType, today: Values, at: number, dice: Random): Values {
  const end = ENDS[type];
  const isOpen = end !== undefined && !(typeof end.at(today) === 'number' && !isAfter(end.at(today), at));
  const shown: Record<string, Value> = { ...today, ...(isOpen && end.before(today, dice)) };
  for (const date of DATES) if (isAfter(today[date], at)) shown[date] = null;
  for (const [property, others] of Object.entries(TODAY_ONLY[type] ?? {}))
    if (property in shown && dice.chance(0.7)) shown[property] = dice.pick(others);
  // A reply that had not come, and answers that had not been given, had no value to show.
  const { createdate, time_to_first_agent_reply: repliedAfterMs } = today;
  if (typeof createdate === 'number' && typeof repliedAfterMs === 'number' && createdate + repliedAfterMs > at)
    shown.time_to_first_agent_reply = null;
  if (shown.hs_last_csat_date === null) shown.hs_last_csat_rating = null;
  if (shown.hs_feedback_last_survey_date === null) shown.hs_feedback_last_ces_rating = null;
  return shown;
}

/** The day on which a record came to be: of a deal or a ticket that was entered afterwards, that on which it ended. */
const BORN: { readonly [T in ObjectType]?: readonly string[] } = {
  contacts: ['createdate'],
  deals: ['createdate', 'closedate'],
  tickets: ['createdate', 'closed_date'],
  emails: ['hs_timestamp'],
  invoices: ['hs_invoice_date'],
  meetings: ['hs_createdate', 'hs_timestamp'],
  calls: ['hs_timestamp'],
  communications: ['hs_timestamp'],
  notes: ['hs_timestamp'],
  feedback_submissions: ['hs_submission_timestamp'],
  subscriptions: ['hs_createdate', 'hs_recurring_billing_start_date'],
  commerce_payments: ['hs_initiated_date'],
  quotes: ['hs_createdate'],
};

/** When a record came to be, ms; infinite where nothing tells it. */
export const bornOn = ({ objectType, versions }: FactRecord): number => {
  const values = versions.at(-1)?.values;
  const born = (BORN[objectType] ?? []).map((property) => values?.[property]);
  return Math.min(...born.filter((value) => typeof value === 'number'));
};

/**
 * The facts that a portal holds of the company when its first sync ends at the moment (ms); `seed` decides what HubSpot showed then
 * of what it tells only as of today.
 */
export function freshFacts(facts: AccountFacts, at: number, seed: number): AccountFacts {
  const dice = makeRandom(seed);
  const seen = (type: ObjectType, versions: readonly RecordVersion[]): readonly RecordVersion[] => {
    const today = versions.at(-1)?.values ?? null;
    return [{ effectiveAt: at, seenAt: at, values: today && shownAt(type, today, at, dice) }];
  };
  return {
    companyId: facts.companyId,
    company: seen('companies', facts.company),
    records: facts.records
      .filter((record) => bornOn(record) <= at)
      .map((record) => ({ ...record, linkedAt: at, versions: seen(record.objectType, record.versions) })),
    pulses: (facts.pulses ?? []).filter(({ givenAt }) => givenAt <= at),
    usage: [...latestOfEach(facts.usage ?? [])].filter((row) => row.at <= at).map((row) => ({ ...row, seenAt: at })),
  };
}

/** Each row as it was posted last. */
const latestOfEach = (usage: readonly UsageVersion[]): Iterable<UsageVersion> =>
  new Map(
    usage.toSorted((a, b) => a.seenAt - b.seenAt).map((row) => [`${row.metric}/${row.key}`, row] as const),
  ).values();

/** The context of a portal whose first sync ended at the moment (ms), with nothing in it of later days. */
export function freshPortal(portal: PortalContext, at: number): PortalContext {
  const [day, quarter] = [Math.floor(at / DAY_MS), quarterOf(at)];
  const until = <K extends string>(byName: Readonly<Record<K, readonly number[]>>, last: number) =>
    Object.fromEntries(
      Object.entries<readonly number[]>(byName).flatMap(([name, days]) => {
        const past = days.filter((one) => one <= last);
        return past.length === 0 ? [] : [[name, past]];
      }),
    );
  const source = (one: Source): Source => ({
    ...one,
    runningSince: at,
    firstRecordAt: isAfter(one.firstRecordAt, at) ? null : one.firstRecordAt,
    filledSince: Object.fromEntries(Object.entries(one.filledSince).filter(([, since]) => since <= at)),
  });
  const { pulsesSince, usage, callLoggedDays, ...rest } = portal;
  return {
    ...rest,
    sources: Object.fromEntries(
      Object.entries(portal.sources).map(([type, one]) => [type, source(one)]),
    ) as unknown as PortalContext['sources'],
    mailLoggedDays: until(portal.mailLoggedDays, day),
    ...(callLoggedDays && { callLoggedDays: until(callLoggedDays, day) }),
    ticketMedians: Object.fromEntries(Object.entries(portal.ticketMedians).filter(([of]) => Number(of) <= quarter)),
    kindQuarters: {
      meetings: until(portal.kindQuarters.meetings, quarter),
      tickets: until(portal.kindQuarters.tickets, quarter),
    },
    ...(pulsesSince !== undefined && pulsesSince <= at && { pulsesSince }),
    ...(usage && { usage: { runningSince: at, days: until(usage.days, day) } }),
  };
}
