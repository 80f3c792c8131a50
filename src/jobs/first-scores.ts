import type { PortalId } from '../ids.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import { type Model, modelAsKept } from '../scoring/model.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { HealthScore } from '../scoring/score.ts';
import type { CycleRecord } from '../store/cycles.ts';
import type { Store } from '../store/open-store.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { CycleReport } from './refresh-portal.ts';
import { type ScoredCompany, scorePortal } from './score-portal.ts';

/** How many companies are shown with their receipts. */
const SHOWN = 10;
/** Portals whose figures are kept: of those that are being set up now. */
const KEPT = 50;

type Scored = ScoredCompany & { readonly health: Extract<HealthScore, { readonly state: 'scored' }> };

/** What a cycle came to: counts, reasons, and the lowest scores. */
interface Figures {
  /** Ms since 1970 UTC. */
  readonly asOf: number;
  readonly timeZone: string;
  readonly uiDomain: string;
  readonly model: Model;
  readonly companies: number;
  /** Null: the cycle was not to write. */
  readonly written: CycleReport['written'] | null;
  readonly bands: Readonly<Record<'healthy' | 'at_risk' | 'unhealthy' | 'unknown', number>>;
  /** The most frequent first. */
  readonly unscored: readonly { readonly reason: string; readonly count: number }[];
  /** The lowest first. */
  readonly lowest: readonly Scored[];
}

/**
 * Makes what reads the figures of a portal's latest published cycle, scoring as that cycle did: undefined where there was none. A page
 * that asks again and again has them worked out once a cycle.
 */
export function makeFirstScores(store: Store): (portal: PortalId) => Promise<Figures | undefined> {
  const kept = new Map<PortalId, { readonly finishedAt: number; readonly figures: Promise<Figures> }>();
  return async (portal) => {
    const ofPortal = store.portal(portal);
    const [cycle, profile] = [await ofPortal.latestCycle(), await ofPortal.profile()];
    if (cycle === undefined || !cycle.published || profile === undefined) return undefined;
    const held = kept.get(portal);
    if (held?.finishedAt === cycle.finishedAt) return await held.figures;
    const figures = work(ofPortal, cycle, profile.uiDomain);
    kept.delete(portal);
    kept.set(portal, { finishedAt: cycle.finishedAt, figures });
    // A failure is not kept: the next who asks tries again.
    figures.catch(() => kept.delete(portal));
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return await figures;
  };
}

/** A cycle's context as `refreshPortal` keeps it. */
interface Stored {
  readonly portal: PortalContext;
  readonly model: unknown;
  readonly written?: CycleReport['written'];
}

async function work(store: PortalStore, cycle: CycleRecord, uiDomain: string): Promise<Figures> {
  const { portal, model: stored, written = null } = cycle.context as Stored;
  const model = modelAsKept(stored);
  const { timeZone } = portal;
  const bands = { healthy: 0, at_risk: 0, unhealthy: 0, unknown: 0 };
  const reasons = new Map<string, number>();
  let companies = 0;
  let lowest: Scored[] = [];
  const job = { store, portal, model, calendar: makeCalendar(timeZone), asOf: cycle.asOf };
  for await (const page of scorePortal(job)) {
    companies += page.length;
    for (const { health } of page) {
      if (health.state !== 'not_customer') bands[health.state === 'scored' ? health.status : 'unknown'] += 1;
      if (health.state !== 'scored') reasons.set(health.reason, (reasons.get(health.reason) ?? 0) + 1);
    }
    lowest = [...lowest, ...page.filter(isScored)].toSorted(byScore).slice(0, SHOWN);
  }
  const unscored = [...reasons].map(([reason, count]) => ({ reason, count }));
  return {
    asOf: cycle.asOf,
    timeZone,
    uiDomain,
    model,
    companies,
    written,
    bands,
    unscored: unscored.toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    lowest,
  };
}

const isScored = (company: ScoredCompany): company is Scored => company.health.state === 'scored';

const byScore = (a: Scored, b: Scored): number =>
  a.health.score - b.health.score || (a.companyId < b.companyId ? -1 : 1);
