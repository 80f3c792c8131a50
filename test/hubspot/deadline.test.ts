import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { RetryLater } from '../../src/errors.ts';
import { startServer } from './local-server.ts';
import { makeTestClient } from './test-client.ts';

const ACCOUNT = { portalId: 7, timeZone: 'Europe/Rome', companyCurrency: 'EUR', uiDomain: 'app-eu1.hubspot.com' };

/** A server that fails its first request in one way, and answers from then on; tells when the failed one was closed. */
async function startFaulty(fail: (response: ServerResponse, request: IncomingMessage) => void) {
  let seen = 0;
  const closed = Promise.withResolvers<void>();
  const baseUrl = await startServer((request, response) => {
    seen += 1;
    if (seen > 1) return void response.setHeader('content-type', 'application/json').end(JSON.stringify(ACCOUNT));
    response.on('close', closed.resolve);
    fail(response, request);
  });
  return { baseUrl, closed: closed.promise };
}

describe('the time limit of a call', () => {
  const hangs: Record<string, (response: ServerResponse) => void> = {
    'no answer at all': () => {},
    'headers, then nothing': (response) => void response.writeHead(200).flushHeaders(),
    'a body that stalls': (response) => void response.writeHead(200).write('{"portalId":7,'),
    'a body that trickles without end': (response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    },
  };
  it.each(Object.entries(hangs))('ends %s, closes the connection, and tries again', async (_, fail) => {
    const { baseUrl, closed } = await startFaulty(fail);
    const { client, warnings } = makeTestClient({ baseUrl, timeoutMs: 250 });
    expect((await client.account()).portalId).toBe(7);
    await closed;
    expect(warnings[0]).toMatchObject({ because: 'timed out after 250 ms', attempt: 1 });
    expect(client.calls).toEqual({ total: warnings.length + 1, rateLimited: 0, failed: warnings.length });
  });

  it('gives up after six tries and says when to come back', async () => {
    const baseUrl = await startServer(() => {});
    const { client } = makeTestClient({ baseUrl, timeoutMs: 30 });
    const error = await client.account().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({
      message: 'HubSpot gave no answer (timed out after 30 ms) to GET /account-info/2026-09/details, try 6 of 6',
      afterMs: 60_000,
    });
    expect(client.calls).toEqual({ total: 6, rateLimited: 0, failed: 6 });
  });

  it("is each client's own, and never that of other code in the process", async () => {
    const baseUrl = await startServer(
      (_, response) => void delay(250).then(() => response.end(JSON.stringify(ACCOUNT))),
    );
    const hasty = makeTestClient({ baseUrl, timeoutMs: 40 });
    const patient = makeTestClient({ baseUrl, timeoutMs: 20_000 });
    const [hastyResult, patientResult, plain] = await Promise.allSettled([
      hasty.client.account(),
      patient.client.account(),
      fetch(baseUrl).then((response) => response.json()),
    ]);
    expect(hastyResult).toMatchObject({ status: 'rejected' });
    expect(patientResult).toMatchObject({ status: 'fulfilled', value: ACCOUNT });
    expect(plain).toMatchObject({ status: 'fulfilled', value: ACCOUNT });
    expect(patient.client.calls).toEqual({ total: 1, rateLimited: 0, failed: 0 });
  });
});

describe('a broken connection', () => {
  const breaks: Record<string, [fail: (response: ServerResponse, request: IncomingMessage) => void, because: RegExp]> =
    {
      'reset before the answer': [(_, request) => void request.socket.resetAndDestroy(), /ECONNRESET|UND_ERR_SOCKET/],
      'cut within a body of known length': [
        (response) => {
          response.writeHead(200, { 'content-length': '1000' }).write('{"portalId":', () => response.destroy());
        },
        /UND_ERR_SOCKET|ECONNRESET/,
      ],
      'a body that ends too early': [
        (response) => void response.writeHead(200).end(JSON.stringify(ACCOUNT).slice(0, 30)),
        /no JSON, or cut off/,
      ],
    };
  it.each(Object.entries(breaks))('%s: tries again', async (_, [fail, because]) => {
    const { baseUrl } = await startFaulty(fail);
    const { client, warnings } = makeTestClient({ baseUrl });
    expect((await client.account()).portalId).toBe(7);
    expect(client.calls).toEqual({ total: 2, rateLimited: 0, failed: 1 });
    expect(warnings).toEqual([expect.objectContaining({ because: expect.stringMatching(because) })]);
  });

  it('nobody listening: gives up with the reason', async () => {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    const { client } = makeTestClient({ baseUrl: `http://127.0.0.1:${port}` });
    await expect(client.account()).rejects.toThrow(/no answer \(ECONNREFUSED\)/);
  });
});
