import type { Actor } from '../store/audit-log.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { DEFAULT_PERMISSIONS, type Permissions, permissionsSchema } from './permissions.ts';

const NAME = 'permissions';

export interface KeptPermissions {
  /** Rises with each change; 0: nobody has changed them. */
  readonly version: number;
  readonly permissions: Permissions;
}

/** What is kept in a form that this version of the app does not know lets nobody in but super admins. */
export async function readPermissions(store: Pick<PortalStore, 'setting'>): Promise<KeptPermissions> {
  const kept = await store.setting(NAME);
  const parsed = permissionsSchema.safeParse(kept?.value);
  return { version: kept?.version ?? 0, permissions: parsed.success ? parsed.data : DEFAULT_PERMISSIONS };
}

/** Changes them and logs that. False, and nothing is changed, where somebody else changed them since `from`. */
export const changePermissions = (
  store: Pick<PortalStore, 'changeSetting'>,
  from: KeptPermissions,
  permissions: Permissions,
  { at, by }: { readonly at: number; readonly by: Actor },
): Promise<boolean> =>
  store.changeSetting({
    name: NAME,
    value: permissions,
    fromVersion: from.version,
    audit: { at, actor: by, kind: 'permissions_changed', about: null, before: from.permissions, after: permissions },
  });
