import { describe, expect, test } from 'vitest';
import { readCycleConfig, readSecrets, readServiceConfig } from '../src/config.ts';
import { InputError } from '../src/errors.ts';

const TOKEN = { HUBSPOT_ACCESS_TOKEN: 'token' };
const SERVICE = {
  ...TOKEN,
  PUBLIC_URL: 'https://health.example.com',
  HUBSPOT_CLIENT_ID: 'id',
  HUBSPOT_CLIENT_SECRET: 'secret',
  ENCRYPTION_KEYS: `${'A'.repeat(43)}=`,
};

describe('a cycle', () => {
  test('needs a token, and has a default for all else', () => {
    expect(readCycleConfig(TOKEN)).toEqual({
      access: { accessToken: 'token' },
      apiUrl: 'https://api.hubapi.com',
      store: { dataDir: './data' },
      modelFile: 'models/standard-b2b.yaml',
      language: 'en',
      logLevel: 'error',
    });
  });

  test('takes what is set, without the spaces around it; a blank setting is not set', () => {
    const config = readCycleConfig({
      HUBSPOT_ACCESS_TOKEN: ' token\r\n',
      HUBSPOT_API_URL: 'http://127.0.0.1:4010//',
      DATA_DIR: '  ',
      MODEL_FILE: '',
      PORTAL_LANGUAGE: 'ro-RO',
      LOG_LEVEL: 'debug',
      UNRELATED: 'x',
    });
    expect(config).toEqual({
      access: { accessToken: 'token' },
      apiUrl: 'http://127.0.0.1:4010',
      store: { dataDir: './data' },
      modelFile: 'models/standard-b2b.yaml',
      language: 'ro-RO',
      logLevel: 'debug',
    });
  });

  test('without a token, takes what opens the tokens of installed portals: all of it, or what lacks is named', () => {
    const { HUBSPOT_CLIENT_ID, HUBSPOT_CLIENT_SECRET, ENCRYPTION_KEYS } = SERVICE;
    const app = { HUBSPOT_CLIENT_ID, HUBSPOT_CLIENT_SECRET, ENCRYPTION_KEYS };
    expect(readCycleConfig(app).access).toMatchObject({
      clientId: HUBSPOT_CLIENT_ID,
      clientSecret: HUBSPOT_CLIENT_SECRET,
      encryptionKeys: [expect.objectContaining({ id: expect.any(String) })],
    });
    expect(readCycleConfig({ ...app, ...TOKEN }).access).toEqual({ accessToken: 'token' });
    const lacking = /^HUBSPOT_CLIENT_SECRET: set it to the app's client secret; ENCRYPTION_KEYS: set it to a key/;
    expect(() => readCycleConfig({ HUBSPOT_CLIENT_ID })).toThrow(lacking);
  });

  test('uses PostgreSQL where an address is given, whatever folder is', () => {
    const databaseUrl = 'postgresql://user@host/database';
    expect(readCycleConfig({ ...TOKEN, DATABASE_URL: databaseUrl, DATA_DIR: 'x' }).store).toEqual({ databaseUrl });
  });

  test('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readCycleConfig(TOKEN))).toBe(true);
    expect(Object.isFrozen(readServiceConfig(SERVICE))).toBe(true);
  });
});

describe('the service', () => {
  test('has defaults of its own', () => {
    expect(readServiceConfig(SERVICE)).toMatchObject({
      port: 3000,
      publicUrl: 'https://health.example.com',
      clientId: 'id',
      clientSecret: 'secret',
      schedule: '15 * * * *',
      logLevel: 'info',
      metricsPort: 9464,
      metricsHost: '127.0.0.1',
      appUrl: 'https://app.hubspot.com',
      maxCycles: 3,
    });
  });

  test('needs no private-app token: portals that install the app bring their own', () => {
    expect(readServiceConfig({ ...SERVICE, HUBSPOT_ACCESS_TOKEN: undefined }).accessToken).toBeUndefined();
    expect(readServiceConfig(SERVICE).accessToken).toBe('token');
    expect(() => readCycleConfig({})).toThrow(/^HUBSPOT_ACCESS_TOKEN: set it to a private-app token .*Private apps/);
  });

  test.each([
    ['PORT', '0', 'port', 0],
    ['PORT', '65535', 'port', 65_535],
    ['TRUST_PROXY', '1', 'trustProxyHops', 1],
    ['TRUST_PROXY', '', 'trustProxyHops', 0],
    ['PUBLIC_URL', 'https://health.example.com/app/', 'publicUrl', 'https://health.example.com/app'],
    ['MAX_CYCLES', '10', 'maxCycles', 10],
    ['HUBSPOT_APP_URL', 'http://127.0.0.1:4010/', 'appUrl', 'http://127.0.0.1:4010'],
    ['SYNC_SCHEDULE', '*/5 8-18 * * 1-5', 'schedule', '*/5 8-18 * * 1-5'],
  ])('%s=%s', (name, value, key, expected) => {
    expect(readServiceConfig({ ...SERVICE, [name]: value })).toMatchObject({ [key]: expected });
  });
});

describe('what is wrong is said in one line, with the remedy', () => {
  const refusal = (env: Record<string, string | undefined>): string => {
    try {
      readServiceConfig(env as NodeJS.ProcessEnv);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      return (error as Error).message;
    }
    throw new Error('Nothing was refused.');
  };

  test.each([
    ['HUBSPOT_APP_URL', 'app.hubspot.com', /give a full address such as https:\/\/app\.hubspot\.com/],
    ['MAX_CYCLES', '0', /give how many portals may be synced and scored at once, from 1 to 100/],
    ['MAX_CYCLES', '1.5', /give how many portals/],
    ['MAX_CYCLES', 'all', /give how many portals/],
    ['HUBSPOT_API_URL', 'api.hubapi.com', /give a full address such as https:\/\/api\.hubapi\.com/],
    ['HUBSPOT_API_URL', 'ftp://api.hubapi.com', /give a full address/],
    ['PUBLIC_URL', undefined, /give a full address such as https:\/\/health\.example\.com/],
    ['PORTAL_LANGUAGE', 'English', /use en, it, ko, ro or tr/],
    ['PORTAL_LANGUAGE', 'de', /use en, it, ko, ro or tr/],
    ['PORTAL_LANGUAGE', 'enx', /use en, it, ko, ro or tr/],
    ['METRICS_PORT', '65536', /give a port number from 0 to 65535/],
    ['METRICS_PORT', 'http', /give a port number from 0 to 65535/],
    ['LOG_LEVEL', 'loud', /use fatal, error, warn, info, debug or silent/],
    ['PORT', '65536', /give a port number from 0 to 65535/],
    ['PORT', '-1', /give a port number from 0 to 65535/],
    ['PORT', '80.5', /give a port number from 0 to 65535/],
    ['PORT', 'http', /give a port number from 0 to 65535/],
    ['TRUST_PROXY', 'true', /give the number of your own proxies before the service/],
    ['TRUST_PROXY', '-1', /give the number of your own proxies before the service/],
    ['HUBSPOT_CLIENT_ID', '', /set it to the app's client id/],
    ['HUBSPOT_CLIENT_SECRET', '', /set it to the app's client secret/],
    ['ENCRYPTION_KEYS', undefined, /set it to a key .* made with: openssl rand -base64 32/],
    ['ENCRYPTION_KEYS', 'very-secret', /key 1 is not 32 bytes in base64, make each with: openssl rand -base64 32/],
    ['SYNC_SCHEDULE', 'hourly', /give a cron expression such as "15 \* \* \* \*"/],
    ['SYNC_SCHEDULE', '61 * * * *', /give a cron expression/],
  ])('%s=%s', (name, value, remedy) => {
    const message = refusal({ ...SERVICE, [name]: value });
    expect(message).toMatch(remedy);
    expect(message.startsWith(`${name}: `)).toBe(true);
    expect(message).not.toContain('\n');
    expect(message).not.toContain(';');
  });

  test('all of it at once', () => {
    const message = refusal({ PORT: 'x', LOG_LEVEL: 'y' });
    const named = message.split('; ').map((part) => part.split(':')[0]);
    expect(named.toSorted()).toEqual([
      'ENCRYPTION_KEYS',
      'HUBSPOT_CLIENT_ID',
      'HUBSPOT_CLIENT_SECRET',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_URL',
    ]);
  });

  test('never with the value of a secret', () => {
    expect(
      refusal({ HUBSPOT_ACCESS_TOKEN: 'very-secret', HUBSPOT_CLIENT_SECRET: 'more-secret', PORT: 'x' }),
    ).not.toMatch(/very-secret|more-secret/);
  });
});

test('every secret among the settings, each key and the password of an address by itself', () => {
  const env = {
    ...SERVICE,
    ENCRYPTION_KEYS: 'new-key, old-key',
    HUBSPOT_PERSONAL_ACCESS_KEY: 'personal',
    DATABASE_URL: 'postgresql://user:p%40ss@host/database',
  };
  expect(readSecrets(env)).toEqual(['token', 'secret', 'personal', 'new-key', 'old-key', 'p@ss']);
  expect(readSecrets({})).toEqual([]);
});
