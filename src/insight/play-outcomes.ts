import type { Outcome, PlaybooksAnswer } from '@account-health/contract/playbooks';

/** How many accounts fell to a band and came out alike. */
export interface Fate {
  readonly days: 30 | 90;
  readonly to: 'healthy' | 'at_risk' | 'unhealthy';
  readonly status: NonNullable<Outcome['status']>;
  readonly count: number;
}

const RANK = { unhealthy: 0, at_risk: 1, healthy: 2 } as const;

/**
 * How accounts fared after a playbook's task. Recovered is a better band than the one they fell to; left are those that are no
 * customers, or not in the portal, any more. One of whom nobody can tell is among the due alone: unknown is not healthy.
 */
export const playOutcomes = (fates: readonly Fate[]): PlaybooksAnswer['outcomes'] =>
  ([30, 90] as const).map((days) => {
    const outcome = { days, due: 0, recovered: 0, same: 0, worse: 0, left: 0 };
    for (const { to, status, count } of fates.filter((fate) => fate.days === days)) {
      outcome.due += count;
      if (status === 'not_customer' || status === 'gone') outcome.left += count;
      else if (status !== 'unknown') {
        const change = RANK[status] - RANK[to];
        outcome[change > 0 ? 'recovered' : change < 0 ? 'worse' : 'same'] += count;
      }
    }
    return outcome;
  });
