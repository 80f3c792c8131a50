import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestId } from '../../src/http/request-id.ts';
import { NO_ROUTE, requestLog } from '../../src/http/request-log.ts';
import { makeLog } from '../../src/log/make-log.ts';

let text = '';
const seen: { route: string; status: number; ms: number }[] = [];
const log = makeLog({
  level: 'info',
  to: {
    write(line) {
      text += line;
    },
  },
});
const app = express();
app.use(requestId());
app.use(requestLog(log, (request) => void seen.push(request)));
app.get('/healthz', (_request, response) => void response.json({}));
app.post('/api/companies/:companyId/pulse', express.json(), (_request, response) => {
  response.locals.portalId = 4711;
  response.json({ ok: true });
});
app.get('/broken', () => {
  throw new Error('broken');
});
app.use(((_error, _request, response, _next) => void response.status(500).end()) satisfies express.ErrorRequestHandler);
const server = app.listen(0, '127.0.0.1');
let base = '';
beforeAll(async () => {
  if (!server.listening) await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** The line of the request, once it is there. */
async function lineOf(answer: Response): Promise<Record<string, unknown>> {
  const id = answer.headers.get('x-request-id');
  await answer.text();
  for (let tries = 0; tries < 100; tries += 1) {
    const line = text.split('\n').find((one) => id !== null && one.includes(id));
    if (line !== undefined) return JSON.parse(line);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('not logged');
}

test('one line a request: id, method, route, status, ms and portal; no query, header or body', async () => {
  const answer = await fetch(
    `${base}/api/companies/77/pulse?portalId=4711&userEmail=ada@example.com&code=abc-123-xyz`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer secret-of-nobody', cookie: 'a=b' },
      body: '{"reason": "said on the phone"}',
    },
  );
  const line = await lineOf(answer);
  expect(line).toEqual({
    level: 30,
    time: expect.any(Number),
    pid: expect.any(Number),
    hostname: expect.any(String),
    id: answer.headers.get('x-request-id'),
    method: 'POST',
    route: '/api/companies/:companyId/pulse',
    status: 200,
    ms: expect.any(Number),
    portal: 4711,
    msg: 'request',
  });
});

test('what fails is an error; what nothing answers has no route, whatever it asks for', async () => {
  expect(await lineOf(await fetch(`${base}/broken`))).toMatchObject({ level: 50, status: 500, route: '/broken' });
  const lost = await lineOf(await fetch(`${base}/some/where/ada@example.com`));
  expect(lost).toMatchObject({ level: 30, status: 404, route: NO_ROUTE });
  expect(text).not.toContain('some/where');
});

test('health checks are counted, and not logged', async () => {
  const answer = await fetch(`${base}/healthz`);
  await lineOf(await fetch(`${base}/broken`));
  expect(text).not.toContain(answer.headers.get('x-request-id') ?? '');
  expect(seen.map(({ route }) => route)).toContain('/healthz');
});
