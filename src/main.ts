/** Composition root of the service: HTTP, and cycles on a schedule. Imports all, imported by none. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { logProgress } from './commands/log-progress.ts';
import { reportNotes } from './commands/report-text.ts';
import { runOrExplain } from './commands/run-or-explain.ts';
import { sleep } from './commands/sleep.ts';
import { readServiceConfig } from './config.ts';
import { InputError } from './errors.ts';
import { makeApp } from './http/make-app.ts';
import { makePortalClient } from './hubspot/make-portal-client.ts';
import type { PortalId } from './ids.ts';
import { makePortalWorker, type PortalWorker } from './jobs/portal-worker.ts';
import { makeProgressMeter, type ProgressMeter } from './jobs/progress-meter.ts';
import { scheduleCycles } from './jobs/schedule-cycles.ts';
import { readModel } from './model-file.ts';
import { planOf } from './scoring/model-signals.ts';
import { openStore } from './store/open-store.ts';

/** Supervisors commonly kill what has not stopped after 30 seconds. */
const STOP_GRACE_MS = 10_000;

async function serve(): Promise<void> {
  const config = readServiceConfig(process.env);
  const model = await readModel(config.modelFile);
  const log = pino({ level: config.logLevel });
  const store = await openStore(config.store);
  const clock = Date.now;
  /** Set once HubSpot told which portal the token is of; until then, events wait in the store. */
  let served: { readonly portalId: PortalId; readonly meter: ProgressMeter; readonly worker: PortalWorker } | undefined;
  const app = makeApp({
    store,
    clientSecret: config.clientSecret,
    publicUrl: config.publicUrl,
    clock,
    log,
    onEvents: (id) => {
      if (served?.portalId === id) served.worker.wake();
    },
    progress: (id) => (served?.portalId === id ? served.meter.snapshot() : undefined),
  });
  const server = app.listen(config.port);
  try {
    await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
      throw portError(error, config.port);
    });
    log.info({ port: (server.address() as AddressInfo).port }, 'serving');

    const client = makePortalClient({
      token: async () => config.accessToken,
      baseUrl: config.apiUrl,
      clock,
      sleep,
      log,
    });
    const account = await client.account();
    const { portalId } = account;
    const latest = await store.portal(portalId).latestCycle();
    const meter = makeProgressMeter({ client, clock, plan: planOf(model), lastFinishedAt: latest?.finishedAt });
    const worker = makePortalWorker({
      client,
      store,
      portalId,
      model,
      language: config.language,
      clock,
      pause: (ms, signal) => delay(ms, undefined, { signal }).catch(() => {}),
      log,
      meter,
      onCycle(result) {
        log.info(result.report, 'cycle done');
        for (const note of reportNotes(result)) log.warn(note);
      },
    });
    served = { portalId, meter, worker };
    const cycle = async (): Promise<void> => {
      const stopLogging = logProgress({ snapshot: meter.snapshot, log });
      await worker.cycle().finally(stopLogging);
    };
    const schedule = scheduleCycles({ expression: config.schedule, timeZone: account.timeZone, cycle });
    if (latest === undefined) void schedule.runNow();
    worker.wake();

    const [signal] = await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    log.info({ signal }, 'stopping');
    // A cycle that takes longer is cut off: the next one goes on where its cursors stand.
    const stopped = Promise.all([schedule.stop(), worker.stop()]);
    await Promise.race([stopped, delay(STOP_GRACE_MS, undefined, { ref: false })]);
  } finally {
    server.close();
    server.closeAllConnections();
    await store.close();
  }
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new InputError(`Port ${port} is in use. Stop what uses it, or set PORT to another.`);
  if (error.code === 'EACCES') return new InputError(`Port ${port} is not allowed. Set PORT to one above 1023.`);
  return error;
}

await runOrExplain(serve);
