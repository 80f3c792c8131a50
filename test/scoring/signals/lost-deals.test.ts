import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lostDeals } from '../../../src/scoring/signals/lost-deals.ts';
import { type Case, day, describeSignal, percent, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
type Deal = NonNullable<Case['account']['deals']>[number];

const decided = (won: boolean | null, amount: number | null, more: Deal = {}): Deal => ({
  dealname: won ? 'Won' : 'Lost',
  dealtype: 'newbusiness',
  createdate: '2026-01-01',
  closedate: '2026-03-01',
  amount,
  hs_is_closed: true,
  hs_is_closed_won: won,
  ...more,
});
const WON = decided(true, 100);
const LOST = decided(false, 100);

const of = (...deals: readonly Deal[]): Case['account'] => ({ asOf, deals });
const tooFew = (count: number) => ({ unknown: 'too_few', values: { count, minimum: 3 } }) as const;

describeSignal(lostDeals, [
  { name: 'no deals', account: { asOf }, expected: tooFew(0) },
  { name: 'two say too little', account: of(LOST, LOST), expected: tooFew(2) },
  {
    name: 'three, all won',
    account: of(WON, WON, WON),
    expected: { raw: 0, message: 'none', values: { deals: 3, days: 365 }, records: [] },
  },
  {
    name: 'one of four lost, nobody wrote why',
    account: of(WON, LOST, WON, WON),
    expected: {
      raw: 0.25,
      message: 'lost',
      values: { lost: 1, deals: 4, share: percent(0.25), name: 'Lost', closed: day('2026-03-01T00:00:00Z') },
      records: ['d2'],
    },
  },
  {
    name: 'the largest is named first, and the reasons of the largest three, each once',
    account: of(
      decided(false, 10, { closed_lost_reason: 'Timing' }),
      decided(false, 300, { closed_lost_reason: 'Price' }),
      decided(false, 20, { closed_lost_reason: ' Price ' }),
      decided(false, 200, { dealname: 'Fleet', closed_lost_reason: 'No budget' }),
    ),
    expected: {
      raw: 1,
      message: 'lost_because',
      values: { lost: 4, name: 'Lost', reasons: 'Price; No budget' },
      records: ['d2', 'd4', 'd3'],
      more: 1,
    },
  },
  {
    name: 'a reason of blanks is none',
    account: of(WON, WON, decided(false, 10, { closed_lost_reason: '  ' })),
    expected: { raw: 1 / 3, message: 'lost' },
  },
  {
    name: 'the largest by the rate of its day; one without a rate, or without an amount, comes last, the latest first',
    account: {
      ...of(
        decided(false, null, { closedate: '2026-05-01' }),
        decided(false, 500, { deal_currency_code: 'XXX', closedate: '2026-05-02' }),
        decided(false, 100),
        decided(false, 60, { deal_currency_code: 'USD' }),
      ),
      portal: { exchangeRates: { USD: [{ since: 0, rate: 2 }] } },
    },
    expected: { raw: 1, message: 'lost', records: ['d4', 'd3', 'd2'], more: 1 },
  },
  {
    name: 'decided 364 days ago counts, a year ago no longer',
    account: of(
      WON,
      WON,
      decided(false, 10, { closedate: '2025-06-02' }),
      decided(false, 20, { closedate: '2025-06-01' }),
    ),
    expected: { raw: 1 / 3, message: 'lost', records: ['d3'] },
  },
  {
    name: 'a renewal or expansion is judged elsewhere; a deal without a type is new business',
    account: of(WON, WON, decided(false, 10, { dealtype: null }), decided(false, 20, { dealtype: 'existingbusiness' })),
    expected: { raw: 1 / 3, message: 'lost', records: ['d3'] },
  },
  {
    name: 'where the model names pipelines of renewals, expansions outside them count',
    account: of(
      decided(true, 10, { pipeline: 'sales' }),
      decided(true, 10, { pipeline: null }),
      decided(false, 20, { pipeline: 'sales', dealtype: 'existingbusiness' }),
      decided(false, 30, { pipeline: 'renewals' }),
    ),
    settings: { renewalPipelines: ['renewals'] },
    expected: { raw: 1 / 3, message: 'lost', records: ['d3'] },
  },
  {
    name: 'nobody knows which deals are renewals: the portal lacks the deal type',
    account: { ...of(WON, WON, LOST), sources: { deals: { missingProperties: ['dealtype'] } } },
    expected: { unknown: 'property_missing', values: { types: 'deals', properties: 'dealtype' } },
  },
  {
    name: 'nobody knows which deals are renewals: nobody had filled the deal type by then',
    account: {
      ...of(WON, WON, LOST),
      sources: { deals: { filledSince: { dealtype: Date.parse('2026-06-02') } } },
    },
    expected: { unknown: 'not_connected' },
  },
  {
    name: 'one still open after its close date is not decided',
    account: of(WON, WON, decided(false, 10, { hs_is_closed: false })),
    expected: tooFew(2),
  },
  {
    name: 'closed, nobody knows how: neither lost nor won',
    account: of(WON, WON, decided(null, 10)),
    expected: tooFew(2),
  },
  {
    name: 'closed on no day: nobody knows whether within the year',
    account: of(WON, WON, decided(false, 10, { closedate: null })),
    expected: tooFew(2),
  },
  {
    name: 'closed in the future is not decided yet',
    account: of(WON, WON, decided(false, 10, { closedate: '2026-06-02' })),
    expected: tooFew(2),
  },
  {
    name: 'decided before it was created, for less than nothing',
    account: of(WON, WON, decided(false, -10, { createdate: '2026-05-01' })),
    expected: { raw: 1 / 3, message: 'lost', records: ['d3'] },
  },
  {
    name: 'lost later: at that time not decided',
    account: { ...of(WON, WON, WON, decided(false, 10, { closedate: '2026-07-01' })), seenAt: '2026-09-01' },
    expected: { raw: 0, message: 'none', values: { deals: 3 } },
  },
  {
    name: 'deleted by then',
    account: {
      ...of(WON, WON, WON, decided(false, 10, { later: [{ seenAt: '2026-05-20', deleted: true }] } as Deal)),
      seenAt: '2026-05-01',
    },
    expected: { raw: 0, message: 'none', values: { deals: 3 } },
  },
  {
    name: 'a model may ask for more of them',
    account: of(WON, WON, LOST),
    settings: { minimumDeals: 4 },
    expected: { unknown: 'too_few', values: { count: 3, minimum: 4 } },
  },
]);

test('one more lost never reads better, one more won never worse', () => {
  const deals = fc.array(fc.boolean(), { minLength: 3, maxLength: 8 });
  const shareOf = (outcomes: readonly boolean[]) => rawOf(lostDeals, of(...outcomes.map((won) => decided(won, 10))));
  fc.assert(
    fc.property(deals, (outcomes) => {
      const share = shareOf(outcomes);
      expect(shareOf([...outcomes, false])).toBeGreaterThanOrEqual(share);
      expect(shareOf([...outcomes, true])).toBeLessThanOrEqual(share);
    }),
  );
});
