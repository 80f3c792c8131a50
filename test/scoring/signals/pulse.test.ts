import { expect, it } from 'vitest';
import type { PulseValue } from '../../../src/scoring/pulses.ts';
import { readSignal } from '../../../src/scoring/read-signal.ts';
import { pulse } from '../../../src/scoring/signals/pulse.ts';
import { account } from '../account-builder.ts';
import { day, describeSignal, rawOf } from './signal-table.ts';

const asOf = '2026-06-01';
const said = (hs_csm_sentiment: string | null, more = {}) => ({ hs_csm_sentiment, ...more });
const given = (value: PulseValue, givenAt: string, expiresOn = '2026-12-31') => ({
  value,
  reason: 'Their words',
  givenAt,
  expiresOn,
});
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
  {
    name: 'a pulse given in the app, where HubSpot’s sentiment was never set',
    account: { asOf, company: said(null), pulses: [given('negative', '2026-05-20')] },
    expected: {
      raw: 0,
      message: 'given',
      values: { value: 'negative', reason: 'Their words', since: day('2026-05-20T00:00:00Z') },
      records: ['company'],
    },
  },
  {
    name: 'what was said last counts: the pulse',
    account: { asOf, seenAt: '2026-05-01', company: said('happy'), pulses: [given('neutral', '2026-05-02')] },
    expected: { raw: 50, message: 'given' },
  },
  {
    name: 'what was said last counts: the sentiment',
    account: { asOf, seenAt: '2026-05-03', company: said('happy'), pulses: [given('neutral', '2026-05-02')] },
    expected: { raw: 100, message: 'said' },
  },
  {
    name: 'of several pulses the last, in any order',
    account: {
      asOf,
      company: said(null),
      pulses: [given('positive', '2026-05-20'), given('negative', '2026-05-10')],
    },
    expected: { raw: 100, message: 'given' },
  },
  {
    name: 'a pulse of a later day is not known yet',
    account: { asOf, company: said(null), pulses: [given('negative', '2026-06-02')] },
    expected: { unknown: 'no_data' },
  },
  {
    name: 'given 89 days ago',
    account: { asOf, company: said(null), pulses: [given('positive', '2026-03-04')] },
    expected: { raw: 100, message: 'given' },
  },
  {
    name: 'given 90 days ago: expired',
    account: { asOf, company: said(null), pulses: [given('positive', '2026-03-03')] },
    expected: { unknown: 'expired', values: { days: 90 } },
  },
  {
    name: 'holds to the end of its last day',
    account: { asOf, company: said(null), pulses: [given('positive', '2026-05-20', '2026-06-01')] },
    expected: { raw: 100, message: 'given' },
  },
  {
    name: 'and no longer',
    account: { asOf, company: said(null), pulses: [given('positive', '2026-05-20', '2026-05-31')] },
    expected: { unknown: 'expired', values: { days: 11 } },
  },
  {
    name: 'an expired pulse does not hide a sentiment that holds',
    account: {
      asOf,
      seenAt: '2026-05-01',
      company: said('happy'),
      pulses: [given('negative', '2026-05-20', '2026-05-31')],
    },
    expected: { raw: 100, message: 'said' },
  },
  {
    name: 'a pulse counts where HubSpot’s value was not seen by then',
    account: { asOf, seenAt: '2026-06-02', company: said('happy'), pulses: [given('negative', '2026-05-20')] },
    expected: { raw: 0, message: 'given' },
  },
]);

const entry = {
  weight: 1,
  whenUnknown: 'skip' as const,
  settings: {},
  curve: [
    [0, 0],
    [100, 100],
  ] as const,
};
const withoutProperty = { companies: { missingProperties: ['hs_csm_sentiment'] } };
const reading = (more: Partial<Parameters<typeof account>[0]>) =>
  readSignal(pulse, entry as never, account({ asOf, sources: withoutProperty, ...more }).view, { silencePoints: 70 });

it('counts in a portal that does not have the property', () => {
  expect(reading({ pulses: [given('neutral', '2026-05-20')] })).toMatchObject({ kind: 'scored', points: 50 });
});

it('is a source of the portal’s once a pulse was given of any company', () => {
  expect(reading({})).toMatchObject({ reason: 'property_missing' });
  expect(reading({ portal: { pulsesSince: Date.parse('2026-05-31') } })).toMatchObject({ reason: 'no_data' });
  expect(reading({ portal: { pulsesSince: Date.parse('2026-06-02') } })).toMatchObject({ reason: 'property_missing' });
});

it('positive is above neutral, and neutral above negative', () => {
  const raws = ['positive', 'neutral', 'negative'].map((value) => rawOf(pulse, { asOf, company: said(value) }));
  expect(raws).toEqual([100, 50, 0]);
});
