import pino from 'pino';
import { isModelFileNamed, readCycleConfig, readSecrets } from '../config.ts';
import { makePortalClient } from '../hubspot/make-portal-client.ts';
import { parseAsOf } from '../jobs/as-of.ts';
import { refreshPortal } from '../jobs/refresh-portal.ts';
import { makeLog } from '../log/make-log.ts';
import { placeIn } from '../model-file.ts';
import { makeModelFiles } from '../model-files.ts';
import { planOf } from '../scoring/model-signals.ts';
import { openStore } from '../store/open-store.ts';
import { modelOfPortal } from './model-of-portal.ts';
import { readOptions } from './options.ts';
import { needInstalled, reachPortal } from './portal-access.ts';
import { readPast } from './read-past.ts';
import { PREVIEW_NOTE, reportNotes, reportText, worstCompanies } from './report-text.ts';
import { sleep } from './sleep.ts';
import { withProgress } from './with-progress.ts';

export const CYCLE_USAGE = 'npm run cycle -- [--portal ID] [--as-of DATE] [--dry-run] [--json]';

/**
 * Runs one cycle against the portal that the environment or --portal names. One that installed the app is written once its admin
 * said "start writing".
 */
export async function cycle(args: string[]): Promise<void> {
  const options = readOptions(
    args,
    {
      portal: { type: 'string' },
      'as-of': { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    },
    CYCLE_USAGE,
  );
  const config = readCycleConfig(process.env);
  const asOf = options['as-of'] === undefined ? undefined : parseAsOf(options['as-of']);
  const file = await makeModelFiles(config.modelFile).service();
  // Logs go to standard error: standard output is for the report.
  const log = makeLog({ level: config.logLevel, secrets: readSecrets(process.env), to: pino.destination(2) });
  const store = await openStore(config.store);
  const worst = worstCompanies();
  try {
    const { token, installation } = await reachPortal({ config, store, named: options.portal, clock: Date.now });
    needInstalled(installation);
    const client = makePortalClient({
      token,
      baseUrl: config.apiUrl,
      clock: Date.now,
      sleep,
      log,
    });
    const portal = store.portal(installation?.portalId ?? (await client.account()).portalId);
    const { model, yaml, isOwn, note } = await modelOfPortal(portal, file, isModelFileNamed());
    if (note !== undefined) console.error(note);
    const name = isOwn ? "the portal's model" : config.modelFile;
    const placeOf = (segment: number) => (yaml === null ? name : placeIn(yaml, name, ['segments', segment]));
    const dryRun = options['dry-run'] ?? false;
    const writes = installation === undefined || installation.writingSince !== null;
    const result = await withProgress({ client, clock: Date.now, plan: planOf(model), log }, (onProgress) =>
      refreshPortal({
        client,
        store,
        model,
        asOf,
        dryRun,
        writes,
        pastForMs: 0,
        language: config.language,
        clock: Date.now,
        onProgress,
        onScored: worst.see,
      }),
    );
    if (options.json) {
      for (const note of reportNotes(result, placeOf)) console.error(note);
      if (!writes) console.error(PREVIEW_NOTE);
      console.log(JSON.stringify(result.report));
    } else console.log(reportText(result, worst.list(), dryRun ? 'dry_run' : writes ? 'sent' : 'preview', placeOf));
    if (!dryRun && asOf === undefined) await readPast({ client, store, model, result, clock: Date.now });
  } finally {
    await store.close();
  }
}
