import { expect, it } from 'vitest';
import { keptPermissions } from '../../src/permissions/kept-permissions.ts';
import { DEFAULT_PERMISSIONS } from '../../src/permissions/permissions.ts';
import { keptPlaybooks } from '../../src/playbooks/kept-playbooks.ts';
import { DEFAULT_PLAYBOOKS } from '../../src/playbooks/playbooks.ts';
import { keptSchedule } from '../../src/portal-schedule.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

const ANN = { kind: 'user', userId: '7', email: null } as const;
const DAILY = { every: 'daily', atHour: 3 } as const;

onEachEngine('what admins set', (engine) => {
  const freshPortal = freshPortals(engine);
  const log = async (portal: PortalStore) => (await portal.auditEntries({ below: null, limit: 9 })).map(withoutId);
  const withoutId = ({ id: _id, ...entry }: Awaited<ReturnType<PortalStore['auditEntries']>>[number]) => entry;

  it('is unset at first, then as it was changed, and the log has both', async () => {
    const portal = freshPortal();
    const before = await keptSchedule.read(portal);
    expect(before).toEqual({ version: 0, value: null });
    expect(await keptSchedule.change(portal, before, DAILY, { at: 5, by: ANN })).toBe(true);
    expect(await keptSchedule.read(portal)).toEqual({ version: 1, value: DAILY });
    const after = { every: 'hourly', atHour: 0 } as const;
    expect(await keptSchedule.change(portal, { version: 1, value: DAILY }, after, { at: 6, by: ANN })).toBe(true);
    const entry = { actor: ANN, kind: 'schedule_changed', about: null } as const;
    expect(await log(portal)).toEqual([
      { ...entry, at: 6, before: DAILY, after },
      { ...entry, at: 5, before: null, after: DAILY },
    ]);
  });

  it('stays where somebody else changed it since, and the log says nothing of it', async () => {
    const portal = freshPortal();
    const before = await keptPlaybooks.read(portal);
    expect(before).toEqual({ version: 0, value: DEFAULT_PLAYBOOKS });
    const on = { ...DEFAULT_PLAYBOOKS, enabled: true };
    expect(await keptPlaybooks.change(portal, before, on, { at: 5, by: ANN })).toBe(true);
    expect(await keptPlaybooks.change(portal, before, DEFAULT_PLAYBOOKS, { at: 6, by: ANN })).toBe(false);
    expect(await keptPlaybooks.read(portal)).toEqual({ version: 1, value: on });
    expect((await log(portal)).map(({ kind }) => kind)).toEqual(['playbooks_changed']);
  });

  it.each([
    [keptPermissions, DEFAULT_PERMISSIONS],
    [keptPlaybooks, DEFAULT_PLAYBOOKS],
    [keptSchedule, null],
  ] as const)('in a form that nobody knows counts as unset: %o', async (setting, unset) => {
    const portal = freshPortal();
    const audit = { at: 1, actor: ANN, kind: 'schedule_changed', about: null, before: null, after: null } as const;
    await portal.changeSetting({ name: setting.name, value: { of: 'another version' }, fromVersion: 0, audit });
    expect(await setting.read(portal)).toEqual({ version: 1, value: unset });
  });
});
