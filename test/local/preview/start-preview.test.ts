import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { type Preview, startPreview } from '../../../src/local/preview/start-preview.ts';
import { healthy } from '../../extensions/scorecards.ts';
import { type FakeBackend, startFakeBackend } from './fake-backend.ts';

const PEOPLE = [
  { id: '1', email: 'preview@example.com', role: 'Super admin' },
  { id: '3', email: 'rep@example.com', role: 'Ordinary user' },
] as const;

let backend: FakeBackend;
let preview: Preview;
const records = async (objectType: string, text: string) => {
  if (text === 'fail') throw new Error('The store is closed.');
  return [{ id: '1', name: `${objectType} found by ${text}`, score: 88, status: 'healthy' }];
};

beforeAll(async () => {
  backend = await startFakeBackend({ 1: healthy }, 'https://public.example.com');
  const { url, clientSecret } = backend;
  const publicUrl = 'https://public.example.com';
  preview = await startPreview({
    port: 0,
    backend: { url, clientSecret, publicUrl },
    portalId: 62515,
    timeZone: 'Europe/Rome',
    records,
    people: PEOPLE,
  });
});
afterAll(async () => {
  await preview?.close();
  await backend?.close();
});

const get = (path: string) => fetch(`${preview.url}${path}`);
const cardFetch = (
  url: string,
  headers: Record<string, string> = { 'Content-Type': 'application/json' },
  { personId = '1', force = null }: { personId?: string; force?: string | null } = {},
) => {
  const body = JSON.stringify({ url, method: 'GET', body: null, personId, force });
  return fetch(`${preview.url}/fetch`, { method: 'POST', headers, body });
};
const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('the card’s requests', () => {
  test('are signed against the public address, say who asks, and reach the backend', async () => {
    const answer = await (await cardFetch('https://public.example.com/api/companies/1/scorecard?locale=en')).json();
    expect(answer).toMatchObject({ status: 200, contentType: 'application/json' });
    expect(JSON.parse((answer as { body: string }).body)).toEqual(healthy);
    const query = new URL(backend.asked.at(-1) ?? '', backend.url).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      locale: 'en',
      userId: '1',
      userEmail: 'preview@example.com',
      appId: '1',
      portalId: '62515',
    });
  });

  test('are of the person who looks, and of nobody who is not listed', async () => {
    const url = 'https://public.example.com/api/companies/1/scorecard?locale=en';
    const asked = async (personId: string) => {
      await cardFetch(url, JSON_TYPE, { personId });
      const { userId, userEmail } = Object.fromEntries(new URL(backend.asked.at(-1) ?? '', backend.url).searchParams);
      return [userId, userEmail];
    };
    expect(await asked('3')).toEqual(['3', 'rep@example.com']);
    expect(await asked('666')).toEqual(['1', 'preview@example.com']);
  });

  test('have their answer changed where a state is forced, in the reader’s language', async () => {
    const url = 'https://public.example.com/api/companies/1/scorecard?locale=it';
    const forced = async (force: string) =>
      JSON.parse(((await (await cardFetch(url, JSON_TYPE, { force })).json()) as { body: string }).body);
    expect(await forced('not_customer')).toMatchObject({ state: 'not_customer', score: null, receipt: [] });
    expect((await forced('not_connected')).explanation).toMatch(/non è più collegat/);
    expect(await forced('nonsense')).toEqual(healthy);
  });

  test('keep the backend’s refusals', async () => {
    const answer = await (await cardFetch('https://public.example.com/api/companies/2/scorecard?locale=en')).json();
    expect(answer).toMatchObject({ status: 404 });
  });

  test('go nowhere else', async () => {
    const asked = backend.asked.length;
    for (const url of ['https://elsewhere.example.com/x', 'https://public.example.com.evil.example/x', backend.url]) {
      expect(await (await cardFetch(url)).json()).toMatchObject({ status: 403 });
    }
    expect(backend.asked).toHaveLength(asked);
  });

  test('fail as HubSpot’s do when nobody answers', async () => {
    const gone = await startFakeBackend({});
    await gone.close();
    const alone = await startPreview({ port: 0, backend: gone, portalId: 1, records });
    try {
      const answer = await fetch(`${alone.url}/fetch`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          url: `${gone.url}/api/companies/1/scorecard?locale=en`,
          method: 'GET',
          body: null,
          personId: '1',
          force: null,
        }),
      });
      expect(answer.status).toBe(502);
    } finally {
      await alone.close();
    }
  });
});

describe('the server', () => {
  test('serves the page and all its parts, and lets it reach nothing else', async () => {
    for (const path of ['/', '/page.css', '/page.js', '/worker.js', '/bundles/account_health_card.js']) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect((await answer.text()).length).toBeGreaterThan(200);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect(await (await get('/')).text()).not.toMatch(/https?:/);
  });

  test('never hands out the secret', async () => {
    const text = await (await get('/setting.json')).text();
    expect(text).not.toContain(backend.clientSecret);
    const { surfaces, ...setting } = JSON.parse(text);
    expect(setting).toEqual({
      portalId: 62515,
      timeZone: 'Europe/Rome',
      backendUrl: 'https://public.example.com',
      people: PEOPLE,
    });
    expect(surfaces).toContainEqual({
      key: 'account_health_card',
      name: 'Account health',
      place: 'crm.record.sidebar',
      objectType: 'companies',
      bundle: '/bundles/account_health_card.js',
    });
  });

  test('lists records, and says why it cannot', async () => {
    expect(await (await get('/records.json?type=deals&text=north')).json()).toMatchObject([
      { name: 'deals found by north' },
    ]);
    const failed = await get('/records.json?text=fail');
    expect([failed.status, await failed.json()]).toEqual([502, { message: 'The store is closed.' }]);
  });

  test('refuses another site’s page: by its host name, or by a form’s content type', async () => {
    const { port } = new URL(preview.url);
    const status = await new Promise((resolve) => {
      const headers = { host: `evil.example:${port}` };
      request({ host: '127.0.0.1', port, path: '/setting.json', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(403);
    const asked = backend.asked.length;
    const form = await cardFetch('https://public.example.com/api/companies/1/scorecard?locale=en', {
      'Content-Type': 'text/plain',
    });
    expect(form.status).toBe(415);
    expect(backend.asked).toHaveLength(asked);
  });

  test('listens on 127.0.0.1 only', async () => {
    const { port } = new URL(preview.url);
    await expect(fetch(`http://127.0.0.2:${port}/setting.json`)).rejects.toThrow();
  });

  test('a taken port is an error that names the remedy', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    try {
      const starting = startPreview({ port, backend, portalId: 1, records });
      await expect(starting).rejects.toThrow(new InputError(`Port ${port} is in use. Choose another with --port N.`));
    } finally {
      taken.close();
    }
  });

  test('closing frees the port at once', async () => {
    const first = await startPreview({ port: 0, backend, portalId: 1, records });
    await first.close();
    const again = await startPreview({ port: Number(new URL(first.url).port), backend, portalId: 1, records });
    await again.close();
    expect(again.url).toBe(first.url);
  });
});
