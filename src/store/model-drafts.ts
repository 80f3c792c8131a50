import type { Actor } from './audit-log.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** What somebody is making of the portal's model: any text, so that nothing is lost that was not finished. */
export interface ModelDraft {
  readonly yaml: string;
  /** The version that scored the portal when it began. */
  readonly basedOn: string;
  /** Ms since 1970 UTC. */
  readonly changedAt: number;
  readonly by: Actor | null;
}

export interface HeldDraft {
  /** Rises by one with every change of the draft or of what scores the portal; 0: there was none. */
  readonly revision: number;
  /** Null: nothing is being changed. */
  readonly draft: ModelDraft | null;
}

export async function readModelDraft({ db, portalId }: PortalScope): Promise<HeldDraft> {
  const row = await db
    .selectFrom('model_draft')
    .select(['revision', 'yaml', 'based_on', 'changed_at', 'changed_by'])
    .where('portal_id', '=', portalId)
    .executeTakeFirst();
  if (row === undefined) return { revision: 0, draft: null };
  const { revision, yaml, based_on, changed_at, changed_by } = row;
  const draft =
    yaml === null ? null : { yaml, basedOn: based_on ?? '', changedAt: changed_at ?? 0, by: changed_by ?? null };
  return { revision, draft };
}

/** Puts a draft in the place of the one of that revision, or drops it. False, and nothing is changed, where it has another by now. */
export const saveModelDraft = (scope: PortalScope, fromRevision: number, draft: ModelDraft | null): Promise<boolean> =>
  nextRevision(scope, fromRevision, draft);

const NOTHING = { yaml: null, based_on: null, changed_at: null, changed_by: null };

const columnsOf = ({ yaml, basedOn, changedAt, by }: ModelDraft) => ({
  // PostgreSQL keeps no NUL, and no half of a character.
  yaml: yaml.replaceAll('\u0000', '').toWellFormed(),
  based_on: basedOn,
  changed_at: changedAt,
  changed_by: by && toStoredJson(by),
});

/** Ends a revision; `keep` leaves the draft as it is. False where it has ended already. */
export async function nextRevision(
  { db, portalId }: PortalScope,
  fromRevision: number,
  draft: ModelDraft | null | 'keep',
): Promise<boolean> {
  const revision = fromRevision + 1;
  const columns = draft === 'keep' ? {} : draft === null ? NOTHING : columnsOf(draft);
  // Of two at once the second waits for the first, and then finds another revision.
  if (fromRevision === 0) {
    const written = await db
      .insertInto('model_draft')
      .values({ portal_id: portalId, revision, ...columns })
      .onConflict((conflict) => conflict.column('portal_id').doNothing())
      .executeTakeFirst();
    return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const written = await db
    .updateTable('model_draft')
    .set({ revision, ...columns })
    .where('portal_id', '=', portalId)
    .where('revision', '=', fromRevision)
    .executeTakeFirst();
  return written.numUpdatedRows > 0n;
}
