/**
 * Run as a process of its own, to be killed: says "ready" when it is loaded, begins at the first line it is given, says
 * "stored TYPE READ" after each page that it stored (READ: records of the type so far), and "done" in the end.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { makePortalClient } from '../../src/hubspot/make-portal-client.ts';
import { portalId } from '../../src/ids.ts';
import { openStore, type StoreAddress } from '../../src/store/open-store.ts';
import { syncPortal } from '../../src/sync/sync-portal.ts';
import { PORTAL_ID, READING } from './hard-portal.ts';

export interface SyncJob {
  readonly url: string;
  readonly token: string;
  readonly address: StoreAddress;
  /** How far its clock is ahead of the machine's. */
  readonly aheadMs: number;
}

const { url, token, address, aheadMs } = JSON.parse(process.argv[2] ?? '') as SyncJob;
const clock = () => Date.now() + aheadMs;
/** At once, so that nothing is said too late by a process that is killed. */
const say = (line: string) => writeSync(1, `${line}\n`);
// Whoever started it is gone.
process.stdin.once('end', () => process.exit(1));
say('ready');
await once(process.stdin, 'data');

const unlimited = { calls: 1_000_000, windowMs: 1 };
const client = makePortalClient({
  token: async () => token,
  baseUrl: url,
  clock,
  sleep,
  budgets: { general: unlimited, search: unlimited, associations: unlimited },
});
const store = await openStore(address);
await syncPortal({
  ...READING,
  client,
  store: store.portal(portalId(PORTAL_ID)),
  clock,
  onProgress: ({ objectType, read, done }) => void (done || say(`stored ${objectType} ${read}`)),
});
await store.close();
say('done');
process.exit(0);
