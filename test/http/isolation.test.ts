/**
 * What one portal's signature, or key, can do to another: every route is tried with the other's ids wherever an id may stand. Nothing of
 * the other is answered, none of its rows changes, and nobody is told to work for it.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NO_CYCLE_YET } from '@account-health/contract/progress';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeApp } from '../../src/http/make-app.ts';
import { NO_WORK } from '../../src/http/portal-work.ts';
import { signV3 } from '../../src/hubspot/signature.ts';
import type { PortalId } from '../../src/ids.ts';
import { makePlayWork } from '../../src/jobs/play-work.ts';
import { makePortalSegments } from '../../src/jobs/portal-segments.ts';
import { DEFAULT_PERMISSIONS } from '../../src/permissions/permissions.ts';
import { DEFAULT_PLAYBOOKS } from '../../src/playbooks/playbooks.ts';
import { hashIngestKey, ingestKeyId, newIngestKey } from '../../src/store/ingest-key.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { type CycleRig, MODEL, openCycleRig } from '../jobs/cycle-rig.ts';
import { NOW, OVERDUE, PAID, SMALL_PORTAL } from '../jobs/small-portal.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { routesOf } from './fuzz-rig.ts';
import { CLIENT_SECRET, PUBLIC_URL } from './signed-service.ts';

/** A company that only they have, and what stands in all that is theirs. */
const ONLY_THEIRS = '777';
const MARK = '880880880880';

type Body = Readonly<Record<string, unknown>> | readonly Body[];

/** A request that is answered well when a portal makes it about its own company. */
interface Legal {
  /** Starts with a slash; `{company}` stands for a company's id. */
  readonly path: string;
  /** Besides `portalId` and who asks. */
  readonly query?: string;
  readonly body?: (portal: PortalId, company: string) => Body;
  /** By what it is known whose it is: HubSpot's signature (version 3 over the query, or over events; version 2 over the body), or an ingest key. */
  readonly by: 'query' | 'events' | 'workflow' | 'key' | 'nothing';
  /** Whether the portal itself is told something of its own, or changes its rows: else nothing shows that the route is alive. */
  readonly does: 'tells' | 'changes' | 'neither';
}

const SERVICE = { kind: 'service' } as const;
const judged = { reason: 'They said so', expiresOn: '2026-06-20' };

/** By method and path, as express has it. */
const LEGAL: Readonly<Record<string, Legal>> = {
  'GET /healthz': { path: '/healthz', by: 'nothing', does: 'neither' },
  'POST /api/usage': {
    path: '/api/usage',
    body: (_portal, companyId) => ({ rows: [{ companyId, metric: 'logins', at: '2026-06-14', value: 5 }] }),
    by: 'key',
    does: 'changes',
  },
  'GET /api/companies/:companyId/scorecard': {
    path: '/api/companies/{company}/scorecard',
    query: 'locale=en',
    by: 'query',
    does: 'tells',
  },
  'GET /api/companies/:companyId/computation': {
    path: '/api/companies/{company}/computation',
    query: 'locale=en',
    by: 'query',
    does: 'tells',
  },
  'GET /api/settings/model/test': {
    path: '/api/settings/model/test',
    query: 'company={company}&of=active',
    by: 'query',
    does: 'tells',
  },
  'GET /api/settings/model/preview': { path: '/api/settings/model/preview', by: 'query', does: 'tells' },
  // It begins work in memory: nothing of it is stored.
  'POST /api/settings/model/preview': {
    path: '/api/settings/model/preview',
    body: () => ({ revision: 0 }),
    by: 'query',
    does: 'neither',
  },
  'GET /api/records/:objectType/:id/health': {
    // Their deal goes by the id of their company.
    path: '/api/records/deals/{company}/health',
    query: 'locale=en',
    by: 'query',
    does: 'tells',
  },
  'POST /api/companies/:companyId/rescore': {
    path: '/api/companies/{company}/rescore',
    by: 'query',
    does: 'changes',
  },
  'POST /api/companies/:companyId/pulse': {
    path: '/api/companies/{company}/pulse',
    body: () => ({ value: 'negative', ...judged }),
    by: 'query',
    does: 'changes',
  },
  'POST /api/companies/:companyId/override': {
    path: '/api/companies/{company}/override',
    body: () => ({ status: 'unhealthy', ...judged }),
    by: 'query',
    does: 'changes',
  },
  'DELETE /api/companies/:companyId/override': {
    path: '/api/companies/{company}/override',
    by: 'query',
    does: 'changes',
  },
  'POST /api/companies/:companyId/tasks': {
    path: '/api/companies/{company}/tasks',
    body: () => ({ kind: 'task' }),
    by: 'query',
    does: 'changes',
  },
  'GET /api/settings/playbooks': { path: '/api/settings/playbooks', by: 'query', does: 'tells' },
  'PUT /api/settings/playbooks': {
    path: '/api/settings/playbooks',
    body: () => ({ version: 1, playbooks: DEFAULT_PLAYBOOKS }),
    by: 'query',
    does: 'changes',
  },
  'GET /api/progress': { path: '/api/progress', by: 'query', does: 'tells' },
  'GET /api/settings': { path: '/api/settings', query: 'locale=en', by: 'query', does: 'neither' },
  'GET /api/settings/permissions': { path: '/api/settings/permissions', by: 'query', does: 'tells' },
  'PUT /api/settings/permissions': {
    path: '/api/settings/permissions',
    body: () => ({ version: 1, permissions: { ...DEFAULT_PERMISSIONS, managers: { userIds: ['7'] } } }),
    by: 'query',
    does: 'changes',
  },
  'GET /api/settings/audit': { path: '/api/settings/audit', by: 'query', does: 'tells' },
  'GET /api/settings/model': { path: '/api/settings/model', query: 'locale=en', by: 'query', does: 'neither' },
  'PUT /api/settings/model/draft': {
    path: '/api/settings/model/draft',
    body: () => ({ revision: 0, change: { kind: 'edits', edits: [{ path: ['rollUp'], value: true }] } }),
    by: 'query',
    does: 'changes',
  },
  'POST /api/settings/model/publish': {
    path: '/api/settings/model/publish',
    body: () => ({ revision: 1 }),
    by: 'query',
    does: 'changes',
  },
  'POST /api/settings/model/rollback': {
    path: '/api/settings/model/rollback',
    body: () => ({ version: MODEL.version, revision: 2 }),
    by: 'query',
    does: 'changes',
  },
  'POST /api/settings/model/check': {
    path: '/api/settings/model/check',
    body: () => ({ yaml: 'name: [' }),
    by: 'query',
    does: 'neither',
  },
  'GET /api/settings/model/versions': { path: '/api/settings/model/versions', by: 'query', does: 'neither' },
  'GET /api/settings/model/diff': {
    path: '/api/settings/model/diff',
    query: `from=active&to=${MODEL.version}`,
    by: 'query',
    does: 'neither',
  },
  'GET /api/settings/model/yaml': {
    path: '/api/settings/model/yaml',
    query: 'of=active',
    by: 'query',
    does: 'neither',
  },
  'GET /api/settings/properties': { path: '/api/settings/properties', by: 'query', does: 'tells' },
  'GET /api/settings/pipelines': { path: '/api/settings/pipelines', by: 'query', does: 'tells' },
  'GET /api/settings/segments': { path: '/api/settings/segments', by: 'query', does: 'tells' },
  'POST /api/settings/segments': {
    path: '/api/settings/segments',
    body: () => ({ keys: ['dropped'] }),
    by: 'query',
    does: 'changes',
  },
  'GET /api/settings/connection': { path: '/api/settings/connection', by: 'query', does: 'tells' },
  // Neither portal installed the app: there is nothing to start.
  'POST /api/settings/start-writing': { path: '/api/settings/start-writing', by: 'query', does: 'neither' },
  'GET /api/settings/schedule': { path: '/api/settings/schedule', by: 'query', does: 'neither' },
  'PUT /api/settings/schedule': {
    path: '/api/settings/schedule',
    body: () => ({ version: 0, schedule: { every: 'daily', atHour: 3 } }),
    by: 'query',
    does: 'changes',
  },
  'GET /api/settings/ingest-keys': { path: '/api/settings/ingest-keys', by: 'query', does: 'tells' },
  'POST /api/settings/ingest-keys': {
    path: '/api/settings/ingest-keys',
    body: () => ({ label: 'Our product' }),
    by: 'query',
    does: 'changes',
  },
  // A key of theirs has the id of the company that only they have.
  'DELETE /api/settings/ingest-keys/:id': { path: '/api/settings/ingest-keys/{company}', by: 'query', does: 'changes' },
  'GET /api/settings/people': { path: '/api/settings/people', by: 'query', does: 'tells' },
  'GET /api/settings/companies': { path: '/api/settings/companies', by: 'query', does: 'tells' },
  'POST /api/settings/disconnect': {
    path: '/api/settings/disconnect',
    body: (portalId) => ({ portalId, clearValues: true }),
    by: 'query',
    does: 'changes',
  },
  'POST /webhooks/hubspot': {
    path: '/webhooks/hubspot',
    // A batch may speak of several portals: the signature is the app's. So each event tries for itself to be about another.
    body: (portalId, company) => [
      {
        eventId: 1,
        portalId,
        subscriptionType: 'object.creation',
        objectTypeId: '0-2',
        objectId: Number(company),
        occurredAt: NOW,
      },
    ],
    by: 'events',
    does: 'changes',
  },
  'POST /workflow-actions/recalculate': {
    path: '/workflow-actions/recalculate',
    body: (portalId, company) => ({
      origin: { portalId },
      object: { objectId: Number(company), objectType: 'COMPANY' },
    }),
    by: 'workflow',
    does: 'changes',
  },
};

interface Sent {
  readonly method: string;
  readonly target: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

onEachEngine('another portal', (engine) => {
  let store: Store;
  const rigs: CycleRig[] = [];
  let ours: PortalStore;
  let theirs: PortalStore;
  let server: Server;
  let sentSoFar = 0;
  const woken = new Set<PortalId>();
  const errors: unknown[] = [];
  const keyOf = (portal: PortalId) => newIngestKey((bytes) => Buffer.alloc(bytes, portal));
  const makeTheApp = () =>
    makeApp({
      store,
      clientSecret: CLIENT_SECRET,
      publicUrl: PUBLIC_URL,
      // What is done of a portal there is another test's; here it shows which portal it is done to.
      disconnect: async (portal, { by: actor }) => {
        const kind = 'app_disconnected';
        await store.portal(portal).recordAudit({ at: NOW, actor, kind, about: null, before: null, after: null });
        return { state: 'disconnected', cleared: 0 };
      },
      work: {
        ...NO_WORK,
        preview: {
          begin: async (_portal, revision) => ({ state: 'failed', revision, failure: 'no_draft' }),
          look: (portal) =>
            portal === theirs.portalId
              ? { state: 'running', revision: 1, done: 0, of: Number(MARK) }
              : { state: 'none' },
        },
        pickers: {
          properties: async (portal) => ({
            properties: [{ name: 'p', label: portal === theirs.portalId ? MARK : '', type: 'string', options: [] }],
            refused: null,
          }),
          pipelines: async (portal) => ({
            pipelines: [{ id: 'p', label: portal === theirs.portalId ? MARK : '' }],
            refused: null,
          }),
        },
        segments: makePortalSegments({
          store,
          clientOf: (portal) => rigs.find((rig) => rig.store.portalId === portal)?.client,
          model: MODEL,
          language: 'en',
          clock: () => NOW,
        }),
        connection: async (portal) => ({
          locale: 'en',
          portalId: portal,
          way: 'private',
          installedAt: null,
          writingSince: null,
          scopes: [],
          findings: [{ mark: 'ok', text: portal === theirs.portalId ? MARK : '', remedy: null }],
          lastCycleAt: null,
          held: [],
        }),
        people: async (portal) => ({
          people: [],
          teams: [{ id: '1', name: portal === theirs.portalId ? MARK : '' }],
          refused: null,
        }),
        plays: makePlayWork({
          store,
          clientOf: (portal) => rigs.find((rig) => rig.store.portalId === portal)?.client,
          language: 'en',
          clock: () => NOW,
        }),
      },
      clock: () => NOW,
      log: { error: (fields: unknown) => void errors.push(fields), warn: () => {} },
      onEvents: (portal) => void woken.add(portal),
      progress: (portal) =>
        portal === theirs.portalId
          ? { ...NO_CYCLE_YET, calls: { ...NO_CYCLE_YET.calls, total: Number(MARK) } }
          : undefined,
      limits: { ofPortal: 1e9, ofAddress: 1e9 },
      readUser: async (_portal, id) => ({ id, email: `${id}@example.com`, superAdmin: true, teamIds: [] }),
    });

  beforeAll(async () => {
    store = await openTestStore(engine);
    const marked = Object.entries(SMALL_PORTAL.objects).map(([type, records = []]) => {
      const all = records.map((record) => ({
        ...record,
        properties: { ...record.properties, name: MARK, hs_number: MARK, dealname: MARK, subject: MARK },
      }));
      // A copy of one, so that there is a company with all that a scorecard tells.
      const copies = all
        .filter(({ id, associations }) =>
          type === 'companies' ? id === OVERDUE : associations.companies?.[0] === OVERDUE,
        )
        .map((record) => ({
          ...record,
          id: type === 'companies' || type === 'deals' ? ONLY_THEIRS : `${record.id}777`,
          associations: type === 'companies' ? {} : { companies: [ONLY_THEIRS] },
        }));
      return [type, [...all, ...copies]] as const;
    });
    // Ids that no new key or hash holds by chance.
    for (const [data, mark] of [
      [{ portalId: 4_815_162_342 }, '1'],
      [{ portalId: 4_815_162_343, objects: Object.fromEntries(marked) }, MARK],
    ] as const) {
      const rig = await openCycleRig(store, data);
      rigs.push(rig);
      await rig.cycle();
      const key = keyOf(rig.store.portalId);
      const kept = { id: ingestKeyId(key), hash: hashIngestKey(key), label: mark, madeAt: 1 };
      await rig.store.addIngestKey(kept, SERVICE);
      if (mark === MARK) await rig.store.addIngestKey({ ...kept, id: ONLY_THEIRS, hash: 'of no key' }, SERVICE);
      const audit = {
        at: 1,
        actor: SERVICE,
        kind: 'permissions_changed',
        about: mark,
        before: null,
        after: null,
      } as const;
      const value = { ...DEFAULT_PERMISSIONS, managers: { userIds: [mark] } };
      await rig.store.changeSetting({ name: 'permissions', value, fromVersion: 0, audit });
      const segments = { lists: { unhealthy: { id: '1', name: mark } } };
      await rig.store.changeSetting({ name: 'segments', value: segments, fromVersion: 0, audit });
      const playbooks = { ...DEFAULT_PLAYBOOKS, fallbackOwnerId: mark };
      await rig.store.changeSetting({ name: 'playbooks', value: playbooks, fromVersion: 0, audit });
    }
    const [first, second] = rigs;
    if (first === undefined || second === undefined) throw new Error('There are two rigs.');
    [ours, theirs] = [first.store, second.store];
    server = makeTheApp().listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    for (const rig of rigs) await rig.close();
    await store.close();
  });

  async function send({ method, target, body, headers }: Sent): Promise<{ status: number; text: string }> {
    const { port } = server.address() as AddressInfo;
    // Not `fetch`, which would put the path in order.
    const request = httpRequest({ hostname: '127.0.0.1', port, method, path: target, headers });
    const answered = once(request, 'response');
    request.end(body);
    const [answer] = await answered;
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk);
    return { status: answer.statusCode, text: Buffer.concat(chunks).toString() };
  }

  /** Signed, or with the key, of a portal; what stands in the address and body is whatever it is. */
  function prepare(route: string, given: { path: string; query: string; body: Body | undefined }, as: PortalId): Sent {
    const [method = ''] = route.split(' ');
    const legal = LEGAL[route];
    const target = `${given.path}?${given.query}`;
    const body = given.body === undefined ? '' : JSON.stringify(given.body);
    const uri = PUBLIC_URL + target;
    const timestamp = String(NOW);
    const v3 = () => ({
      'x-hubspot-request-timestamp': timestamp,
      'x-hubspot-signature-v3': signV3({ clientSecret: CLIENT_SECRET, method, uri, rawBody: body, timestamp }),
    });
    const v2 = () => ({
      'x-hubspot-signature': createHash('sha256').update(`${CLIENT_SECRET}${method}${uri}${body}`).digest('hex'),
    });
    const by = {
      query: v3,
      events: v3,
      workflow: v2,
      key: () => ({ authorization: `Bearer ${keyOf(as)}` }),
      nothing: () => ({}),
    };
    return {
      method,
      target,
      body,
      headers: { 'content-length': `${Buffer.byteLength(body)}`, ...by[legal?.by ?? 'nothing']() },
    };
  }

  /** The request as it is made by a portal about a company of its own; no two are the same, or the second had the first's answer. */
  function partsOf({ path, query = '', body, by }: Legal, portal: PortalId, company: string) {
    sentSoFar += 1;
    const ofPortal = by === 'query' ? `portalId=${portal}&userId=1&userEmail=1%40example.com` : '';
    return {
      path: path.replace('{company}', company),
      query: [query.replace('{company}', company), ofPortal, `n=${sentSoFar}`].filter((part) => part !== '').join('&'),
      body: body?.(portal, company),
    };
  }

  /** Every place in which the other's ids may be put, by somebody whose signature or key is good for himself. */
  function attempts(route: string, legal: Legal): readonly Sent[] {
    const [mine, other] = [ours.portalId, theirs.portalId];
    const parts = (company = PAID) => partsOf(legal, mine, company);
    const ids = [
      ONLY_THEIRS,
      '%37%37%37',
      `${PAID}%2F..%2F${ONLY_THEIRS}`,
      `${ONLY_THEIRS};portalId=${other}`,
      `${ONLY_THEIRS}%3FportalId%3D${other}`,
      `${ONLY_THEIRS}%00`,
      `${PAID}/../${ONLY_THEIRS}`,
      `..%2f..%2f${other}%2f${ONLY_THEIRS}`,
    ];
    const names = [
      'portalId',
      'portalid',
      'PortalId',
      'portal_id',
      'portalId%5B%5D',
      'portalId[0]',
      '%70ortalId',
      'hubId',
      'hub_id',
      'accountId',
    ];
    const bodies = (from: Body | undefined): readonly Body[] => {
      const named = { portalId: other, portal_id: other, portal: other, hubId: other };
      if (Array.isArray(from)) return from.flatMap((event) => bodies(event).map((one) => [{ ...one, portalId: mine }]));
      const object = (from ?? {}) as Record<string, Record<string, unknown>>;
      return [
        { ...named, ...object },
        { ...object, ...named, ...(legal.by === 'workflow' && { origin: object.origin }) },
        { ...object, context: named, object: { ...object.object, ...named } },
        { ...object, rows: [{ ...(object.rows as unknown as object[])?.[0], ...named }] },
      ];
    };
    const headers = ['x-hubspot-portal-id', 'x-portal-id', 'hub-id', 'x-hub-id', 'cookie'];
    const address = `${legal.path.replace('{company}', ONLY_THEIRS)}?portalId=${other}`;
    const withHeaders = [
      ...headers.map((name) => ({ [name]: name === 'cookie' ? `portalId=${other}` : String(other) })),
      ...['x-original-url', 'x-rewrite-url', 'x-forwarded-uri'].map((name) => ({ [name]: address })),
      { 'x-http-method-override': 'DELETE', 'x-forwarded-host': `${other}.example` },
    ];
    const signed = [
      ...ids.map((id) => parts(id)),
      ...[ONLY_THEIRS, PAID].flatMap((company) =>
        names.flatMap((name) => {
          const one = parts(company);
          const extra = `${name}=${other}`;
          return [
            { ...one, query: `${one.query}&${extra}` },
            { ...one, query: `${extra}&${one.query}` },
          ];
        }),
      ),
      ...[ONLY_THEIRS, PAID].flatMap((company) =>
        bodies(parts(company).body).map((body) => ({ ...parts(company), body })),
      ),
    ].map((one) => prepare(route, one, mine));
    const headed = withHeaders.map((more) => {
      const sent = prepare(route, parts(ONLY_THEIRS), mine);
      return { ...sent, headers: { ...sent.headers, ...more } };
    });
    // Changed after it was signed.
    const forged = [ONLY_THEIRS, PAID].map((company) => {
      const sent = prepare(route, parts(company), mine);
      const swap = (text: string) => text.replaceAll(String(mine), String(other));
      const body = swap(sent.body);
      return { ...sent, target: swap(sent.target), body };
    });
    return [...signed, ...headed, ...(legal.by === 'nothing' || legal.by === 'key' ? [] : forged)];
  }

  /** Every row of a portal but secrets, in their order. */
  async function rowsOf(portal: PortalStore): Promise<readonly string[]> {
    const rows: string[] = [];
    await portal.exportRows(async (table, some) => {
      for (const row of some) rows.push(`${table} ${JSON.stringify(row)}`);
    });
    return rows.toSorted();
  }

  it('is tried by every route', () => {
    const routes = routesOf(makeTheApp()).map(({ method, path }) => `${method} ${path}`);
    expect(
      routes.toSorted(),
      'Add each new route to LEGAL: a request that is answered well, and by what it is known whose it is.',
    ).toEqual(Object.keys(LEGAL).toSorted());
  });

  it.each(Object.entries(LEGAL))('%s: nothing of it is told or changed', async (route, legal) => {
    const before = await rowsOf(theirs);
    woken.clear();
    for (const sent of attempts(route, legal)) {
      const { status, text } = await send(sent);
      const what = `${sent.method} ${sent.target} ${sent.body} ${JSON.stringify(sent.headers)} -> ${status} ${text.slice(0, 300)}`;
      expect(status, what).toBeLessThan(500);
      expect(text.includes(MARK), what).toBe(false);
      expect(text.includes(String(theirs.portalId)), what).toBe(false);
    }
    expect(await rowsOf(theirs)).toEqual(before);
    expect([...woken].filter((portal) => portal !== ours.portalId)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each(Object.entries(LEGAL))('%s: answers the portal itself', async (route, legal) => {
    await theirs.forgetTouched((await theirs.touched(1_000)).map((record) => ({ ...record, withNeighbours: true })));
    const before = await rowsOf(theirs);
    const { status, text } = await send(prepare(route, partsOf(legal, theirs.portalId, ONLY_THEIRS), theirs.portalId));
    expect([200, 204], text).toContain(status);
    const changed = (await rowsOf(theirs)).join() !== before.join();
    if (legal.does === 'changes') expect(changed).toBe(true);
    // Else nothing would show if it told another.
    if (legal.does === 'tells') expect(text).toContain(MARK);
  });
});
