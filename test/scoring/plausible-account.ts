/** Accounts whose dates and amounts agree, dense enough that most signals can be read of them. */
import fc from 'fast-check';
import { DAY_MS } from '../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord } from '../../src/scoring/facts.ts';
import type { Values } from '../../src/scoring/object-definition.ts';
import { AS_OF, accountFactsOf, MOST_RECORDS, RUNNING_SINCE } from './arbitrary-account.ts';

type ActivityType = FactRecord['objectType'];

/** What a record is made of besides what is arbitrary: how long ago it began, how long it took, a number, and a coin. */
interface Draft {
  readonly ago: number;
  readonly took: number;
  readonly amount: number;
  readonly coin: boolean;
}
const draft: fc.Arbitrary<Draft> = fc.record({
  ago: fc.oneof(fc.integer({ min: 2, max: 120 }), fc.integer({ min: 2, max: 720 })),
  took: fc.integer({ min: 1, max: 60 }),
  amount: fc.integer({ min: 1, max: 500 }),
  coin: fc.boolean(),
});

const MONTHS: Readonly<Record<string, number>> = { monthly: 1, annually: 12 };

/** What agrees with itself in a record of the type; the rest of it stays arbitrary. */
function agreeing(type: ActivityType, { ago, took, amount, coin }: Draft, values: Values): Values {
  const at = AS_OF - ago * DAY_MS;
  const end = at + took * DAY_MS;
  const ended = end <= AS_OF;
  switch (type) {
    case 'tickets':
      return {
        createdate: at,
        closed_date: ended ? end : null,
        hs_is_closed: ended,
        time_to_first_agent_reply: amount * 1_000,
        hs_last_csat_rating: amount % 3,
        hs_last_csat_date: ended ? end : null,
        hs_feedback_last_ces_rating: 1 + (amount % 7),
        hs_feedback_last_survey_date: ended ? end : null,
      };
    case 'deals':
      return {
        createdate: at,
        closedate: end,
        hs_is_closed: ended,
        hs_is_closed_won: ended && coin,
        amount,
        hs_mrr: amount,
        deal_currency_code: 'EUR',
      };
    case 'invoices': {
      const paidAt = at + (coin ? took : 30) * DAY_MS;
      const isPaid = paidAt <= AS_OF && (coin || took < 40);
      return {
        hs_invoice_date: at,
        hs_due_date: at + 30 * DAY_MS,
        hs_invoice_status: isPaid ? 'paid' : 'open',
        hs_payment_date: isPaid ? paidAt : null,
        hs_amount_billed: amount,
        hs_balance_due: isPaid ? 0 : amount,
        hs_currency: 'EUR',
      };
    }
    case 'subscriptions': {
      const isOver = values.hs_status === 'canceled';
      const frequency = coin ? 'monthly' : 'annually';
      const payment = amount * (MONTHS[frequency] ?? 1);
      return {
        hs_status: values.hs_status === 'odd' ? 'active' : values.hs_status || 'active',
        hs_createdate: at,
        hs_recurring_billing_start_date: at,
        hs_recurring_billing_frequency: frequency,
        hs_mrr: isOver ? 0 : amount,
        hs_next_payment_amount: isOver ? null : payment,
        hs_last_payment_amount: payment,
        hs_last_payment_date: Math.min(end, AS_OF),
        hs_currency_code: 'EUR',
      };
    }
    case 'meetings':
      return {
        hs_createdate: at,
        hs_timestamp: end,
        hs_meeting_start_time: end,
        ...(!ended && { hs_meeting_outcome: 'SCHEDULED' }),
      };
    case 'commerce_payments':
      return {
        hs_initiated_date: at,
        hs_initial_amount: amount,
        hs_latest_status: coin ? 'succeeded' : 'failed',
        hs_currency_code: 'EUR',
      };
    case 'quotes':
      return {
        hs_createdate: at,
        hs_expiration_date: end,
        hs_status: values.hs_status === 'odd' ? 'APPROVED' : values.hs_status || 'APPROVED',
        ...(coin && { deals: [] }),
      };
    case 'feedback_submissions':
      return { hs_submission_timestamp: at };
    case 'contacts':
      return { createdate: at };
    default:
      return { hs_timestamp: at };
  }
}

/** Accounts with many records of these types, each seen once, when the portal's first sync ended. */
export const plausibleFactsOf = (types: readonly ActivityType[]): fc.Arbitrary<AccountFacts> =>
  fc
    .record({
      facts: accountFactsOf(types),
      drafts: fc.array(draft, { minLength: MOST_RECORDS, maxLength: MOST_RECORDS }),
      age: fc.integer({ min: 0, max: 2_000 }),
    })
    .map(({ facts, drafts, age }) => ({
      ...facts,
      company: facts.company.map((version) => ({
        ...version,
        values: { ...version.values, createdate: AS_OF - age * DAY_MS },
      })),
      records: facts.records.map((record, index): FactRecord => {
        const values = record.versions[0]?.values ?? {};
        const given = drafts[index];
        if (given === undefined) throw new Error('There is a draft for each record.');
        return {
          ...record,
          linkedAt: RUNNING_SINCE,
          unlinkedAt: null,
          versions: [
            {
              effectiveAt: RUNNING_SINCE,
              seenAt: RUNNING_SINCE,
              values: { ...values, ...agreeing(record.objectType, given, values) },
            },
          ],
        };
      }),
    }));
