import { expect, it } from 'vitest';
import { timeSinceLastPurchase } from '../../../src/scoring/signals/time-since-last-purchase.ts';
import { day, describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const bought = (...days: string[]) =>
  days.map((at) => ({ hs_invoice_date: at, hs_payment_date: at, hs_amount_billed: 10 }));
/** Five purchases a year, all in summer. */
const summers = (...years: number[]) =>
  bought(...years.flatMap((year) => ['06-01', '06-21', '07-11', '07-31', '08-20'].map((day) => `${year}-${day}`)));
// Fifteen days of purchases over 811 days, one of them a leap day; and twice the gap drawn toward the prior.
const SUMMERS_GAP = 811 / 14;
const SUMMERS_FREQUENCY = (2 * (811 + 180)) / 15;

describeSignal(timeSinceLastPurchase, [
  { name: 'nothing at all', account: { asOf }, expected: { unknown: 'no_data' } },
  {
    name: 'once, today',
    account: { asOf, invoices: bought('2026-06-01') },
    // No day beyond the year that one purchase is given, plus twice the most that a gap counts.
    expected: { raw: 360, message: 'once', values: { days: 0, purchases: 1 }, records: ['i1'] },
  },
  {
    name: 'once, a year ago: not late yet',
    account: { asOf, invoices: bought('2025-06-01') },
    expected: { raw: 360, message: 'once', values: { days: 365 } },
  },
  {
    name: 'once, a year and a day ago',
    account: { asOf, invoices: bought('2025-05-31') },
    expected: { raw: 361, message: 'once', values: { days: 366 } },
  },
  {
    name: 'a rhythm, a little late',
    account: { asOf, invoices: bought('2026-03-01', '2026-04-01', '2026-05-01') },
    // 61 days over 2 gaps: 30.5; silent for 31. Drawn gap: (61 + 180) / 3.
    expected: {
      raw: 0.5 + (2 * 241) / 3,
      message: 'rhythm',
      values: { days: 31, gap: 31, purchases: 3, last: day('2026-05-01T00:00:00Z'), by: 'invoices' },
      records: ['i3'],
    },
  },
  {
    name: 'several purchases of one day are one',
    account: { asOf, invoices: bought('2026-05-01T08:00:00Z', '2026-05-01T16:00:00Z') },
    expected: { raw: 360, message: 'once', records: ['i2'] },
  },
  {
    name: 'the day is the portal’s: around midnight in Rome',
    account: { asOf, timeZone: 'Europe/Rome', invoices: bought('2026-05-30T22:30:00Z', '2026-05-31T21:30:00Z') },
    expected: { raw: 360, message: 'once', values: { days: 1 } },
  },
  {
    name: 'a day of 23 hours is a day',
    account: { asOf: '2026-03-29T22:30:00Z', timeZone: 'Europe/Rome', invoices: bought('2026-03-29') },
    expected: { raw: 360, message: 'once', values: { days: 1 } },
  },
  {
    name: 'won deals count where nothing was invoiced',
    account: {
      asOf,
      deals: [{ closedate: '2026-05-02', amount: 1, hs_is_closed: true, hs_is_closed_won: true, dealname: 'Desk' }],
    },
    expected: { raw: 360, message: 'once', values: { days: 30, by: 'deals' }, records: ['d1'] },
  },
  {
    name: 'a deal that closed before it was created counts when it closed',
    account: {
      asOf,
      deals: [
        { createdate: '2026-05-20', closedate: '2026-05-02', amount: 1, hs_is_closed: true, hs_is_closed_won: true },
      ],
    },
    expected: { raw: 360, message: 'once', values: { days: 30 } },
  },
  {
    name: 'what is paid after the moment does not count',
    account: { asOf, seenAt: '2026-09-01', invoices: bought('2026-05-01', '2026-06-02', '2026-07-01') },
    expected: { raw: 360, message: 'once', values: { days: 31 }, records: ['i1'] },
  },
  {
    name: 'an invoice issued after the moment, though paid before, does not exist unseen',
    account: { asOf, seenAt: '2026-09-01', invoices: [{ ...bought('2026-05-01')[0], hs_invoice_date: '2026-06-02' }] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'two thousand purchases',
    account: { asOf, invoices: bought(...Array.from({ length: 2_000 }, () => '2026-06-01'), '2026-05-31') },
    expected: { raw: 2 * ((1 + 180) / 2), message: 'twice', values: { days: 0, gap: 1, purchases: 2 } },
  },
  {
    name: 'two purchases, in two currencies, are a gap but no habit',
    account: {
      asOf,
      invoices: [...bought('2026-05-02'), { ...bought('2026-06-01')[0], hs_currency: 'JPY' }],
    },
    expected: { raw: 2 * ((30 + 180) / 2), message: 'twice', values: { gap: 30 } },
  },
  {
    name: 'a seasonal account, silent in winter as in the two before',
    account: { asOf: '2026-02-16', invoices: summers(2023, 2024, 2025) },
    expected: { raw: SUMMERS_FREQUENCY, message: 'season', values: { days: 180, season: 180 }, records: ['i15'] },
  },
  {
    name: 'a seasonal account that fell silent a month sooner than before',
    account: { asOf: '2026-02-16', invoices: summers(2023, 2024, 2025).slice(0, -1) },
    // Silent for 20 days more than before; drawn gap (791 + 180) / 14.
    expected: { raw: 20 + (2 * 971) / 14, message: 'season', values: { days: 200, season: 180 }, records: ['i14'] },
  },
  {
    name: 'its next season is not a month late yet',
    account: { asOf: '2026-06-30', invoices: summers(2023, 2024, 2025) },
    expected: { raw: SUMMERS_FREQUENCY, message: 'season', values: { days: 314, season: 314 } },
  },
  {
    name: 'in its fourth season, silent for no longer than its rhythm',
    account: { asOf: '2026-06-05', invoices: [...summers(2023, 2024, 2025), ...bought('2026-06-01')] },
    expected: { raw: (2 * (1_096 + 180)) / 16, message: 'seldom', values: { days: 4, gap: 73 } },
  },
  {
    name: 'it buys seldom, and is in time: the gap costs points, not the silence',
    account: { asOf, invoices: bought('2025-03-28', '2025-08-23', '2026-01-18') },
    // 296 days over 2 gaps; drawn gap (296 + 180) / 3.
    expected: { raw: (2 * 476) / 3, message: 'seldom', values: { days: 134, gap: 148, by: 'invoices' } },
  },
  {
    name: 'on the last day in time',
    account: { asOf, invoices: bought('2025-05-31', '2025-09-30', '2026-01-30') },
    expected: { raw: (2 * 424) / 3, message: 'seldom', values: { days: 122, gap: 122 } },
  },
  {
    name: 'half a day late it is the silence',
    account: { asOf, invoices: bought('2025-06-01', '2025-09-30', '2026-01-30') },
    expected: { raw: 0.5 + (2 * 423) / 3, message: 'rhythm', values: { days: 122, gap: 122 } },
  },
  {
    name: 'once in 30 days is not seldom',
    account: { asOf, invoices: bought('2026-03-03', '2026-04-02', '2026-05-02') },
    expected: { raw: (2 * 240) / 3, message: 'rhythm', values: { days: 30, gap: 30 } },
  },
  {
    name: 'once in 31 is',
    account: { asOf, invoices: bought('2026-03-01', '2026-04-01', '2026-05-02') },
    expected: { raw: (2 * 242) / 3, message: 'seldom', values: { days: 30, gap: 31 } },
  },
  {
    name: 'it missed its season: all of the silence counts',
    account: { asOf: '2026-07-01', invoices: summers(2023, 2024, 2025) },
    expected: { raw: 315 - SUMMERS_GAP + SUMMERS_FREQUENCY, message: 'rhythm', values: { days: 315, season: 0 } },
  },
  {
    name: 'with less than two years nothing is made of the season',
    account: { asOf: '2026-02-16', invoices: summers(2024, 2025) },
    // 445 days over 9 gaps; drawn (445 + 180) / 10.
    expected: { raw: 180 - 445 / 9 + 125, message: 'rhythm', values: { season: 0 } },
  },
  {
    name: 'seasons seen later, before we ran, do not count at the moment',
    account: { asOf: '2025-02-16', seenAt: '2026-09-01', invoices: summers(2023, 2024, 2025, 2026) },
    expected: { raw: 180 - 446 / 9 + (2 * 626) / 10, message: 'rhythm', values: { season: 0 } },
  },
]);

it('of a seasonal account, too, grows with every day of silence, and to what it would be without the season', () => {
  const raws = Array.from({ length: 700 }, (_, days) => {
    const moment = new Date(Date.UTC(2025, 7, 20) + days * 86_400_000).toISOString().slice(0, 10);
    return rawOf(timeSinceLastPurchase, { asOf: moment, invoices: summers(2023, 2024, 2025) });
  });
  expect(raws).toEqual(raws.toSorted((a, b) => a - b));
  expect(raws.at(314)).toBe(SUMMERS_FREQUENCY);
  expect(raws.at(-1)).toBeCloseTo(699 - SUMMERS_GAP + SUMMERS_FREQUENCY, 9);
});

it('grows with every day of silence beyond the rhythm', () => {
  const raws = ['2026-03-20', '2026-03-27', '2026-04-15', '2026-05-15', '2026-12-01'].map((moment) =>
    rawOf(timeSinceLastPurchase, { asOf: moment, invoices: bought('2026-03-06', '2026-03-13', '2026-03-20') }),
  );
  expect(raws[1]).toBe(raws[0]);
  expect(raws.slice(1)).toEqual([...new Set(raws.slice(1))].toSorted((a, b) => a - b));
});

it('a rarer buyer is never better off', () => {
  const every = (gap: number) =>
    bought(
      ...Array.from({ length: 6 }, (_, index) =>
        new Date(Date.UTC(2026, 5, 1) - index * gap * 86_400_000).toISOString().slice(0, 10),
      ),
    );
  const raws = [1, 7, 30, 90, 150].map((gap) => rawOf(timeSinceLastPurchase, { asOf, invoices: every(gap) }));
  expect(raws).toEqual(raws.toSorted((a, b) => a - b));
});
