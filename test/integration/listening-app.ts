import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { makeApp } from '../../src/http/make-app.ts';
import { WEBHOOKS_PATH } from '../../src/http/webhooks-route.ts';
import { signV3 } from '../../src/hubspot/signature.ts';
import type { PortalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';

const PUBLIC_URL = 'https://health.example.com';
const CLIENT_SECRET = 'secret-of-no-app';

export interface ListeningApp {
  /** Posts events as HubSpot does. Throws where they are not taken. */
  post(events: readonly unknown[]): Promise<void>;
  /** What was logged as an error or a warning. */
  readonly complaints: readonly unknown[];
}

/** The real routes on a port of their own, until the test ends. */
export async function startApp(options: {
  readonly store: Store;
  readonly clock: () => number;
  readonly onEvents: (portal: PortalId) => void;
}): Promise<ListeningApp> {
  const complaints: unknown[] = [];
  const complain = (fields: unknown) => void complaints.push(fields);
  const log = { error: complain, warn: complain };
  const app = makeApp({ ...options, clientSecret: CLIENT_SECRET, publicUrl: PUBLIC_URL, log });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${WEBHOOKS_PATH}`;
  return {
    complaints,
    async post(events) {
      const body = JSON.stringify(events);
      const timestamp = String(options.clock());
      const uri = PUBLIC_URL + WEBHOOKS_PATH;
      const signature = signV3({ clientSecret: CLIENT_SECRET, method: 'POST', uri, rawBody: body, timestamp });
      const headers = { 'x-hubspot-request-timestamp': timestamp, 'x-hubspot-signature-v3': signature };
      const { status } = await fetch(url, { method: 'POST', body, headers });
      if (status !== 204) throw new Error(`${events.length} events were answered by ${status}`);
    },
  };
}
