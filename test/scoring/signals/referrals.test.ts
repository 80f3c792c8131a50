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
    expected: { unknown: 'not_set_up', values: { setting: 'labels, dealTypes, pipelines' } },
  },
  {
    name: 'nobody said which label means it: that a deal names referrers tells nothing',
    account: { asOf, company: { id: '77' }, deals: [deal('2026-05-01', { dealtype: null, referrers: ['77'] })] },
    settings,
    expected: { unknown: 'no_data' },
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
    name: 'by label alone: deals that name it, its own among them, whatever their type',
    account: {
      asOf,
      company: { id: '77' },
      deals: [
        deal('2026-05-01', { dealtype: null, referrers: ['12', '77'] }),
        deal('2026-04-01', { dealtype: 'newbusiness', hs_primary_associated_company: '77', referrers: ['77'] }),
        deal('2026-03-01', { referrers: ['12'] }),
        deal('2026-02-01', { referrers: [] }),
        deal('2026-01-01', { referrers: ['777', '7'] }),
      ],
    },
    settings: { labels: ['Referrer'] },
    expected: { raw: 2, message: 'referred', values: { deals: 2, won: 0 }, records: ['d1', 'd2'] },
  },
  {
    name: 'by label and by type: a deal that is both counts once',
    account: {
      asOf,
      company: { id: '77' },
      deals: [
        deal('2026-05-01', { ...WON, closedate: '2026-05-20', referrers: ['77'] }),
        deal('2026-04-01', { dealtype: null, referrers: ['77'] }),
        deal('2026-03-01'),
        deal('2026-02-01', { dealtype: null, referrers: ['12'] }),
      ],
    },
    settings: { ...settings, labels: ['Referrer'] },
    expected: { raw: 4, message: 'referred', values: { deals: 3, won: 1 }, records: ['d1', 'd2', 'd3'] },
  },
  {
    name: 'by label, and nobody is named: that says nothing',
    account: { asOf, company: { id: '77' }, deals: [deal('2026-05-01', { referrers: [] })] },
    settings: { labels: ['Referrer'] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'by label, and without any deal',
    account: { asOf },
    settings: { labels: ['Referrer'] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'who is named is known from when it was seen: before, nobody knows that it referred nobody',
    account: { asOf, seenAt: '2026-09-01', company: { id: '77' }, deals: [deal('2026-05-01', { referrers: ['77'] })] },
    settings: { labels: ['Referrer'] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'so does what was read before labels were asked for',
    account: {
      asOf,
      company: { id: '77' },
      sources: { deals: { missingProperties: ['referrers'] } },
      deals: [deal('2026-05-01')],
    },
    settings: { labels: ['Referrer'] },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'what other ways tell counts all the same; what is hidden could only add to it',
    account: {
      asOf,
      seenAt: '2026-09-01',
      company: { id: '77' },
      deals: [deal('2026-05-01'), deal('2026-04-01', { dealtype: null, referrers: ['77'] })],
    },
    settings: { ...settings, labels: ['Referrer'] },
    expected: { raw: 1, message: 'referred', records: ['d1'] },
  },
  {
    name: 'what is hidden of a deal of too long ago does not matter',
    account: { asOf, seenAt: '2026-09-01', company: { id: '77' }, deals: [deal('2024-06-01', { referrers: ['77'] })] },
    settings: { labels: ['Referrer'] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'a label that was taken away, or came later, does not count',
    account: {
      asOf,
      seenAt: '2026-05-10',
      company: { id: '77' },
      deals: [
        {
          ...deal('2026-05-01', { referrers: ['77'] }),
          later: [{ ...deal('2026-05-01'), referrers: [], seenAt: '2026-05-20' }],
        },
        {
          ...deal('2026-05-02', { referrers: [] }),
          later: [{ ...deal('2026-05-02'), referrers: ['77'], seenAt: '2026-06-20' }],
        },
        {
          ...deal('2026-05-03', { referrers: [] }),
          later: [{ ...deal('2026-05-03'), referrers: ['77'], seenAt: '2026-05-20' }],
        },
      ],
    },
    settings: { labels: ['Referrer'] },
    expected: { raw: 1, message: 'referred', records: ['d3'] },
  },
  {
    name: 'a labelled deal that is made after the moment is none yet',
    account: { asOf, company: { id: '77' }, deals: [deal('2026-06-02', { referrers: ['77'] })] },
    settings: { labels: ['Referrer'] },
    expected: { unknown: 'no_data' },
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
