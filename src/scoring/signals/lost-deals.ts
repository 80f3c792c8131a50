import { currencyOf, toPortalCurrency } from '../currency.ts';
import { dayOf, evidence, refTo } from '../evidence.ts';
import { isRenewal, RENEWAL_READS, RENEWAL_SETTINGS, renewalProblem } from '../renewals.ts';
import { defineSignal, unknown } from '../signal.ts';

/** How many of the worst lost deals tell their reasons: as many as are named. */
const REASONS_OF = 3;

/**
 * The share, 0..1, of the deals decided in the last `windowDays` days that were lost. Renewals are `renewal_outcome`'s: what the model
 * takes for one does not count here. A deal is decided on its close date; one that is closed without anybody knowing how is not.
 */
export const lostDeals = defineSignal({
  key: 'lost_deals',
  unit: 'share',
  better: 'lower',
  reads: {
    deals: [
      ...RENEWAL_READS.deals,
      'dealname',
      'createdate',
      'closedate',
      'amount',
      'deal_currency_code',
      'hs_is_closed',
      'hs_is_closed_won',
      'closed_lost_reason',
    ],
  },
  // Amounts only say which lost deal is named first. Which of the two tells a renewal is the model's choice.
  spares: {
    deals: ['dealname', 'createdate', 'amount', 'deal_currency_code', 'closed_lost_reason', ...RENEWAL_READS.deals],
  },
  connectedBy: RENEWAL_READS,
  settings: { windowDays: 365, minimumDeals: 3, ...RENEWAL_SETTINGS },
  measure(account, { windowDays, minimumDeals, renewalPipelines }) {
    const problem = renewalProblem(account, renewalPipelines);
    if (problem !== null) return problem;
    const decided = account.deals.flatMap((deal) => {
      const { closedate: at, hs_is_closed: closed, hs_is_closed_won: won } = deal.values;
      if (isRenewal(deal, renewalPipelines) || closed !== true || typeof won !== 'boolean') return [];
      if (typeof at !== 'number' || !account.now.isWithin(at, windowDays)) return [];
      return [{ deal, at, won }];
    });
    if (decided.length < minimumDeals) return unknown('too_few', { count: decided.length, minimum: minimumDeals });

    const worthOf = ({ deal, at }: (typeof decided)[number]): number => {
      const { amount, deal_currency_code: code } = deal.values;
      const worth = toPortalCurrency(amount ?? 0, currencyOf(code, account.portal), at, account.portal);
      // Only for the order: those of which nobody knows what they were worth come last.
      return worth ?? 0;
    };
    const lost = decided
      .filter(({ won }) => !won)
      .toSorted((a, b) => worthOf(b) - worthOf(a) || b.at - a.at || (a.deal.id < b.deal.id ? -1 : 1));
    const counted = { deals: decided.length, days: windowDays };
    const [worst] = lost;
    if (worst === undefined) return { kind: 'measured', raw: 0, evidence: () => evidence('none', counted) };
    const share = lost.length / decided.length;
    const reasons = lost.slice(0, REASONS_OF).flatMap(({ deal }) => deal.values.closed_lost_reason?.trim() || []);
    const values = {
      ...counted,
      lost: lost.length,
      share: { kind: 'percent', share },
      name: worst.deal.values.dealname ?? '',
      closed: dayOf(worst.at),
      reasons: [...new Set(reasons)].join('; '),
    } as const;
    const records = lost.map(({ deal }) => refTo(deal, deal.values.dealname));
    const message = reasons.length > 0 ? 'lost_because' : 'lost';
    return { kind: 'measured', raw: share, evidence: () => evidence(message, values, records) };
  },
});
