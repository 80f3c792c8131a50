import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { MODEL_SETTING } from '../../src/store/model-setting.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { onEachEngine, openTestStore } from './test-store.ts';

const BY = { kind: 'user', userId: '7', email: 'seven@example.com' } as const;
const draft = (yaml: string) => ({ yaml, basedOn: '1.0.0', changedAt: 5, by: BY });
const audit = { at: 9, actor: BY, kind: 'model_published', about: 'M', before: null, after: null } as const;

onEachEngine('a portal’s model and its draft', (engine) => {
  let store: Store;
  let portal: PortalStore;
  let portals = 0;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());
  beforeEach(() => {
    portals += 1;
    portal = store.portal(portalId(portals));
  });
  const put = (version: string, fromRevision: number, fresh: { content: unknown; yaml: string } | null) =>
    portal.putModelInUse({ name: 'M', version, fresh, fromRevision, audit });

  test('any text is kept, and every change ends a revision, also that which drops it', async () => {
    expect(await portal.modelDraft()).toEqual({ revision: 0, draft: null });
    expect(await portal.saveModelDraft(0, draft('a: [\u0000 # half \ud83d'))).toBe(true);
    expect(await portal.modelDraft()).toEqual({ revision: 1, draft: draft('a: [ # half \ufffd') });
    expect(await portal.saveModelDraft(0, draft('stale'))).toBe(false);
    expect(await portal.saveModelDraft(2, draft('of nobody'))).toBe(false);
    expect(await portal.saveModelDraft(1, null)).toBe(true);
    expect(await portal.modelDraft()).toEqual({ revision: 2, draft: null });
  });

  test('of several at once from one revision one wins', async () => {
    for (const from of [0, 1]) {
      const done = await Promise.all(['a', 'b', 'c'].map((yaml) => portal.saveModelDraft(from, draft(yaml))));
      expect(done.filter(Boolean)).toHaveLength(1);
      expect((await portal.modelDraft()).draft?.yaml).toBe(['a', 'b', 'c'][done.indexOf(true)]);
    }
  });

  test('publishing keeps what was written, names it in the setting, drops the draft and logs that', async () => {
    await portal.saveModelDraft(0, draft('name: M'));
    expect(await put('2', 1, { content: { z: 1, a: 2 }, yaml: '# why\nname: M' })).toBe(true);
    expect(await portal.modelDraft()).toEqual({ revision: 2, draft: null });
    expect((await portal.setting(MODEL_SETTING))?.value).toEqual({ name: 'M', version: '2' });
    const kept = await portal.keptModel('M', '2');
    expect(kept).toEqual({
      ...{ name: 'M', version: '2', content: { z: 1, a: 2 }, yaml: '# why\nname: M' },
      ...{ publishedAt: 9, by: BY },
    });
    expect(JSON.stringify(kept?.content)).toBe('{"z":1,"a":2}');
    expect((await portal.auditEntries({ below: null, limit: 9 })).map(({ kind }) => kind)).toEqual(['model_published']);
  });

  test('nothing of it is done from a stale revision, nor over a version that is there', async () => {
    await portal.saveModel('M', '1', { old: true }, { at: 1, by: { kind: 'service' } });
    await portal.saveModelDraft(0, draft('name: M'));
    const before = await portal.auditEntries({ below: null, limit: 9 });
    expect(await put('2', 0, { content: {}, yaml: '' })).toBe(false);
    expect(await put('1', 1, { content: { new: true }, yaml: '' })).toBe(false);
    expect(await portal.modelDraft()).toEqual({ revision: 1, draft: draft('name: M') });
    expect(await portal.setting(MODEL_SETTING)).toBeUndefined();
    expect(await portal.modelVersions()).toEqual([
      { name: 'M', version: '1', publishedAt: 1, by: { kind: 'service' } },
    ]);
    expect(await portal.auditEntries({ below: null, limit: 9 })).toEqual(before);
  });

  test('going back to a version leaves the draft as it is', async () => {
    await portal.saveModelDraft(0, draft('name: M'));
    expect(await put('1', 1, null)).toBe(true);
    expect(await portal.modelDraft()).toEqual({ revision: 2, draft: draft('name: M') });
    expect(await put('2', 2, null)).toBe(true);
    expect(await portal.setting(MODEL_SETTING)).toEqual({ version: 2, value: { name: 'M', version: '2' } });
  });

  test('versions are told newest first', async () => {
    for (const [version, at] of Object.entries({ a: 3, b: 9, c: 5 }))
      await portal.saveModel('M', version, {}, { at, by: { kind: 'service' } });
    expect((await portal.modelVersions()).map(({ version }) => version)).toEqual(['b', 'c', 'a']);
  });

  test('an erasure that keeps the models keeps which of them scores, and no draft', async () => {
    await put('1', 0, { content: {}, yaml: 'name: M' });
    await portal.saveModelDraft(1, draft('name: Secret'));
    const other = { ...audit, kind: 'permissions_changed' } as const;
    await portal.changeSetting({ name: 'other', value: {}, fromVersion: 0, audit: other });
    expect(await portal.countRows({ keepModel: true })).toEqual({ model_draft: 1, portal_setting: 1, audit_entry: 2 });
    await portal.erase({ keepModel: true });
    expect(await portal.countRows()).toEqual({ model: 1, portal_setting: 1 });
    expect((await portal.setting(MODEL_SETTING))?.value).toEqual({ name: 'M', version: '1' });
    await portal.erase();
    expect(await portal.countRows()).toEqual({});
  });
});
