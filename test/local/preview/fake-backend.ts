/** A backend that answers hand-made scorecards and what else a test has, and only to requests signed as HubSpot signs them. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Scorecard } from '@account-health/contract';

export interface FakeBackend {
  readonly url: string;
  readonly clientSecret: string;
  /** Paths with their queries, in the order they came. */
  readonly asked: string[];
  /** What was done: method and path, with the body. */
  readonly done: { readonly what: string; readonly body: unknown }[];
  close(): Promise<void>;
}

/**
 * @param answers by company id: a scorecard, or an HTTP status; may be changed between requests
 * @param others answers by method and path without its query, such as `POST /api/companies/1/pulse`; may be changed between requests
 * @param publicUrl what signatures are checked against; the backend's own address unless given
 */
export async function startFakeBackend(
  answers: Readonly<Record<string, Scorecard | number>>,
  publicUrl?: string,
  others: Readonly<Record<string, unknown>> = {},
): Promise<FakeBackend> {
  const clientSecret = 'a secret of this test';
  const asked: string[] = [];
  const done: { what: string; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { url = '', method = '', headers } = request;
    asked.push(url);
    const timestamp = String(headers['x-hubspot-request-timestamp']);
    // Written out here from HubSpot's description, apart from the code under test.
    const signed = method + (publicUrl ?? own()) + url.replaceAll('%40', '@') + body + timestamp;
    const expected = createHmac('sha256', clientSecret).update(signed).digest('base64');
    const fresh = Math.abs(Date.now() - Number(timestamp)) < 300_000;
    const what = `${method} ${url.split('?')[0]}`;
    if (method !== 'GET') done.push({ what, body: body === '' ? null : JSON.parse(body) });
    const answer = others[what] ?? answers[/^\/api\/companies\/(\d+)\/scorecard\?/.exec(url)?.[1] ?? ''] ?? 404;
    const status =
      headers['x-hubspot-signature-v3'] !== expected || !fresh ? 401 : typeof answer === 'number' ? answer : 200;
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(status === 200 ? JSON.stringify(answer) : '{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: own(),
    clientSecret,
    asked,
    done,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
