/** Any request to any route of the service, byte for byte, and what the service holds afterwards. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { installPages } from '../../src/http/install/install-pages.ts';
import type { InstallOptions } from '../../src/http/install/install-parts.ts';
import { makeApp } from '../../src/http/make-app.ts';
import { signV3 } from '../../src/hubspot/signature.ts';
import { portalId } from '../../src/ids.ts';
import { parseKeys } from '../../src/sealing/key-ring.ts';
import { makeSealer } from '../../src/sealing/sealer.ts';
import { connectDataDir } from '../../src/store/connect-pglite.ts';
import { hashIngestKey, ingestKeyId, newIngestKey } from '../../src/store/ingest-key.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { CLIENT_SECRET, PUBLIC_URL } from './signed-service.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
export const PORTAL = portalId(62_515);
const INGEST_KEY = newIngestKey((bytes) => Buffer.alloc(bytes, 7));

export interface Route {
  readonly method: string;
  /** As express has it, with `:parameters`. */
  readonly path: string;
}

interface Layer {
  /** Whether it is mounted at `/`. */
  readonly slash: boolean;
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: unknown };
}

/** Every route, as express itself knows them; throws where it does not tell. */
export const routesOf = (app: Express): readonly Route[] =>
  routesIn((app as unknown as { router: { stack: readonly Layer[] } }).router.stack);

function routesIn(layers: readonly Layer[]): readonly Route[] {
  return layers.flatMap(({ route, handle, slash }) => {
    if (route === undefined && handle.stack !== undefined) {
      if (!slash) throw new Error('A router that is mounted under a path: mount it at /, or its paths cannot be told.');
      return routesIn(handle.stack as readonly Layer[]);
    }
    if (route === undefined) return [];
    if (typeof route.path !== 'string') throw new Error('A route with several paths: list each.');
    const { path } = route;
    return Object.keys(route.methods).map((method) => ({ method: method.toUpperCase(), path }));
  });
}

export interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly body: Buffer;
  /** Whether it is signed, by every version, and has the ingest key. */
  readonly signed: boolean;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface Fuzzed {
  readonly routes: readonly Route[];
  /** What was logged as an error. */
  readonly errors: readonly unknown[];
  send(sent: Sent): Promise<Answered>;
  close(): Promise<void>;
}

/** A portal that a request can be about: with a company, and a key to post usage by. */
async function fillPortal(store: Store): Promise<void> {
  const portal = store.portal(PORTAL);
  await portal.saveProfile({ timeZone: 'Europe/Rome', currency: 'EUR', uiDomain: 'app.hubspot.com' });
  await portal.saveRecords('companies', [{ id: '1', effectiveAt: 5, values: { domain: 'alder.example' } }], 10);
  const key = { id: ingestKeyId(INGEST_KEY), hash: hashIngestKey(INGEST_KEY), label: '', madeAt: 5 };
  await portal.addIngestKey(key, { kind: 'service' });
}

/** The service over a store in this folder. */
export async function startFuzzed(dataDir: string, limits = { ofPortal: 1e9, ofAddress: 1e9 }): Promise<Fuzzed> {
  const store = await openStore({ dataDir });
  if ((await store.portal(PORTAL).profile()) === undefined) await fillPortal(store);
  const errors: unknown[] = [];
  const log = { error: (fields: unknown) => void errors.push(fields), warn: () => {} };
  const app = makeApp({
    store,
    clientSecret: CLIENT_SECRET,
    publicUrl: PUBLIC_URL,
    clock: () => NOW,
    log,
    limits,
    install: (limit) => installPages(installOf(store, log), limit),
    readUser: async (_portal, id) => ({ id, email: 'admin@example.com', superAdmin: true, teamIds: [] }),
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  return {
    routes: routesOf(app),
    errors,
    async send({ method, target, body, signed }) {
      const headers = { 'content-length': body.length, ...(signed && signatures(method, target, body)) };
      const request = httpRequest({ hostname: '127.0.0.1', port, method, path: target, headers, agent });
      // A body that is refused half-way ends the connection: what was answered is what counts.
      const answered = once(request, 'response') as Promise<[IncomingMessage]>;
      request.end(body);
      const [answer] = await answered;
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      return { status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() };
    },
    async close() {
      agent.destroy();
      server.close();
      server.closeAllConnections();
      await store.close();
    },
  };
}

/** Installs get as far as HubSpot's token endpoint, where no strange request may come. */
function installOf(store: Store, log: Pick<InstallOptions['log'], 'warn' | 'error'>): InstallOptions {
  const unreached = () => Promise.reject(new Error('HubSpot was called'));
  return {
    store,
    oauth: { exchangeCode: unreached, introspect: unreached, revoke: unreached, uninstall: unreached },
    sealer: makeSealer(parseKeys(Buffer.alloc(32, 7).toString('base64'))),
    clientId: 'client-of-no-app',
    clientSecret: CLIENT_SECRET,
    publicUrl: PUBLIC_URL,
    appUrl: 'https://app.hubspot.com',
    scopes: { required: ['oauth'], optional: [] },
    clock: () => NOW,
    log: { ...log, info: () => {} },
    progress: () => undefined,
    firstScores: async () => undefined,
    onInstalled: () => {},
    onStartWriting: () => {},
  };
}

function signatures(method: string, target: string, rawBody: Buffer): Record<string, string> {
  const uri = PUBLIC_URL + target;
  const timestamp = String(NOW);
  return {
    'x-hubspot-request-timestamp': timestamp,
    'x-hubspot-signature-v3': signV3({ clientSecret: CLIENT_SECRET, method, uri, rawBody, timestamp }),
    'x-hubspot-signature': createHash('sha256').update(`${CLIENT_SECRET}${method}${uri}`).update(rawBody).digest('hex'),
    authorization: `Bearer ${INGEST_KEY}`,
  };
}

/** All rows of all tables, by table, as text; the store must be closed. */
export async function dumpTables(dataDir: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { pool, close } = await connectDataDir(dataDir);
  try {
    const { rows: tables } = await pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    );
    const dump: Record<string, readonly string[]> = {};
    for (const { name } of tables) {
      const { rows } = await pool.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`);
      dump[name] = rows.map(({ row }) => row);
    }
    return dump;
  } finally {
    await close();
  }
}
