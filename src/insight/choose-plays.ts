import type { Playbooks } from '@account-health/contract/playbooks';

const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;

/** An account that worsened. */
export interface Fall {
  readonly companyId: string;
  /** When it did, ms. */
  readonly at: number;
  /** The band that it fell to; null: it has no score now. */
  readonly to: 'at_risk' | 'unhealthy' | null;
  /** 0..100, whole. */
  readonly score: number;
  /** What it brings in a year, in the portal's currency; null: not known. */
  readonly revenue: number | null;
  /** HubSpot's owner ids, whose task it is first: the CS owner, the company owner. */
  readonly owners: readonly string[];
}

/** A playbook's task of before. */
export interface PastPlay {
  readonly companyId: string;
  readonly ownerId: string | null;
  /** Ms. */
  readonly decidedAt: number;
}

export type Skip = 'disabled' | 'band' | 'not_scored' | 'cooldown' | 'no_scope' | 'no_owner' | 'cap';

export type Choice = { readonly fall: Fall } & (
  | { readonly ownerId: string; readonly skip: null }
  | { readonly ownerId: null; readonly skip: Skip }
);

export interface PlaysToChoose {
  readonly falls: readonly Fall[];
  /** Playbooks' tasks of the last week, and of the cooldown where that is longer. */
  readonly past: readonly PastPlay[];
  readonly playbooks: Pick<Playbooks, 'enabled' | 'toBands' | 'cooldownDays' | 'perPersonAWeek' | 'fallbackOwnerId'>;
  /** Owners who are people and active in HubSpot; null: HubSpot does not let us make tasks, or see who is there. */
  readonly activeOwners: ReadonlySet<string> | null;
  /** Ms since 1970 UTC. */
  readonly now: number;
}

/** How far back `past` must reach, ms. */
export const pastNeededMs = ({ cooldownDays }: Pick<Playbooks, 'cooldownDays'>): number =>
  Math.max(WEEK_MS, cooldownDays * DAY_MS);

/**
 * Whose fall makes whose task, the most at stake first: risk (100 - score) times revenue. Revenue that is not known is not taken for
 * none: those accounts come after all whose revenue is known, by their risk alone, for there is no telling how they compare. Each
 * company gets one task at most, and each person so many within any seven days.
 */
export function choosePlays({ falls, past, playbooks, activeOwners, now }: PlaysToChoose): readonly Choice[] {
  const { enabled, toBands, cooldownDays, perPersonAWeek, fallbackOwnerId } = playbooks;
  const cooling = new Set(
    past.flatMap(({ companyId, decidedAt }) => (decidedAt > now - cooldownDays * DAY_MS ? [companyId] : [])),
  );
  const thisWeek = new Map<string, number>();
  const count = (ownerId: string) => thisWeek.set(ownerId, (thisWeek.get(ownerId) ?? 0) + 1);
  for (const { ownerId, decidedAt } of past) if (ownerId !== null && decidedAt > now - WEEK_MS) count(ownerId);

  const choose = (fall: Fall): Choice => {
    const not = (skip: Skip): Choice => ({ fall, ownerId: null, skip });
    if (!enabled) return not('disabled');
    if (fall.to === null) return not('not_scored');
    if (!toBands.includes(fall.to)) return not('band');
    if (cooling.has(fall.companyId)) return not('cooldown');
    if (activeOwners === null) return not('no_scope');
    const ownerId = [...fall.owners, fallbackOwnerId].find((id) => id !== null && activeOwners.has(id));
    if (ownerId == null) return not('no_owner');
    if ((thisWeek.get(ownerId) ?? 0) >= perPersonAWeek) return not('cap');
    count(ownerId);
    cooling.add(fall.companyId);
    return { fall, ownerId, skip: null };
  };
  return falls.toSorted(byStake).map(choose);
}

/** The most at stake first; of equal ones by id, so that the order hangs on nothing else. */
function byStake(a: Fall, b: Fall): number {
  const [riskA, riskB] = [100 - a.score, 100 - b.score];
  const byRisk = riskB - riskA || (a.companyId < b.companyId ? -1 : a.companyId > b.companyId ? 1 : 0);
  if (a.revenue === null || b.revenue === null)
    return Number(a.revenue === null) - Number(b.revenue === null) || byRisk;
  return riskB * b.revenue - riskA * a.revenue || byRisk;
}
