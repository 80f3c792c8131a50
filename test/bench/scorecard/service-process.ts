/**
 * The service in a process of its own, with its store filled; on demand it runs cycles against a local portal meanwhile, in the same process, as
 * `npm start` does. Speaks over IPC with `scorecard.ts`.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import pino from 'pino';
import { sleep } from '../../../src/commands/sleep.ts';
import { makeApp } from '../../../src/http/make-app.ts';
import { makePortalClient } from '../../../src/hubspot/make-portal-client.ts';
import { refreshPortal } from '../../../src/jobs/refresh-portal.ts';
import { readModel } from '../../../src/model-file.ts';
import { openStore, type StoreAddress } from '../../../src/store/open-store.ts';
import { fillStore } from './filled-store.ts';
import { CLIENT_SECRET, PUBLIC_URL } from './load-process.ts';

/** What the process is asked: each is answered once it is done, or under way. */
export type Asked =
  | { readonly kind: 'sync'; readonly url: string; readonly token: string }
  | { readonly kind: 'pauses' };

const store = await openStore(JSON.parse(process.argv[2] ?? '') as StoreAddress);
await fillStore(store, Number(process.argv[3]));
const model = await readModel('models/standard-b2b.yaml');
const app = makeApp({
  store,
  clientSecret: CLIENT_SECRET,
  publicUrl: PUBLIC_URL,
  clock: Date.now,
  log: pino(pino.destination(2)),
  // All of the load is of one portal.
  limits: { ofPortal: 1e9, ofAddress: 1e9 },
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();

async function syncForever(url: string, token: string): Promise<never> {
  const client = makePortalClient({ token: async () => token, baseUrl: url, clock: Date.now, sleep });
  for (;;) {
    const { report } = await refreshPortal({ client, store, model, language: 'en', clock: Date.now });
    console.log(`  (a cycle ended after ${Math.round(report.durationMs / 1000)} s)`);
  }
}

process.on('message', (asked: Asked) => {
  if (asked.kind === 'sync') void syncForever(asked.url, asked.token);
  process.send?.({ longestPauseMs: loop.max / 1e6, pause99Ms: loop.percentile(99) / 1e6 });
  loop.reset();
});
// Whoever measured is gone.
process.once('disconnect', () => process.exit());
process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
