/** Why a signal is unknown, for people: no setting of a model is called as a model's file calls it. */
import { expect, test } from 'vitest';
import { unknown } from '../../src/scoring/signal.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { causeText, missingText } from '../../src/wording/receipt-text.ts';

const OF_NO_NAME = unknown('not_set_up', { setting: 'labels, dealTypes, pipelines, releaseDates' });
const RAW = /releaseDates|labels,|dealTypes|pipelines,|[{}]/;

test.each(['en', 'it', 'ko', 'ro', 'tr'])('in %s what a model must say first is a sentence', (locale) => {
  const wording = makeWording({ locale, timeZone: 'UTC' });
  const told = ['product_feedback', 'referrals', 'nps'].map((signal) => missingText(wording, signal, OF_NO_NAME));
  expect(new Set(told).size).toBe(3);
  for (const text of told) expect(text).not.toMatch(RAW);
});

test('each says what the model lacks; other reasons are the same for every signal', () => {
  const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
  expect(causeText(wording, 'product_feedback', OF_NO_NAME)).toContain('the days of your releases');
  expect(causeText(wording, 'referrals', OF_NO_NAME)).toMatch(/an association label, a deal type or a deal pipeline/);
  expect(missingText(wording, 'referrals', unknown('no_data'))).toBe('There is nothing on this account to judge by.');
});

test.each(['en', 'it', 'ko', 'ro', 'tr'])(
  'in %s a property is not called as HubSpot calls it inside; it says where it is named',
  (locale) => {
    const wording = makeWording({ locale, timeZone: 'UTC' });
    const text = missingText(
      wording,
      'nps',
      unknown('property_missing', { types: 'deals', properties: 'hs_nps_value' }),
    );
    expect(text).not.toMatch(/hs_nps_value|[{}]/);
    expect(text).toContain(wording.say('settings.word.tabConnection'));
  },
);
