import { expect, it } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { NewAuditEntry } from '../../src/store/audit-log.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

const ANN = { kind: 'user', userId: '7', email: 'ann@example.com' } as const;
const entry = (at: number, more: Partial<NewAuditEntry> = {}): NewAuditEntry => ({
  at,
  actor: ANN,
  kind: 'permissions_changed',
  about: null,
  before: null,
  after: null,
  ...more,
});

onEachEngine('settings and the audit log', (engine) => {
  const freshPortal = freshPortals(engine);
  const change = (portal: PortalStore, fromVersion: number, value: unknown, at = 10) =>
    portal.changeSetting({ name: 'permissions', value, fromVersion, audit: entry(at) });
  const logged = async (portal: PortalStore) =>
    (await portal.auditEntries({ below: null, limit: 100 })).map(({ id: _id, ...rest }) => rest);

  it('keeps what was set last, each portal and name its own', async () => {
    const [portal, other] = [freshPortal(), freshPortal()];
    expect(await portal.setting('permissions')).toBeUndefined();
    expect(await change(portal, 0, { a: ['x', null] })).toBe(true);
    expect(await change(portal, 1, { a: [], emoji: '👍' })).toBe(true);
    expect(await portal.setting('permissions')).toEqual({ version: 2, value: { a: [], emoji: '👍' } });
    expect([await other.setting('permissions'), await portal.setting('schedule')]).toEqual([undefined, undefined]);
    await portal.erase();
    expect(await portal.setting('permissions')).toBeUndefined();
  });

  it('who saw another version changes nothing, and nothing is logged of it', async () => {
    const portal = freshPortal();
    await change(portal, 0, 'first');
    await change(portal, 1, 'second', 20);
    for (const stale of [0, 1, 3]) expect(await change(portal, stale, 'lost', 30), `${stale}`).toBe(false);
    expect(await portal.setting('permissions')).toEqual({ version: 2, value: 'second' });
    expect((await logged(portal)).map(({ at }) => at)).toEqual([20, 10]);
  });

  it('of several at once one is first', async () => {
    const portal = freshPortal();
    for (const from of [0, 1]) {
      const done = await Promise.all(Array.from({ length: 8 }, (_, n) => change(portal, from, `${from}.${n}`)));
      expect(done.filter(Boolean)).toHaveLength(1);
      expect(await portal.setting('permissions')).toEqual({
        version: from + 1,
        value: `${from}.${done.indexOf(true)}`,
      });
    }
    expect(await logged(portal)).toHaveLength(2);
  });

  it('tells all of an entry, the newest first, a page at a time; each portal its own', async () => {
    const [portal, other] = [freshPortal(), freshPortal()];
    const entries = [
      entry(30, { kind: 'app_installed', actor: { kind: 'user', userId: '8', email: null } }),
      // The clock may be put back.
      entry(10, { kind: 'app_disconnected', about: '"; drop table x' }),
      entry(20, {
        actor: { kind: 'command', login: 'ops' },
        before: { z: 1, a: { b: [true] } },
        after: { label: 'ü\u0000' },
      }),
      entry(40, { actor: { kind: 'service' }, kind: 'model_published', about: 'M' }),
    ];
    for (const one of entries) await portal.recordAudit(one);
    const newest = entries.toReversed().map((one) => (one.at === 20 ? { ...one, after: { label: 'ü' } } : one));
    expect(await logged(portal)).toEqual(newest);
    const [first, second] = await portal.auditEntries({ below: null, limit: 2 });
    expect((await portal.auditEntries({ below: second?.id ?? 0, limit: 2 })).map(({ at }) => at)).toEqual([10, 30]);
    expect(first?.id).toBeGreaterThan(second?.id ?? 0);
    expect(await logged(other)).toEqual([]);
  });

  it('ingest keys and models are logged once, without what is secret', async () => {
    const portal = freshPortal();
    const by = { kind: 'command', login: 'ops' } as const;
    await portal.addIngestKey({ id: 'k1', hash: `h${portal.portalId}`, label: 'App', madeAt: 5 }, by);
    const again = { id: 'k1', hash: `other${portal.portalId}`, label: 'App', madeAt: 6 };
    await expect(portal.addIngestKey(again, by)).rejects.toThrow();
    expect(await portal.revokeIngestKey('k2', 7, by)).toBe(false);
    await portal.revokeIngestKey('k1', 8, by);
    await portal.revokeIngestKey('k1', 9, by);
    for (const at of [10, 11]) await portal.saveModel('M', '1', {}, { at, by: { kind: 'service' } });
    const key = { actor: by, about: 'k1' };
    expect(await logged(portal)).toEqual([
      entry(10, { actor: { kind: 'service' }, kind: 'model_published', about: 'M', after: { version: '1' } }),
      entry(8, { ...key, kind: 'ingest_key_revoked', before: { label: 'App' } }),
      entry(5, { ...key, kind: 'ingest_key_made', after: { label: 'App' } }),
    ]);
  });

  it('what people say of companies is logged with what held before, without their words', async () => {
    const portal = freshPortal();
    const said = { companyId: companyId('1'), userId: '7', userEmail: 'ann@example.com', reason: 'Bo left them' };
    const override = { ...said, kind: 'override', expiresAt: 1_000 } as const;
    await portal.addJudgement({ ...override, at: 10, value: 'healthy' });
    await portal.addJudgement({ ...override, at: 11, value: 'healthy' });
    await portal.addJudgement({ ...override, at: 12, value: 'unhealthy' });
    await portal.addJudgement({ ...said, kind: 'pulse', at: 13, value: 'negative', expiresAt: 500 });
    const end = { ...said, kind: 'override', value: null, reason: null, expiresAt: null } as const;
    await portal.addJudgement({ ...end, at: 14 });
    await portal.addJudgement({ ...end, at: 15 });
    const [healthy, unhealthy] = ['healthy', 'unhealthy'].map((value) => ({ value, expiresAt: 1_000 }));
    const about = '1';
    expect(await logged(portal)).toEqual([
      entry(14, { kind: 'override_ended', about, before: unhealthy ?? null }),
      entry(13, { kind: 'pulse_given', about, after: { value: 'negative', expiresAt: 500 } }),
      entry(12, { kind: 'override_set', about, before: healthy ?? null, after: unhealthy ?? null }),
      entry(10, { kind: 'override_set', about, after: healthy ?? null }),
    ]);
  });
});
