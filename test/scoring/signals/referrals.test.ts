import { referrals } from '../../../src/scoring/signals/referrals.ts';
import { day, describeSignal } from './signal-table.ts';

const asOf = '2026-06-01';
const settings = { dealTypes: ['Referral'] };
const deal = (createdate: string, more = {}) => ({
  createdate,
  dealtype: 'referral',
  hs_primary_associated_company: 'another',
  ...more,
});
const WON = { hs_is_closed: true, hs_is_closed_won: true };

describeSignal(referrals, [
  {
    name: 'nobody said which deals are referrals',
    account: { asOf, deals: [deal('2026-05-01')] },
    expected: { unknown: 'not_set_up', values: { setting: 'dealTypes, pipelines' } },
  },
  { name: 'to have referred nobody says nothing', account: { asOf }, settings, expected: { unknown: 'no_data' } },
  {
    name: 'a deal of its own was referred by somebody else; so may one whose owner is not told',
    account: {
      asOf,
      company: { id: '77' },
      deals: [
        deal('2026-05-01', { hs_primary_associated_company: '77' }),
        deal('2026-05-01', { hs_primary_associated_company: null }),
      ],
    },
    settings,
    expected: { unknown: 'no_data' },
  },
  {
    name: 'a deal of another that is no referral',
    account: { asOf, deals: [deal('2026-05-01', { dealtype: 'newbusiness' }), deal('2026-05-01', { dealtype: null })] },
    settings,
    expected: { unknown: 'no_data' },
  },
  {
    name: 'one, still open',
    account: { asOf, deals: [deal('2026-05-01', { dealname: 'Harbour' })] },
    settings,
    expected: {
      raw: 1,
      message: 'referred',
      values: { deals: 1, won: 0, days: 730, last: day('2026-05-01T00:00:00Z') },
      records: ['d1'],
    },
  },
  {
    name: 'a won one counts twice; by pipeline too; the latest first',
    account: {
      asOf,
      deals: [
        deal('2026-03-01', { ...WON, closedate: '2026-04-01' }),
        deal('2026-05-01', { dealtype: null, pipeline: '4711' }),
        deal('2026-02-01', { hs_is_closed: true, closedate: '2026-04-01' }),
        deal('2026-01-01'),
      ],
    },
    settings: { dealTypes: ['referral'], pipelines: ['4711'] },
    expected: { raw: 5, message: 'referred', values: { deals: 4, won: 1 }, records: ['d2', 'd1', 'd3'], more: 1 },
  },
  {
    name: 'won after the moment is not won yet, and referred after it not referred',
    account: {
      asOf,
      seenAt: '2026-09-01',
      deals: [deal('2026-05-01', { ...WON, closedate: '2026-06-02' }), deal('2026-06-02')],
    },
    settings,
    expected: { raw: 1, message: 'referred', values: { deals: 1, won: 0 } },
  },
  {
    name: '729 days ago',
    account: { asOf, deals: [deal('2024-06-02')] },
    settings,
    expected: { raw: 1, message: 'referred' },
  },
  {
    name: '730 days ago is too long',
    account: { asOf, deals: [deal('2024-06-01')] },
    settings,
    expected: { unknown: 'too_old', values: { days: 730 } },
  },
]);
