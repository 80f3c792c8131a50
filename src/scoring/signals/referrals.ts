import { dayOf, evidence, refTo } from '../evidence.ts';
import { defineSignal, unknown } from '../signal.ts';

/**
 * Deals that this account referred to us: 1 each, and 1 more for each that was won. HubSpot's own source "Referrals" is a click on
 * another website (knowledge base, traffic sources), so the portal says how it tells referrals: by the label of the association, or by the
 * deal's type or pipeline. Whoever a deal is associated with under such a label referred it, be it its own; whoever a deal of such a
 * type or pipeline is associated with, and is not the company whose deal it is, referred it. To have referred nobody says nothing.
 */
export const referrals = defineSignal({
  key: 'referrals',
  unit: 'load',
  better: 'higher',
  reads: {
    deals: [
      'dealname',
      'createdate',
      'dealtype',
      'pipeline',
      'hs_is_closed_won',
      'hs_primary_associated_company',
      'referrers',
    ],
  },
  spares: { deals: ['dealname', 'dealtype', 'pipeline', 'referrers'] },
  connectedBy: { deals: ['hs_primary_associated_company'] },
  // Labels of associations as people see them; HubSpot's internal names of options of `dealtype`, and of pipelines.
  settings: { labels: [], dealTypes: [], pipelines: [], windowDays: 730 },
  measure(account, { labels, dealTypes, pipelines, windowDays }) {
    if (labels.length + dealTypes.length + pipelines.length === 0)
      return unknown('not_set_up', { setting: 'labels, dealTypes, pipelines' });
    const types = dealTypes.map((type) => type.toLowerCase());
    const referred = account.deals.filter(({ values }) => {
      const { dealtype, pipeline, hs_primary_associated_company: owner, referrers } = values;
      if (labels.length > 0 && referrers?.includes(account.company.id)) return true;
      const isReferral = types.includes((dealtype ?? '').toLowerCase()) || pipelines.includes(pipeline ?? '');
      return isReferral && typeof owner === 'string' && owner !== account.company.id;
    });
    const isRecent = ({ bornAt }: { readonly bornAt: number }) => account.now.isWithin(bornAt, windowDays);
    const recent = referred.filter(isRecent);
    const last = recent.at(-1);
    // Who brought it may be told by a label that nobody can know of at that moment.
    const hidden =
      labels.length > 0 && account.deals.some((deal) => deal.values.referrers === undefined && isRecent(deal));
    if (last === undefined && hidden) return unknown('not_known_then');
    if (last === undefined)
      return referred.length === 0 ? unknown('no_data') : unknown('too_old', { days: windowDays });
    const won = recent.filter(({ values }) => values.hs_is_closed_won === true).length;
    const values = { deals: recent.length, won, days: windowDays, last: dayOf(last.bornAt) };
    const records = recent.toReversed().map((deal) => refTo(deal, deal.values.dealname));
    return { kind: 'measured', raw: recent.length + won, evidence: () => evidence('referred', values, records) };
  },
});
