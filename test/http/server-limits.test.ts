import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { SERVER_LIMITS } from '../../src/http/server-limits.ts';

/** The limits, a hundred times as fast. */
const FAST = Object.fromEntries(Object.entries(SERVER_LIMITS).map(([name, ms]) => [name, ms / 100]));

async function send(...parts: readonly [text: string, thenMs: number][]): Promise<{ answer: string; afterMs: number }> {
  const app = express();
  app.use(express.raw({ type: () => true }), (_request, response) => void response.send('all'));
  const server = createServer(FAST, app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
    server.close();
    server.closeAllConnections();
  });
  const startedAt = performance.now();
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  for (const [text, thenMs] of parts) {
    socket.write(text);
    await new Promise((resolve) => setTimeout(resolve, thenMs));
  }
  await closed;
  return { answer, afterMs: performance.now() - startedAt };
}
const HEAD = 'POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n';

test('a request that comes at once is answered', async () => {
  expect((await send([`${HEAD}\r\nabc`, 0])).answer).toMatch(/^HTTP\/1\.1 200 .*all$/s);
});

test.each<[string, readonly [string, number][], number]>([
  ['headers', [[HEAD, 0]], SERVER_LIMITS.headersTimeout],
  [
    'body',
    [
      [`${HEAD}\r\na`, 50],
      ['b', 0],
    ],
    SERVER_LIMITS.requestTimeout,
  ],
])('a request whose %s do not end is cut off in time', async (_what, parts, limitMs) => {
  const { answer, afterMs } = await send(...parts);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(afterMs).toBeGreaterThan(limitMs / 100 - 10);
  expect(afterMs).toBeLessThan((limitMs + 3 * SERVER_LIMITS.connectionsCheckingInterval) / 100 + 500);
});

test('the limits are seconds: HubSpot sends at once, and a posted megabyte takes ten on a slow line', () => {
  expect(SERVER_LIMITS.headersTimeout).toBeLessThanOrEqual(15_000);
  expect(SERVER_LIMITS.requestTimeout).toBeGreaterThan(10_000);
  expect(SERVER_LIMITS.requestTimeout).toBeLessThanOrEqual(60_000);
  expect(SERVER_LIMITS.connectionsCheckingInterval).toBeLessThanOrEqual(SERVER_LIMITS.headersTimeout);
});
