/** The only reader of the environment: parsed once, frozen. */
import cron from 'node-cron';
import { z } from 'zod';
import { InputError } from './errors.ts';
import { STANDARD_MODEL } from './model-file.ts';
import type { StoreAddress } from './store/open-store.ts';

const HUBSPOT_API = 'https://api.hubapi.com';

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

const schema = z.object({
  HUBSPOT_ACCESS_TOKEN: z.string({
    error: 'set it to a private-app token of the portal (HubSpot: Settings > Integrations > Private apps)',
  }),
  HUBSPOT_API_URL: address(HUBSPOT_API).default(HUBSPOT_API),
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  MODEL_FILE: z.string().default(STANDARD_MODEL),
  PORTAL_LANGUAGE: z
    .string()
    .regex(/^[a-zA-Z]{2}([-_][a-zA-Z]{2})?$/, 'give a language such as en or it')
    .default('en'),
  // Who runs a cycle by hand reads its report; a log beside it is for those who ask.
  LOG_LEVEL: logLevel.default('error'),
});

const serviceSchema = schema.extend({
  PORT: z.coerce.number({ error: 'give a port number from 0 to 65535' }).int().min(0).max(65_535).default(3000),
  PUBLIC_URL: address('https://health.example.com'),
  LOG_LEVEL: logLevel.default('info'),
  HUBSPOT_CLIENT_ID: z.string({ error: "set it to the app's client id" }),
  HUBSPOT_CLIENT_SECRET: z.string({ error: "set it to the app's client secret" }),
  SYNC_SCHEDULE: z
    .string()
    .refine(
      (expression) => cron.validate(expression),
      'give a cron expression such as "15 * * * *" (minute hour day month weekday)',
    )
    .default('15 * * * *'),
});

/** What a cycle against one portal needs. */
export interface CycleConfig {
  readonly accessToken: string;
  readonly apiUrl: string;
  readonly store: StoreAddress;
  readonly modelFile: string;
  /** Language of the texts that are written into the portal. */
  readonly language: string;
  readonly logLevel: string;
}

/** What the service needs besides. */
export interface ServiceConfig extends CycleConfig {
  readonly port: number;
  /** The address that HubSpot calls us by and that signatures are checked against; no trailing slash. */
  readonly publicUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
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

const cycleConfig = (env: z.infer<typeof schema>): CycleConfig => ({
  accessToken: env.HUBSPOT_ACCESS_TOKEN,
  apiUrl: env.HUBSPOT_API_URL,
  store: storeAddress(env),
  modelFile: env.MODEL_FILE,
  language: env.PORTAL_LANGUAGE,
  logLevel: env.LOG_LEVEL,
});

/** @throws InputError listing every setting that is missing or wrong, with its remedy. */
export const readCycleConfig = (env: NodeJS.ProcessEnv): CycleConfig => Object.freeze(cycleConfig(parse(schema, env)));

/** The service's cron expression alone. @throws InputError where it is none. */
export const readSchedule = (env: NodeJS.ProcessEnv): string =>
  parse(serviceSchema.pick({ SYNC_SCHEDULE: true }), env).SYNC_SCHEDULE;

/** The language of texts alone. @throws InputError where it is none. */
export const readLanguage = (env: NodeJS.ProcessEnv = process.env): string =>
  parse(schema.pick({ PORTAL_LANGUAGE: true }), env).PORTAL_LANGUAGE;

/** @throws InputError listing every setting that is missing or wrong, with its remedy. */
export function readServiceConfig(env: NodeJS.ProcessEnv): ServiceConfig {
  const parsed = parse(serviceSchema, env);
  return Object.freeze({
    ...cycleConfig(parsed),
    port: parsed.PORT,
    publicUrl: parsed.PUBLIC_URL,
    clientId: parsed.HUBSPOT_CLIENT_ID,
    clientSecret: parsed.HUBSPOT_CLIENT_SECRET,
    schedule: parsed.SYNC_SCHEDULE,
  });
}
