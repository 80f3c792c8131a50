import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import { hashIngestKey, ingestKeyId, newIngestKey } from '../../src/store/ingest-key.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { type SignedService, startSignedService } from './signed-service.ts';

const NOW = Date.UTC(2026, 5, 15, 10);

onEachEngine('usage', (engine) => {
  let store: Store;
  let service: SignedService;
  let now = NOW;
  let portals = 0;
  beforeAll(async () => {
    store = await openTestStore(engine);
    service = await startSignedService(store, () => now);
  });
  afterAll(async () => {
    service.close();
    await store.close();
  });

  /** A portal with companies 1 to 3, of which two have one domain, and a key. */
  async function open(): Promise<{ readonly portal: PortalStore; readonly key: string }> {
    portals += 1;
    const portal = store.portal(portalId(portals));
    await portal.saveProfile({ timeZone: 'Europe/Rome', currency: 'EUR', uiDomain: 'app.hubspot.com' });
    const domains = ['alder.example', 'twin.example', 'twin.example'];
    await portal.saveRecords(
      'companies',
      domains.map((domain, index) => ({ id: String(index + 1), effectiveAt: 5, values: { domain } })),
      10,
    );
    const key = newIngestKey((bytes) => Buffer.alloc(bytes, portals));
    await portal.addIngestKey(
      { id: ingestKeyId(key), hash: hashIngestKey(key), label: '', madeAt: 5 },
      { kind: 'service' },
    );
    return { portal, key };
  }

  async function post(key: string | null, body: unknown) {
    const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(`${service.url}/api/usage`, { method: 'POST', headers, body: text });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
  }
  const row = (more: object = {}) => ({ companyId: '1', metric: 'logins', at: '2026-06-14', value: 12, ...more });
  const held = async (portal: PortalStore, id = '1') =>
    ((await portal.account(companyId(id)))?.usage ?? []).map(({ metric, at, value }) => [
      metric,
      new Date(at).toISOString(),
      value,
    ]);

  test('rows by id and by domain, of days and of moments', async () => {
    const { portal, key } = await open();
    const { status, body } = await post(key, {
      rows: [
        row(),
        row({ companyId: undefined, domain: ' Alder.Example ', metric: 'active_users', value: 0 }),
        row({ companyId: 2, at: '2026-06-14T23:30:00+02:00', value: 0.5 }),
      ],
    });
    expect([status, body]).toEqual([200, { accepted: 3, rejected: 0, errors: [] }]);
    // A day ends with its last moment in the portal's zone.
    expect(await held(portal)).toEqual([
      ['active_users', '2026-06-14T21:59:59.999Z', 0],
      ['logins', '2026-06-14T21:59:59.999Z', 12],
    ]);
    expect(await held(portal, '2')).toEqual([['logins', '2026-06-14T21:30:00.000Z', 0.5]]);
  });

  test('posted again nothing changes; another value corrects, by moment or by the caller’s key', async () => {
    const { portal, key } = await open();
    const rows = [row(), row({ key: 'day-1', at: '2026-06-13' }), row({ key: 'day-2', at: '2026-06-13' })];
    for (const _ of [1, 2]) expect((await post(key, { rows })).body).toMatchObject({ accepted: 3 });
    expect(await held(portal)).toHaveLength(3);
    now += 1_000;
    await post(key, { rows: [row({ value: 13 }), row({ key: 'day-1', at: '2026-06-13', value: 1 })] });
    expect((await held(portal)).map(([, , value]) => value).toSorted()).toEqual([1, 12, 12, 12, 13].toSorted());
  });

  test('each bad row is told by its place, and the others are kept', async () => {
    const { portal, key } = await open();
    const { status, body } = await post(key, {
      rows: [
        row({ value: -1 }),
        row(),
        row({ companyId: '99' }),
        row({ companyId: undefined }),
        row({ domain: 'alder.example' }),
        row({ companyId: undefined, domain: 'nobody.example' }),
        row({ companyId: undefined, domain: 'twin.example' }),
        row({ metric: 'Log ins' }),
        row({ at: 'yesterday' }),
        row({ at: '2026-06-14T10:00:00' }),
        row({ at: '2026-06-18' }),
        row({ at: '2024-04-01' }),
        row({ value: '12' }),
        row({ vaule: 12 }),
        'logins',
        null,
      ],
    });
    expect(status).toBe(200);
    const when = 'at: give a day (2026-03-31) or a moment with its zone (2026-03-31T09:00:00Z)';
    expect(body).toEqual({
      accepted: 1,
      rejected: 15,
      errors: [
        { index: 0, error: 'value: give a number of 0 or more' },
        { index: 2, error: 'companyId: no company 99 has been read from HubSpot; new ones appear after the next sync' },
        { index: 3, error: 'give companyId or domain' },
        { index: 4, error: 'give companyId or domain, not both' },
        { index: 5, error: 'domain: no company in HubSpot has the domain nobody.example' },
        { index: 6, error: 'domain: 2 companies have the domain twin.example; give the companyId' },
        { index: 7, error: 'metric: use lower-case letters, digits and underscores, such as active_users' },
        { index: 8, error: when },
        { index: 9, error: when },
        { index: 10, error: 'at: this lies in the future' },
        { index: 11, error: 'at: this lies more than 800 days back' },
        { index: 12, error: 'value: give a number' },
        { index: 13, error: expect.stringContaining('vaule') },
        { index: 14, error: 'give an object' },
        { index: 15, error: 'give an object' },
      ],
    });
    expect(await held(portal)).toEqual([['logins', '2026-06-14T21:59:59.999Z', 12]]);
  });

  test('a key writes to its own portal alone', async () => {
    const [a, b] = [await open(), await open()];
    await post(a.key, { rows: [row(), row({ companyId: undefined, domain: 'alder.example', metric: 'seats' })] });
    expect([(await held(a.portal)).length, (await held(b.portal)).length]).toEqual([2, 0]);
    expect(await b.portal.usageFeed()).toBeUndefined();
    // Neither a portal in the query nor one in the row is listened to.
    const answer = await fetch(`${service.url}/api/usage?portalId=${b.portal.portalId}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${a.key}` },
      body: JSON.stringify({ rows: [row({ portalId: b.portal.portalId }), row({ at: '2026-06-10' })] }),
    });
    expect(await answer.json()).toMatchObject({ accepted: 1, rejected: 1 });
    expect([(await held(a.portal)).length, (await held(b.portal)).length]).toEqual([3, 0]);
  });

  test('without a key that is in use, nothing is taken or told', async () => {
    const { portal, key } = await open();
    const refusal = { error: 'Send a valid ingest key in the header "Authorization: Bearer KEY".' };
    for (const wrong of [null, '', 'x', key.slice(0, -1), `${key.slice(0, -1)}A`, hashIngestKey(key)]) {
      const { status, headers, body } = await post(wrong, { rows: [row()] });
      expect([wrong, status, headers.get('www-authenticate'), body]).toEqual([wrong, 401, 'Bearer', refusal]);
    }
    await portal.revokeIngestKey(ingestKeyId(key), 9, { kind: 'service' });
    expect((await post(key, { rows: [row()] })).status).toBe(401);
    expect(await held(portal)).toEqual([]);
  });

  test('what is no list of 1 to 1,000 rows, or too long, is refused in one line', async () => {
    const { portal, key } = await open();
    const many = (count: number) => ({ rows: Array.from({ length: count }, () => row()) });
    for (const body of [{}, { rows: {} }, [], [row()], many(0), many(1_001)])
      expect(await post(key, body)).toMatchObject({
        status: 400,
        body: { error: 'Send {"rows": [...]} with 1 to 1000 rows.' },
      });
    for (const body of ['', '{', 'null', '7']) expect([body, (await post(key, body)).status]).toEqual([body, 400]);
    const long = await post(key, { rows: [row({ key: 'x'.repeat(1_100_000) })] });
    expect([long.status, long.body]).toEqual([413, { error: 'Send at most 1MB at once.' }]);
    expect(await held(portal)).toEqual([]);
    expect((await post(key, many(1_000))).body).toMatchObject({ accepted: 1_000 });
    expect(await held(portal)).toHaveLength(1);
  });

  test('a portal may post 60 times a minute, whatever others do', async () => {
    const [a, b] = [await open(), await open()];
    const statuses: number[] = [];
    for (let count = 0; count < 61; count += 1) statuses.push((await post(a.key, { rows: [row()] })).status);
    expect(statuses).toEqual([...Array(60).fill(200), 429]);
    now += 20_000;
    const waiting = await post(a.key, { rows: [row()] });
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '40']);
    expect((await post(b.key, { rows: [row()] })).status).toBe(200);
    now += 40_000;
    expect((await post(a.key, { rows: [row()] })).status).toBe(200);
  });
});
