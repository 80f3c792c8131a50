import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { generatePortal } from '../../../src/local/sandbox/generate/generate-portal.ts';
import { startSandbox } from '../../../src/local/sandbox/start-sandbox.ts';
import type { Place } from './place.ts';

/** Enough companies for the first read to be seen on its way. */
const COMPANIES = 300;
/** Of the pages on which there is little, and much. */
const [LOW, HIGH] = [
  { width: 1200, height: 420 },
  { width: 1200, height: 1010 },
];

/** An admin's way from the install link to the first scores, in the real service against the local stand-in for HubSpot. */
export const installPictures: Place = async (page, take) => {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const publicUrl = `http://localhost:${port}`;
  const oauthApp = {
    clientId: randomUUID(),
    clientSecret: randomUUID(),
    redirectUris: [`${publicUrl}/oauth/callback`],
  };
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
      PUBLIC_URL: publicUrl,
      HUBSPOT_API_URL: sandbox.url,
      HUBSPOT_APP_URL: sandbox.url,
      HUBSPOT_CLIENT_ID: oauthApp.clientId,
      HUBSPOT_CLIENT_SECRET: oauthApp.clientSecret,
      ENCRYPTION_KEYS: randomBytes(32).toString('base64'),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'account-health-pictures-')),
      LOG_LEVEL: 'error',
    },
  });
  try {
    await answers(`${publicUrl}/healthz`);
    await page.goto(`${publicUrl}/oauth/install`);
    await page.getByRole('button', { name: 'Agree' }).waitFor();
    await take('consent');
    await page.getByRole('button', { name: 'Agree' }).click();
    await page.waitForURL('**/setup');
    // Some way into the first read.
    await delay(6_000);
    await page.setViewportSize(LOW);
    await take('progress');
    const start = page.getByRole('button', { name: 'Start writing' });
    await start.waitFor({ timeout: 180_000 });
    await page.setViewportSize(HIGH);
    await take('preview');
    await start.click();
    await page.getByRole('heading', { name: 'The scores are in HubSpot' }).waitFor({ timeout: 180_000 });
    await page.setViewportSize(LOW);
    await take('written');
  } finally {
    if (service.exitCode === null) {
      service.kill('SIGTERM');
      await once(service, 'exit');
    }
    await sandbox.close();
  }
};

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
