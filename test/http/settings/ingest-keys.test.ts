import type { IngestKeysAnswer } from '@account-health/contract/settings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyId } from '../../../src/ids.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { PAID } from '../../jobs/small-portal.ts';
import { onEachEngine, openTestStore } from '../../store/test-store.ts';
import { PUBLIC_URL } from '../signed-service.ts';
import { openServedPortal, type ServedPortal } from './served-portal.ts';

const PATH = '/api/settings/ingest-keys';

const look = async (portal: ServedPortal) => (await portal.ask<IngestKeysAnswer>('GET', PATH)).body;
const make = (portal: ServedPortal, label = 'Our product') =>
  portal.ask<IngestKeysAnswer>('POST', PATH, { body: { label } });
const revoke = (portal: ServedPortal, id: string, as: 'admin' | 'rep' = 'admin') =>
  portal.ask<IngestKeysAnswer>('DELETE', `${PATH}/${id}`, { as });
const post = (portal: ServedPortal, key: string) =>
  fetch(`${portal.service.url}/api/usage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ rows: [{ companyId: PAID, metric: 'logins', at: '2026-06-14', value: 1 }] }),
  });

onEachEngine('an ingest key', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  test('posts usage from its making until it is revoked, and is shown only to whoever made it', async () => {
    const portal = await openServedPortal(store);
    await portal.rig.cycle();
    expect(await look(portal)).toEqual({
      keys: [],
      made: null,
      refused: null,
      url: `${PUBLIC_URL}/api/usage`,
      lastPostedAt: null,
    });
    const { made, keys } = (await make(portal)).body;
    const madeAt = new Date(portal.rig.now()).toISOString();
    expect(keys).toEqual([{ id: made?.id, label: 'Our product', madeAt, revokedAt: null }]);
    expect((await post(portal, made?.key ?? '')).status).toBe(200);
    const seen = await look(portal);
    expect(JSON.stringify(seen)).not.toContain(made?.key);
    expect(seen).toMatchObject({ made: null, lastPostedAt: madeAt });

    portal.rig.advance(60_000);
    const after = (await revoke(portal, made?.id ?? '')).body;
    expect(after.keys).toMatchObject([{ id: made?.id, revokedAt: new Date(portal.rig.now()).toISOString() }]);
    expect((await post(portal, made?.key ?? '')).status).toBe(401);
    // Said again, and of one that there is not, it changes nothing.
    for (const id of [made?.id ?? '', 'none', '%00']) expect((await revoke(portal, id)).body).toEqual(after);
    const log = await portal.rig.store.auditEntries({ below: null, limit: 9 });
    expect(log.map(({ kind, about }) => [kind, about]).slice(0, 2)).toEqual([
      ['ingest_key_revoked', made?.id],
      ['ingest_key_made', made?.id],
    ]);
  });

  test('what was posted is told by the day that came last', async () => {
    const portal = await openServedPortal(store);
    const row = { companyId: companyId(PAID), metric: 'logins', key: '', value: 1 };
    await portal.rig.store.saveUsage([{ ...row, at: 1 }], 1_000);
    await portal.rig.store.saveUsage([{ ...row, at: 90_000_000 }], 2_000);
    await portal.rig.store.saveUsage([{ ...row, at: 90_000_000, value: 2 }], 3_000);
    expect((await look(portal)).lastPostedAt).toBe(new Date(2_000).toISOString());
  });
});

test('a repeated request makes one key, and tells that it was made; the key itself is kept nowhere', async () => {
  const store = await openTestStore();
  try {
    const portal = await openServedPortal(store);
    const send = async () => {
      const answer = await portal.service.ask(`${PATH}?userId=1&userEmail=admin%40portal.example`, {
        method: 'POST',
        signedBody: JSON.stringify({ label: '' }),
        portalId: portal.rig.store.portalId,
      });
      const body = (await answer.json()) as IngestKeysAnswer;
      // Nobody on the way keeps a key.
      if (body.made?.key) expect(answer.headers.get('cache-control')).toBe('no-store');
      return body;
    };
    const [first, second] = [await send(), await send()];
    expect(first.made?.key).toMatch(/^ahk_/);
    expect(second).toEqual({ ...first, made: { id: first.made?.id, key: null } });
    expect((await look(portal)).keys).toHaveLength(1);
  } finally {
    await store.close();
  }
});

test('only who may makes and revokes keys; there are no more than anybody needs', async () => {
  const store = await openTestStore();
  try {
    const portal = await openServedPortal(store);
    const refused = await portal.ask('POST', PATH, { as: 'rep', body: { label: '' } });
    expect(refused.status).toBe(403);
    for (const body of [
      {},
      { label: 1 },
      { label: 'x'.repeat(101) },
      { label: 'a\0b' },
      { label: 'a\nb' },
      { label: '\ud800' },
      { label: '', more: 1 },
    ])
      expect((await portal.ask('POST', PATH, { body })).status).toBe(400);
    for (let made = 0; made < 20; made += 1) expect((await make(portal, `${made}`)).status).toBe(200);
    const { status, body } = await make(portal, 'one more');
    expect([status, body.made, body.keys.length]).toEqual([200, null, 20]);
    expect(body.refused).toContain('No key was made: 20 keys are valid already');
    const italian = await portal.ask<IngestKeysAnswer>('POST', `${PATH}?locale=it`, { body: { label: 'una' } });
    expect(italian.body.refused).toContain('Nessuna chiave creata');
    const [first] = (await look(portal)).keys;
    expect((await revoke(portal, first?.id ?? '', 'rep')).status).toBe(403);
    expect((await look(portal)).keys.every(({ revokedAt }) => revokedAt === null)).toBe(true);
    await revoke(portal, first?.id ?? '');
    const another = (await make(portal, '  Ours ')).body;
    expect(another.keys.find(({ id }) => id === another.made?.id)?.label).toBe('Ours');
  } finally {
    await store.close();
  }
});
