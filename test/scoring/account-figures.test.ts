import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountFigures } from '../../src/scoring/account-figures.ts';
import { viewAt } from '../../src/scoring/account-view.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import { seenBy } from '../../src/scoring/facts.ts';
import { WRITABLE } from '../../src/scoring/model-shape.ts';
import { type AccountLiteral, account } from './account-builder.ts';
import { AS_OF, accountFacts, CONNECTED } from './arbitrary-account.ts';

type Asking = Parameters<typeof accountFigures>[1];
const ALL: Asking = { write: WRITABLE, renewalPipelines: [] };
const rates = {
  USD: [
    { since: Date.parse('2025-01-01'), rate: 0.9 },
    { since: Date.parse('2026-06-01'), rate: 0.8 },
  ],
};
const lost = { blocked: 'scope_missing' } as const;
const never = { firstRecordAt: null, filledSince: {} };

/** Seen on 15 June 2026, in a portal of EUR that knows the dollar. */
const figures = (literal: Omit<AccountLiteral, 'asOf'>, model: Asking = ALL) =>
  accountFigures(
    account({ asOf: '2026-06-15', ...literal, portal: { exchangeRates: rates, ...literal.portal } }).view,
    model,
  );

describe('the next renewal', () => {
  const renewal = (closedate: string, more: object = {}) => ({ dealtype: 'existingbusiness', closedate, ...more });
  const due = (literal: Omit<AccountLiteral, 'asOf'>, model = ALL) => {
    const { nextRenewalAt } = figures(literal, model);
    return nextRenewalAt === null ? null : new Date(nextRenewalAt).toISOString().slice(0, 10);
  };

  it.each<[string, Omit<AccountLiteral, 'asOf'>, string | null]>([
    ['the first of those that are open', { deals: [renewal('2027-01-31'), renewal('2026-09-30')] }, '2026-09-30'],
    [
      'not one that is closed, won or lost',
      {
        deals: [
          renewal('2026-06-01', { hs_is_closed: true, hs_is_closed_won: true }),
          renewal('2026-06-02', { hs_is_closed: true }),
          renewal('2027-06-01'),
        ],
      },
      '2027-06-01',
    ],
    ['not new business', { deals: [renewal('2026-07-01', { dealtype: 'newbusiness' })] }, null],
    ['one that is late comes first still', { deals: [renewal('2027-06-01'), renewal('2026-06-01')] }, '2026-06-01'],
    ['to the ninetieth day', { deals: [renewal('2027-06-01'), renewal('2026-03-17')] }, '2026-03-17'],
    ['then it was forgotten', { deals: [renewal('2027-06-01'), renewal('2026-03-16')] }, '2027-06-01'],
    ['one without a day tells nothing', { deals: [renewal('2027-06-01', { closedate: null })] }, null],
    ['none', { deals: [] }, null],
    ['deals cannot be read', { deals: [renewal('2026-09-30')], sources: { deals: lost } }, null],
    ['nothing tells a renewal here', { deals: [renewal('2026-09-30')], sources: { deals: { filledSince: {} } } }, null],
  ])('%s', (_, literal, expected) => {
    expect(due(literal)).toBe(expected);
  });

  it('goes by the pipelines of renewals where the model names them', () => {
    const deals = [renewal('2026-07-01', { pipeline: 'sales' }), renewal('2026-08-01', { pipeline: 'renewals' })];
    expect(due({ deals }, { ...ALL, renewalPipelines: ['renewals'] })).toBe('2026-08-01');
  });

  it('is unknown where no deal ever had what the model tells renewals by, though others would do', () => {
    const given = {
      deals: [renewal('2026-08-01', { pipeline: 'renewals' })],
      sources: { deals: { filledSince: { dealtype: 0 } } },
    };
    expect(due(given)).toBe('2026-08-01');
    expect(due(given, { ...ALL, renewalPipelines: ['renewals'] })).toBeNull();
  });
});

describe('the overdue amount', () => {
  const invoice = (due: string, billed: number, more: object = {}) => ({
    hs_invoice_date: '2026-04-01',
    hs_due_date: due,
    hs_amount_billed: billed,
    hs_currency: 'EUR',
    ...more,
  });
  it.each<[string, Omit<AccountLiteral, 'asOf'>, number | null]>([
    ['the sum of what is late', { invoices: [invoice('2026-06-14', 100), invoice('2026-05-01', 20.5)] }, 120.5],
    ['not what is due today, or later', { invoices: [invoice('2026-06-15', 100), invoice('2026-07-01', 20)] }, 0],
    ['what is left of a part payment', { invoices: [invoice('2026-05-01', 100, { hs_balance_due: 40 })] }, 40],
    ['nothing of what was paid', { invoices: [invoice('2026-05-01', 100, { hs_payment_date: '2026-06-01' })] }, 0],
    ['no invoice, where the portal has some', { invoices: [] }, 0],
    [
      'another currency at the rate of the invoice’s own day',
      { invoices: [invoice('2026-05-01', 100, { hs_currency: 'USD' }), invoice('2026-05-01', 10)] },
      100,
    ],
    [
      'unknown without that rate',
      { invoices: [invoice('2026-05-01', 9, { hs_currency: 'GBP' }), invoice('2026-05-01', 1)] },
      null,
    ],
    ['whatever the rate of what is not late', { invoices: [invoice('2027-05-01', 9, { hs_currency: 'GBP' })] }, 0],
    [
      'unknown where invoices cannot be read',
      { invoices: [invoice('2026-05-01', 9)], sources: { invoices: lost } },
      null,
    ],
    ['unknown where the portal has none', { invoices: [], sources: { invoices: never } }, null],
    [
      'unknown where due dates are missing',
      { invoices: [invoice('2026-05-01', 9)], sources: { invoices: { missingProperties: ['hs_due_date'] } } },
      null,
    ],
  ])('%s', (_, literal, expected) => {
    expect(figures(literal).overdueAmount).toBe(expected);
  });

  it('is unknown for a past day on which a paid invoice may have been open', () => {
    const paid = invoice('2026-05-01', 9, { hs_invoice_status: 'paid', seenAt: '2026-07-01' });
    expect(figures({ invoices: [paid], runningSince: '2026-07-01' }).overdueAmount).toBeNull();
  });
});

describe('the revenue of a year', () => {
  const monthly = (hs_mrr: number, more: object = {}) => ({
    hs_createdate: '2024-01-01',
    hs_status: 'active',
    hs_mrr,
    hs_currency_code: 'EUR',
    ...more,
  });
  const won = (closedate: string, amount: number, more: object = {}) => ({
    closedate,
    amount,
    hs_is_closed: true,
    hs_is_closed_won: true,
    ...more,
  });
  const paid = (on: string, billed: number) => ({
    hs_invoice_date: on,
    hs_payment_date: on,
    hs_amount_billed: billed,
    hs_currency: 'EUR',
  });

  it.each<[string, Omit<AccountLiteral, 'asOf'>, number | null]>([
    ['twelve months of subscriptions', { subscriptions: [monthly(100), monthly(50)] }, 1800],
    ['past due ones too', { subscriptions: [monthly(100, { hs_status: 'past_due' })] }, 1200],
    ['and not what was spent besides', { subscriptions: [monthly(100)], invoices: [paid('2026-06-01', 9_000)] }, 1200],
    [
      'spend where all have ended',
      {
        subscriptions: [monthly(100, { hs_status: 'canceled', hs_last_payment_date: '2026-01-01' })],
        invoices: [paid('2026-06-01', 9_000)],
      },
      9000,
    ],
    [
      'spend where they do not tell',
      { subscriptions: [monthly(100, { hs_status: 'odd' })], deals: [won('2026-06-01', 70)] },
      70,
    ],
    ['subscriptions in dollars, at today’s rate', { subscriptions: [monthly(100, { hs_currency_code: 'USD' })] }, 960],
    [
      'unknown without a rate, though spend is known',
      {
        subscriptions: [monthly(100, { hs_currency_code: 'GBP' })],
        deals: [won('2026-06-01', 70)],
      },
      null,
    ],
    ['paid invoices rather than deals', { invoices: [paid('2026-01-01', 30)], deals: [won('2026-06-01', 70)] }, 30],
    ['of the last year alone', { deals: [won('2025-06-16', 70), won('2025-06-15', 900)] }, 70],
    ['nothing lately, from one who bought before', { deals: [won('2024-06-15', 900)] }, 0],
    ['unknown of one who never bought', { deals: [] }, null],
    [
      'deals in dollars, each at its own day’s',
      {
        deals: [
          won('2026-02-01', 100, { deal_currency_code: 'USD' }),
          won('2026-06-02', 100, { deal_currency_code: 'USD' }),
        ],
      },
      170,
    ],
    [
      'unknown where one has no rate',
      { deals: [won('2026-06-01', 70), won('2026-06-01', 5, { deal_currency_code: 'GBP' })] },
      null,
    ],
    [
      'unknown where nothing can be read',
      {
        deals: [won('2026-06-01', 70)],
        sources: { deals: lost, invoices: lost, subscriptions: lost },
      },
      null,
    ],
  ])('%s', (_, literal, expected) => {
    expect(figures(literal).yearlyRevenue).toBe(expected);
  });
});

it('computes nothing that the model does not ask for', () => {
  const deals = [{ dealtype: 'existingbusiness', closedate: '2026-09-30' }];
  const invoices = [{ hs_invoice_date: '2026-01-01', hs_due_date: '2026-02-01', hs_amount_billed: 5 }];
  expect(figures({ deals, invoices }, { write: ['checked_on'], renewalPipelines: [] })).toEqual({
    nextRenewalAt: null,
    overdueAmount: null,
    yearlyRevenue: null,
  });
});

describe('any account', () => {
  const calendar = makeCalendar(CONNECTED.timeZone);
  const of = (facts: Parameters<typeof viewAt>[0] | undefined) => {
    const view = facts && viewAt(facts, AS_OF, CONNECTED, calendar);
    return view && accountFigures(view, ALL);
  };

  it('has amounts of zero and more, whatever the order of its records', () => {
    fc.assert(
      fc.property(accountFacts, (facts) => {
        const known = of(facts);
        for (const amount of [known?.overdueAmount, known?.yearlyRevenue])
          expect(amount ?? 0).toBeGreaterThanOrEqual(0);
        expect(of({ ...facts, records: facts.records.toReversed() })).toEqual(known);
      }),
    );
  });

  it('has the same figures, whatever was seen later', () => {
    fc.assert(
      fc.property(accountFacts, (facts) => {
        expect(of(seenBy(facts, AS_OF))).toEqual(of(facts));
      }),
    );
  });

  it('never sums currencies of which one has no rate', () => {
    fc.assert(
      fc.property(accountFacts, fc.double({ min: 0.1, max: 10, noNaN: true }), (facts, rate) => {
        const view = viewAt(facts, AS_OF, CONNECTED, calendar);
        if (view === undefined) return;
        const rated = { ...CONNECTED, exchangeRates: { USD: [{ since: 0, rate }] } };
        const without = accountFigures(view, ALL);
        const withRate = accountFigures({ ...view, portal: rated }, ALL);
        // What is known without any rate is made of the portal's own currency alone: no rate changes it.
        if (without.overdueAmount !== null) expect(withRate.overdueAmount).toBe(without.overdueAmount);
        if (without.yearlyRevenue !== null) expect(withRate.yearlyRevenue).toBe(without.yearlyRevenue);
      }),
    );
  });
});
