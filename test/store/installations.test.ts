import { expect, it } from 'vitest';
import { PortalDisconnected } from '../../src/errors.ts';
import { portalId } from '../../src/ids.ts';
import type { NewInstallation, SealedTokens } from '../../src/store/installations.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createPostgresDatabase } from './postgres-database.ts';
import { freshPortals, onEachEngine, onPostgres, openTestStore } from './test-store.ts';

const INSTALL: NewInstallation = {
  at: 100,
  by: '7',
  scopes: ['oauth', 'tickets'],
  sealedTokens: 'sealed-1',
  accessExpiresAt: 500,
};
const AGAIN: NewInstallation = { at: 900, by: null, scopes: ['oauth'], sealedTokens: 'sealed-9', accessExpiresAt: 990 };
const SOMEBODY = { kind: 'command', login: 'ann' } as const;
const held = async (_held: SealedTokens | undefined) => _held;
const PROFILE = { timeZone: 'UTC', currency: 'EUR', uiDomain: 'app.hubspot.com' };

onEachEngine('an installation', (engine) => {
  const fresh = freshPortals(engine);

  it('is there once the app was installed, with its tokens', async () => {
    const portal = fresh();
    expect(await portal.installation()).toBeUndefined();
    expect(await portal.withTokens(held)).toBeUndefined();
    await portal.install(INSTALL);
    expect(await portal.installation()).toEqual({
      portalId: portal.portalId,
      state: 'installed',
      installedAt: 100,
      installedBy: '7',
      scopes: ['oauth', 'tickets'],
      goneAt: null,
      writingSince: null,
    });
    expect(await portal.withTokens(held)).toEqual({ sealed: 'sealed-1', accessExpiresAt: 500 });
  });

  it('is written to from the first time that somebody said so', async () => {
    const portal = fresh();
    await portal.startWriting(1);
    expect(await portal.installation()).toBeUndefined();
    await portal.install(INSTALL);
    await portal.startWriting(200);
    await portal.startWriting(300);
    expect(await portal.installation()).toMatchObject({ writingSince: 200 });
  });

  it('that is gone keeps its tokens and gives them to nobody; one that is disconnected has none', async () => {
    const portal = fresh();
    await portal.leave('gone', 1);
    expect(await portal.installation()).toBeUndefined();
    await portal.install(INSTALL);
    await portal.leave('gone', 200);
    await portal.leave('gone', 300);
    expect(await portal.installation()).toMatchObject({ state: 'gone', goneAt: 200 });
    expect(await portal.withTokens(held)).toBeUndefined();
    expect(await portal.sealedTokens()).toBe('sealed-1');
    await portal.startWriting(350);
    expect(await portal.installation()).toMatchObject({ writingSince: null });
    await portal.leave('disconnected', 400);
    await portal.leave('gone', 500);
    expect(await portal.installation()).toMatchObject({ state: 'disconnected', goneAt: 400 });
    expect(await portal.sealedTokens()).toBeUndefined();
  });

  it('that is made again is a new one: nothing may be written until somebody says so again', async () => {
    const portal = fresh();
    await portal.install(INSTALL);
    await portal.startWriting(200);
    await portal.leave('disconnected', 300);
    await portal.install(AGAIN);
    expect(await portal.installation()).toEqual({
      portalId: portal.portalId,
      state: 'installed',
      installedAt: 900,
      installedBy: null,
      scopes: ['oauth'],
      goneAt: null,
      writingSince: null,
    });
    expect(await portal.withTokens(held)).toEqual({ sealed: 'sealed-9', accessExpiresAt: 990 });
  });

  it('saved tokens are there for the next one who asks', async () => {
    const portal = fresh();
    await portal.install(INSTALL);
    const next = { sealed: 'sealed-2', accessExpiresAt: 600 };
    await portal.withTokens((_held, save) => save(next));
    expect(await portal.withTokens(held)).toEqual(next);
  });

  it('tokens do not come back to a portal that was disconnected meanwhile', async () => {
    const portal = fresh();
    await portal.install(INSTALL);
    const late = portal.withTokens(async (_held, save) => {
      await portal.leave('disconnected', 200);
      await save({ sealed: 'sealed-2', accessExpiresAt: 600 });
    });
    await expect(late).rejects.toBeInstanceOf(PortalDisconnected);
    expect(await portal.sealedTokens()).toBeUndefined();
  });

  it('an install waits for whoever has the old tokens in hand', async () => {
    const portal = fresh();
    await portal.install(INSTALL);
    const started = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    const refused = portal.withTokens(async () => {
      started.resolve();
      await answered.promise;
      await portal.leave('gone', 200);
    });
    await started.promise;
    const again = portal.install(AGAIN);
    answered.resolve();
    await Promise.all([refused, again]);
    expect(await portal.installation()).toMatchObject({ state: 'installed', installedAt: 900 });
  });

  it('one at a time has the tokens, and a failure does not keep the next from them', async () => {
    const portal = fresh();
    await portal.install(INSTALL);
    let [now, most] = [0, 0];
    const work = async (fails: boolean) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      if (fails) throw new Error('failed');
    };
    const done = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => portal.withTokens(() => work(index % 2 === 0))),
    );
    expect(most).toBe(1);
    expect(done.map(({ status }) => status)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((n) => (n % 2 === 0 ? 'rejected' : 'fulfilled')),
    );
  });

  it('the store goes on while somebody has the tokens in hand, for other portals too', async () => {
    const [portal, other] = [fresh(), fresh()];
    for (const one of [portal, other]) await one.install(INSTALL);
    await portal.withTokens(async () => {
      await portal.saveProfile(PROFILE);
      expect(await portal.profile()).toEqual(PROFILE);
      expect(await other.withTokens(held)).toBeDefined();
    });
  });

  it('sealed anew: only what is still kept is replaced, and the log says who did', async () => {
    const portal = fresh();
    await portal.install(INSTALL);
    const reseal = { next: 'sealed-new', at: 700, actor: SOMEBODY };
    expect(await portal.replaceSealedTokens({ old: 'sealed-0', ...reseal })).toBe(false);
    expect(await portal.sealedTokens()).toBe('sealed-1');
    expect(await portal.replaceSealedTokens({ old: 'sealed-1', ...reseal })).toBe(true);
    expect(await portal.withTokens(held)).toEqual({ sealed: 'sealed-new', accessExpiresAt: 500 });
    const entries = await portal.auditEntries({ below: null, limit: 10 });
    expect(JSON.stringify(entries)).toContain('keys_resealed');
    expect(JSON.stringify(entries)).not.toContain('sealed-');
  });
});

onEachEngine('a store', (engine) => {
  it('lists all installations, whatever their state', async () => {
    const store = await openTestStore(engine);
    await store.portal(portalId(2)).install(INSTALL);
    await store.portal(portalId(1)).install(AGAIN);
    await store.portal(portalId(2)).leave('gone', 300);
    expect((await store.installations()).map(({ portalId, state }) => [portalId, state])).toEqual([
      [1, 'installed'],
      [2, 'gone'],
    ]);
    expect(JSON.stringify(await store.installations())).not.toContain('sealed');
    await store.close();
  });

  it('that is closed waits for tokens that are about to come, and keeps them', async () => {
    const address = engine === 'postgres' ? await createPostgresDatabase() : undefined;
    const store = address === undefined ? await openTestStore(engine) : await openStore({ databaseUrl: address.url });
    const portal = store.portal(portalId(1));
    await portal.install(INSTALL);
    const answered = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const saved = portal.withTokens(async (_held, save) => {
      started.resolve();
      await answered.promise;
      await save({ sealed: 'sealed-2', accessExpiresAt: 600 });
    });
    await started.promise;
    const closing = store.close();
    answered.resolve();
    await saved;
    await closing;
    await expect(portal.installation()).rejects.toThrow('closed');
    if (address === undefined) return;
    const again = await openStore({ databaseUrl: address.url });
    expect(await again.portal(portalId(1)).sealedTokens()).toBe('sealed-2');
    await again.close();
    await address.drop();
  });
});

onPostgres('two processes', () => {
  it('have the tokens one at a time, and each sees what the other saved', async () => {
    const { url, drop } = await createPostgresDatabase();
    const stores: Store[] = [await openStore({ databaseUrl: url }), await openStore({ databaseUrl: url })];
    const portals = stores.map((store) => store.portal(portalId(1)));
    await portals[0]?.install({ ...INSTALL, sealedTokens: '0' });
    const addOne = async (given: SealedTokens | undefined, save: (next: SealedTokens) => Promise<void>) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      await save({ sealed: String(Number(given?.sealed) + 1), accessExpiresAt: 1 });
    };
    await Promise.all(Array.from({ length: 40 }, (_, index) => portals[index % 2]?.withTokens(addOne)));
    expect(await portals[0]?.sealedTokens()).toBe('40');
    for (const store of stores) await store.close();
    await drop();
  });
});
