import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { verifySignatureV3 } from '../../../src/hubspot/signature.ts';
import type { PortalEvent } from '../../../src/local/sandbox/events.ts';
import { sandbox } from './sandbox-fixture.ts';

const CLIENT_SECRET = 'secret-of-no-app';

interface Delivery {
  readonly request: IncomingMessage;
  readonly body: string;
  readonly events: readonly PortalEvent[];
}

/** An app that answers each delivery as `answer` says: a status, or no answer at all. */
async function receivingApp(answer: (delivery: Delivery, index: number) => number | 'reset') {
  const deliveries: Delivery[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const delivery = { request, body, events: JSON.parse(body) as PortalEvent[] };
    deliveries.push(delivery);
    const status = answer(delivery, deliveries.length - 1);
    if (status === 'reset') request.socket.resetAndDestroy();
    else response.writeHead(status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const targetUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { targetUrl, deliveries };
}

const change = (
  portal: { upsert: (type: string, record: { id: string; properties: { name: string } }) => unknown },
  name: string,
) => portal.upsert('companies', { id: '1', properties: { name } });

test('events come signed, fewer than 100 at once, each once', async () => {
  const { targetUrl, deliveries } = await receivingApp(() => 204);
  const { portal, webhooksSettled } = await sandbox({ webhooks: { targetUrl, clientSecret: CLIENT_SECRET } });
  const names = Array.from({ length: 250 }, (_, index) => `Zoë ${index}`);
  for (const name of names) change(portal, name);
  expect(await webhooksSettled()).toEqual({ delivered: 250, lost: 0 });
  expect(deliveries.map(({ events }) => events.length)).toEqual([99, 99, 52]);
  expect(deliveries.flatMap(({ events }) => events.map((event) => event.propertyValue))).toEqual(names);
  for (const { request, body } of deliveries) {
    const signed = {
      clientSecret: CLIENT_SECRET,
      method: request.method ?? '',
      uri: targetUrl,
      rawBody: body,
      signature: String(request.headers['x-hubspot-signature-v3']),
      timestamp: String(request.headers['x-hubspot-request-timestamp']),
      now: Date.now(),
    };
    expect(verifySignatureV3(signed)).toBe(true);
    expect(verifySignatureV3({ ...signed, rawBody: `${body} ` })).toBe(false);
  }
});

test('what fails comes again, counted, and is overtaken', async () => {
  const answers = [500, 204, 'reset', 401, 204] as const;
  const { targetUrl, deliveries } = await receivingApp((_delivery, index) => answers[index] ?? 204);
  const failures: string[] = [];
  const webhooks = {
    targetUrl,
    clientSecret: CLIENT_SECRET,
    retryAfterMs: 20,
    onFailure: (line: string) => void failures.push(line),
  };
  const { portal, webhooksSettled } = await sandbox({ webhooks });
  for (let index = 0; index < 100; index++) change(portal, `N${index}`);
  expect(await webhooksSettled()).toEqual({ delivered: 100, lost: 0 });
  const shape = deliveries.map(({ events }) => [events.length, events[0]?.propertyValue, events[0]?.attemptNumber]);
  expect(shape).toEqual([
    [99, 'N0', 0],
    [1, 'N99', 0],
    [99, 'N0', 1],
    [99, 'N0', 2],
    [99, 'N0', 3],
  ]);
  expect(new Set(deliveries.map(({ events }) => events[0]?.eventId)).size).toBe(2);
  expect(failures[0]).toBe('99 events, attempt 0: status 500');
  expect(failures).toHaveLength(3);
});

test('after ten repeats it is given up', async () => {
  const { targetUrl, deliveries } = await receivingApp(() => 503);
  const webhooks = { targetUrl, clientSecret: CLIENT_SECRET, retryAfterMs: 0 };
  const { portal, webhooksSettled } = await sandbox({ webhooks });
  change(portal, 'N');
  expect(await webhooksSettled()).toEqual({ delivered: 0, lost: 1 });
  expect(deliveries.map(({ events }) => events[0]?.attemptNumber)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('closing ends the repeats', async () => {
  const { targetUrl, deliveries } = await receivingApp(() => 500);
  const failed = Promise.withResolvers<string>();
  const webhooks = { targetUrl, clientSecret: CLIENT_SECRET, retryAfterMs: 3_600_000, onFailure: failed.resolve };
  const { portal, webhooksSettled, close } = await sandbox({ webhooks });
  change(portal, 'N');
  await failed.promise;
  await close();
  expect(await webhooksSettled()).toEqual({ delivered: 0, lost: 1 });
  expect(deliveries).toHaveLength(1);
});

test('without an address nothing is sent', async () => {
  const { portal, webhooksSettled } = await sandbox();
  change(portal, 'N');
  expect(await webhooksSettled()).toEqual({ delivered: 0, lost: 0 });
});
