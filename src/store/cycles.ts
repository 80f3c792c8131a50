import type { Selectable } from 'kysely';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope, Tables } from './tables.ts';

/** One finished cycle. `context` is what it scored with (portal context and model), as plain JSON; the order of its keys is kept. */
export interface CycleRecord {
  /** Whether its scores were published: false where it speaks of a past moment. */
  readonly published: boolean;
  readonly asOf: number;
  readonly finishedAt: number;
  readonly modelName: string;
  readonly modelVersion: string;
  readonly context: unknown;
}

/** A cycle saved again with the same `finishedAt` replaces itself. */
export async function saveCycle({ db, portalId }: PortalScope, cycle: CycleRecord): Promise<void> {
  const columns = {
    as_of: cycle.asOf,
    published: cycle.published,
    model_name: cycle.modelName,
    model_version: cycle.modelVersion,
    context: toStoredJson(cycle.context),
  };
  await db
    .insertInto('cycle')
    .values({ portal_id: portalId, finished_at: cycle.finishedAt, ...columns })
    .onConflict((conflict) => conflict.columns(['portal_id', 'finished_at']).doUpdateSet(columns))
    .execute();
}

export async function latestCycle({ db, portalId }: PortalScope): Promise<CycleRecord | undefined> {
  const row = await db
    .selectFrom('cycle')
    .selectAll()
    .where('portal_id', '=', portalId)
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The cycle by whose scores the portal went at a moment: the latest published one that speaks of it or of an earlier one. */
export async function cycleAt({ db, portalId }: PortalScope, moment: number): Promise<CycleRecord | undefined> {
  const row = await db
    .selectFrom('cycle')
    .selectAll()
    .where('portal_id', '=', portalId)
    .where('published', '=', true)
    .where('as_of', '<=', moment)
    // Published ones speak of the moment at which they ran: they ended in that order, and the primary key has it.
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && recordOf(row);
}

const recordOf = (row: Selectable<Tables['cycle']>): CycleRecord => ({
  asOf: row.as_of,
  published: row.published,
  finishedAt: row.finished_at,
  modelName: row.model_name,
  modelVersion: row.model_version,
  context: row.context,
});

/** Of finished cycles alone: one that died midway left companies without a score, which must not read as no customers. */
export async function publishedSince({ db, portalId }: PortalScope): Promise<number | undefined> {
  const row = await db
    .selectFrom('cycle')
    .select((column) => column.fn.min('as_of').as('first'))
    .where('portal_id', '=', portalId)
    .where('published', '=', true)
    .executeTakeFirst();
  return row?.first ?? undefined;
}
