import { breathe } from '../breathe.ts';
import { changeReplayed, changeSincePublished, type PublishedLook, type ScoreChange } from '../scoring/attribution.ts';
import { type ToldRow, toldRow } from '../scoring/change-story.ts';
import { mappedTexts } from '../scoring/model-signals.ts';
import type { Past } from '../scoring/replay.ts';
import type { HealthScore } from '../scoring/score.ts';
import { lookOf, type PastCycle, type PastCycleAt } from '../store/past-cycles.ts';
import type { MappedTexts } from '../wording/mapped-wording.ts';

/** Changes are told over so many calendar days, up to the moment of the score. */
export const CHANGE_DAYS = [7, 30, 90] as const;

/** A change of score, and why: plain data. */
export interface ComputedChange extends Omit<ScoreChange, 'rows'> {
  readonly days: (typeof CHANGE_DAYS)[number];
  readonly rows: readonly ToldRow[];
  /** What the model of then calls its mapped signals: today's may not have them any more. */
  readonly mapped: MappedTexts;
}

/** The changes up to the score, and why; without those at whose beginning, or end, there is no score. */
export async function computeChanges(
  past: Past,
  asOf: number,
  health: HealthScore,
  cycleAt: PastCycleAt,
): Promise<readonly ComputedChange[]> {
  const changes: ComputedChange[] = [];
  if (health.state !== 'scored') return changes;
  for (const days of CHANGE_DAYS) {
    const since = past.calendar.daysBefore(asOf, days);
    const isPublished = past.publishedSince !== null && since >= past.publishedSince;
    const cycle = isPublished ? await cycleAt(since) : undefined;
    const change =
      cycle === undefined
        ? isPublished
          ? null
          : changeReplayed(past, asOf, health, since)
        : changeSincePublished(past, asOf, health, lookAt(past, since, cycle));
    if (change === null) continue;
    const mapped = mappedTexts(cycle?.model ?? past.model);
    changes.push({ ...change, days, rows: change.rows.map(toldRow), mapped });
    // A change takes a few scorings.
    await breathe();
  }
  return changes;
}

/** The account as it was last looked at by a moment. */
function lookAt({ published }: Past, moment: number, cycle: PastCycle): PublishedLook {
  const shown = published.findLast(({ at }) => at <= moment);
  return { ...cycle, ...lookOf(cycle, shown?.at ?? 0), score: shown?.score ?? null };
}
