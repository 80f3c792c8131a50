import { type CompanyId, companyId } from '../ids.ts';
import { viewAt } from '../scoring/account-view.ts';
import { seenBy } from '../scoring/facts.ts';
import { type FamilyMember, type RollUp, rollUp, yearRevenue } from '../scoring/family.ts';
import { namedProperties } from '../scoring/model-signals.ts';
import { scoreAccount } from '../scoring/score.ts';
import type { Judgement } from '../store/judgements.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { LatestCycle } from './latest-cycle.ts';
import { latestLook } from './latest-look.ts';

/** So many child companies are looked at: a card must answer within seconds. */
const MOST_CHILDREN = 200;

/** The roll-up of a company's child companies, before it is put into words. */
export interface ComputedFamily extends Pick<RollUp<Child>, 'mean' | 'weighedBy'> {
  /** How many child companies there are, and how many of them were looked at. */
  readonly total: number;
  readonly companies: number;
  readonly customers: number;
  /** Customers without a score. */
  readonly unscored: number;
  /** The one with the lowest score, and all that people said of it; null where none has a score. */
  readonly worst:
    | (Pick<Child, 'id' | 'name' | 'status'> & { readonly score: number; readonly judgements: readonly Judgement[] })
    | null;
}

interface Child extends FamilyMember {
  readonly name: string | null;
  /** The score's own. */
  readonly status: 'healthy' | 'at_risk' | 'unhealthy' | 'unknown';
}

/** Each child as its own card has it. Undefined where the model does not ask, or there are no children. */
export async function computeFamily(
  store: PortalStore,
  cycle: LatestCycle,
  parent: CompanyId,
): Promise<ComputedFamily | undefined> {
  const { ids, total } = cycle.model.rollUp === true ? await store.childCompanies(parent, MOST_CHILDREN) : NONE;
  if (ids.length === 0) return undefined;
  const customers = await customersAmong(store, cycle, ids);
  const { worst, mean, weighedBy } = rollUp(customers);
  return {
    total,
    companies: ids.length,
    customers: customers.length,
    unscored: customers.filter(({ score }) => score === null).length,
    mean,
    weighedBy,
    worst:
      worst?.score == null
        ? null
        : {
            id: worst.id,
            name: worst.name,
            score: worst.score,
            status: worst.status,
            judgements: await store.judgements(companyId(worst.id)),
          },
  };
}

const NONE = { ids: [], total: 0 } as const;

async function customersAmong(
  store: PortalStore,
  cycle: LatestCycle,
  ids: readonly CompanyId[],
): Promise<readonly Child[]> {
  const { portal, model, calendar } = cycle;
  const named = namedProperties(model);
  const children: Child[] = [];
  for await (const page of store.accountsOf(ids)) {
    for (const held of page) {
      const { asOf, seenUntil } = await latestLook(store, cycle, companyId(held.companyId));
      const facts = seenBy(held, seenUntil);
      const view = facts && viewAt(facts, asOf, portal, calendar, named);
      const health = view && scoreAccount(view, model);
      if (view === undefined || health === undefined || health.state === 'not_customer') continue;
      children.push({
        id: held.companyId,
        name: view.company.values.name ?? null,
        score: health.state === 'scored' ? health.score : null,
        status: health.state === 'scored' ? health.status : 'unknown',
        revenue: yearRevenue(view),
      });
    }
  }
  return children;
}
