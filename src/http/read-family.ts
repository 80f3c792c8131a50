import type { Family } from '@account-health/contract';
import { type CompanyId, companyId } from '../ids.ts';
import { viewAt } from '../scoring/account-view.ts';
import type { Calendar } from '../scoring/calendar.ts';
import { seenBy } from '../scoring/facts.ts';
import { type FamilyMember, rollUp, yearRevenue } from '../scoring/family.ts';
import type { Model } from '../scoring/model.ts';
import { namedProperties } from '../scoring/model-signals.ts';
import { type OverrideStatus, statusHeld } from '../scoring/override.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import { scoreAccount } from '../scoring/score.ts';
import type { CycleRecord } from '../store/cycles.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Wording } from '../wording/make-wording.ts';
import { latestLook } from './latest-look.ts';
import type { RecordUrl } from './record-url.ts';

/** So many child companies are looked at: a card must answer within seconds. */
const MOST_CHILDREN = 200;

export interface FamilyJob {
  readonly store: PortalStore;
  readonly portal: PortalContext;
  readonly model: Model;
  readonly calendar: Calendar;
  /** The latest one. */
  readonly cycle: CycleRecord;
  /** The moment at which people's overrides must hold, ms. */
  readonly now: number;
  readonly wording: Wording;
  readonly urlOf: RecordUrl;
}

interface Child extends FamilyMember {
  readonly name: string | null;
  readonly status: OverrideStatus | 'unknown';
}

/** The roll-up of a company's child companies, each as its own card has it. Undefined where the model does not ask, or it has none. */
export async function readFamily(job: FamilyJob, parent: CompanyId): Promise<Family | undefined> {
  const { store, model, wording, urlOf } = job;
  const { ids, total } = model.rollUp === true ? await store.childCompanies(parent, MOST_CHILDREN) : NONE;
  if (ids.length === 0) return undefined;
  const customers = await customersAmong(job, ids);
  const { worst, mean, weighedBy } = rollUp(customers);
  const unscored = customers.filter(({ score }) => score === null).length;
  const shownMean = mean === null ? [] : [wording.say(`family.mean_${weighedBy}`, { mean: Math.round(mean) })];
  return {
    facts: [
      wording.say('family.customers', { customers: customers.length, companies: ids.length }),
      ...shownMean,
      ...(unscored > 0 ? [wording.say('family.unscored', { count: unscored })] : []),
      ...(total > ids.length ? [wording.say('family.bounded', { count: ids.length, total })] : []),
    ],
    mean: mean === null ? null : Math.round(mean),
    worst:
      worst?.score == null
        ? null
        : {
            label: worst.name || wording.record({ objectType: 'companies', id: worst.id, name: null, at: 0 }),
            url: urlOf({ objectType: 'companies', id: worst.id }),
            score: worst.score,
            status: worst.status,
          },
  };
}

const NONE = { ids: [], total: 0 } as const;

async function customersAmong(job: FamilyJob, ids: readonly CompanyId[]): Promise<readonly Child[]> {
  const { store, portal, model, calendar, cycle, now } = job;
  const named = namedProperties(model);
  const overrides = await store.overrides(ids, now);
  const children: Child[] = [];
  for await (const page of store.accountsOf(ids)) {
    for (const held of page) {
      const { asOf, seenUntil } = await latestLook(store, cycle, companyId(held.companyId));
      const facts = seenBy(held, seenUntil);
      const view = facts && viewAt(facts, asOf, portal, calendar, named);
      const health = view && scoreAccount(view, model);
      if (view === undefined || health === undefined || health.state === 'not_customer') continue;
      const override = overrides.get(companyId(held.companyId));
      const score = health.state === 'scored' ? health.score : null;
      const status = statusHeld(health.state === 'scored' ? health.status : 'unknown', override) ?? 'unknown';
      children.push({
        id: held.companyId,
        name: view.company.values.name ?? null,
        score,
        status,
        revenue: yearRevenue(view),
      });
    }
  }
  return children;
}
