import type { Stage } from '@account-health/contract/playbooks';
import { type CompanyId, companyId } from '../ids.ts';
import { stageOf } from '../insight/stage.ts';
import { accountFigures } from '../scoring/account-figures.ts';
import { viewAt } from '../scoring/account-view.ts';
import type { Calendar } from '../scoring/calendar.ts';
import { OWNER_PROPERTY } from '../scoring/cs-owner.ts';
import { customerSince } from '../scoring/customer-since.ts';
import type { AccountFacts } from '../scoring/facts.ts';
import type { Model } from '../scoring/model.ts';
import { namedProperties } from '../scoring/model-signals.ts';
import type { Values } from '../scoring/object-definition.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import { type HealthScore, scoreAccount } from '../scoring/score.ts';

/** What the accounts are seen with. */
export interface PlayView {
  readonly portal: PortalContext;
  readonly model: Model;
  readonly calendar: Calendar;
  /** Ms since 1970 UTC. */
  readonly asOf: number;
}

/** All of an account that a task goes by. */
export interface PlayAccount {
  readonly companyId: CompanyId;
  readonly name: string | null;
  readonly health: HealthScore;
  /** A year, in the portal's currency; null: not known. */
  readonly revenue: number | null;
  /** HubSpot's owner ids: the CS owner, where the model names a property for them, then the company owner. */
  readonly owners: readonly string[];
  readonly stage: Stage;
}

/** Undefined where the company is not in the portal at that moment. */
export function playAccount(facts: AccountFacts, { portal, model, calendar, asOf }: PlayView): PlayAccount | undefined {
  const view = viewAt(facts, asOf, portal, calendar, namedProperties(model));
  if (view === undefined) return undefined;
  const values = view.company.values as Values;
  const named = [model.account?.csOwner, OWNER_PROPERTY].flatMap((property) => (property ? [values[property]] : []));
  // Asked for whether the model has them written or not; where it does not read what they take, they are not known.
  const write = ['revenue_at_risk', 'next_renewal'] as const;
  const figures = accountFigures(view, { ...model, write: [...write] });
  const since = customerSince(view, model);
  return {
    companyId: companyId(facts.companyId),
    name: view.company.values.name ?? null,
    health: scoreAccount(view, model),
    revenue: figures.yearlyRevenue,
    owners: [...new Set(named.filter((id) => typeof id === 'string' && id !== ''))] as string[],
    stage: stageOf({ customerSince: since, nextRenewalAt: figures.nextRenewalAt, asOf, calendar }),
  };
}
