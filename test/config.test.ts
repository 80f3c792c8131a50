import { describe, expect, test } from 'vitest';
import { readCycleConfig, readServiceConfig } from '../src/config.ts';
import { InputError } from '../src/errors.ts';

const TOKEN = { HUBSPOT_ACCESS_TOKEN: 'token' };
const SERVICE = {
  ...TOKEN,
  PUBLIC_URL: 'https://health.example.com',
  HUBSPOT_CLIENT_ID: 'id',
  HUBSPOT_CLIENT_SECRET: 'secret',
};

describe('a cycle', () => {
  test('needs a token, and has a default for all else', () => {
    expect(readCycleConfig(TOKEN)).toEqual({
      accessToken: 'token',
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
      PORTAL_LANGUAGE: 'pt-BR',
      LOG_LEVEL: 'debug',
      UNRELATED: 'x',
    });
    expect(config).toEqual({
      accessToken: 'token',
      apiUrl: 'http://127.0.0.1:4010',
      store: { dataDir: './data' },
      modelFile: 'models/standard-b2b.yaml',
      language: 'pt-BR',
      logLevel: 'debug',
    });
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
    });
  });

  test.each([
    ['PORT', '0', 'port', 0],
    ['PORT', '65535', 'port', 65_535],
    ['PUBLIC_URL', 'https://health.example.com/app/', 'publicUrl', 'https://health.example.com/app'],
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
    ['HUBSPOT_ACCESS_TOKEN', undefined, /set it to a private-app token .*Private apps/],
    ['HUBSPOT_API_URL', 'api.hubapi.com', /give a full address such as https:\/\/api\.hubapi\.com/],
    ['HUBSPOT_API_URL', 'ftp://api.hubapi.com', /give a full address/],
    ['PUBLIC_URL', undefined, /give a full address such as https:\/\/health\.example\.com/],
    ['PORTAL_LANGUAGE', 'English', /give a language such as en or it/],
    ['LOG_LEVEL', 'loud', /use fatal, error, warn, info, debug or silent/],
    ['PORT', '65536', /give a port number from 0 to 65535/],
    ['PORT', '-1', /give a port number from 0 to 65535/],
    ['PORT', '80.5', /give a port number from 0 to 65535/],
    ['PORT', 'http', /give a port number from 0 to 65535/],
    ['HUBSPOT_CLIENT_ID', '', /set it to the app's client id/],
    ['HUBSPOT_CLIENT_SECRET', '', /set it to the app's client secret/],
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
      'HUBSPOT_ACCESS_TOKEN',
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
