import { expect, it } from 'vitest';
import { pulse } from '../../../src/scoring/signals/pulse.ts';
import { day, describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const said = (hs_csm_sentiment: string | null, more = {}) => ({ hs_csm_sentiment, ...more });
const portal = { sentimentLabels: { option_1: 'At Risk', option_2: 'Délicat', happy: 'Very happy' } };

describeSignal(pulse, [
  { name: 'nothing said', account: { asOf, company: said(null) }, expected: { unknown: 'no_data' } },
  {
    name: 'by its value',
    account: { asOf, company: said('happy') },
    expected: {
      raw: 100,
      message: 'said',
      values: { value: 'happy', since: day('2026-06-01T23:59:59.999Z') },
      records: ['company'],
    },
  },
  {
    name: 'by its label, in any case; the label is shown',
    account: { asOf, portal, company: said('option_1') },
    expected: { raw: 0, message: 'said', values: { value: 'At Risk' } },
  },
  {
    name: 'by its value though the label is another',
    account: { asOf, portal, company: said('happy') },
    expected: { raw: 100, message: 'said', values: { value: 'Very happy' } },
  },
  { name: 'with spaces around', account: { asOf, company: said(' Neutral ') }, expected: { raw: 50, message: 'said' } },
  {
    name: 'an option of the portal’s own is named, not guessed',
    account: { asOf, portal, company: said('option_2') },
    expected: { unknown: 'unmapped_value', values: { value: 'Délicat' } },
  },
  {
    name: 'until the model maps it, in any case',
    account: { asOf, portal, company: said('option_2') },
    settings: { negative: ['DÉLICAT'] },
    expected: { raw: 0, message: 'said' },
  },
  {
    name: 'a value that HubSpot shows today was not known before it was seen',
    account: { asOf, seenAt: '2026-06-02', company: said('happy') },
    expected: { unknown: 'not_known_then' },
  },
  {
    name: 'seen 89 days ago',
    account: { asOf, seenAt: '2026-03-04', company: said('happy') },
    expected: { raw: 100, message: 'said', values: { since: day('2026-03-04T00:00:00Z') } },
  },
  {
    name: 'seen 90 days ago: expired',
    account: { asOf, seenAt: '2026-03-03', company: said('happy') },
    expected: { unknown: 'expired', values: { days: 90 } },
  },
  {
    name: 'the days are the portal’s, summer time or not',
    account: { asOf, timeZone: 'Europe/Rome', seenAt: '2026-03-03T23:00:00Z', company: said('happy') },
    expected: { raw: 100, message: 'said' },
  },
  {
    name: 'other changes of the company do not renew it',
    account: {
      asOf,
      seenAt: '2026-03-03',
      company: said('happy', { later: [{ seenAt: '2026-05-01', hubspot_owner_id: 'ann' }] }),
    },
    expected: { unknown: 'expired' },
  },
  {
    name: 'a change of mind counts from when it was seen, and later ones do not yet',
    account: {
      asOf,
      seenAt: '2026-01-01',
      company: said('happy', {
        later: [
          { seenAt: '2026-05-01', hs_csm_sentiment: 'neutral' },
          { seenAt: '2026-06-02', hs_csm_sentiment: 'unhappy' },
        ],
      }),
    },
    expected: { raw: 50, message: 'said', values: { since: day('2026-05-01T00:00:00Z') } },
  },
  {
    name: 'said again after something else: from the second time on',
    account: {
      asOf,
      seenAt: '2026-01-01',
      company: said('happy', {
        later: [
          { seenAt: '2026-04-01', hs_csm_sentiment: 'neutral' },
          { seenAt: '2026-05-01', hs_csm_sentiment: 'happy' },
        ],
      }),
    },
    expected: { raw: 100, message: 'said', values: { since: day('2026-05-01T00:00:00Z') } },
  },
  {
    name: 'taken back',
    account: {
      asOf,
      seenAt: '2026-01-01',
      company: said('happy', { later: [{ seenAt: '2026-05-01', hs_csm_sentiment: null }] }),
    },
    expected: { unknown: 'no_data' },
  },
]);

it('positive is above neutral, and neutral above negative', () => {
  const raws = ['positive', 'neutral', 'negative'].map((value) => rawOf(pulse, { asOf, company: said(value) }));
  expect(raws).toEqual([100, 50, 0]);
});
