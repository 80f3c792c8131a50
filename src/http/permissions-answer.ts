import type { PermissionsAnswer } from '@account-health/contract/permissions';
import { keptPermissions } from '../permissions/kept-permissions.ts';
import type { SignedPerson } from '../permissions/user-rights.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { type Gate, wordingFor } from './gate.ts';

/** What a portal's people may do, for one of them: who may not change it sees only what it means for themselves. */
export async function permissionsAnswer(
  gate: Gate,
  store: PortalStore,
  person: SignedPerson | undefined,
  locale: unknown,
): Promise<PermissionsAnswer> {
  const { rights, may } = await gate.everything(store, person);
  const { version, value: permissions } = await keptPermissions.read(store);
  return {
    version,
    permissions: may.change_permissions ? permissions : null,
    you: {
      userId: person?.userId ?? null,
      may,
      unknown: rights.known ? null : wordingFor(locale).say(`permission.unknown.${rights.reason}`),
    },
  };
}
