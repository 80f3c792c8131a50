import { daysBetween } from '../account-view.ts';
import { dayOf, evidence } from '../evidence.ts';

import { defineSignal, unknown } from '../signal.ts';

/**
 * What the CS manager says of the account (HubSpot's `hs_csm_sentiment`), as points. The options are the portal's own: each is
 * told by its value or its label, in any case, against the model's lists.
 */
export const pulse = defineSignal({
  key: 'pulse',
  unit: 'points',
  better: 'higher',
  reads: { companies: ['hs_csm_sentiment'] },
  connectedBy: { companies: ['hs_csm_sentiment'] },
  settings: {
    expiresAfterDays: 90,
    positive: ['positive', 'happy', 'good', 'great', 'healthy', 'green'],
    neutral: ['neutral', 'ok', 'okay', 'fair', 'mixed', 'yellow'],
    negative: ['negative', 'unhappy', 'bad', 'poor', 'at risk', 'at_risk', 'unhealthy', 'red'],
  },
  measure(account, { expiresAfterDays, positive, neutral, negative }) {
    const value = account.company.values.hs_csm_sentiment;
    if (value === undefined) return unknown('not_known_then');
    if (value === null) return unknown('no_data');
    const label = account.portal.sentimentLabels[value] ?? value;
    const names = [value, label].map((name) => name.trim().toLowerCase());
    const told = (list: readonly string[]) => list.some((name) => names.includes(name.toLowerCase()));
    const raw = told(positive) ? 100 : told(neutral) ? 50 : told(negative) ? 0 : null;
    if (raw === null) return unknown('unmapped_value', { value: label });
    const since = account.companyValueSince('hs_csm_sentiment') ?? account.asOf;
    if (daysBetween(account.calendar, since, account.asOf) >= expiresAfterDays)
      return unknown('expired', { days: expiresAfterDays });
    const record = { objectType: 'companies', id: account.company.id, name: null, at: since } as const;
    return { kind: 'measured', raw, evidence: evidence('said', { value: label, since: dayOf(since) }, [record]) };
  },
});
