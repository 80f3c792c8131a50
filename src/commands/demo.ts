import { once } from 'node:events';
import { makePortalClient } from '../hubspot/make-portal-client.ts';
import { parseAsOf } from '../jobs/as-of.ts';
import { refreshPortal } from '../jobs/refresh-portal.ts';
import { startSandbox } from '../local/sandbox/start-sandbox.ts';
import { readModel, STANDARD_MODEL } from '../model-file.ts';
import { planOf } from '../scoring/model-signals.ts';
import { openStore } from '../store/open-store.ts';
import { type CardPage, openCardPage } from './card-page.ts';
import { makeDemoService } from './demo-service.ts';
import { nameManager, withPeople } from './local-people.ts';
import { LOCAL_PORTAL_OPTIONS, localPortal, portalClock } from './local-portal.ts';
import { readOptions, wholeNumber } from './options.ts';
import { readPast } from './read-past.ts';
import { reportText, worstCompanies } from './report-text.ts';
import { sleep } from './sleep.ts';
import { withProgress } from './with-progress.ts';

export const DEMO_USAGE =
  'npm run demo -- [--once] [--portal DIR] [--as-of DATE] [--companies N] [--seed N] [--port N]';
const OPTIONS = {
  ...LOCAL_PORTAL_OPTIONS,
  once: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  port: { type: 'string', default: '4000' },
} as const;

/** The whole product on one machine: a local portal, one cycle against it, and a page that shows every surface of the app. */
export async function demo(args: string[]): Promise<void> {
  const options = readOptions(args, OPTIONS, DEMO_USAGE);
  const asOf = options['as-of'] === undefined ? undefined : parseAsOf(options['as-of']);
  const port = wholeNumber('port', options.port, 0, 65_535);
  const model = await readModel(STANDARD_MODEL);
  const data = withPeople(await localPortal(options, Date.now()));
  const clock = portalClock(data, asOf, Date.now);
  const records = Object.values(data.objects).reduce((sum, list) => sum + list.length, 0);
  console.log(
    `A local HubSpot portal with ${records.toLocaleString('en')} records; reading it within HubSpot's limits ...`,
  );

  const sandbox = await startSandbox({ data, clock });
  const store = await openStore({ memory: true });
  const worst = worstCompanies();
  const client = makePortalClient({ token: async () => sandbox.token, baseUrl: sandbox.url, clock: Date.now, sleep });
  const service = makeDemoService({ store, client, model, clock });
  let page: CardPage | undefined;
  try {
    // Before the work: who has to choose another port should not wait for that.
    if (!options.once) page = await openCardPage(service.work, data, port);
    const result = await withProgress({ client, clock: Date.now, plan: planOf(model) }, (onProgress) =>
      refreshPortal({
        client,
        store,
        model,
        asOf,
        pastForMs: 0,
        language: 'en',
        clock,
        onProgress,
        onScored: worst.see,
      }),
    );
    console.log(`\n${reportText(result, worst.list())}`);
    if (page !== undefined) {
      await nameManager(store.portal(result.report.portalId), clock);
      // A past day that was asked for stays: cycles would go on to today.
      if (asOf === undefined) await service.start();
      console.log(`\nSee the card for any company, and the settings, at ${page.url}  (Ctrl+C stops)`);
      const stop = new AbortController();
      const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => stop.abort());
      const past = asOf === undefined ? readPast({ client, store, model, result, clock, signal: stop.signal }) : null;
      await Promise.all([stopped, past]);
    }
  } finally {
    await page?.close();
    await service.stop();
    await sandbox.close();
    await store.close();
  }
}
