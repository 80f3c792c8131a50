/** What `doctor` says of a portal that installed the app by OAuth. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examinePortal } from '../../src/jobs/examine-portal.ts';
import { makePortalToken } from '../../src/jobs/portal-token.ts';
import { parseKeys } from '../../src/sealing/key-ring.ts';
import { makeSealer } from '../../src/sealing/sealer.ts';
import type { Installation } from '../../src/store/installations.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { MODEL } from './cycle-rig.ts';
import { openInstalledRig } from './installed-rig.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

async function open() {
  const rig = await openInstalledRig(store);
  return {
    ...rig,
    async examine(changed: Partial<Installation> = {}, token = rig.tokenOf(rig.portal)) {
      const held = await rig.portal.installation();
      if (held === undefined) throw new Error('not installed');
      const findings = await examinePortal({
        client: rig.clientOf(token),
        installation: { ...held, ...changed },
        host: 'hubspot.example',
        store,
        model: MODEL,
        schedule: '15 * * * *',
        locale: 'en',
        clock: rig.clock,
      });
      return { findings, one: (key: string) => findings.find((finding) => finding.key === key) };
    },
  };
}

test('since when, by whom, and whether it is written; the install tells the scopes, and no other question is asked for them', async () => {
  const rig = await open();
  const by = (await rig.portal.installation())?.installedBy;
  expect(by).toMatch(/^\d+$/);
  const preview = await rig.examine();
  expect(preview.one('installed_preview')).toMatchObject({
    mark: 'look',
    text: expect.stringMatching(
      new RegExp(`^Installed since .* \\(0 minutes ago\\), by the user ${by}\\. Preview: nothing`),
    ),
    remedy: expect.stringContaining('Start writing'),
  });
  await rig.portal.startWriting(rig.clock());
  const { one } = await rig.examine();
  expect(one('installed_writing')).toMatchObject({ mark: 'ok', remedy: null });
  expect(one('installed_writing')?.text).toMatch(/Scores are written into HubSpot since .* \(0 minutes ago\)\.$/);
  for (const key of ['installed_preview', 'scopes_untold', 'users_unread']) expect(one(key)).toBeUndefined();
  expect(one('writable')?.mark).toBe('ok');
  expect(Object.keys(rig.sandbox.stats().byPath).filter((path) => path.includes('private-apps'))).toEqual([]);
});

test('what a scope that lacks costs, and that it comes with installing anew', async () => {
  const rig = await open();
  const all = (await rig.portal.installation())?.scopes ?? [];
  const without = (...lost: string[]) => ({ scopes: all.filter((scope) => !lost.includes(scope)) });
  const { one } = await rig.examine(without('settings.users.read', 'crm.objects.companies.write'));
  expect(one('users_unread')).toMatchObject({
    mark: 'look',
    text: expect.stringContaining('who installed the app may'),
  });
  for (const key of ['users_unread', 'unwritable']) {
    expect(one(key)?.remedy).toContain('install the app again');
    expect(one(key)?.remedy).not.toContain('private app');
  }
  // Either of the two will do.
  const other = { scopes: [...without('settings.users.read').scopes, 'crm.objects.users.read'] };
  expect((await rig.examine(other)).one('users_unread')).toBeUndefined();
});

test('a portal that refuses us from now on is gone, and so said; then it is not called', async () => {
  const rig = await open();
  rig.advance(3_600_000);
  const refused = Object.assign(async () => 'wrong', {
    renew: async () => {},
    giveUp: async () => await rig.portal.leave('gone', rig.clock()),
  });
  const first = await rig.examine({}, refused);
  for (const { findings, one } of [first, await rig.examine()]) {
    expect(one('installation_gone')).toMatchObject({
      mark: 'broken',
      text: expect.stringContaining('(0 minutes ago)'),
    });
    expect(one('installation_gone')?.remedy).toContain(`erase --portal ${rig.portal.portalId}`);
    // What the store holds is told of all the same.
    expect(findings.map(({ key }) => key)).toContain('schedule');
    expect(one('hubspot_refused')).toBeUndefined();
  }
  rig.sandbox.resetStats();
  await rig.portal.leave('disconnected', rig.clock());
  expect((await rig.examine()).one('installation_disconnected')).toMatchObject({
    mark: 'look',
    remedy: expect.stringContaining('install the app again'),
  });
  expect(rig.sandbox.stats().total).toBe(0);
});

test('tokens that do not open: the key is asked for, and HubSpot is not blamed', async () => {
  const rig = await open();
  const sealer = makeSealer(parseKeys(randomBytes(32).toString('base64')));
  const token = makePortalToken({ store: rig.portal, oauth: rig.oauth, sealer, clock: rig.clock });
  const { one } = await rig.examine({}, token);
  expect(one('tokens_unusable')).toMatchObject({ mark: 'broken', remedy: expect.stringContaining('ENCRYPTION_KEYS') });
  expect(one('hubspot_odd')).toBeUndefined();
});
