import type { CompanyId } from '../ids.ts';
import type { CycleRecord } from '../store/cycles.ts';
import { lookOf } from '../store/past-cycles.ts';
import type { PortalStore } from '../store/portal-store.ts';

/**
 * The moment that a company was last scored as of, and until when what was seen counts, ms: the latest cycle's, or those of the latest
 * event since that touched it. A sync that ran since, whose cycle has not ended, must not show: it would, in replayed weeks and in the change.
 */
export async function latestLook(
  store: Pick<PortalStore, 'rescoredAt'>,
  cycle: Pick<CycleRecord, 'asOf' | 'finishedAt' | 'published'>,
  companyId: CompanyId,
): Promise<{ readonly asOf: number; readonly seenUntil: number }> {
  // Events have single companies rescored between cycles.
  const rescoredAt = cycle.published ? ((await store.rescoredAt(companyId)) ?? 0) : 0;
  const { at: asOf, seenUntil } = lookOf(cycle, rescoredAt);
  return { asOf, seenUntil };
}
