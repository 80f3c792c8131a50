import { dayOf, evidence, refTo } from '../evidence.ts';
import { putInOrder } from '../in-order.ts';
import { isRenewal, RENEWAL_READS, RENEWAL_SETTINGS, renewalProblem } from '../renewals.ts';
import { defineSignal, unknown } from '../signal.ts';

/**
 * The outlook of the account's renewals, 0 (lost) to 1 (won), by the worst of: the last renewal that closed, and each open one
 * that is due within `nearDays`. An open one counts by the winning chance of its stage, the more the nearer it is; until then
 * by the last outcome, or `firstOutlook` where none closed yet. One that is late by more than `lateDays` has at most
 * `lateOutlook`. Where one that may be open and near is not known by its state, stage or date, it may be the worst: unknown, but for
 * a loss, which nothing makes worse.
 */
export const renewalOutcome = defineSignal({
  key: 'renewal_outcome',
  unit: 'share',
  better: 'higher',
  reads: {
    deals: [
      ...RENEWAL_READS.deals,
      'dealname',
      'createdate',
      'closedate',
      'dealstage',
      'hs_is_closed',
      'hs_is_closed_won',
      'closed_lost_reason',
    ],
  },
  // Which of the two tells a renewal is the model's choice.
  spares: { deals: ['dealname', 'closed_lost_reason', ...RENEWAL_READS.deals] },
  connectedBy: RENEWAL_READS,
  settings: { windowDays: 730, nearDays: 90, lateDays: 14, lateOutlook: 0.25, firstOutlook: 0.7, ...RENEWAL_SETTINGS },
  measure(account, { windowDays, nearDays, lateDays, lateOutlook, firstOutlook, renewalPipelines }) {
    const problem = renewalProblem(account, renewalPipelines);
    if (problem !== null) return problem;
    const { now } = account;
    const { dealStages } = account.portal;
    // Without them an open renewal that goes badly would not show.
    if (dealStages === null) return unknown('scope_missing', { types: 'deals' });
    const isDue = (at: number) => now.isWithin(at, windowDays) && !now.isWithin(at, -nearDays);
    const renewals: { readonly deal: (typeof account.deals)[number]; readonly at: number }[] = [];
    let hidden = false;
    for (const deal of account.deals) {
      const { hs_is_closed: isClosed, closedate: at, dealstage } = deal.values;
      if (at === null || !isRenewal(deal, renewalPipelines)) continue;
      if (at !== undefined && !isDue(at)) continue;
      if (at !== undefined) renewals.push({ deal, at });
      if (isClosed === undefined || (isClosed === false && (at === undefined || dealstage === undefined)))
        hidden = true;
    }
    putInOrder(renewals, (a, b) => a.at < b.at);

    const last = renewals.findLast(
      ({ deal: { values } }) => values.hs_is_closed === true && typeof values.hs_is_closed_won === 'boolean',
    );
    const before = last === undefined ? firstOutlook : 1;
    const open = renewals
      .filter(({ deal }) => deal.values.hs_is_closed === false)
      .flatMap(({ deal, at }) => {
        const ago = now.daysSince(at);
        const stage = dealStages[deal.values.dealstage ?? ''];
        const chance = stage?.probability ?? null;
        const late = ago > lateDays;
        if (chance === null && !late) return [];
        const nearness = ago >= 0 ? 1 : 1 + ago / nearDays;
        const outlook = before + ((chance ?? before) - before) * nearness;
        const tell = () => {
          const values = {
            name: deal.values.dealname ?? '',
            stage: stage?.label ?? deal.values.dealstage ?? '',
            due: dayOf(at),
            days: Math.abs(ago),
            chance: { kind: 'percent', share: chance ?? 0 } as const,
          };
          return evidence(late ? 'late' : 'due', values, [refTo(deal, deal.values.dealname)]);
        };
        return [{ raw: late ? Math.min(outlook, lateOutlook) : outlook, tell }];
      });
    const closed = [last].flatMap((renewal) => {
      if (renewal === undefined) return [];
      const { deal, at } = renewal;
      const { dealname, hs_is_closed_won: won, closed_lost_reason: reason } = deal.values;
      const tell = () => {
        const values = { name: dealname ?? '', closed: dayOf(at), reason: reason ?? '' };
        return evidence(won ? 'won' : reason ? 'lost_because' : 'lost', values, [refTo(deal, dealname)]);
      };
      return [{ raw: won ? 1 : 0, tell }];
    });

    const worst = [...open, ...closed].toSorted((a, b) => a.raw - b.raw)[0];
    if (hidden && worst?.raw !== 0) return unknown('not_known_then');
    if (worst === undefined) return unknown('no_data');
    return { kind: 'measured', raw: worst.raw, evidence: worst.tell };
  },
});
