import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { onceOnly, sayAgain } from '../../src/http/once-only.ts';
import { companyId, portalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { startSignedService } from './signed-service.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
let store: Store;
let portals = 100;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

interface Counter {
  readonly url: string;
  /** How often the work was done. */
  done: number;
  readonly errors: unknown[];
}

let counter: Counter;
/** What happened, in its order. */
let order: string[];
/** Ends the work that waits. */
let finish: () => void;

/** Work that counts itself, behind `onceOnly` alone; the path says how it ends. */
beforeEach(async () => {
  portals += 1;
  const own = portalId(portals);
  const waiting = Promise.withResolvers<void>();
  finish = waiting.resolve;
  const errors: unknown[] = [];
  const state = { done: 0 };
  const app = express();
  app.use(express.raw({ type: () => true }), (request, response, next) => {
    response.locals.portalId = request.get('x-other-portal') ? portalId(portals + 50_000) : own;
    next();
  });
  order = [];
  // It takes a while to keep an answer.
  const slow: Store = {
    ...store,
    portal(id) {
      const portal = store.portal(id);
      return {
        ...portal,
        async keepAnswer(...given) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          await portal.keepAnswer(...given);
          order.push('kept');
        },
      };
    },
  };
  const log = { error: (fields: unknown) => void errors.push(fields) };
  app.use(onceOnly({ store: slow, clock: () => NOW, log, signatureHeader: 'x-hubspot-signature-v3', waitMs: 400 }));
  app.use((request, response, next) => {
    state.done += 1;
    if (request.path === '/fails') next(new Error('no'));
    else if (request.path === '/refuses') response.status(404).json({ error: 'not here' });
    else if (request.path === '/secret') {
      // What the schema does not name is not kept either.
      const again = { done: state.done, secret: null, key: 'ahk_1' };
      sayAgain(response, z.object({ done: z.int(), secret: z.null() }), again);
      response.json({ done: state.done, secret: 'ahk_1' });
    } else if (request.path === '/moves') response.redirect(303, '/elsewhere');
    else if (request.path === '/empty') response.status(204).end();
    else if (request.path === '/waits') void waiting.promise.then(() => response.json({ done: state.done }));
    else response.status(201).json({ done: state.done, by: 'è' });
  });
  app.use(((_error, _request, response, _next) => {
    response.status(500).json({ error: 'failed' });
  }) satisfies express.ErrorRequestHandler);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    finish();
    server.close();
    server.closeAllConnections();
  });
  counter = Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, errors });
});

async function ask(path: string, headers: Record<string, string>, options: RequestInit = {}) {
  const answer = await fetch(counter.url + path, { method: 'POST', headers, redirect: 'manual', ...options });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
const signed = (signature: string, more: Record<string, string> = {}) => ({
  'x-hubspot-signature-v3': signature,
  ...more,
});

test('the same signature again: the same answer, and nothing done', async () => {
  const first = await ask('/works', signed('s'));
  const second = await ask('/works', signed('s'));
  expect(counter.done).toBe(1);
  expect([second.status, second.text]).toEqual([201, '{"done":1,"by":"è"}']);
  expect(second.text).toBe(first.text);
  expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
  expect([first, second].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
});

test('what is to be said once is not kept: the same request hears what it may hear again', async () => {
  const headers = signed('s', { 'idempotency-key': 'k' });
  expect((await ask('/secret', headers)).text).toBe('{"done":1,"secret":"ahk_1"}');
  for (const again of [headers, signed('t', { 'idempotency-key': 'k' })])
    expect((await ask('/secret', again)).text).toBe('{"done":1,"secret":null}');
  expect(counter.done).toBe(1);
});

test.each(['PUT', 'PATCH', 'DELETE'])('%s as well', async (method) => {
  await ask('/works', signed('s'), { method });
  await ask('/works', signed('s'), { method });
  expect(counter.done).toBe(1);
});

test('the answer goes out once it is kept: whoever got it, and asks again, finds it', async () => {
  await ask('/works', signed('s'));
  order.push('answered');
  expect(order).toEqual(['kept', 'answered']);
});

test('another signature is another request, and so is another portal’s', async () => {
  await ask('/works', signed('s'));
  await ask('/works', signed('t'));
  await ask('/works', signed('s', { 'x-other-portal': '1' }));
  expect(counter.done).toBe(3);
});

test('reading is no change: it is done each time', async () => {
  await ask('/works', signed('s'), { method: 'GET' });
  await ask('/works', signed('s'), { method: 'GET' });
  expect(counter.done).toBe(2);
});

test.each([
  ['/fails', 500],
  ['/refuses', 404],
])('%s (%i): nothing was done, so it may be made again', async (path, status) => {
  expect((await ask(path, signed('s'))).status).toBe(status);
  expect((await ask(path, signed('s'))).status).toBe(status);
  expect(counter.done).toBe(2);
});

test.each([
  ['/moves', 303],
  ['/empty', 204],
])('%s is kept too', async (path, status) => {
  expect([(await ask(path, signed('s'))).status, (await ask(path, signed('s'))).status]).toEqual([status, status]);
  expect(counter.done).toBe(1);
});

test('many at once: it is done once, and all get the answer', async () => {
  const asked = Array.from({ length: 8 }, () => ask('/waits', signed('s')));
  await expect.poll(() => counter.done).toBe(1);
  finish();
  const answers = await Promise.all(asked);
  expect(counter.done).toBe(1);
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['200 {"done":1}']));
});

test('where it takes long, the second is told to come again, and does then get the answer', async () => {
  const first = ask('/waits', signed('s'));
  await expect.poll(() => counter.done).toBe(1);
  const second = await ask('/waits', signed('s'));
  expect([second.status, second.headers.get('retry-after')]).toEqual([409, '5']);
  finish();
  await first;
  expect((await ask('/waits', signed('s'))).text).toBe('{"done":1}');
  expect(counter.done).toBe(1);
});

test('an idempotency key joins requests of different signatures', async () => {
  const first = await ask('/works', signed('s', { 'idempotency-key': 'k' }));
  const second = await ask('/works', signed('t', { 'idempotency-key': 'k' }));
  expect(counter.done).toBe(1);
  expect(second.text).toBe(first.text);
  // What the second was answered is kept for its own signature.
  expect((await ask('/works', signed('t'))).text).toBe(first.text);
  await ask('/works', signed('u', { 'idempotency-key': 'other' }));
  await ask('/works', signed('v', { 'idempotency-key': 'k', 'x-other-portal': '1' }));
  expect(counter.done).toBe(3);
});

test('an idempotency key that is put to a seen request, or exchanged, does not make it another', async () => {
  await ask('/works', signed('s'));
  await ask('/works', signed('s', { 'idempotency-key': 'new' }));
  await ask('/works', signed('s', { 'idempotency-key': 'newer' }));
  expect(counter.done).toBe(1);
});

test('the same idempotency key for another request is refused', async () => {
  const key = { 'idempotency-key': 'k' };
  await ask('/works', signed('s', key), { body: '{"a":1}' });
  for (const [signature, path, options] of [
    ['t', '/works', { body: '{"a":2}' }],
    ['u', '/works?userId=8', { body: '{"a":1}' }],
    ['v', '/works', { body: '{"a":1}', method: 'PUT' }],
  ] as const) {
    const { status, text } = await ask(path, signed(signature, key), options);
    expect([status, JSON.parse(text).error]).toEqual([
      422,
      'This idempotency key was used for another request. Send a new key with each new request.',
    ]);
  }
  expect(counter.done).toBe(1);
});

test('an override that was taken back does not come back by a replay of the request that set it', async () => {
  portals += 1;
  const portal = store.portal(portalId(portals));
  await portal.saveProfile({ timeZone: 'Europe/Rome', currency: 'EUR', uiDomain: 'app.hubspot.com' });
  await portal.saveRecords('companies', [{ id: '1', effectiveAt: 5, values: { name: 'Alder' } }], 10);
  let now = NOW;
  const service = await startSignedService(store, () => now);
  onTestFinished(service.close);
  const path = '/api/companies/1/override?userId=7';
  const signedBody = JSON.stringify({ status: 'healthy', reason: 'We met', expiresOn: '2026-07-01' });
  const set = () => service.ask(path, { method: 'POST', signedBody, portalId: portal.portalId, signedAt: NOW });
  const first = await set();
  expect(first.status).toBe(200);
  now += 1_000;
  expect((await service.ask(path, { method: 'DELETE', portalId: portal.portalId })).status).toBe(200);
  now += 1_000;
  const replayed = await set();
  expect([replayed.status, await replayed.text()]).toEqual([200, await first.text()]);
  expect((await portal.overrides([companyId('1')], now)).size).toBe(0);
});
