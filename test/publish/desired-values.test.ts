import { expect, test } from 'vitest';
import { companyId } from '../../src/ids.ts';
import { desiredValues } from '../../src/publish/desired-values.ts';
import type { HealthScore } from '../../src/scoring/score.ts';
import { makeWording } from '../../src/wording/make-wording.ts';

const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
const values = (health: HealthScore, change30d: number | null = null) =>
  desiredValues({ companyId: companyId('1'), health, change30d }, wording).values;

const measured = { segment: null, coverage: 0.6666, dimensions: [], signals: [], marks: [] };
const row = {
  key: 'overdue_balance',
  signal: 'overdue_balance',
  dimension: 'billing',
  pointsLost: 3,
  cause: { message: 'none', values: {}, records: [], moreRecords: 0 },
};
const blank = {
  account_health_score: '',
  account_health_status: '',
  account_health_change_30d: '',
  account_health_coverage: '',
  account_health_top_risk: '',
};

test('a score, with its first reason', () => {
  const health = {
    state: 'scored',
    losses: [],
    score: 97,
    status: 'healthy',
    receipt: [row, row],
    ...measured,
  } as const;
  expect(values(health, -3)).toEqual({
    account_health_score: '97',
    account_health_status: 'healthy',
    account_health_change_30d: '-3',
    account_health_coverage: '67',
    account_health_top_risk: 'No invoice is overdue.',
  });
});

test('a reason that is something missing names what is missing', () => {
  const missing = { ...row, signal: 'pulse', key: 'pulse', cause: { kind: 'unknown', reason: 'no_data' } } as const;
  const health = {
    state: 'scored',
    losses: [],
    score: 97,
    status: 'healthy',
    receipt: [missing],
    ...measured,
  } as const;
  expect(values(health).account_health_top_risk).toBe('Pulse: There is nothing on this account to judge by.');
});

test('zero is a score, and no change is a change', () => {
  const health = { state: 'scored', losses: [], score: 0, status: 'unhealthy', receipt: [row], ...measured } as const;
  expect(values(health, 0)).toMatchObject({ account_health_score: '0', account_health_change_30d: '0' });
});

test('a full score has no risk', () => {
  const health = { state: 'scored', losses: [], score: 100, status: 'healthy', receipt: [], ...measured } as const;
  expect(values(health)).toMatchObject({ account_health_score: '100', account_health_top_risk: '' });
});

test('an unknown shows its status and coverage alone', () => {
  expect(values({ state: 'unknown', reason: 'low_coverage', ...measured })).toEqual({
    ...blank,
    account_health_status: 'unknown',
    account_health_coverage: '67',
  });
});

test('no customer shows nothing', () => {
  expect(values({ state: 'not_customer', reason: 'partner' })).toEqual(blank);
});

test('the status that a person set stands in for the score’s, and for nothing else', () => {
  const override = { status: 'at_risk', reason: 'We met', setAt: 1, expiresAt: 2, by: null } as const;
  const shown = (health: HealthScore) =>
    desiredValues({ companyId: companyId('1'), health, change30d: null }, wording, override).values;
  const scored = { state: 'scored', losses: [], score: 97, status: 'healthy', receipt: [row], ...measured } as const;
  const unknown = { state: 'unknown', reason: 'low_coverage', ...measured } as const;
  for (const health of [scored, unknown])
    expect(shown(health)).toEqual({ ...values(health), account_health_status: 'at_risk' });
  expect(shown({ state: 'not_customer', reason: 'partner' })).toEqual(blank);
});
