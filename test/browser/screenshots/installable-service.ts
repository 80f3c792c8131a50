import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { generatePortal } from '../../../src/local/sandbox/generate/generate-portal.ts';
import { startSandbox } from '../../../src/local/sandbox/start-sandbox.ts';

/** Enough companies for the first read to be seen on its way. */
const COMPANIES = 300;

/** The real service against the local stand-in for HubSpot, in which nobody has installed the app yet. */
export interface InstallableService {
  readonly url: string;
  readonly clientSecret: string;
  /** Of the one portal that there is. */
  readonly portalId: number;
  stop(): Promise<void>;
}

export async function startInstallable(): Promise<InstallableService> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;
  const oauthApp = { clientId: randomUUID(), clientSecret: randomUUID(), redirectUris: [`${url}/oauth/callback`] };
  const data = generatePortal({ seed: 1, companies: COMPANIES, now: Date.now() });
  const sandbox = await startSandbox({ data, oauthApp });
  const { PATH = '', HOME = '' } = process.env;
  const service = spawn(process.execPath, ['src/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH,
      HOME,
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      PUBLIC_URL: url,
      HUBSPOT_API_URL: sandbox.url,
      HUBSPOT_APP_URL: sandbox.url,
      HUBSPOT_CLIENT_ID: oauthApp.clientId,
      HUBSPOT_CLIENT_SECRET: oauthApp.clientSecret,
      ENCRYPTION_KEYS: randomBytes(32).toString('base64'),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'account-health-pictures-')),
      LOG_LEVEL: 'error',
    },
  });
  async function stop(): Promise<void> {
    if (service.exitCode === null) {
      service.kill('SIGTERM');
      await once(service, 'exit');
    }
    await sandbox.close();
  }
  try {
    await answers(`${url}/healthz`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, clientSecret: oauthApp.clientSecret, portalId: data.portalId, stop };
}

/** An admin's agreement; what is shown before it may be pictured. */
export async function agree(page: Page, url: string, before: () => Promise<void> = async () => {}): Promise<void> {
  await page.goto(`${url}/oauth/install`);
  await page.getByRole('button', { name: 'Agree' }).waitFor();
  await before();
  await page.getByRole('button', { name: 'Agree' }).click();
  await page.waitForURL('**/setup');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until something answers at an address. @throws Error where nothing does for half a minute. */
async function answers(url: string): Promise<void> {
  for (let round = 0; round < 150; round += 1) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await delay(200);
  }
  throw new Error(`Nothing answers at ${url}.`);
}
