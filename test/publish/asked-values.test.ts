import { describe, expect, test } from 'vitest';
import { type AskedOf, askedValues } from '../../src/publish/asked-values.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import type { HealthScore } from '../../src/scoring/score.ts';

type Status = 'healthy' | 'at_risk' | 'unhealthy';
const dimension = (key: string, score: number | null) => ({ key, weight: 1, score, coverage: 1 });
const measured = { segment: null, coverage: 1, dimensions: [dimension('billing', 71.5), dimension('support', null)] };
const scored = (status: Status) =>
  ({ state: 'scored', score: 50, status, receipt: [], ...measured, signals: [], marks: [] }) as unknown as HealthScore;
const unknown = {
  ...{ state: 'unknown', reason: 'low_coverage', ...measured, signals: [], marks: [] },
} as unknown as HealthScore;

const given: Omit<AskedOf, 'health'> = {
  figures: { nextRenewalAt: Date.UTC(2026, 7, 31, 22), overdueAmount: 0, yearlyRevenue: 1200.5 },
  override: undefined,
  statusSince: Date.UTC(2026, 5, 1, 22, 30),
  checkedAt: Date.UTC(2026, 5, 15, 12),
  calendar: makeCalendar('Europe/Rome'),
};
const values = (health: HealthScore, more: Partial<AskedOf> = {}) => askedValues({ ...given, health, ...more });

test('days are the portal’s days, and amounts plain numbers', () => {
  expect(values(scored('at_risk'))).toEqual({
    account_health_status_since: '2026-06-02',
    account_health_revenue_at_risk: '1200.5',
    account_health_next_renewal: '2026-09-01',
    account_health_overdue_amount: '0',
    account_health_checked_on: '2026-06-15',
    account_health_billing_score: '72',
    account_health_support_score: '',
  });
});

test('what is not known is blank, and never zero', () => {
  const figures = { nextRenewalAt: null, overdueAmount: null, yearlyRevenue: null };
  expect(values(scored('unhealthy'), { figures, statusSince: null })).toMatchObject({
    account_health_status_since: '',
    account_health_revenue_at_risk: '',
    account_health_next_renewal: '',
    account_health_overdue_amount: '',
  });
});

test('no customer has none of it', () => {
  expect(values({ state: 'not_customer', reason: 'partner' })).toEqual({});
});

describe('revenue at risk', () => {
  const override = (status: Status) => ({ status, reason: 'We met', setAt: 1, expiresAt: 2, by: null });
  test.each<[string, HealthScore, Status | undefined, string]>([
    ['at risk', scored('at_risk'), undefined, '1200.5'],
    ['unhealthy', scored('unhealthy'), undefined, '1200.5'],
    ['healthy', scored('healthy'), undefined, '0'],
    ['unknown', unknown, undefined, ''],
    ['healthy by its score, at risk for a person', scored('healthy'), 'at_risk', '1200.5'],
    ['at risk by its score, healthy for a person', scored('at_risk'), 'healthy', '0'],
    ['unknown, unhealthy for a person', unknown, 'unhealthy', '1200.5'],
  ])('%s', (_, health, said, expected) => {
    const shown = values(health, { override: said && override(said) });
    expect(shown.account_health_revenue_at_risk).toBe(expected);
  });
});
