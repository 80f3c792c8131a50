import { daysBetween } from '../account-view.ts';
import { dayOf, evidence, refTo } from '../evidence.ts';
import { defineSignal, unknown } from '../signal.ts';

/**
 * Deals of others that this account referred to us: 1 each, and 1 more for each that was won. HubSpot's own source "Referrals" is a
 * click on another website (knowledge base, traffic sources), so the portal says which deals are referrals, by type or pipeline; whoever
 * such a deal is associated with, and is not the company whose deal it is, referred it. To have referred nobody says nothing.
 */
export const referrals = defineSignal({
  key: 'referrals',
  unit: 'load',
  better: 'higher',
  reads: {
    deals: ['dealname', 'createdate', 'dealtype', 'pipeline', 'hs_is_closed_won', 'hs_primary_associated_company'],
  },
  spares: { deals: ['dealname', 'dealtype', 'pipeline'] },
  connectedBy: { deals: ['hs_primary_associated_company'] },
  // HubSpot's internal names: of options of `dealtype`, and of pipelines.
  settings: { dealTypes: [], pipelines: [], windowDays: 730 },
  measure(account, { dealTypes, pipelines, windowDays }) {
    if (dealTypes.length + pipelines.length === 0) return unknown('not_set_up', { setting: 'dealTypes, pipelines' });
    const types = dealTypes.map((type) => type.toLowerCase());
    const referred = account.deals.filter(({ values }) => {
      const { dealtype, pipeline, hs_primary_associated_company: owner } = values;
      const isReferral = types.includes((dealtype ?? '').toLowerCase()) || pipelines.includes(pipeline ?? '');
      return isReferral && typeof owner === 'string' && owner !== account.company.id;
    });
    const recent = referred.filter(({ bornAt }) => daysBetween(account.calendar, bornAt, account.asOf) < windowDays);
    const last = recent.at(-1);
    if (last === undefined)
      return referred.length === 0 ? unknown('no_data') : unknown('too_old', { days: windowDays });
    const won = recent.filter(({ values }) => values.hs_is_closed_won === true).length;
    const values = { deals: recent.length, won, days: windowDays, last: dayOf(last.bornAt) };
    const records = recent.toReversed().map((deal) => refTo(deal, deal.values.dealname));
    return { kind: 'measured', raw: recent.length + won, evidence: evidence('referred', values, records) };
  },
});
