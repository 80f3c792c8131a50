/** The roll-up of a company's child companies (scoring.md, Formula): each is scored on its own records, and none is counted twice. */
import type { FullView } from './account-view.ts';
import { toPortalCurrency } from './currency.ts';
import { purchases } from './purchases.ts';
import { sourceProblem, withoutLost } from './read-signal.ts';
import { spendTrend } from './signals/spend-trend.ts';

/** HubSpot's docs: the id of a company's parent; read-only, it follows the parent-child association. */
export const PARENT_PROPERTY = 'hs_parent_company_id';

const YEAR_DAYS = 365;

/** What a record brought, in the portal's currency, by the record's type and id. Null: not known. */
export type Revenue = ReadonlyMap<string, number> | null;

/** A child company that is a customer. */
export interface FamilyMember {
  readonly id: string;
  /** Whole, 0..100; null: it has no score. */
  readonly score: number | null;
  readonly revenue: Revenue;
}

export interface RollUp<M extends FamilyMember> {
  /** The scored one with the lowest score, then the most revenue, then the lowest id. Undefined: none is scored. */
  readonly worst: M | undefined;
  /** Of the scored ones, 0..100, not rounded; null: none is scored. */
  readonly mean: number | null;
  /** What each counts by: its revenue, or all alike where that of one is not known, or nobody brought any. */
  readonly weighedBy: 'revenue' | 'equal';
}

/** What the account bought in the 365 days to the view's moment; null where the portal does not tell, or a rate is not known. */
export function yearRevenue(account: FullView): Revenue {
  if (sourceProblem(spendTrend, account.portal.sources, account.now.ms) !== null) return null;
  const revenue = new Map<string, number>();
  for (const { at, amount, currency, record } of purchases(withoutLost(spendTrend, account))) {
    if (!account.now.hasCome(at) || !account.now.isWithin(at, YEAR_DAYS)) continue;
    const converted = toPortalCurrency(amount, currency, at, account.portal);
    if (converted === null) return null;
    revenue.set(`${record.objectType} ${record.id}`, converted);
  }
  return revenue;
}

/** A record that several of the members share counts once: each has its even part of it. */
export function rollUp<M extends FamilyMember>(members: readonly M[]): RollUp<M> {
  const holders = new Map<string, number>();
  for (const { revenue } of members)
    for (const record of revenue?.keys() ?? []) holders.set(record, (holders.get(record) ?? 0) + 1);
  const shareOf = ({ revenue }: M): number | null =>
    revenue && [...revenue].reduce((sum, [record, amount]) => sum + amount / (holders.get(record) ?? 1), 0);
  const scored = members.flatMap((member) =>
    member.score === null ? [] : [{ member, score: member.score, share: shareOf(member) }],
  );
  const worst = scored.toSorted(
    (a, b) => a.score - b.score || (b.share ?? 0) - (a.share ?? 0) || (a.member.id < b.member.id ? -1 : 1),
  )[0]?.member;
  if (scored.length === 0) return { worst, mean: null, weighedBy: 'equal' };

  const isKnown = scored.every(({ share }) => share !== null) && scored.some(({ share }) => (share ?? 0) > 0);
  const weightOf = (share: number | null) => (isKnown ? (share ?? 0) : 1);
  // By id, so that the order in which they come does not move the last digit.
  const ordered = scored.toSorted((a, b) => (a.member.id < b.member.id ? -1 : 1));
  const total = ordered.reduce((sum, { share }) => sum + weightOf(share), 0);
  const mean = ordered.reduce((sum, { score, share }) => sum + score * (weightOf(share) / total), 0);
  return { worst, mean, weighedBy: isKnown ? 'revenue' : 'equal' };
}
