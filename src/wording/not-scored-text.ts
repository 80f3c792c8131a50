import { dayOf } from '../scoring/evidence.ts';
import type { Model } from '../scoring/model.ts';
import type { Wording } from './make-wording.ts';

/** Why a company has no score, in a sentence. A reason of the portal's own making has that of any exclusion. */
export function notScoredText(
  wording: Wording,
  health: {
    readonly state: 'unknown' | 'not_customer';
    readonly reason: string;
    /** Ms; only of a customer that left. */
    readonly leftAt?: number;
  },
  { eligibility }: Pick<Model, 'eligibility'>,
): string {
  const key = `state.${health.reason}`;
  const leftAt = health.state === 'not_customer' ? health.leftAt : undefined;
  return wording.say(wording.has(key) ? key : 'state.excluded', {
    months: eligibility.purchaseWithinMonths,
    ...(leftAt !== undefined && { left: dayOf(leftAt) }),
  });
}
