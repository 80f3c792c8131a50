import { daysBetween } from '../account-view.ts';
import { dayOf, refTo } from '../purchases.ts';
import { defineSignal, evidence, unknown } from '../signal.ts';

/**
 * The outlook of the account's renewals, 0 (lost) to 1 (won): the last renewal that closed, and the next one where it is
 * near, by the winning chance of its stage.
 */
export const renewalOutcome = defineSignal({
  key: 'renewal_outcome',
  unit: 'share',
  better: 'higher',
  reads: {
    deals: [
      'dealname',
      'createdate',
      'closedate',
      'dealtype',
      'dealstage',
      'hs_is_closed',
      'hs_is_closed_won',
      'closed_lost_reason',
    ],
  },
  connectedBy: { deals: ['dealtype'] },
  settings: { windowDays: 730, nearDays: 90, lateDays: 14, lateOutlook: 0.25 },
  measure(account, { windowDays, nearDays, lateDays, lateOutlook }) {
    const renewals = account.deals.filter((deal) => deal.values.dealtype === 'existingbusiness');
    const ago = (at: number) => daysBetween(account.calendar, at, account.asOf);
    const closed = renewals
      .filter(
        ({ values }) =>
          values.hs_is_closed === true && typeof values.closedate === 'number' && ago(values.closedate) < windowDays,
      )
      .toSorted((a, b) => (a.values.closedate ?? 0) - (b.values.closedate ?? 0));
    const last = closed.at(-1);
    const next = renewals
      .filter(
        ({ values }) =>
          values.hs_is_closed === false && typeof values.closedate === 'number' && -ago(values.closedate) <= nearDays,
      )
      .toSorted((a, b) => (a.values.closedate ?? 0) - (b.values.closedate ?? 0))[0];

    const lastOutlook = last === undefined ? null : last.values.hs_is_closed_won === true ? 1 : 0;
    if (next !== undefined) {
      const stage = account.portal.dealStages[next.values.dealstage ?? ''];
      const due = next.values.closedate ?? account.asOf;
      const late = ago(due) > lateDays;
      const chance = stage?.probability ?? null;
      if (chance !== null || late) {
        const raw = Math.min(chance ?? 1, lastOutlook ?? 1, late ? lateOutlook : 1);
        const values = {
          name: next.values.dealname ?? '',
          stage: stage?.label ?? next.values.dealstage ?? '',
          due: dayOf(due),
          days: Math.abs(ago(due)),
          chance: { kind: 'percent', share: chance ?? 0 } as const,
        };
        return {
          kind: 'measured',
          raw,
          evidence: evidence(late ? 'late' : 'due', values, [refTo(next, next.values.dealname)]),
        };
      }
    }
    if (last === undefined || lastOutlook === null) return unknown('no_data');
    const values = {
      name: last.values.dealname ?? '',
      closed: dayOf(last.values.closedate ?? account.asOf),
      reason: last.values.closed_lost_reason ?? '',
    };
    const message = lastOutlook === 1 ? 'won' : values.reason === '' ? 'lost' : 'lost_because';
    return {
      kind: 'measured',
      raw: lastOutlook,
      evidence: evidence(message, values, [refTo(last, last.values.dealname)]),
    };
  },
});
