/**
 * Tasks that playbooks, or people on a card, had made in HubSpot. A row is written before HubSpot is called and settled after it, so
 * that a process that died in between is found out; a fall that got no task has one too, with the reason.
 */
import { sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import type { Band } from '../scoring/confirmed-band.ts';
import { type BandEvent, COLUMNS as EVENT_COLUMNS } from './band-events.ts';
import { rowBatches } from './row-batches.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** `playbook`: a band worsened; the others were asked for on a card. */
export type PlayKind = 'playbook' | 'task' | 'check_up' | 'payment_reminder' | 'ask_review';

/** What a company was so many days after; `gone`: it is not in the portal any more. */
export interface PlayOutcome {
  readonly status: 'healthy' | 'at_risk' | 'unhealthy' | 'unknown' | 'not_customer' | 'gone';
  readonly score: number | null;
}

/** What tells a play from every other of the portal. */
export interface PlayKey {
  readonly companyId: CompanyId;
  readonly kind: PlayKind;
  /** Of the band event that it answers, or when it was asked for; ms. */
  readonly at: number;
}

/** Moments in ms since 1970 UTC. */
export interface Play extends PlayKey {
  readonly decidedAt: number;
  /** `intended`: HubSpot was not called, or did not answer. `failed`: HubSpot refused it. `skipped`: there was to be none. */
  readonly state: 'intended' | 'made' | 'failed' | 'skipped';
  /** Why there is no task, where there is none: a code, and after a colon HubSpot's own words where it gave some. */
  readonly reason: string | null;
  /** The bands and score of the event; null on a play that somebody asked for. */
  readonly from: Band | null;
  readonly to: Band | null;
  readonly score: number | null;
  /** HubSpot's owner id. */
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  /** By subject and due moment a task is known again after a crash. */
  readonly subject: string | null;
  readonly dueAt: number | null;
  /** When HubSpot was called last; null: not yet. */
  readonly triedAt: number | null;
  readonly taskId: string | null;
  /** As last seen. */
  readonly taskState: 'open' | 'done' | 'gone' | null;
  readonly after30: PlayOutcome | null;
  readonly after90: PlayOutcome | null;
}

/** A play with its company's name. */
export type NamedPlay = Play & { readonly name: string | null };

/** What is decided anew: nothing has come of it yet. */
export type NewPlay = Omit<Play, 'triedAt' | 'taskId' | 'taskState' | 'after30' | 'after90'>;

/** A task of ours that is open, as last seen. */
export interface OpenTask {
  readonly kind: PlayKind;
  readonly taskId: string;
  readonly subject: string;
  readonly dueAt: number;
}

/** Those parts of a play that change. */
export type PlayChange = Partial<
  Pick<Play, 'state' | 'reason' | 'ownerId' | 'ownerName' | 'taskId' | 'taskState' | 'after30' | 'after90'>
>;

export interface PlayQuery {
  readonly companyId?: CompanyId;
  readonly kinds?: readonly PlayKind[];
  readonly states?: readonly Play['state'][];
  readonly taskState?: 'open';
  readonly ownerId?: string;
  /** Decided after that, ms. */
  readonly after?: number;
  /** Only those whose outcome after so many days is not known yet. */
  readonly lacksAfter?: 30 | 90;
  /** Decided then or before, ms. */
  readonly until?: number;
  readonly limit: number;
}

/** How many plays that fell to a band came out alike. */
export interface PlayFate {
  readonly days: 30 | 90;
  readonly to: Band;
  readonly status: PlayOutcome['status'];
  readonly count: number;
}

const COLUMNS = sql`
  p.company_id as "companyId", p.kind, p.at, p.decided_at as "decidedAt", p.state, p.reason, p.from_status as "from",
  p.to_status as "to", p.score, p.owner_id as "ownerId", p.owner_name as "ownerName", p.subject, p.due_at as "dueAt",
  p.tried_at as "triedAt", p.task_id as "taskId", p.task_state as "taskState", p.after_30 as "after30", p.after_90 as "after90"
`;

/**
 * The companies whose latest event, at a moment (ms) or later, is that they worsened by themselves, and to which no playbook has
 * answered: the newest first.
 */
export async function unplayedFalls({ db, portalId }: PortalScope, since: number): Promise<readonly BandEvent[]> {
  const { rows } = await sql<BandEvent>`
    select ${EVENT_COLUMNS} from (
      select distinct on (company_id) * from band_event
      where portal_id = ${portalId} and at >= ${since} order by company_id, at desc
    ) e
    where e.kind = 'worsened' and e.own and not exists (
      select from play p
      where p.portal_id = ${portalId} and p.company_id = e.company_id and p.kind = 'playbook' and p.at = e.at
    )
    order by e.at desc, e.company_id
  `.execute(db);
  return rows;
}

/**
 * Adds what is decided by the plays since a moment (ms) that were not skipped. One at a time for a portal, across all processes, so
 * that two who decide at once keep to caps together; one whose key is there already is left out. Gives those that were added, in the
 * order decided.
 */
export async function decidePlays(
  { db, portalId }: PortalScope,
  since: number,
  decide: (recent: readonly Play[]) => readonly NewPlay[],
): Promise<readonly NewPlay[]> {
  return await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${portalId}/plays`}, 0))`.execute(transaction);
    const recent = await sql<Play>`
      select ${COLUMNS} from play p where p.portal_id = ${portalId} and p.decided_at >= ${since} and p.state <> 'skipped'
    `.execute(transaction);
    const decided = decide(recent.rows);
    const added = new Set<string>();
    for (const batch of rowBatches(decided)) {
      const { rows } = await sql<PlayKey>`
        insert into play (
          portal_id, company_id, kind, at, decided_at, state, reason, from_status, to_status, score, owner_id, owner_name,
          subject, due_at
        )
        select ${portalId}::bigint, r.* from json_to_recordset(${toStoredJson(batch)}) as r(
          "companyId" text, kind text, at bigint, "decidedAt" bigint, state text, reason text, "from" text, "to" text,
          score integer, "ownerId" text, "ownerName" text, subject text, "dueAt" bigint
        )
        on conflict (portal_id, company_id, kind, at) do nothing
        returning company_id as "companyId", kind, at
      `.execute(transaction);
      for (const row of rows) added.add(keyOf(row));
    }
    return decided.filter((play) => added.has(keyOf(play)));
  });
}

const keyOf = ({ companyId, kind, at }: PlayKey) => `${companyId}/${kind}/${at}`;

/** The newest first. */
export async function readPlays({ db, portalId }: PortalScope, query: PlayQuery): Promise<readonly NamedPlay[]> {
  const { companyId, kinds, states, taskState, ownerId, after, lacksAfter, until, limit } = query;
  const { rows } = await sql<NamedPlay>`
    select ${COLUMNS}, (
      select f.value ->> 'name' from fact f
      where f.portal_id = ${portalId} and f.object_type = 'companies' and f.record_id = p.company_id and f.value is not null
      order by f.seen_at desc limit 1
    ) as name
    from play p where p.portal_id = ${portalId}
      ${companyId === undefined ? sql`` : sql`and p.company_id = ${companyId}`}
      ${kinds === undefined ? sql`` : sql`and p.kind = any(${kinds}::text[])`}
      ${states === undefined ? sql`` : sql`and p.state = any(${states}::text[])`}
      ${taskState === undefined ? sql`` : sql`and p.task_state = ${taskState}`}
      ${ownerId === undefined ? sql`` : sql`and p.owner_id = ${ownerId}`}
      ${after === undefined ? sql`` : sql`and p.decided_at > ${after}`}
      ${lacksAfter === undefined ? sql`` : sql`and p.${sql.ref(`after_${lacksAfter}`)} is null`}
      ${until === undefined ? sql`` : sql`and p.decided_at <= ${until}`}
    order by p.decided_at desc, p.company_id, p.kind limit ${limit}
  `.execute(db);
  return rows;
}

/** Our tasks for a company that were open when last seen, the newest first. */
export async function readOpenTasks({ db, portalId }: PortalScope, companyId: CompanyId): Promise<readonly OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    select kind, task_id as "taskId", subject, due_at as "dueAt" from play
    where portal_id = ${portalId} and company_id = ${companyId} and state = 'made' and task_state = 'open'
    order by decided_at desc
  `.execute(db);
  return rows;
}

/** Takes an intended play to call HubSpot for it: false where it is not intended any more, or somebody did so after `before`. Moments in ms. */
export async function claimPlay(
  { db, portalId }: PortalScope,
  key: PlayKey,
  { at, before }: { readonly at: number; readonly before: number },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update play set tried_at = ${at} where ${isKey(portalId, key)}
      and state = 'intended' and (tried_at is null or tried_at <= ${before})
  `.execute(db);
  return numAffectedRows > 0n;
}

export async function settlePlay({ db, portalId }: PortalScope, key: PlayKey, change: PlayChange): Promise<void> {
  const { state, reason, ownerId, ownerName, taskId, taskState, after30, after90 } = change;
  await sql`
    update play set
      state = coalesce(${state ?? null}, state),
      reason = coalesce(${reason ?? null}, reason),
      owner_id = coalesce(${ownerId ?? null}, owner_id),
      owner_name = coalesce(${ownerName ?? null}, owner_name),
      task_id = coalesce(${taskId ?? null}, task_id),
      task_state = coalesce(${taskState ?? null}, task_state),
      after_30 = coalesce(${after30 ? toStoredJson(after30) : null}::json, after_30),
      after_90 = coalesce(${after90 ? toStoredJson(after90) : null}::json, after_90)
    where ${isKey(portalId, key)}
  `.execute(db);
}

const isKey = (portalId: PortalScope['portalId'], { companyId, kind, at }: PlayKey) =>
  sql`portal_id = ${portalId} and company_id = ${companyId} and kind = ${kind} and at = ${at}`;

/** How many plays got no task for a reason. */
export interface SkippedPlays {
  /** Without HubSpot's words. */
  readonly reason: string;
  /** What HubSpot said the last time, in its words; null: nothing. */
  readonly said: string | null;
  readonly count: number;
}

/** How many falls since a moment (ms) got no task, by why, the most first. */
export async function countSkipped({ db, portalId }: PortalScope, since: number): Promise<readonly SkippedPlays[]> {
  const { rows } = await sql<SkippedPlays>`
    select split_part(coalesce(reason, ''), ': ', 1) as reason,
      (array_agg(substring(reason from ': (.*)') order by decided_at desc))[1] as said, count(*) as count from play
    where portal_id = ${portalId} and decided_at >= ${since} and kind = 'playbook' and state in ('skipped', 'failed')
    group by 1 order by 3 desc, 1
  `.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** What became of the accounts that got a playbook's task, as far as it is known. */
export async function countFates({ db, portalId }: PortalScope): Promise<readonly PlayFate[]> {
  const { rows } = await sql<PlayFate>`
    select days, to_status as "to", outcome ->> 'status' as status, count(*) as count
    from play p cross join lateral (values (30, p.after_30), (90, p.after_90)) as after(days, outcome)
    where p.portal_id = ${portalId} and p.kind = 'playbook' and p.to_status is not null and outcome is not null
    group by 1, 2, 3 order by 1, 2, 3
  `.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
