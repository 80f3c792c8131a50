import { once } from 'node:events';
import { makePortalClient } from '../hubspot/make-portal-client.ts';
import { parseAsOf } from '../jobs/as-of.ts';
import { refreshPortal } from '../jobs/refresh-portal.ts';
import { publishedScore, type ScoredCompany } from '../jobs/score-portal.ts';
import type { PreviewCompany } from '../local/preview/preview-setting.ts';
import { startSandbox } from '../local/sandbox/start-sandbox.ts';
import { readModel, STANDARD_MODEL } from '../model-file.ts';
import { planOf } from '../scoring/model-signals.ts';
import { openStore } from '../store/open-store.ts';
import { type CardPage, openCardPage } from './card-page.ts';
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

/** The whole product on one machine: a local portal, one cycle against it, and a page that shows the card. */
export async function demo(args: string[]): Promise<void> {
  const options = readOptions(args, OPTIONS, DEMO_USAGE);
  const asOf = options['as-of'] === undefined ? undefined : parseAsOf(options['as-of']);
  const port = wholeNumber('port', options.port, 0, 65_535);
  const model = await readModel(STANDARD_MODEL);
  const data = await localPortal(options, Date.now());
  const clock = portalClock(data, asOf, Date.now);
  const records = Object.values(data.objects).reduce((sum, list) => sum + list.length, 0);
  console.log(
    `A local HubSpot portal with ${records.toLocaleString('en')} records; reading it within HubSpot's limits ...`,
  );

  const sandbox = await startSandbox({ data, clock });
  const store = await openStore({ memory: true });
  const worst = worstCompanies();
  const client = makePortalClient({ token: async () => sandbox.token, baseUrl: sandbox.url, clock: Date.now, sleep });
  let page: CardPage | undefined;
  const statuses = new Map<string, Pick<PreviewCompany, 'score' | 'status'>>();
  try {
    // Before the work: who has to choose another port should not wait for that.
    if (!options.once)
      page = await openCardPage(store, data.portalId, port, statuses, (_portal, id) => client.user(id));
    const onScored = (company: ScoredCompany): void => {
      worst.see(company);
      const { score, status } = publishedScore(company, 0, model);
      statuses.set(company.companyId, { score, status });
    };
    const result = await withProgress({ client, clock: Date.now, plan: planOf(model) }, (onProgress) =>
      refreshPortal({ client, store, model, asOf, pastForMs: 0, language: 'en', clock, onProgress, onScored }),
    );
    console.log(`\n${reportText(result, worst.list())}`);
    if (page !== undefined) {
      console.log(`\nSee the card for any company at ${page.url}  (Ctrl+C stops)`);
      const stop = new AbortController();
      const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => stop.abort());
      const past = asOf === undefined ? readPast({ client, store, model, result, clock, signal: stop.signal }) : null;
      await Promise.all([stopped, past]);
    }
  } finally {
    await page?.close();
    await sandbox.close();
    await store.close();
  }
}
