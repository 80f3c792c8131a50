import type { Kysely, Selectable } from 'kysely';
import { PortalDisconnected } from '../errors.ts';
import type { PortalId } from '../ids.ts';
import { type Actor, recordAudit } from './audit-log.ts';
import type { PortalScope, Tables } from './tables.ts';
import type { WorkAlone } from './work-alone.ts';

/**
 * A portal's installation of the app. Times in ms since 1970 UTC. `gone`: HubSpot refused our tokens; `disconnected`: an admin
 * ended it with us.
 */
export interface Installation {
  readonly portalId: PortalId;
  readonly state: 'installed' | 'gone' | 'disconnected';
  /** Of the latest install. */
  readonly installedAt: number;
  /** HubSpot's user id; null where HubSpot did not tell. */
  readonly installedBy: string | null;
  /** Those that were granted. */
  readonly scopes: readonly string[];
  /** When it stopped being installed; null while it is. */
  readonly goneAt: number | null;
  /** Since when an admin lets us write into the portal; null: nothing may be written. */
  readonly writingSince: number | null;
}

/** A portal's tokens, sealed; the store never opens them. */
export interface SealedTokens {
  readonly sealed: string;
  /** When the access token among them ends, ms since 1970 UTC. */
  readonly accessExpiresAt: number;
}

export interface NewInstallation {
  readonly at: number;
  readonly by: string | null;
  readonly scopes: readonly string[];
  readonly sealedTokens: string;
  readonly accessExpiresAt: number;
}

export interface ResealedTokens {
  /** The sealed texts, as they are kept and as they are to be. */
  readonly old: string;
  readonly next: string;
  readonly at: number;
  readonly actor: Actor;
}

export type TokenWork<T> = (held: SealedTokens | undefined, save: (next: SealedTokens) => Promise<void>) => Promise<T>;

const SHOWN = ['portal_id', 'state', 'installed_at', 'installed_by', 'scopes', 'gone_at', 'writing_since'] as const;

/** Of all portals, by id, whatever their state. */
export async function readInstallations(db: Kysely<Tables>): Promise<readonly Installation[]> {
  const rows = await db.selectFrom('installation').select(SHOWN).orderBy('portal_id').execute();
  return rows.map(toInstallation);
}

export async function readInstallation({ db, portalId }: PortalScope): Promise<Installation | undefined> {
  const row = await db.selectFrom('installation').select(SHOWN).where('portal_id', '=', portalId).executeTakeFirst();
  return row && toInstallation(row);
}

const toInstallation = (row: Pick<Selectable<Tables['installation']>, (typeof SHOWN)[number]>): Installation => ({
  portalId: row.portal_id,
  state: row.state,
  installedAt: row.installed_at,
  installedBy: row.installed_by,
  scopes: row.scopes,
  goneAt: row.gone_at,
  writingSince: row.writing_since,
});

/** An install, or a reinstall: nothing is written before its admin has seen the preview. Waits for a refresh under way. */
export async function install(
  { db, portalId }: PortalScope,
  alone: WorkAlone,
  { at, by, scopes, sealedTokens, accessExpiresAt }: NewInstallation,
): Promise<void> {
  const row = {
    state: 'installed' as const,
    installed_at: at,
    installed_by: by,
    scopes: JSON.stringify(scopes),
    sealed_tokens: sealedTokens,
    access_expires_at: accessExpiresAt,
    gone_at: null,
    writing_since: null,
  };
  await alone.run(keyOf(portalId), () =>
    db
      .insertInto('installation')
      .values({ portal_id: portalId, ...row })
      .onConflict((conflict) => conflict.column('portal_id').doUpdateSet(row))
      .execute(),
  );
}

/** From the first time on: said again, it stays as it was. Of an installation that ended it changes nothing. */
export async function startWriting({ db, portalId }: PortalScope, at: number): Promise<void> {
  await db
    .updateTable('installation')
    .set({ writing_since: at })
    .where('portal_id', '=', portalId)
    .where('state', '=', 'installed')
    .where('writing_since', 'is', null)
    .execute();
}

/** Who disconnected is not gone besides; one that is gone may be disconnected, and its tokens are forgotten then. */
export async function leave({ db, portalId }: PortalScope, state: 'gone' | 'disconnected', at: number): Promise<void> {
  await db
    .updateTable('installation')
    .set({ state, gone_at: at, ...(state === 'disconnected' ? { sealed_tokens: null } : {}) })
    .where('portal_id', '=', portalId)
    .where('state', 'in', state === 'gone' ? ['installed'] : ['installed', 'gone'])
    .execute();
}

export function withTokens<T>(scope: PortalScope, alone: WorkAlone, work: TokenWork<T>): Promise<T> {
  const { db, portalId } = scope;
  return alone.run(keyOf(portalId), async () => {
    const row = await db
      .selectFrom('installation')
      .select(['sealed_tokens', 'access_expires_at'])
      .where('portal_id', '=', portalId)
      .where('state', '=', 'installed')
      .executeTakeFirst();
    const sealed = row?.sealed_tokens ?? null;
    const held = row === undefined || sealed === null ? undefined : { sealed, accessExpiresAt: row.access_expires_at };
    return await work(held, (next) => saveTokens(scope, next));
  });
}

/** @throws PortalDisconnected where the installation ended meanwhile: then its tokens must not come back. */
async function saveTokens({ db, portalId }: PortalScope, { sealed, accessExpiresAt }: SealedTokens): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('installation')
    .set({ sealed_tokens: sealed, access_expires_at: accessExpiresAt })
    .where('portal_id', '=', portalId)
    .where('state', '=', 'installed')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new PortalDisconnected(`Portal ${portalId} was disconnected meanwhile.`);
}

/** The sealed tokens whatever the state; undefined where none are kept. */
export async function readSealedTokens({ db, portalId }: PortalScope): Promise<string | undefined> {
  const row = await db
    .selectFrom('installation')
    .select('sealed_tokens')
    .where('portal_id', '=', portalId)
    .executeTakeFirst();
  return row?.sealed_tokens ?? undefined;
}

/** The same tokens sealed anew. False where others are kept by now: then nothing is replaced. */
export async function replaceSealedTokens(
  { db, portalId }: PortalScope,
  { old, next, at, actor }: ResealedTokens,
): Promise<boolean> {
  return await db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('installation')
      .set({ sealed_tokens: next })
      .where('portal_id', '=', portalId)
      .where('sealed_tokens', '=', old)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    const entry = { at, actor, kind: 'keys_resealed', about: null, before: null, after: null } as const;
    await recordAudit({ db: transaction, portalId }, entry);
    return true;
  });
}

const keyOf = (portalId: PortalId) => `installation of ${portalId}`;
