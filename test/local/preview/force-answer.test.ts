import type { Scorecard } from '@account-health/contract';
import { describe, expect, test } from 'vitest';
import { forceAnswer } from '../../../src/local/preview/force-answer.ts';
import { FORCED_ANSWERS, type ForcedAnswer } from '../../../src/local/preview/preview-setting.ts';
import { CATALOGUES } from '../../../src/wording/make-wording.ts';
import { healthy } from '../../extensions/scorecards.ts';

const URL_OF = (path: string) => `https://service.example.com${path}`;
const SCORECARD = URL_OF('/api/companies/1/scorecard?locale=it');
const answered = (body: unknown, status = 200) => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(body),
});
const force = (state: ForcedAnswer, url = SCORECARD, method = 'GET', answer = answered(healthy)) =>
  forceAnswer(state, { url, method, body: null }, answer);
const card = (state: ForcedAnswer): Scorecard => JSON.parse(force(state).body);

describe('a forced answer', () => {
  test.each([
    ['no_cycle', { state: 'not_found', asOf: null, score: null }],
    ['not_connected', { state: 'not_connected', asOf: null, score: null }],
    ['unknown', { state: 'unknown', score: null, status: 'unknown', receipt: [], nextAction: null }],
    ['not_customer', { state: 'not_customer', score: null, status: null, dimensions: [] }],
    ['stale', { state: 'scored', score: healthy.score }],
  ] as const)('%s is a scorecard in that state', (state, expected) => {
    expect(card(state)).toMatchObject(expected);
  });

  test('says why, in the reader’s language', () => {
    for (const state of ['no_cycle', 'not_connected', 'unknown', 'not_customer'] as const)
      expect(Object.values(CATALOGUES.it ?? {})).toContain(card(state).explanation);
    expect(card('stale').stale).toMatch(/22 ott 2026/);
    // And no other moment stands beside it.
    expect(card('stale').asOf).toMatch(/^2026-10-21/);
  });

  test('tells the day of an old score in the zone of the moment that stands below it', () => {
    const late = answered({ ...healthy, asOf: '2026-11-22T23:54:00Z', timeZone: 'Europe/Rome' });
    expect(JSON.parse(force('stale', SCORECARD, 'GET', late).body).stale).toMatch(/24 ott 2026/);
    const early = answered({ ...healthy, asOf: '2026-11-22T03:00:00Z', timeZone: 'America/New_York' });
    expect(JSON.parse(force('stale', SCORECARD, 'GET', early).body).stale).toMatch(/22 ott 2026/);
  });

  test('of an account that nobody can judge has no judgement in it', () => {
    const judged = answered({ ...healthy, override: { status: 'healthy' } });
    for (const state of ['unknown', 'not_customer'] as const)
      expect(JSON.parse(force(state, SCORECARD, 'GET', judged).body).override).toBeNull();
  });

  test('is none where the service refused, something is done, or the answer knows no such state', () => {
    for (const state of FORCED_ANSWERS) {
      expect(force(state, SCORECARD, 'GET', answered({}, 404))).toEqual(answered({}, 404));
      expect(force(state, SCORECARD, 'POST')).toEqual(answered(healthy));
      expect(force(state, URL_OF('/api/settings?locale=it'))).toEqual(answered(healthy));
    }
  });

  test('has the small card of other records see their companies so', () => {
    const company = { id: '1', name: 'Northwind', url: '', state: 'scored', score: 88, status: 'healthy' };
    const health = { ...healthy, companies: [company], moreCompanies: 2, explanation: null, words: {} };
    const forced = (state: ForcedAnswer) =>
      JSON.parse(force(state, URL_OF('/api/records/deals/7/health?locale=en'), 'GET', answered(health)).body);
    expect(forced('unknown').companies).toMatchObject([{ name: 'Northwind', state: 'unknown', score: null }]);
    expect(forced('not_customer').companies).toMatchObject([{ state: 'not_customer', status: null }]);
    expect(forced('no_cycle')).toMatchObject({ companies: [], moreCompanies: 0, asOf: null });
    expect(forced('not_connected')).toMatchObject({ title: 'Not connected' });
    expect(forced('not_connected').explanation).toContain('not connected');
    expect(forced('stale').companies).toEqual([company]);
    expect(forced('stale').stale).toContain('nothing was read since');
    expect(forced('stale').asOf).toMatch(/^2026-10-21/);
  });
});
