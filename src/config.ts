/** The only reader of the environment: parsed once, frozen. */
import cron from 'node-cron';
import { z } from 'zod';
import { InputError } from './errors.ts';
import { STANDARD_MODEL } from './model-file.ts';
import { type KeyRing, parseKeys } from './sealing/key-ring.ts';
import type { StoreAddress } from './store/open-store.ts';

const HUBSPOT_API = 'https://api.hubapi.com';
const HUBSPOT_APP = 'https://app.hubspot.com';

const address = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `give a full address such as ${example}` })
    .transform((url) => url.replace(/\/+$/, ''));
/** Without the spaces and line ends that copying leaves around a value; a blank one counts as not set. */
const trimmed = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));

const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
  error: 'use fatal, error, warn, info, debug or silent',
});

/** The languages that there are texts in: wording/ has a catalogue for each. */
const LANGUAGE = /^(?:en|it|ko|ro|tr)(?:[-_][a-z]{2})?$/i;

const schema = z.object({
  HUBSPOT_ACCESS_TOKEN: z.string({
    error:
      'set it to a private-app token of the portal (HubSpot: Settings > Integrations > Private apps); or, for a portal that installed the app, set HUBSPOT_CLIENT_ID, HUBSPOT_CLIENT_SECRET and ENCRYPTION_KEYS as the service has them',
  }),
  HUBSPOT_API_URL: address(HUBSPOT_API).default(HUBSPOT_API),
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  MODEL_FILE: z.string().default(STANDARD_MODEL),
  PORTAL_LANGUAGE: z
    .string()
    .regex(LANGUAGE, 'use en, it, ko, ro or tr, with a region if you like, such as en-GB')
    .default('en'),
  // Who runs a cycle by hand reads its report; a log beside it is for those who ask.
  LOG_LEVEL: logLevel.default('error'),
});

const encryptionKeys = z
  .string({ error: 'set it to a key that tokens are encrypted under, made with: openssl rand -base64 32' })
  .transform((text, context): KeyRing => {
    try {
      return parseKeys(text);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      context.addIssue(error.message);
      return z.NEVER;
    }
  });

const CYCLES = 'give how many portals may be synced and scored at once, from 1 to 100';
const PROXIES = 'give the number of your own proxies before the service, such as 1, or 0 for none';

const serviceSchema = schema.extend({
  // Portals that install the app bring their own.
  HUBSPOT_ACCESS_TOKEN: z.string().optional(),
  HUBSPOT_APP_URL: address(HUBSPOT_APP).default(HUBSPOT_APP),
  PORT: z.coerce.number({ error: 'give a port number from 0 to 65535' }).int().min(0).max(65_535).default(3000),
  PUBLIC_URL: address('https://health.example.com'),
  TRUST_PROXY: z.coerce.number({ error: PROXIES }).int(PROXIES).min(0, PROXIES).max(10, PROXIES).default(0),
  LOG_LEVEL: logLevel.default('info'),
  HUBSPOT_CLIENT_ID: z.string({ error: "set it to the app's client id" }),
  HUBSPOT_CLIENT_SECRET: z.string({ error: "set it to the app's client secret" }),
  ENCRYPTION_KEYS: encryptionKeys,
  METRICS_PORT: z.coerce
    .number({ error: 'give a port number from 0 to 65535' })
    .int('give a port number from 0 to 65535')
    .min(0, 'give a port number from 0 to 65535')
    .max(65_535, 'give a port number from 0 to 65535')
    .default(9464),
  METRICS_HOST: z.string().default('127.0.0.1'),
  MAX_CYCLES: z.coerce.number({ error: CYCLES }).int(CYCLES).min(1, CYCLES).max(100, CYCLES).default(3),
  SYNC_SCHEDULE: z
    .string()
    .refine(
      (expression) => cron.validate(expression),
      'give a cron expression such as "15 * * * *" (minute hour day month weekday)',
    )
    .default('15 * * * *'),
});

/** What the tokens of portals that installed the app are used with. */
const OF_APP = ['HUBSPOT_CLIENT_ID', 'HUBSPOT_CLIENT_SECRET', 'ENCRYPTION_KEYS'] as const;
const appSchema = serviceSchema.pick({ HUBSPOT_CLIENT_ID: true, HUBSPOT_CLIENT_SECRET: true, ENCRYPTION_KEYS: true });

const deploySchema = z.object({
  HUBSPOT_ACCOUNT_ID: z
    .string({ error: 'set it to the id of the account to deploy to' })
    .regex(/^\d{1,15}$/, 'give the id of an account, a number')
    .transform(Number),
  HUBSPOT_PERSONAL_ACCESS_KEY: z.string({
    error: "set it to that account's personal access key (HubSpot: Development > Keys > Personal access key)",
  }),
});

/** Of our environment, what a program that we start needs to run at all: where programs and its files are, and the way out. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TERM', 'NO_COLOR', 'CI', 'HTTPS_PROXY', 'NODE_EXTRA_CA_CERTS'];

/** What a deploy by HubSpot's CLI needs. */
export interface DeployConfig {
  readonly accountId: number;
  /** A secret. */
  readonly personalAccessKey: string;
  readonly passedOn: Readonly<Record<string, string>>;
}

/** The app itself, as portals installed it. */
export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What tokens are sealed under; the first seals, all open. */
  readonly encryptionKeys: KeyRing;
}

/** How one portal is called: by its private app's token, or by what it takes to use the tokens of those that installed the app. */
export type PortalAccess = { readonly accessToken: string } | AppCredentials;

/** What a cycle against one portal needs. */
export interface CycleConfig {
  readonly access: PortalAccess;
  readonly apiUrl: string;
  readonly store: StoreAddress;
  readonly modelFile: string;
  /** Language of the texts that are written into the portal. */
  readonly language: string;
  readonly logLevel: string;
}

/** What the service needs besides. */
export interface ServiceConfig extends Omit<CycleConfig, 'access'>, AppCredentials {
  /** Of a portal that is served besides those that installed the app; undefined: none. */
  readonly accessToken: string | undefined;
  /** HubSpot's app, where its consent page is; no trailing slash. */
  readonly appUrl: string;
  readonly port: number;
  /** The address that HubSpot calls us by and that signatures are checked against; no trailing slash. */
  readonly publicUrl: string;
  /** Proxies of the operator's own before the service: how far the header `X-Forwarded-For` is believed. */
  readonly trustProxyHops: number;
  /** Where `/metrics` and `/readyz` are answered, for our own machines alone. */
  readonly metricsPort: number;
  readonly metricsHost: string;
  /** Cycles that run at once; a cycle of another portal waits. */
  readonly maxCycles: number;
  /** node-cron expression, in the portal's time zone. */
  readonly schedule: string;
}

function parse<T extends z.ZodType>(wanted: T, env: NodeJS.ProcessEnv): z.infer<T> {
  const parsed = wanted.safeParse(trimmed(env));
  if (parsed.success) return parsed.data;
  // All at once: nobody wants to mend settings one start at a time.
  throw new InputError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}

const storeAddress = (env: Pick<z.infer<typeof schema>, 'DATABASE_URL' | 'DATA_DIR'>): StoreAddress =>
  env.DATABASE_URL === undefined ? { dataDir: env.DATA_DIR } : { databaseUrl: env.DATABASE_URL };

/** Where the store is, for what needs nothing else. */
export const readStoreAddress = (env: NodeJS.ProcessEnv = process.env): StoreAddress =>
  storeAddress(parse(schema.pick({ DATABASE_URL: true, DATA_DIR: true }), env));

const sharedConfig = (env: Omit<z.infer<typeof schema>, 'HUBSPOT_ACCESS_TOKEN'>) => ({
  apiUrl: env.HUBSPOT_API_URL,
  store: storeAddress(env),
  modelFile: env.MODEL_FILE,
  language: env.PORTAL_LANGUAGE,
  logLevel: env.LOG_LEVEL,
});

/** A token that is set goes first. @throws InputError listing every setting that is missing or wrong, with its remedy. */
export function readCycleConfig(env: NodeJS.ProcessEnv = process.env): CycleConfig {
  const set = trimmed(env);
  if (set.HUBSPOT_ACCESS_TOKEN !== undefined || !OF_APP.some((name) => set[name] !== undefined)) {
    const parsed = parse(schema, env);
    return Object.freeze({ ...sharedConfig(parsed), access: { accessToken: parsed.HUBSPOT_ACCESS_TOKEN } });
  }
  const parsed = parse(schema.omit({ HUBSPOT_ACCESS_TOKEN: true }).extend(appSchema.shape), env);
  return Object.freeze({ ...sharedConfig(parsed), access: appCredentials(parsed) });
}

/** The keys alone. @throws InputError where they are missing or wrong. */
export const readEncryptionKeys = (env: NodeJS.ProcessEnv = process.env): KeyRing =>
  parse(serviceSchema.pick({ ENCRYPTION_KEYS: true }), env).ENCRYPTION_KEYS;

/** The service's cron expression alone. @throws InputError where it is none. */
export const readSchedule = (env: NodeJS.ProcessEnv): string =>
  parse(serviceSchema.pick({ SYNC_SCHEDULE: true }), env).SYNC_SCHEDULE;

/** The language of texts alone. @throws InputError where it is none. */
export const readLanguage = (env: NodeJS.ProcessEnv = process.env): string =>
  parse(schema.pick({ PORTAL_LANGUAGE: true }), env).PORTAL_LANGUAGE;

/** @throws InputError listing what is missing or wrong, with its remedy. */
export function readDeployConfig(env: NodeJS.ProcessEnv = process.env): DeployConfig {
  const { HUBSPOT_ACCOUNT_ID, HUBSPOT_PERSONAL_ACCESS_KEY } = parse(deploySchema, env);
  return Object.freeze({
    accountId: HUBSPOT_ACCOUNT_ID,
    personalAccessKey: HUBSPOT_PERSONAL_ACCESS_KEY,
    passedOn: Object.fromEntries(PASSED_ON.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
  });
}

const appCredentials = (env: z.infer<typeof appSchema>): AppCredentials => ({
  clientId: env.HUBSPOT_CLIENT_ID,
  clientSecret: env.HUBSPOT_CLIENT_SECRET,
  encryptionKeys: env.ENCRYPTION_KEYS,
});

/** @throws InputError listing every setting that is missing or wrong, with its remedy. */
export function readServiceConfig(env: NodeJS.ProcessEnv): ServiceConfig {
  const parsed = parse(serviceSchema, env);
  return Object.freeze({
    ...sharedConfig(parsed),
    accessToken: parsed.HUBSPOT_ACCESS_TOKEN,
    appUrl: parsed.HUBSPOT_APP_URL,
    port: parsed.PORT,
    publicUrl: parsed.PUBLIC_URL,
    trustProxyHops: parsed.TRUST_PROXY,
    ...appCredentials(parsed),
    metricsPort: parsed.METRICS_PORT,
    metricsHost: parsed.METRICS_HOST,
    maxCycles: parsed.MAX_CYCLES,
    schedule: parsed.SYNC_SCHEDULE,
  });
}

/** Settings that are secrets, or lists of them. */
const SECRETS = [
  'HUBSPOT_ACCESS_TOKEN',
  'HUBSPOT_CLIENT_SECRET',
  'HUBSPOT_PERSONAL_ACCESS_KEY',
  'ENCRYPTION_KEYS',
] as const;

/** Every secret among the settings, for the log to leave out. */
export function readSecrets(env: NodeJS.ProcessEnv = process.env): readonly string[] {
  const set = trimmed(env);
  const password = URL.parse(set.DATABASE_URL ?? '')?.password ?? '';
  const named = SECRETS.flatMap((name) => set[name]?.split(',') ?? []);
  return [...named.map((secret) => secret.trim()), decodeURIComponent(password)].filter((secret) => secret !== '');
}

/** The names of all settings there are. */
export const SETTING_NAMES: readonly string[] = Object.keys({ ...serviceSchema.shape, ...deploySchema.shape });

/** Whether somebody named a model file: it counts for every portal then. */
export const isModelFileNamed = (env: NodeJS.ProcessEnv = process.env): boolean => Boolean(env.MODEL_FILE?.trim());

/** Whether somebody means to run the service here, and not cycles alone: anything that only it needs is set. */
export const hasServiceSettings = (env: NodeJS.ProcessEnv): boolean =>
  ['PUBLIC_URL', ...OF_APP].some((name) => env[name]?.trim());
