/** Composition root of the service: HTTP, and cycles on a schedule. Imports all, imported by none. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import descriptor from '../app.json' with { type: 'json' };
import { every } from './commands/every.ts';
import { logCrashes } from './commands/log-crashes.ts';
import { logProgress } from './commands/log-progress.ts';
import { reportNotes } from './commands/report-text.ts';
import { runOrExplain } from './commands/run-or-explain.ts';
import { sleep } from './commands/sleep.ts';
import { stopSignal } from './commands/stop-signals.ts';
import { readSecrets, readServiceConfig } from './config.ts';
import { InputError } from './errors.ts';
import { closeServer } from './http/close-server.ts';
import { installPages } from './http/install/install-pages.ts';
import type { InstallOptions } from './http/install/install-parts.ts';
import { makeApp } from './http/make-app.ts';
import { makeMetrics } from './http/metrics.ts';
import { makeOperationsApp } from './http/operations-app.ts';
import { requestLog } from './http/request-log.ts';
import { SERVER_LIMITS } from './http/server-limits.ts';
import { makePortalClient } from './hubspot/make-portal-client.ts';
import { makeOAuth } from './hubspot/oauth.ts';
import { atMost } from './jobs/at-most.ts';
import { makeFirstScores } from './jobs/first-scores.ts';
import { forgetGone } from './jobs/forget-gone.ts';
import { makePortalFleet } from './jobs/portal-fleet.ts';
import { makePortalToken } from './jobs/portal-token.ts';
import { makePortalWork } from './jobs/portal-work.ts';
import { readAllUpkeep } from './jobs/read-upkeep.ts';
import { makeLog } from './log/make-log.ts';
import { makeModelFiles } from './model-files.ts';
import { makeSealer } from './sealing/sealer.ts';
import { openStore } from './store/open-store.ts';

/** Supervisors commonly kill what has not stopped after 30 seconds. */
const STOP_GRACE_MS = 10_000;
/** An admin waits for HubSpot's answer to their consent. */
const OAUTH_TIMEOUT_MS = 10_000;
/** How often is looked for portals that another instance installed, or that could not be served before. */
const RECONCILE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The service does not refuse: every query names its portal all the same. */
const BYPASSED =
  'The user in DATABASE_URL is a superuser or has BYPASSRLS, so that row-level security does not hold. Connect as a user who owns the database and is neither.';

async function serve(): Promise<void> {
  const config = readServiceConfig(process.env);
  const models = makeModelFiles(config.modelFile);
  const { model } = await models.service();
  const log = makeLog({ level: config.logLevel, secrets: readSecrets(process.env) });
  logCrashes(log);
  const store = await openStore(config.store);
  if (store.rowSecurity === 'bypassed') log.warn(BYPASSED);
  const clock = Date.now;
  const budgets = () => fleet.clients().map((client) => client.budgets);
  const metrics = makeMetrics({ upkeep: () => readAllUpkeep(store), budgets, clock });
  const stopping = new AbortController();
  const sealer = makeSealer(config.encryptionKeys);
  const oauth = makeOAuth({ ...config, baseUrl: config.apiUrl, timeoutMs: OAUTH_TIMEOUT_MS });
  const fleet = makePortalFleet({
    store,
    model,
    language: config.language,
    schedule: config.schedule,
    inRoom: atMost(config.maxCycles),
    clock,
    log,
    watchCycle: (snapshot) => logProgress({ snapshot, log }),
    oauth,
    tokenOf: (id) => makePortalToken({ store: store.portal(id), oauth, sealer, clock }),
    makeClient: (token) =>
      makePortalClient({
        token,
        baseUrl: config.apiUrl,
        clock,
        sleep,
        log,
        onCall: metrics.sawCall,
        stop: stopping.signal,
      }),
    onCycle(id, result) {
      log.info(result.report, 'cycle done');
      for (const note of reportNotes(result)) log.warn(note);
      metrics.sawScores(id, { ...result.report.bands, not_customer: result.report.companies.notCustomer });
    },
    onEnd: (id) => work.forget(id),
    onCycleEnd: metrics.sawCycle,
    onTaken: metrics.sawEvents,
  });
  const reconcile = (): void =>
    void fleet.reconcile().catch((error: unknown) => log.error({ err: error }, 'portals could not be looked up'));
  const install: InstallOptions = {
    ...config,
    store,
    oauth,
    sealer,
    scopes: descriptor.scopes,
    clock,
    log,
    progress: fleet.progress,
    firstScores: makeFirstScores(store),
    onInstalled: reconcile,
    onStartWriting: fleet.cycleAnew,
  };
  const work = makePortalWork({
    store,
    clientOf: fleet.clientOf,
    cycleAnew: fleet.cycleAnew,
    reschedule: fleet.reschedule,
    nextCycles: fleet.nextCycles,
    host: new URL(config.apiUrl).host,
    schedule: config.schedule,
    model,
    language: config.language,
    clock,
    log,
  });
  const app = makeApp({
    store,
    clientSecret: config.clientSecret,
    publicUrl: config.publicUrl,
    trustProxyHops: config.trustProxyHops,
    clock,
    log,
    watch: requestLog(log, metrics.sawRequest),
    onEvents: fleet.wake,
    progress: fleet.progress,
    readUser: fleet.readUser,
    disconnect: fleet.disconnect,
    models,
    work,
    install: (limit) => installPages(install, limit),
  });
  const server = createServer(SERVER_LIMITS, app).listen(config.port);
  const isStopping = () => stopping.signal.aborted;
  const operations = createServer(makeOperationsApp({ store, metrics, isStopping, log }));
  operations.listen(config.metricsPort, config.metricsHost);
  try {
    await Promise.all([
      listening(operations, 'METRICS_PORT', config.metricsPort),
      listening(server, 'PORT', config.port),
    ]);
    log.info({ port: portOf(server), metricsPort: portOf(operations) }, 'serving');

    if (config.accessToken !== undefined) await fleet.addPrivate(config.accessToken);
    reconcile();
    const looking = every(RECONCILE_MS, reconcile);
    const forgetting = every(DAY_MS, () => {
      forgetGone({ store, clock, log }).catch((error: unknown) => log.error({ err: error }, 'erasing failed'));
    });

    const signal = await stopSignal();
    // First, so that whoever asks sends nobody here any more. Cycles end at their next call: the next one goes on where their cursors stand.
    stopping.abort(new Error('The service is stopping.'));
    log.info({ signal }, 'stopping');
    for (const stop of [looking, forgetting]) stop();
    const stopped = Promise.all([closeServer(server, STOP_GRACE_MS), fleet.stop()]);
    await Promise.race([stopped, delay(STOP_GRACE_MS, undefined, { ref: false })]);
  } finally {
    for (const one of [server, operations]) {
      one.close();
      one.closeAllConnections();
    }
    await store.close();
  }
}

async function listening(server: Server, setting: string, port: number): Promise<void> {
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw portError(error, setting, port);
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function portError(error: NodeJS.ErrnoException, setting: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new InputError(`Port ${port} is in use. Stop what uses it, or set ${setting} to another.`);
  if (error.code === 'EACCES') return new InputError(`Port ${port} is not allowed. Set ${setting} to one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new InputError('METRICS_HOST is no address of this machine. Leave it out, or use 0.0.0.0 for all of them.');
  return error;
}

await runOrExplain(serve);
// What a cycle that was cut off still waits for must not keep the process.
process.exit();
