import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { makeApp } from '../http/make-app.ts';
import { makePortalClient } from '../hubspot/make-portal-client.ts';
import { companyId, portalId } from '../ids.ts';
import { parseAsOf } from '../jobs/as-of.ts';
import { refreshPortal } from '../jobs/refresh-portal.ts';
import { startPreview } from '../local/preview/start-preview.ts';
import { startSandbox } from '../local/sandbox/start-sandbox.ts';
import { readModel } from '../model-file.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { LOCAL_PORTAL_OPTIONS, localPortal, portalClock } from './local-portal.ts';
import { readOptions, wholeNumber } from './options.ts';
import { progressLine } from './progress-line.ts';
import { reportText, worstCompanies } from './report-text.ts';
import { sleep } from './sleep.ts';

export const DEMO_USAGE =
  'npm run demo -- [--once] [--portal DIR] [--as-of DATE] [--companies N] [--seed N] [--port N]';
const OPTIONS = {
  ...LOCAL_PORTAL_OPTIONS,
  once: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  port: { type: 'string', default: '4000' },
} as const;
const LISTED = 200;

/** The whole product on one machine: a local portal, one cycle against it, and a page that shows the card. */
export async function demo(args: string[]): Promise<void> {
  const options = readOptions(args, OPTIONS, DEMO_USAGE);
  const asOf = options['as-of'] === undefined ? undefined : parseAsOf(options['as-of']);
  const port = wholeNumber('port', options.port, 0, 65_535);
  const model = await readModel('models/standard-b2b.yaml');
  const data = await localPortal(options, Date.now());
  const clock = portalClock(data, asOf, Date.now);
  const records = Object.values(data.objects).reduce((sum, list) => sum + list.length, 0);
  console.log(
    `A local HubSpot portal with ${records.toLocaleString('en')} records; reading it within HubSpot's limits ...`,
  );

  const sandbox = await startSandbox({ data, clock });
  const store = await openStore({ memory: true });
  const progress = progressLine();
  const worst = worstCompanies();
  let page: CardPage | undefined;
  try {
    // Before the work: who has to choose another port should not wait for that.
    if (!options.once) page = await openCardPage(store, data.portalId, port);
    const client = makePortalClient({ token: async () => sandbox.token, baseUrl: sandbox.url, clock: Date.now, sleep });
    const result = await refreshPortal({
      client,
      store,
      model,
      asOf,
      language: 'en',
      clock,
      onProgress: progress.show,
      onScored: worst.see,
    });
    progress.done();
    console.log(`\n${reportText(result, worst.list())}`);
    if (page !== undefined) {
      console.log(`\nSee the card for any company at ${page.url}  (Ctrl+C stops)`);
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    }
  } finally {
    progress.done();
    await page?.close();
    await sandbox.close();
    await store.close();
  }
}

interface CardPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page with the card, over the real service. */
async function openCardPage(store: Store, portal: number, port: number): Promise<CardPage> {
  const clientSecret = randomBytes(24).toString('hex');
  // The address is settled before the service knows its port: signatures are over this one.
  const publicUrl = 'http://account-health.localhost';
  const log = pino({}, pino.destination(2));
  const service = makeApp({ store, clientSecret, publicUrl, clock: Date.now, log }).listen(0, '127.0.0.1');
  const closeService = () => {
    service.close();
    service.closeAllConnections();
  };
  await once(service, 'listening');
  const backend = { url: `http://127.0.0.1:${(service.address() as AddressInfo).port}`, publicUrl, clientSecret };
  const portalStore = store.portal(portalId(portal));
  /** By name, and for a link to one company by its record id. */
  const companies = async (text: string) => {
    const scores = await portalStore.publishedAt(Number.MAX_SAFE_INTEGER);
    const named = await portalStore.findCompanies(text, LISTED);
    const linked = /^\d+$/.test(text) ? await portalStore.account(companyId(text)) : undefined;
    const name = linked?.company.at(-1)?.values?.name;
    const found = linked ? [{ id: companyId(text), name: typeof name === 'string' ? name : null }, ...named] : named;
    return found.map(({ id, name }) => {
      const shown = scores.get(id);
      return { id, name: name ?? `Company ${id}`, score: shown?.score ?? null, status: shown?.status ?? 'unknown' };
    });
  };
  try {
    const preview = await startPreview({ port, backend, portalId: portal, companies });
    return { url: preview.url, close: () => preview.close().finally(closeService) };
  } catch (error) {
    closeService();
    throw error;
  }
}
