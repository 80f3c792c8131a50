import type { PortalScope } from './tables.ts';

/** What we know of the portal itself. */
export interface PortalProfile {
  readonly timeZone: string;
  readonly currency: string;
  readonly uiDomain: string;
}

export async function saveProfile({ db, portalId }: PortalScope, profile: PortalProfile): Promise<void> {
  await db
    .insertInto('portal')
    .values({ portal_id: portalId, profile: JSON.stringify(profile) })
    .onConflict((conflict) => conflict.column('portal_id').doUpdateSet({ profile: JSON.stringify(profile) }))
    .execute();
}

export async function readProfile({ db, portalId }: PortalScope): Promise<PortalProfile | undefined> {
  const row = await db.selectFrom('portal').select('profile').where('portal_id', '=', portalId).executeTakeFirst();
  return row?.profile;
}
