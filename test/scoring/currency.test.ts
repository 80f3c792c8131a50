import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOneCurrency, rateAt, toPortalCurrency } from '../../src/scoring/currency.ts';
import { purchases } from '../../src/scoring/purchases.ts';
import { account } from './account-builder.ts';

const at = (isoDay: string) => Date.parse(isoDay);
const portal = {
  currency: 'EUR',
  exchangeRates: {
    USD: [
      { since: at('2025-01-01'), rate: 0.9 },
      { since: at('2026-01-01'), rate: 0.8 },
    ],
    EUR: [{ since: 0, rate: 7 }],
  },
};

describe('the rate of a moment', () => {
  it.each([
    ['the portal’s own currency is itself, whatever else is said', 'EUR', '2020-01-01', 1],
    ['before the first rate there is none', 'USD', '2024-12-31', null],
    ['from the moment it took effect', 'USD', '2025-01-01', 0.9],
    ['until the next one', 'USD', '2025-12-31T23:59:59.999Z', 0.9],
    ['which then holds', 'USD', '2030-01-01', 0.8],
    ['a currency without rates', 'GBP', '2026-01-01', null],
    ['no currency at all', '', '2026-01-01', null],
    ['a name that every object has', 'constructor', '2026-01-01', null],
  ])('%s', (_, currency, day, rate) => {
    expect(rateAt(currency, at(day), portal)).toBe(rate);
    expect(toPortalCurrency(200, currency, at(day), portal)).toBe(rate === null ? null : 200 * rate);
  });

  it('a portal that has no rates knows its own currency alone', () => {
    expect(rateAt('EUR', at('2026-01-01'), { currency: 'EUR' })).toBe(1);
    expect(rateAt('USD', at('2026-01-01'), { currency: 'EUR' })).toBeNull();
  });
});

describe('in one currency', () => {
  const item = (amount: number, currency: string, day: string) => ({ amount, currency, at: at(day) });

  it('their own, untouched, where they share one, known to the portal or not', () => {
    const items = [item(1, 'GBP', '2026-01-01'), item(2, 'GBP', '2020-01-01')];
    expect(inOneCurrency(items, portal)).toEqual(items);
    expect(inOneCurrency([], portal)).toEqual([]);
  });

  it('the portal’s where they do not, each at the rate of its day; all else about them stays', () => {
    const items = [
      { ...item(100, 'USD', '2025-06-01'), id: 7 },
      item(100, 'USD', '2026-06-01'),
      item(5, 'EUR', '1999-01-01'),
    ];
    expect(inOneCurrency(items, portal)).toEqual([
      { ...item(90, 'EUR', '2025-06-01'), id: 7 },
      item(80, 'EUR', '2026-06-01'),
      item(5, 'EUR', '1999-01-01'),
    ]);
  });

  it('none where a single rate is not known', () => {
    expect(inOneCurrency([item(1, 'USD', '2026-01-01'), item(1, 'GBP', '2026-01-01')], portal)).toBeNull();
    expect(inOneCurrency([item(1, 'USD', '2024-01-01'), item(1, 'EUR', '2026-01-01')], portal)).toBeNull();
  });

  it('the purchases of an account: a rate of later says nothing of a purchase before it', () => {
    const paid = (day: string, hs_currency: string) => ({
      hs_invoice_date: day,
      hs_payment_date: day,
      hs_amount_billed: 100,
      hs_currency,
    });
    const view = (...days: string[]) =>
      account({
        asOf: '2026-06-01',
        portal,
        invoices: [...days.map((day) => paid(day, 'USD')), paid('2026-02-01', 'EUR')],
      }).view;
    const amounts = (...days: string[]) => inOneCurrency(purchases(view(...days)), portal)?.map(({ amount }) => amount);
    expect(amounts('2025-12-31', '2026-01-01')).toEqual([90, 80, 100]);
    expect(amounts('2024-12-31')).toBeUndefined();
  });
});

const currency = fc.constantFrom('EUR', 'USD', 'GBP', 'JPY');
const rates = fc
  .uniqueArray(
    fc.record({ since: fc.integer({ min: 0, max: 1000 }), rate: fc.double({ min: 1e-3, max: 1e3, noNaN: true }) }),
    {
      selector: ({ since }) => since,
      maxLength: 6,
    },
  )
  .map((list) => list.toSorted((a, b) => a.since - b.since));
const items = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 1000 }), amount: fc.double({ min: 0, max: 1e6, noNaN: true }), currency }),
);
const anyPortal = fc.record({ currency, exchangeRates: fc.dictionary(currency, rates) });

describe('of any portal and amounts', () => {
  it('what comes out is in one currency, as many as went in, finite, or nothing', () => {
    fc.assert(
      fc.property(items, anyPortal, (list, any) => {
        const one = inOneCurrency(list, any);
        if (one === null) return;
        expect(one).toHaveLength(list.length);
        expect(new Set(one.map((item) => item.currency)).size).toBeLessThanOrEqual(1);
        expect(one.every(({ amount }) => Number.isFinite(amount) && amount >= 0)).toBe(true);
      }),
    );
  });

  it('rates that take effect later than a moment say nothing of it', () => {
    fc.assert(
      fc.property(anyPortal, currency, fc.integer({ min: 0, max: 1000 }), (any, code, moment) => {
        const known = Object.entries(any.exchangeRates).map(([name, list]) => [
          name,
          list.filter(({ since }) => since <= moment),
        ]);
        const then = { ...any, exchangeRates: Object.fromEntries(known) };
        expect(rateAt(code, moment, any)).toBe(rateAt(code, moment, then));
      }),
    );
  });

  it('twice as much is worth twice as much', () => {
    fc.assert(
      fc.property(
        anyPortal,
        currency,
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 1e6 }),
        (any, code, moment, amount) => {
          const [once, twice] = [1, 2].map((times) => toPortalCurrency(amount * times, code, moment, any));
          expect(twice ?? null).toBe(once === null || once === undefined ? null : once * 2);
        },
      ),
    );
  });
});
