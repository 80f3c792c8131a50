import { sql } from 'kysely';
import type { PortalScope } from './tables.ts';

/** A request that may be carried out once. Times in ms since 1970 UTC. */
export interface RequestClaim {
  /** What tells this request from others of its portal, such as a hash of its signature. */
  readonly key: string;
  /** What it asks for: another request under the same key is told apart by it. */
  readonly fingerprint: string;
  readonly claimedAt: number;
}

/** What was answered, to be answered again. */
export interface KeptAnswer {
  /** HTTP status. */
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
}

/** Whether the claim was given; else what became of the request under its key. */
export type ClaimOutcome =
  | { readonly kind: 'given' }
  | { readonly kind: 'running' }
  | ({ readonly kind: 'answered'; readonly fingerprint: string } & KeptAnswer);

/** Past this, ms, nobody waits for an answer any more (`hubspot.fetch`: 120 s at most): whoever held the claim is gone. */
const LOST_MS = 120_000;
/**
 * A signature that is dated five minutes ahead, the most that is taken, holds for ten. Twice that, for the clocks of several
 * instances differ.
 */
const KEPT_MS = 20 * 60_000;

/**
 * Claims a request, unless it is claimed: of several at once, of whatever instance, one is given it. Forgets claims whose time is over, so
 * that a portal holds at most those of the last minutes, which the limit on its requests bounds.
 */
export async function claimRequest({ db, portalId }: PortalScope, claim: RequestClaim): Promise<ClaimOutcome> {
  const { key, fingerprint, claimedAt } = claim;
  await sql`
    with over as materialized (
      select key from seen_request where portal_id = ${portalId} and expires_at <= ${claimedAt} for update skip locked
    )
    delete from seen_request held using over where held.portal_id = ${portalId} and held.key = over.key
  `.execute(db);
  const { rows: given } = await sql`
    insert into seen_request as held (portal_id, key, fingerprint, claimed_at, expires_at)
    values (${portalId}, ${key}, ${fingerprint}, ${claimedAt}, ${claimedAt + KEPT_MS})
    on conflict (portal_id, key) do update set
      fingerprint = excluded.fingerprint, claimed_at = excluded.claimed_at, expires_at = excluded.expires_at,
      status = null, content_type = null, body = null
    where held.expires_at <= ${claimedAt} or (held.status is null and held.claimed_at <= ${claimedAt - LOST_MS})
    returning held.key
  `.execute(db);
  if (given.length > 0) return { kind: 'given' };
  const held = await db
    .selectFrom('seen_request')
    .select(['fingerprint', 'status', 'content_type as contentType', 'body'])
    .where('portal_id', '=', portalId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (held === undefined || held.status === null) return { kind: 'running' };
  const { status, contentType, body } = held;
  return { kind: 'answered', fingerprint: held.fingerprint, status, contentType, body: body ?? '' };
}

/** Keeps what was answered to a claimed request. Nothing where the claim passed to another meanwhile. */
export async function keepAnswer(
  { db, portalId }: PortalScope,
  claim: RequestClaim,
  answer: KeptAnswer,
): Promise<void> {
  await db
    .updateTable('seen_request')
    .set({ status: answer.status, content_type: answer.contentType, body: answer.body })
    .where('portal_id', '=', portalId)
    .where('key', '=', claim.key)
    .where('claimed_at', '=', claim.claimedAt)
    .where('status', 'is', null)
    .execute();
}

/** Gives a claim back: the request did nothing, and may be made again. */
export async function dropClaim({ db, portalId }: PortalScope, claim: RequestClaim): Promise<void> {
  await db
    .deleteFrom('seen_request')
    .where('portal_id', '=', portalId)
    .where('key', '=', claim.key)
    .where('claimed_at', '=', claim.claimedAt)
    .where('status', 'is', null)
    .execute();
}
