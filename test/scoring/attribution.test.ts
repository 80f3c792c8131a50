/** A change by hand: what each cause took, to the point. */
import { describe, expect, it } from 'vitest';
import { changeSincePublished } from '../../src/scoring/attribution.ts';
import { DAY_MS } from '../../src/scoring/calendar.ts';
import { toldRow } from '../../src/scoring/change-story.ts';
import type { AccountFacts, FactRecord } from '../../src/scoring/facts.ts';
import type { Model } from '../../src/scoring/model.ts';
import type { Values } from '../../src/scoring/object-definition.ts';
import { scoreAt } from '../../src/scoring/replay.ts';
import { AS_OF, CONNECTED, RUNNING_SINCE } from './arbitrary-account.ts';
import { calendar, model as standard } from './rules/customers.ts';

const THEN = AS_OF - 30 * DAY_MS;
const day = (days: number) => THEN + days * DAY_MS;

/** Overdue days alone, at 2 points a day, beside unresolved complaints, at 50 points each; both count alike. */
const byDays = (weight: number): Model => ({
  ...standard,
  minimumCoverage: 0,
  minimumDimensions: 1,
  segments: [],
  caps: [],
  dimensions: {
    billing: {
      weight,
      signals: {
        overdue_balance: {
          weight: 1,
          whenUnknown: 'skip',
          settings: {},
          curve: [
            [0, 100],
            [50, 0],
          ],
        },
      },
    },
    support: {
      weight: 1,
      signals: {
        open_tickets: {
          weight: 1,
          whenUnknown: 'skip',
          settings: {},
          curve: [
            [0, 100],
            [1_000, 0],
          ],
        },
      },
    },
  },
});

const record = (objectType: FactRecord['objectType'], id: string, seenAt: number, values: Values): FactRecord => ({
  objectType,
  id,
  linkedAt: seenAt,
  unlinkedAt: null,
  versions: [{ effectiveAt: seenAt, seenAt, values }],
});

/** An invoice of 100 EUR that fell due then, and is open. */
const due = (id: string, at: number, seenAt: number): FactRecord =>
  record('invoices', id, seenAt, {
    hs_number: `INV-${id}`,
    hs_invoice_date: at - 30 * DAY_MS,
    hs_due_date: at,
    hs_invoice_status: 'open',
    hs_payment_date: null,
    hs_amount_billed: 100,
    hs_balance_due: 100,
    hs_currency: 'EUR',
  });

/** A customer with one ticket, which was solved. */
const ticket = record('tickets', '1', RUNNING_SINCE, {
  subject: 'A',
  createdate: day(-20),
  closed_date: day(-19),
  hs_is_closed: true,
});
const account = (...records: FactRecord[]): AccountFacts => ({
  companyId: '1',
  company: [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values: { lifecyclestage: 'customer' } }],
  records: [ticket, ...records],
});

function changeOf(facts: AccountFacts, was: Model, is: Model) {
  const health = scoreAt(facts, AS_OF, CONNECTED, is, calendar);
  const before = scoreAt(facts, THEN, CONNECTED, was, calendar);
  if (health?.state !== 'scored' || before?.state !== 'scored') throw new Error('It is scored at both moments.');
  const look = { at: THEN, seenUntil: THEN, model: was, portal: CONNECTED, score: before.score };
  const change = changeSincePublished({ facts, portal: CONNECTED, model: is, calendar }, AS_OF, health, look);
  const rows = change?.rows.map((row) => {
    const { story } = toldRow(row);
    return [row.cause, row.key, row.points, story];
  });
  return { from: change?.from, to: change?.to, rows };
}

describe('a change by hand', () => {
  it('an invoice falls overdue by the time alone', () => {
    // Half of the score, at 2 points a day overdue: 10 days cost 10 points.
    expect(changeOf(account(due('204', day(20), RUNNING_SINCE)), byDays(1), byDays(1)).rows).toEqual([
      ['ageing', 'overdue_balance', -10, 'worse'],
    ]);
  });

  it('it was overdue, the model weighs billing otherwise, and time passes', () => {
    // 10 days overdue: 20 points of half the score. At three quarters of it these are 15; 30 days later, 40 days, 80 points: 60.
    const late = account(due('204', day(-10), RUNNING_SINCE));
    const { from, to, rows } = changeOf(late, byDays(1), byDays(3));
    const tickets = rows?.filter(([, key]) => key === 'open_tickets');
    const overdue = rows?.filter(([, key]) => key === 'overdue_balance');
    expect(overdue).toEqual([
      ['model', 'overdue_balance', -5, 'model'],
      ['ageing', 'overdue_balance', -45, 'worse'],
    ]);
    const others = (tickets ?? []).reduce((sum, [, , points]) => sum + Number(points), 0);
    expect((to ?? 0) - (from ?? 0)).toBe(-50 + others);
  });

  it('an invoice that was already due was seen late, and grew older', () => {
    // Seen five days after: by its dates it was 10 days overdue then, 10 points, and is 40 days now, 30 more.
    const { rows } = changeOf(account(due('204', day(-10), day(5))), byDays(1), byDays(1));
    const overdue = rows?.filter(([, key]) => key === 'overdue_balance').map(([cause]) => cause);
    expect(overdue).toEqual(expect.arrayContaining(['late_data', 'ageing']));
  });

  it('it fell overdue, and was paid: what time took, news gave back', () => {
    const [version] = due('204', day(20), RUNNING_SINCE).versions;
    const paid = { hs_invoice_status: 'paid', hs_payment_date: day(29), hs_balance_due: 0 };
    const versions = [version, { effectiveAt: day(29), seenAt: day(29), values: { ...version?.values, ...paid } }];
    const invoice = { ...due('204', day(20), RUNNING_SINCE), versions } as FactRecord;
    const { rows } = changeOf(account(invoice), byDays(1), byDays(1));
    expect(rows?.filter(([, key]) => key === 'overdue_balance')).toEqual([
      ['ageing', 'overdue_balance', -10, 'worse'],
      ['behaviour', 'overdue_balance', 10, 'better'],
    ]);
  });
});
