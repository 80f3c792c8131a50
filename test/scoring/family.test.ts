import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FamilyMember, rollUp, yearRevenue } from '../../src/scoring/family.ts';
import { type AccountLiteral, account } from './account-builder.ts';

const member = (id: string, score: number | null, records: Readonly<Record<string, number>> | null): FamilyMember => ({
  id,
  score,
  revenue: records && new Map(Object.entries(records)),
});

describe('the mean and the worst', () => {
  type Case = readonly [members: readonly FamilyMember[], mean: number | null, by: 'revenue' | 'equal', worst?: string];
  const cases: Readonly<Record<string, Case>> = {
    'weighed by revenue': [[member('1', 80, { a: 300 }), member('2', 20, { b: 100 })], 65, 'revenue', '2'],
    'a record of two counts once, half for each': [
      // 100 + 100 and 100: not 200 + 200 and 100.
      [member('1', 90, { shared: 200 }), member('2', 60, { shared: 200 }), member('3', 30, { c: 100 })],
      60,
      'revenue',
      '3',
    ],
    'one that shares with who has no score keeps its part alone': [
      [member('1', 90, { shared: 200 }), member('2', null, { shared: 200 }), member('3', 30, { c: 100 })],
      60,
      'revenue',
      '3',
    ],
    'who brought nothing, as is known, weighs nothing': [
      [member('1', 80, { a: 1 }), member('2', 0, {})],
      80,
      'revenue',
      '2',
    ],
    'all alike where one’s revenue is not known': [
      [member('1', 80, { a: 9 }), member('2', 20, null)],
      50,
      'equal',
      '2',
    ],
    'all alike where nobody brought any': [[member('1', 80, {}), member('2', 20, {})], 50, 'equal', '2'],
    'that of one without a score need not be known': [
      [member('1', 80, { a: 3 }), member('2', 20, { b: 1 }), member('3', null, null)],
      65,
      'revenue',
      '2',
    ],
    'of two alike the one that brings more': [
      [member('1', 20, { a: 1 }), member('2', 20, { b: 2 })],
      20,
      'revenue',
      '2',
    ],
    'then the lower id': [[member('2', 20, { a: 1 }), member('1', 20, { b: 1 })], 20, 'revenue', '1'],
    'none is scored': [[member('1', null, { a: 1 })], null, 'equal'],
    nobody: [[], null, 'equal'],
  };
  test.each(Object.entries(cases))('%s', (_what, [members, mean, weighedBy, worst]) => {
    const rolled = rollUp(members);
    if (mean === null) expect(rolled.mean).toBeNull();
    else expect(rolled.mean).toBeCloseTo(mean, 9);
    expect([rolled.weighedBy, rolled.worst?.id]).toEqual([weighedBy, worst]);
  });

  const anybody = fc.uniqueArray(
    fc.tuple(
      fc.nat(20).map(String),
      fc.option(fc.nat(100)),
      fc.option(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 1_000 }))),
    ),
    { selector: ([id]) => id, maxLength: 8 },
  );
  test('lies between the worst and the best, whatever the order, and is none only where nobody has a score', () => {
    fc.assert(
      fc.property(anybody, (given) => {
        const members = given.map(([id, score, records]) => member(id, score, records));
        const { mean, worst } = rollUp(members);
        const scores = members.flatMap(({ score }) => score ?? []);
        expect(mean === null).toBe(scores.length === 0);
        expect(rollUp(members.toReversed())).toEqual(rollUp(members));
        if (mean === null) return;
        expect(worst?.score).toBe(Math.min(...scores));
        expect(mean).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
      }),
    );
  });
});

describe('the revenue of a year', () => {
  const ASOF = '2026-06-15';
  const revenue = (literal: Partial<AccountLiteral>) => yearRevenue(account({ asOf: ASOF, ...literal }).view);
  const paid = (hs_payment_date: string, more: object = {}) => ({
    hs_invoice_date: '2020-01-01',
    hs_payment_date,
    hs_amount_billed: 100,
    hs_currency: 'EUR',
    ...more,
  });
  const portal = { currency: 'EUR' };

  test('by record, from 365 days ago to now', () => {
    const invoices = ['2026-06-15', '2025-06-16', '2025-06-15'].map((day) => paid(day));
    expect(revenue({ invoices, portal })).toEqual(
      new Map([
        ['invoices i1', 100],
        ['invoices i2', 100],
      ]),
    );
  });

  test('in the portal’s currency at the rate of the day; without one it is not known', () => {
    const invoices = [paid('2026-06-01', { hs_currency: 'USD' })];
    const exchangeRates = { USD: [{ since: Date.parse('2026-01-01'), rate: 0.5 }] };
    expect(revenue({ invoices, portal: { ...portal, exchangeRates } })).toEqual(new Map([['invoices i1', 50]]));
    expect(revenue({ invoices, portal })).toBeNull();
  });

  test('not known where the portal tells nothing of purchases; none where it does', () => {
    const blocked = { blocked: 'scope_missing' } as const;
    expect(revenue({ portal, sources: { invoices: blocked, deals: blocked } })).toBeNull();
    expect(revenue({ portal, invoices: [paid('2024-01-01')] })).toEqual(new Map());
  });
});
