import { describe, expect, it } from 'vitest';
import { generatePortalWithStories } from '../../../src/local/sandbox/generate/generate-portal.ts';
import { marksOf } from '../../../src/scoring/marks.ts';
import { timeSinceLastPurchase } from '../../../src/scoring/signals/time-since-last-purchase.ts';
import { account } from '../../scoring/account-builder.ts';
import { measure } from '../../scoring/signals/signal-table.ts';

const NOW = Date.parse('2026-03-14T15:09:26Z');
const DAY = 86_400_000;

describe.each([7, 8, 9])('a generated portal of 60 companies, seed %i', (seed) => {
  const { data, stories } = generatePortalWithStories({ seed, companies: 60, now: NOW, whaleRecords: 60 });
  const own = (type: string, id: string) =>
    (data.objects[type] ?? []).filter(({ associations }) => associations.companies?.includes(id));
  const seasonal = stories.filter(({ buysInSeason }) => buysInSeason);
  const literal = (id: string) => ({
    asOf: new Date(NOW).toISOString(),
    timeZone: data.timeZone,
    deals: own('deals', id)
      .filter(({ properties }) => properties.dealname?.startsWith('Seasonal order'))
      .map(({ properties }) => ({
        closedate: properties.closedate ?? null,
        amount: Number(properties.amount),
        hs_is_closed: true,
        hs_is_closed_won: true,
      })),
  });

  it('has a seasonal account and one that may be, and says nothing of the others', () => {
    const told = seasonal.map(({ companyId, contracts }) => ({
      mark: marksOf(account(literal(companyId)).view)[0]?.key,
      isOld: NOW - (contracts[0]?.startsAt ?? NOW) > 2 * 365 * DAY,
    }));
    for (const { mark, isOld } of told) expect(mark).toBe(isOld ? 'seasonal' : 'possibly_seasonal');
    expect(new Set(told.map(({ isOld }) => isOld))).toEqual(new Set([true, false]));
    expect(seasonal.length).toBeLessThan(5);
  });

  it('its seasonal accounts hold orders of their season alone', () => {
    for (const { companyId, contracts } of seasonal) {
      const deals = own('deals', companyId).filter(({ associations }) => associations.companies?.[0] === companyId);
      expect(deals.length).toBeGreaterThanOrEqual(4);
      for (const { properties } of deals) {
        const daysAgo = (NOW - Date.parse(properties.closedate ?? '')) / DAY;
        expect(daysAgo % 365).toBeGreaterThan(145);
        expect(daysAgo % 365).toBeLessThan(305);
        expect(NOW - daysAgo * DAY).toBeGreaterThan((contracts[0]?.startsAt ?? NOW) - 3 * DAY);
      }
      expect(own('invoices', companyId).filter((one) => one.associations.companies?.[0] === companyId)).toEqual([]);
      expect(own('subscriptions', companyId).filter((one) => one.associations.companies?.[0] === companyId)).toEqual(
        [],
      );
    }
  });

  it('the silence of the seasonal one is that of the years before', () => {
    const measured = seasonal.map(({ companyId }) => measure(timeSinceLastPurchase, literal(companyId)));
    expect(measured.map((one) => (one.kind === 'measured' ? one.evidence.message : one.reason))).toContain('season');
  });
});
