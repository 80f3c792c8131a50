import type { PastSteps, PortalRecord } from '../portal-data.ts';
import { STAGES } from './deals.ts';
import { DAY, iso, MONTH } from './moments.ts';
import { hash, makeRandom, type Random } from './prng.ts';
import { CLOSE_GOAL, REPLY_GOAL } from './tickets.ts';

/** A value, and when it was set: ms since 1970 UTC. */
type Step = readonly [value: string | null | undefined, at: number];
type Properties = PortalRecord['properties'];
type PastOf = (properties: Properties, random: Random, now: number) => Readonly<Record<string, readonly Step[]>>;

const time = (text: string | null | undefined): number => Date.parse(text ?? '');
const OPEN_STAGES = Object.keys(STAGES).slice(0, 5);

/** Moves from stage to stage between its creation and its close, or today. */
const ofDeal: PastOf = (deal, random, now) => {
  const closesAt = time(deal.closedate);
  const closed = deal.hs_is_closed === 'true';
  const from = Math.min(time(deal.createdate), closesAt);
  const until = closed ? closesAt : Math.max(from, now);
  const last = closed ? random.whole(1, 4) : OPEN_STAGES.indexOf(deal.dealstage ?? '');
  const passed = OPEN_STAGES.slice(0, last + 1);
  const moves = passed.map((stage, index): Step => [stage, from + ((until - from) * index) / (last + 1)]);
  const stages = [...moves, ...(closed ? [[deal.dealstage, closesAt] as const] : [])];
  const won = deal.hs_is_closed_won === 'true';
  // Expected sooner than it came.
  const expected = new Date(closesAt - random.between(0, 0.3) * (until - from)).toISOString();
  return {
    dealstage: stages,
    hs_deal_stage_probability: stages.map(([stage, at]) => [STAGES[stage as keyof typeof STAGES], at]),
    hs_is_closed: [['false', from], ...(closed ? [['true', closesAt] as const] : [])],
    hs_is_closed_won: [['false', from], ...(won ? [['true', closesAt] as const] : [])],
    closed_lost_reason: closed ? [[deal.closed_lost_reason, closesAt]] : [],
    closedate: closed
      ? [
          [expected, from],
          [deal.closedate, closesAt],
        ]
      : [[deal.closedate, from]],
  };
};

/** Open from its day on, until it was paid. */
const ofInvoice: PastOf = (invoice, random) => {
  const from = time(invoice.hs_createdate);
  const status = invoice.hs_invoice_status;
  const changedAt = status === 'paid' ? time(invoice.hs_payment_date) : from + random.between(1, 9) * DAY;
  const first = status === 'draft' ? 'draft' : 'open';
  return {
    hs_invoice_status: [
      [first, from],
      [status, changedAt],
    ],
    hs_balance_due: [
      [invoice.hs_amount_billed, from],
      [invoice.hs_balance_due, changedAt],
    ],
    hs_amount_paid: [
      ['0.00', from],
      [invoice.hs_amount_paid, changedAt],
    ],
  };
};

/** Closed, perhaps reopened, and closed again; more urgent after a day than at first. */
const ofTicket: PastOf = (ticket, random, now) => {
  const from = time(ticket.createdate);
  const closedAt = ticket.closed_date ? [[ticket.closed_date, time(ticket.closed_date)] as const] : [];
  const reopenedAt = time(ticket.hs_ticket_reopened_at);
  const firstClosedAt = from + 0.9 * (reopenedAt - from);
  const reopened = !Number.isNaN(reopenedAt);
  const done = closedAt[0]?.[1] ?? now;
  const repliedAt = from + Number(ticket.time_to_first_agent_reply ?? Number.NaN);
  const goal = (status: string | null | undefined, doneAt: number, due: number): readonly Step[] => [
    ['0', from],
    [status, status === '1' || status === '2' ? from + due * (status === '1' ? 1 : 0.75) : doneAt],
  ];
  return {
    hs_is_closed: [
      ['false', from],
      ...(reopened
        ? ([
            ['true', firstClosedAt],
            ['false', reopenedAt],
          ] as const)
        : []),
      ...closedAt.map(([, at]) => ['true', at] as const),
    ],
    closed_date: [
      ...(reopened
        ? ([
            [new Date(firstClosedAt).toISOString(), firstClosedAt],
            ['', reopenedAt],
          ] as const)
        : []),
      ...closedAt,
    ],
    hs_num_times_contacted: [
      ['0', from],
      [ticket.hs_num_times_contacted, from + 0.5 * (done - from)],
    ],
    hs_ticket_priority: [
      [random.chance(0.3) ? 'LOW' : ticket.hs_ticket_priority, from],
      [ticket.hs_ticket_priority, from + DAY],
    ],
    hs_time_to_close_sla_status: goal(ticket.hs_time_to_close_sla_status, done, CLOSE_GOAL),
    hs_time_to_first_response_sla_status: goal(ticket.hs_time_to_first_response_sla_status, repliedAt, REPLY_GOAL),
    hs_last_csat_rating: [[ticket.hs_last_csat_rating, time(ticket.hs_last_csat_date)]],
    hs_feedback_last_ces_rating: [[ticket.hs_feedback_last_ces_rating, time(ticket.hs_feedback_last_survey_date)]],
  };
};

/** A lead, then an opportunity, then a customer; what its manager thinks of it was entered lately, and now and then before. */
const ofCompany: PastOf = (company, random, now) => {
  const from = time(company.createdate);
  const became = time(company.hs_lifecyclestage_customer_date);
  const stage = company.lifecyclestage;
  const isCustomer = !Number.isNaN(became);
  const path: readonly Step[] = isCustomer
    ? [
        ['lead', from],
        ['opportunity', (from + became) / 2],
        ['customer', became],
        [stage, became + 0.8 * (now - became)],
      ]
    : [
        ['lead', from],
        [stage, (from + now) / 2],
      ];
  const said = now - random.between(5, 140) * DAY;
  return {
    lifecyclestage: stage === null ? [] : path,
    hs_csm_sentiment: company.hs_csm_sentiment
      ? [
          [random.chance(0.5) ? 'neutral' : 'positive', said - random.between(60, 200) * DAY],
          [company.hs_csm_sentiment, said],
        ]
      : [],
  };
};

/** Active from its start on, until it was owed or cancelled; paid period by period, of which HubSpot keeps the last ones. */
const ofSubscription: PastOf = (subscription, _random, now) => {
  const from = time(subscription.hs_createdate);
  const { hs_status: status, hs_mrr: mrr, hs_next_payment_due_date: due, hs_last_payment_date: paid } = subscription;
  const months = subscription.hs_recurring_billing_frequency === 'quarterly' ? 3 : 1;
  const ended = status === 'canceled';
  const endedAt = Math.min(now, time(paid) + months * MONTH);
  const before = (Number(subscription.hs_last_payment_amount ?? 0) / months).toFixed(2);
  const payments = Array.from({ length: 20 }, (_, index) => time(paid) - (19 - index) * months * MONTH)
    .filter((at) => at >= from - DAY)
    .map((at): Step => [iso(at).slice(0, 10), at]);
  return {
    hs_status:
      status === 'scheduled'
        ? [[status, from]]
        : [
            ['active', from],
            [status, ended ? endedAt : time(due)],
          ],
    hs_mrr: ended
      ? [
          [before, from],
          [mrr, endedAt],
        ]
      : [[mrr, from]],
    hs_last_payment_date: payments,
    hs_last_payment_amount: [[subscription.hs_last_payment_amount, payments[0]?.[1] ?? from]],
    hs_next_payment_due_date: [[due, payments.at(-1)?.[1] ?? from]],
  };
};

const PASTS: Readonly<Record<string, PastOf>> = {
  companies: ofCompany,
  deals: ofDeal,
  tickets: ofTicket,
  invoices: ofInvoice,
  subscriptions: ofSubscription,
};

/**
 * How a generated record came to be as it is: told from the record alone, so that it changes nothing of the portal. A path that
 * does not lead to the value of now is left out: that property was as it is ever since.
 */
export function pastOfGenerated(objectType: string, record: PortalRecord, now: number): PastSteps {
  const pastOf = PASTS[objectType];
  if (pastOf === undefined) return {};
  const random = makeRandom(hash(Number(record.id) >>> 0, `past:${objectType}`));
  return Object.fromEntries(
    Object.entries(pastOf(record.properties, random, now)).flatMap(([name, steps]) => {
      const changes = steps.map(([value, at]) => ({ value: value ?? '', at: Math.round(at) }));
      const dated = changes.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
      const path = dated.filter(({ value }, index) => value !== (dated[index - 1]?.value ?? ''));
      return path.length > 0 && path.at(-1)?.value === record.properties[name] ? [[name, path]] : [];
    }),
  );
}
