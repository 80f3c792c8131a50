import { isDeepStrictEqual } from 'node:util';
import type { CompanyId } from '../ids.ts';
import { type ExplainedScore, explainScore } from '../insight/explained-score.ts';
import { unreadOf } from '../insight/unread.ts';
import { viewAt } from '../scoring/account-view.ts';
import { seenBy } from '../scoring/facts.ts';
import type { Model } from '../scoring/model.ts';
import { namedProperties } from '../scoring/model-signals.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { Judgement } from '../store/judgements.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { LatestCycle } from './latest-cycle.ts';
import { latestLook } from './latest-look.ts';

/** A model, and the portal's context to score by it. */
export interface ScoredBy {
  readonly model: Model;
  readonly portal: PortalContext;
  /** Whether publishing computes thresholds anew that are not known yet. */
  readonly bandsToCome: boolean;
}

/** As the latest cycle scored. */
export const asScored = ({ model, portal }: LatestCycle): ScoredBy => ({ model, portal, bandsToCome: false });

/**
 * As a draft would: what it looks at and nobody has read yet is unknown. Thresholds that go by all scores are those of the latest cycle
 * where the draft asks for the same kind, else the draft's fixed ones stand in.
 */
export function asTried(draft: Model, cycle: LatestCycle): ScoredBy {
  const { bands, ...portal } = unreadOf(draft, cycle.model, cycle.portal).portal;
  const keeps = bands !== undefined && isDeepStrictEqual(draft.bands, cycle.model.bands);
  return {
    model: draft,
    portal: keeps ? { ...portal, bands } : portal,
    bandsToCome: draft.bands.by !== 'fixed',
  };
}

/** How a company's score comes about, before it is put into words. */
export interface ExplainedCompany {
  /** The moment that it speaks of, ms. */
  readonly asOf: number;
  readonly companyName: string | null;
  readonly explained: ExplainedScore;
  /** All that people said of the company, in the order of time. */
  readonly judgements: readonly Judgement[];
}

/** As of the moment, and by the facts, that its scorecard speaks of. Undefined where the company is not held. */
export async function explainCompany(
  store: PortalStore,
  cycle: LatestCycle,
  companyId: CompanyId,
  { model, portal }: ScoredBy = asScored(cycle),
): Promise<ExplainedCompany | undefined> {
  const { look, held, judgements } = await store.reading(async (once) => ({
    look: await latestLook(once, cycle, companyId),
    held: await once.account(companyId),
    judgements: await once.judgements(companyId),
  }));
  const facts = held && seenBy(held, look.seenUntil);
  const view = facts && viewAt(facts, look.asOf, portal, cycle.calendar, namedProperties(model));
  if (view === undefined) return undefined;
  const companyName = view.company.values.name ?? null;
  return { asOf: look.asOf, companyName, explained: explainScore(view, model), judgements };
}
