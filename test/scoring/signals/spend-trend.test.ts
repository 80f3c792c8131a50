import { expect, it } from 'vitest';
import { spendTrend } from '../../../src/scoring/signals/spend-trend.ts';
import { day, describeSignal, eur, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
// In the window of a year that ends on 1 June 2026, and in the one before it.
const RECENT = '2025-06-02';
const BEFORE = '2025-06-01';
const FIRST = '2024-06-02';

const won = (closedate: string, amount: number | null, more = {}) => ({
  closedate,
  amount,
  hs_is_closed: true,
  hs_is_closed_won: true,
  ...more,
});
const paid = (hs_payment_date: string, hs_amount_billed: number | null, more = {}) => ({
  hs_invoice_date: hs_payment_date,
  hs_payment_date,
  hs_amount_billed,
  ...more,
});

describeSignal(spendTrend, [
  { name: 'nothing at all', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'the windows meet at the first moment of a day',
    account: { asOf, deals: [won(FIRST, 500), won(BEFORE, 1_000), won(RECENT, 300)] },
    expected: {
      raw: 0.2,
      message: 'falling',
      values: { now: eur(300), before: eur(1_500), days: 365, by: 'deals' },
      records: ['d3', 'd2', 'd1'],
    },
  },
  {
    name: 'a purchase late in the evening belongs to the day of the portal’s zone',
    account: {
      asOf,
      timeZone: 'America/New_York',
      deals: [won(FIRST, 500), won('2025-06-02T03:59:59Z', 500), won('2025-06-02T04:00:00Z', 300)],
    },
    expected: { raw: 0.3, message: 'falling', values: { now: eur(300), before: eur(1_000) } },
  },
  {
    name: 'the windows hold where the clocks changed on the day between them',
    account: {
      asOf: '2026-03-29T22:30:00Z',
      timeZone: 'Europe/Rome',
      deals: [won('2024-03-31', 400), won('2025-03-30T21:59:59Z', 400), won('2025-03-30T22:00:00Z', 600)],
    },
    expected: { raw: 0.75, message: 'falling', values: { now: eur(600), before: eur(800) } },
  },
  {
    name: 'a tenth less is still about as much',
    account: { asOf, deals: [won(FIRST, 1_000), won(RECENT, 900)] },
    expected: { raw: 0.9, message: 'constant' },
  },
  {
    name: 'a tenth more is still about as much',
    account: { asOf, deals: [won(FIRST, 1_000), won(RECENT, 1_100)] },
    expected: { raw: 1.1, message: 'constant' },
  },
  {
    name: 'more than that is rising',
    account: { asOf, deals: [won(FIRST, 1_000), won(RECENT, 1_101)] },
    expected: { raw: 1.101, message: 'rising' },
  },
  {
    name: 'nothing in the last window: ended',
    account: { asOf, deals: [won(FIRST, 1_000), won(BEFORE, 1_000)] },
    expected: { raw: 0, message: 'ended', values: { now: eur(0), before: eur(2_000) } },
  },
  {
    name: 'nothing in either window: ended, and the last purchase shows it',
    account: { asOf, deals: [won('2022-01-01', 100), won('2022-02-01', 100)] },
    expected: { raw: 0, message: 'ended_before', values: { before: eur(0) }, records: ['d2'] },
  },
  {
    name: 'back after a year without: rising',
    account: { asOf, deals: [won('2022-01-01', 100), won(RECENT, 100)] },
    expected: { raw: 2, message: 'rising', records: ['d2'] },
  },
  {
    name: 'first bought one day too late for two years',
    account: { asOf, deals: [won('2024-06-03', 500), won(RECENT, 500)] },
    expected: { unknown: 'too_new', values: { days: 730 } },
  },
  {
    name: 'a monthly buyer of one year is compared over half-years',
    account: {
      asOf,
      deals: ['06', '07', '08', '09', '10', '11', '12']
        .map((month) => won(`2025-${month}-01`, 100))
        .concat(['01', '02', '03', '04', '05', '06'].map((month) => won(`2026-${month}-01`, 50))),
    },
    // 2 December to 1 June: six times 50. 3 June to 1 December: six times 100.
    expected: { raw: 0.5, message: 'falling', values: { now: eur(300), before: eur(600), days: 182 } },
  },
  {
    name: 'a monthly buyer of half a year is compared over quarters',
    account: {
      asOf,
      deals: ['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'].map((at) =>
        won(at, 90),
      ),
    },
    // The first is out by a day; 2 March is the last day of the quarter before.
    expected: { raw: 2 / 3, message: 'falling', values: { days: 91, now: eur(180), before: eur(270) } },
  },
  {
    name: 'younger than two quarters',
    account: { asOf, deals: ['2026-03-01', '2026-04-01', '2026-05-01'].map((day) => won(day, 100)) },
    expected: { unknown: 'too_new', values: { days: 182 } },
  },
  {
    name: 'paid invoices count instead of won deals, never both',
    account: { asOf, deals: [won(FIRST, 9_000), won(RECENT, 10)], invoices: [paid(FIRST, 100), paid(RECENT, 100)] },
    expected: { raw: 1, message: 'constant', values: { now: eur(100), by: 'invoices' }, records: ['i2', 'i1'] },
  },
  {
    name: 'an invoice that was never paid, drafts and void ones leave the deals to count',
    account: {
      asOf,
      deals: [won(FIRST, 100), won(RECENT, 100)],
      invoices: [
        { hs_invoice_date: BEFORE, hs_amount_billed: 900 },
        paid(RECENT, 900, { hs_invoice_status: 'draft' }),
        paid(RECENT, 900, { hs_invoice_status: 'voided' }),
      ],
    },
    expected: { raw: 1, message: 'constant' },
  },
  {
    name: 'a part payment is no purchase yet',
    account: { asOf, invoices: [paid(FIRST, 100), paid(RECENT, 900, { hs_invoice_status: 'open' })] },
    expected: { raw: 0, message: 'ended', values: { before: eur(100) } },
  },
  {
    name: 'paid before it was issued: counts when it was paid',
    account: { asOf, invoices: [paid(FIRST, 100), paid(BEFORE, 50, { hs_invoice_date: '2025-06-20' })] },
    expected: { raw: 0, message: 'ended', values: { before: eur(150) } },
  },
  {
    name: 'paid in July counts for nothing in June',
    account: { asOf, seenAt: '2026-09-01', invoices: [paid(FIRST, 100), paid('2026-07-01', 900)] },
    expected: { raw: 0, message: 'ended', values: { before: eur(100) } },
  },
  {
    name: 'a deal won later is not won',
    account: { asOf, seenAt: '2026-09-01', deals: [won(FIRST, 100), won('2026-06-02', 900)] },
    expected: { raw: 0, message: 'ended' },
  },
  {
    name: 'paid on a day nobody recorded counts on the invoice’s own day, once it was seen paid',
    account: {
      asOf,
      invoices: [paid(FIRST, 100), { hs_invoice_date: RECENT, hs_amount_billed: 200, hs_invoice_status: 'paid' }],
    },
    expected: { raw: 2, message: 'rising', records: ['i2', 'i1'] },
  },
  {
    name: 'and not before',
    account: {
      asOf,
      seenAt: '2026-09-01',
      invoices: [{ hs_invoice_date: RECENT, hs_amount_billed: 200, hs_invoice_status: 'paid' }],
    },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'open and lost deals are no purchases',
    account: { asOf, deals: [{ closedate: BEFORE, amount: 5 }, won(BEFORE, 5, { hs_is_closed_won: false })] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'a deleted deal and one moved to another company no longer count',
    account: {
      asOf,
      seenAt: '2026-01-01',
      deals: [
        won(FIRST, 100),
        won(BEFORE, 700, { later: [{ seenAt: '2026-05-01', deleted: true }] }),
        won(BEFORE, 700, { unlinkedAt: '2026-05-01' }),
      ],
    },
    expected: { raw: 0, message: 'ended', values: { before: eur(100) } },
  },
  {
    name: 'credits, free deals, unpriced ones and crumbs are no purchases',
    account: {
      asOf,
      deals: [
        won(FIRST, 100),
        won(FIRST, -90),
        won(RECENT, -90),
        won(RECENT, 0),
        won(RECENT, null),
        won(BEFORE, 1e-320),
      ],
    },
    expected: { raw: 0, message: 'ended', values: { before: eur(100) } },
  },
  {
    name: 'a crumb is nothing to compare with',
    account: { asOf, deals: [won('2022-01-01', 100), won(BEFORE, 1e-320), won(RECENT, 100)] },
    expected: { raw: 2, message: 'rising', records: ['d3'] },
  },
  {
    name: 'the largest amount there is over the smallest one is a number still',
    account: { asOf, deals: [won(FIRST, 0.01), won(RECENT, Number.MAX_SAFE_INTEGER)] },
    expected: { raw: Number.MAX_SAFE_INTEGER / 0.01, message: 'rising' },
  },
  {
    name: 'the slope since the start is named beside: falling for years, but up in the last one',
    account: {
      asOf,
      deals: [
        ...['2020-07-01', '2021-07-01', '2022-07-01', '2023-07-01'].flatMap((at, index) => [
          won(at, 800 - index * 200),
          won(at.replace('-07-', '-12-'), 800 - index * 200),
        ]),
        won('2024-07-01', 50),
        won('2025-07-01', 100),
      ],
    },
    expected: {
      raw: 2,
      message: 'rising',
      values: { slope: 'falling', season: 'same', first: day('2020-07-01T00:00:00Z') },
    },
  },
  {
    name: 'younger than two years, it may be the season',
    account: {
      asOf,
      deals: ['2025-06-01', '2025-07-01', '2025-08-01', '2025-10-01', '2025-12-05', '2026-02-01', '2026-04-01'].map(
        (at) => won(at, 100),
      ),
    },
    expected: { raw: 1, message: 'constant', values: { days: 182, season: 'possible' } },
  },
  {
    name: 'where the slope would need a rate that nobody has, it is not named',
    account: {
      asOf,
      deals: [
        won('2024-05-01', 900, { deal_currency_code: 'USD' }),
        ...[FIRST, '2024-09-01', '2024-12-01', '2025-03-01'].map((at) => won(at, 100)),
        ...[RECENT, '2025-09-01', '2025-12-01', '2026-03-01'].map((at) => won(at, 100)),
      ],
    },
    expected: { raw: 1, message: 'constant', values: { slope: 'none' } },
  },
  {
    name: 'several currencies are compared in the portal’s, at the rate of each day',
    account: {
      asOf,
      portal: { exchangeRates: { USD: [{ since: 0, rate: 0.5 }] } },
      deals: [won(FIRST, 100, { deal_currency_code: 'USD' }), won(RECENT, 100)],
    },
    expected: { raw: 2, message: 'rising', values: { now: eur(100), before: eur(50) } },
  },
  {
    name: 'several currencies are not compared',
    account: { asOf, deals: [won(FIRST, 100, { deal_currency_code: 'USD' }), won(RECENT, 100)] },
    expected: { unknown: 'mixed_currencies' },
  },
  {
    name: 'a currency left behind before both windows does no harm; none named is the portal’s',
    account: {
      asOf,
      deals: [
        won('2023-01-01', 9, { deal_currency_code: 'USD' }),
        won(FIRST, 100, { deal_currency_code: 'EUR' }),
        won(RECENT, 100),
      ],
    },
    expected: { raw: 1, message: 'constant', values: { now: eur(100) } },
  },
]);

it('is lower the less was bought now', () => {
  const raws = [500, 100, 99, 1, 0].map((amount) =>
    rawOf(spendTrend, { asOf, deals: [won(FIRST, 100), won(RECENT, amount)] }),
  );
  expect(raws).toEqual(raws.toSorted((a, b) => b - a));
  expect(new Set(raws).size).toBe(raws.length);
});

it('of seasons that repeat is constant in any month, once there are two years of them', () => {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2025, 8 + month, 15)).toISOString());
  const deals = [2023, 2024, 2025].flatMap((year) =>
    ['06-10', '07-10', '08-10'].map((day) => won(`${year}-${day}`, 100)),
  );
  // From June 2026 on the season of that year is due.
  const raws = months.map((moment) => rawOf(spendTrend, { asOf: moment, deals }));
  expect(raws.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 1));
  expect(raws.slice(9).map((raw) => Number(raw.toFixed(2)))).toEqual([0.67, 0.33, 0]);
});
