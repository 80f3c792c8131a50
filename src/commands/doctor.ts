import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import pino from 'pino';
import {
  hasServiceSettings,
  isModelFileNamed,
  readCycleConfig,
  readSchedule,
  readSecrets,
  readServiceConfig,
} from '../config.ts';
import { InputError, InUse } from '../errors.ts';
import { makePortalClient } from '../hubspot/make-portal-client.ts';
import { examinePortal } from '../jobs/examine-portal.ts';
import { type Finding, makeNote, type Note } from '../jobs/findings.ts';
import { makeLog } from '../log/make-log.ts';
import { type FileModel, makeModelFiles } from '../model-files.ts';
import { openStore, type Store, type StoreAddress } from '../store/open-store.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { makeWording } from '../wording/make-wording.ts';
import { doctorText, toDo } from './doctor-text.ts';
import { modelOfPortal } from './model-of-portal.ts';
import { readOptions } from './options.ts';
import { type ReachedPortal, reachPortal } from './portal-access.ts';
import { sleep } from './sleep.ts';

export const DOCTOR_USAGE = 'npm run cli -- doctor [--portal ID] [--json]';

/** HubSpot answers within a second or two; who waits for a diagnosis should not wait for a minute. */
const TIMEOUT_MS = 10_000;

/** Says in PORTAL_LANGUAGE what is connected, granted, missing and stale, and what to do. Exits with 1 where something is broken. */
export async function doctor(args: string[]): Promise<void> {
  const options = { portal: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { portal: named, json = false } = readOptions(args, options, DOCTOR_USAGE);
  const config = readCycleConfig(process.env);
  const wording = makeWording({ locale: config.language, timeZone: 'UTC' });
  const note = makeNote(wording, 'connection');
  const model = await attempt(
    () => makeModelFiles(config.modelFile).service(),
    ({ model: { name, version } }) => note('ok', 'model', { file: config.modelFile, name, version }),
    (error) => note('broken', 'model_unusable', { reason: error.message }),
  );
  const schedule = await attempt(
    async () => readSchedule(process.env),
    () => undefined,
    (error) => note('broken', 'schedule_unusable', { reason: error.message }),
  );
  const at = placeOf(config.store);
  const service = await attempt(
    async () => (hasServiceSettings(process.env) ? readServiceConfig(process.env) : undefined),
    (settings) => (settings === undefined ? undefined : serviceFinding(note, settings.publicUrl)),
    (error) => note('look', 'service_unset', { reason: error.message }),
  );
  const store = await attempt(
    async () => {
      const opened = await openExisting(config.store);
      return opened && { opened, ...(await opened.about()) };
    },
    (found) =>
      found === undefined
        ? note('look', 'database_new', { at })
        : note('ok', 'database', { at, version: found.version, megabytes: Math.ceil(found.bytes / 1_000_000) }),
    (error) =>
      error instanceof InUse
        ? note('look', 'database_in_use', { at })
        : note('broken', 'database_unusable', { reason: error.message }),
  );
  try {
    const log = makeLog({ level: config.logLevel, secrets: readSecrets(process.env), to: pino.destination(2) });
    const opened = store.value?.opened;
    const reached = await attempt(
      () => reachPortal({ config, store: opened, named, clock: Date.now }),
      () => undefined,
      (error) => note('broken', 'portal_unreached', { reason: error.message }),
    );
    /** The one that the portal's people published, where there is one and nobody named a file. */
    const ownModel = (held: PortalStore, file: FileModel) =>
      attempt(
        () => modelOfPortal(held, file, isModelFileNamed()),
        ({ isOwn, model: { name, version } }) => (isOwn ? note('ok', 'model_own', { name, version }) : undefined),
        (error) => note('broken', 'model_unusable', { reason: error.message }),
      );
    const examine = async ({ token, installation }: ReachedPortal): Promise<readonly Finding[]> => {
      const timeoutMs = TIMEOUT_MS;
      const client = makePortalClient({ token, baseUrl: config.apiUrl, clock: Date.now, sleep, log, timeoutMs });
      // Of a portal that the store does not hold nobody published anything.
      const isHeld = opened !== undefined && (await opened.portals()).length > 0;
      const asked = isHeld && installation === undefined ? await client.account().catch(() => undefined) : undefined;
      const portal = installation?.portalId ?? asked?.portalId;
      const own =
        opened === undefined || portal === undefined || model.value === undefined
          ? undefined
          : await ownModel(opened.portal(portal), model.value);
      const [first, ...others] = await examinePortal({
        client,
        installation,
        host: new URL(config.apiUrl).host,
        store: opened,
        model: own?.value?.model ?? model.value?.model,
        schedule: schedule.value,
        locale: wording.locale,
        clock: Date.now,
      });
      return [first, own?.finding, ...others].filter((finding) => finding !== undefined);
    };
    const found = reached.value === undefined ? [reached.finding] : await examine(reached.value);
    const [first, ...rest] = found;
    const isBypassed = opened?.rowSecurity === 'bypassed';
    const findings = [
      first,
      store.finding,
      isBypassed ? note('look', 'database_bypassed') : undefined,
      model.finding,
      schedule.finding,
      service.finding,
      ...rest,
    ].filter((finding) => finding !== undefined);
    const broken = findings.some(({ mark }) => mark === 'broken');
    if (broken) process.exitCode = 1;
    if (json) console.log(JSON.stringify({ broken, findings, todo: toDo(findings) }));
    else console.log(doctorText(findings, wording));
  } finally {
    await store.value?.opened.close();
  }
}

/** What came of it, and what to say of it; a person's bad input hides nothing else. */
async function attempt<T>(
  run: () => Promise<T>,
  well: (value: T) => Finding | undefined,
  badly: (error: InputError) => Finding,
): Promise<{ readonly value: T | undefined; readonly finding: Finding | undefined }> {
  try {
    const value = await run();
    return { value, finding: well(value) };
  } catch (error) {
    if (error instanceof InputError) return { value: undefined, finding: badly(error) };
    throw error;
  }
}

/** Undefined where there is no embedded database yet: looking is no reason to make one. */
async function openExisting(address: StoreAddress): Promise<Store | undefined> {
  return 'dataDir' in address && !existsSync(address.dataDir) ? undefined : await openStore(address);
}

/** Where the store is, without its password. */
function placeOf(address: StoreAddress): string {
  if ('databaseUrl' in address) {
    const url = URL.parse(address.databaseUrl);
    return url === null ? 'DATABASE_URL' : `PostgreSQL, ${url.searchParams.get('host') ?? url.host}${url.pathname}`;
  }
  return 'dataDir' in address ? `embedded, ${resolve(address.dataDir)}` : 'embedded, in memory';
}

/** HubSpot calls a public address by https alone; one of this machine is for trying things out. */
function serviceFinding(note: Note, publicUrl: string): Finding {
  const { protocol, hostname } = new URL(publicUrl);
  const isOpen = protocol === 'http:' && !['localhost', '127.0.0.1'].includes(hostname);
  return isOpen ? note('look', 'service_http', { url: publicUrl }) : note('ok', 'service', { url: publicUrl });
}
