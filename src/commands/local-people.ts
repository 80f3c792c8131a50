import type { PreviewPerson } from '../local/preview/preview-setting.ts';
import type { PortalData } from '../local/sandbox/portal-data.ts';
import { keptPermissions } from '../permissions/kept-permissions.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { atThisTerminal } from './at-this-terminal.ts';

const ADMIN: PreviewPerson = { id: '1', email: 'admin@example.com', role: 'Super admin' };
const MANAGER: PreviewPerson = { id: '2', email: 'manager@example.com', role: 'May change settings' };
const REP: PreviewPerson = { id: '3', email: 'rep@example.com', role: 'Ordinary user' };

/** As whom the demo can be looked at: the three ways in which rights differ. */
export const LOCAL_PEOPLE: readonly [PreviewPerson, ...PreviewPerson[]] = [ADMIN, MANAGER, REP];

/** A local portal with these people in it. */
export const withPeople = (data: PortalData): PortalData => ({
  ...data,
  users: LOCAL_PEOPLE.map(({ id, email, role }) => ({ id, email, superAdmin: role === ADMIN.role })),
});

/** Lets the manager change settings, as a super admin would do it on the settings page. */
export async function nameManager(store: PortalStore, clock: () => number): Promise<void> {
  const kept = await keptPermissions.read(store);
  const permissions = { ...kept.value, managers: { userIds: [MANAGER.id] } };
  await keptPermissions.change(store, kept, permissions, { at: clock(), by: atThisTerminal() });
}
