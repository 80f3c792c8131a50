import { sql } from 'kysely';
import type { PortalScope } from './tables.ts';

/** What we know of the portal itself. */
export interface PortalProfile {
  readonly timeZone: string;
  readonly currency: string;
  readonly uiDomain: string;
}

/** A profile that is the same is not written: each write is a new stamp (stamps.ts). */
export async function saveProfile({ db, portalId }: PortalScope, profile: PortalProfile): Promise<void> {
  await db
    .insertInto('portal')
    .values({ portal_id: portalId, profile: JSON.stringify(profile) })
    .onConflict((conflict) =>
      conflict
        .column('portal_id')
        .doUpdateSet({ profile: JSON.stringify(profile) })
        .where(sql`portal.profile`, 'is distinct from', sql`excluded.profile`),
    )
    .execute();
}

export async function readProfile({ db, portalId }: PortalScope): Promise<PortalProfile | undefined> {
  const row = await db.selectFrom('portal').select('profile').where('portal_id', '=', portalId).executeTakeFirst();
  return row?.profile;
}
