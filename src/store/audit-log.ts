/**
 * Who changed what, and when: a log that is only added to. Call `recordAudit` with the scope of the transaction that makes the change, so
 * that one never stands without the other.
 */
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** Whoever made a change. */
export type Actor =
  /** A HubSpot user, as a signature proves; `email` is null where HubSpot did not tell. */
  | { readonly kind: 'user'; readonly userId: string; readonly email: string | null }
  /** Whoever ran a command on the server, by their login there. */
  | { readonly kind: 'command'; readonly login: string }
  /** The service by itself, by the files it was started with. */
  | { readonly kind: 'service' };

export type AuditKind =
  | 'permissions_changed'
  | 'override_set'
  | 'override_ended'
  | 'pulse_given'
  | 'ingest_key_made'
  | 'ingest_key_revoked'
  | 'model_published'
  | 'model_rolled_back'
  | 'app_installed'
  | 'writing_started'
  | 'app_disconnected'
  /** A list made in HubSpot, or one of ours found again; `about`: which. */
  | 'segments_made'
  | 'schedule_changed'
  | 'playbooks_changed'
  | 'task_made'
  | 'keys_resealed';

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };
/** What was so, as plain JSON. Never a secret, never anything of a contact: a reason in somebody's own words stays where it was said. */
export type AuditValues = Readonly<Record<string, Plain>>;

export interface NewAuditEntry {
  /** Ms since 1970 UTC. */
  readonly at: number;
  readonly actor: Actor;
  readonly kind: AuditKind;
  /** What it was done to, where there are several: the id of a company or key, the name of a model. */
  readonly about: string | null;
  /** Null: there was nothing, or there is nothing now. */
  readonly before: AuditValues | null;
  readonly after: AuditValues | null;
}

/** `id` ascends with every entry of a portal. */
export type AuditEntry = NewAuditEntry & { readonly id: number };

/** Adds an entry, in the transaction that `scope` is of. */
export async function recordAudit({ db, portalId }: PortalScope, entry: NewAuditEntry): Promise<void> {
  const { at, actor, kind, about, before, after } = entry;
  await db
    .insertInto('audit_entry')
    .values({
      portal_id: portalId,
      at,
      kind,
      actor: toStoredJson(actor),
      about,
      before: before && toStoredJson(before),
      after: after && toStoredJson(after),
    })
    .execute();
}

/** The newest first, below an id (null: from the newest on). */
export async function readAudit(
  { db, portalId }: PortalScope,
  { below, limit }: { readonly below: number | null; readonly limit: number },
): Promise<readonly AuditEntry[]> {
  return await db
    .selectFrom('audit_entry')
    .select(['id', 'at', 'kind', 'actor', 'about', 'before', 'after'])
    .where('portal_id', '=', portalId)
    .where('id', '<', below ?? Number.MAX_SAFE_INTEGER)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
