import { daysBetween } from '../account-view.ts';
import { dayOf, evidence } from '../evidence.ts';
import type { PulseValue } from '../pulses.ts';
import { defineSignal, type Measurement, unknown } from '../signal.ts';

const POINTS: Readonly<Record<PulseValue, number>> = { positive: 100, neutral: 50, negative: 0 };

/**
 * What people say of the account, as points: the pulse given in the app, or HubSpot's `hs_csm_sentiment`, whichever was said last
 * and still holds. The options of the latter are the portal's own: each is told by its value or its label, in any case, against
 * the model's lists.
 */
export const pulse = defineSignal({
  key: 'pulse',
  unit: 'points',
  better: 'higher',
  reads: { companies: ['hs_csm_sentiment'] },
  connectedBy: { companies: ['hs_csm_sentiment'] },
  connectedBesides: ({ now, portal, pulse: given }) =>
    given !== null || (portal.pulsesSince !== undefined && now.hasCome(portal.pulsesSince)),
  settings: {
    expiresAfterDays: 90,
    positive: ['positive', 'happy', 'good', 'great', 'healthy', 'green'],
    neutral: ['neutral', 'ok', 'okay', 'fair', 'mixed', 'yellow'],
    negative: ['negative', 'unhappy', 'bad', 'poor', 'at risk', 'at_risk', 'unhealthy', 'red'],
  },
  measure(account, { expiresAfterDays, positive, neutral, negative }) {
    const { now, pulse: given } = account;
    const company = (at: number) => ({ objectType: 'companies', id: account.company.id, name: null, at }) as const;
    const isOld = (at: number) => !now.isWithin(at, expiresAfterDays);
    const expired = unknown('expired', { days: expiresAfterDays });

    function sentiment(value: string): { readonly at: number; readonly read: Measurement } {
      const label = account.portal.sentimentLabels[value] ?? value;
      const names = [value, label].map((name) => name.trim().toLowerCase());
      const told = (list: readonly string[]) => list.some((name) => names.includes(name.toLowerCase()));
      const raw = told(positive) ? 100 : told(neutral) ? 50 : told(negative) ? 0 : null;
      const at = account.companyValueSince('hs_csm_sentiment') ?? now.ms;
      if (raw === null) return { at, read: unknown('unmapped_value', { value: label }) };
      if (isOld(at)) return { at, read: expired };
      const said = () => evidence('said', { value: label, since: dayOf(at) }, [company(at)]);
      return { at, read: { kind: 'measured', raw, evidence: said } };
    }

    function ours({ value, reason, givenAt, expiresAt }: NonNullable<typeof given>) {
      if (now.ms > expiresAt || isOld(givenAt)) {
        const days = daysBetween(account.calendar, givenAt, Math.min(now.ms, expiresAt));
        return { at: givenAt, read: unknown('expired', { days: Math.min(days, expiresAfterDays) }) };
      }
      const said = () => evidence('given', { value, reason, since: dayOf(givenAt) }, [company(givenAt)]);
      return { at: givenAt, read: { kind: 'measured', raw: POINTS[value], evidence: said } as const };
    }

    const value = account.company.values.hs_csm_sentiment;
    const told = [...(value ? [sentiment(value)] : []), ...(given ? [ours(given)] : [])].sort((a, b) => b.at - a.at);
    const holds = told.find(({ read }) => read.kind === 'measured') ?? told[0];
    if (holds !== undefined) return holds.read;
    const isAsked = !account.portal.sources.companies.missingProperties.includes('hs_csm_sentiment');
    return unknown(value === undefined && isAsked ? 'not_known_then' : 'no_data');
  },
});
