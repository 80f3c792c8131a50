import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sandbox } from '../../src/commands/sandbox.ts';
import { freshPath, start } from './run-command.ts';

const ADDRESS = 'http://localhost:3000/webhooks/hubspot';

test.each([
  [['--webhooks', ADDRESS], 'Give --webhooks and --client-secret together'],
  [['--client-secret', 'x'], 'Give --webhooks and --client-secret together'],
  [['--webhooks', 'localhost:3000', '--client-secret', 'x'], `give an address such as ${ADDRESS}.`],
  [['--webhooks', '/webhooks', '--client-secret', 'x'], `give an address such as ${ADDRESS}.`],
  [['--app', 'https://health.example.com'], 'give where the service is going to be, such as http://localhost:3000.'],
  [['--app', 'localhost'], 'give where the service is going to be'],
  [['--app', 'http://localhost:3000', '--webhooks', ADDRESS, '--client-secret', 'x'], 'Give --app or --webhooks'],
])('%j is refused', async (args, says) => {
  await expect(sandbox(args)).rejects.toThrow(says);
});

test('what changes in the portal is told to the address', async () => {
  const received = Promise.withResolvers<string>();
  const app = createServer((request, response) => {
    request.once('data', (body: Buffer) => received.resolve(body.toString()));
    request.once('end', () => response.writeHead(204).end());
  }).listen(0, '127.0.0.1');
  await once(app, 'listening');
  const address = `http://127.0.0.1:${(app.address() as AddressInfo).port}/`;
  const running = start([
    'src/cli.ts',
    'sandbox',
    '--companies',
    '1',
    '--port',
    '0',
    '--webhooks',
    address,
    '--client-secret',
    'x',
  ]);
  onTestFinished(async () => {
    running.child.kill();
    await running.finished;
    app.close();
  });
  const setting = await vi.waitUntil(() => /API_URL=(\S+) HUBSPOT_ACCESS_TOKEN=(\S+)/.exec(running.stdout()), 20_000);
  const authorization = `Bearer ${setting[2]}`;
  const companies = `${setting[1]}/crm/objects/2026-09/companies`;
  const made = await fetch(companies, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ properties: { name: 'New' } }),
  });
  const { id } = (await made.json()) as { id: string };
  expect(JSON.parse(await received.promise)).toMatchObject([
    { subscriptionType: 'object.creation', objectId: Number(id) },
  ]);
});

test('an app can be installed in it: the settings that are printed start a service whose install link leads to its consent page', async () => {
  const portal = start(['src/cli.ts', 'sandbox', '--companies', '1', '--port', '0', '--app', 'http://localhost:3000']);
  onTestFinished(async () => {
    portal.child.kill();
    await portal.finished;
  });
  const printed = await vi.waitUntil(
    () => /^ {2}(HUBSPOT_API_URL=.*PORT=3000) npm start$/m.exec(portal.stdout()),
    20_000,
  );
  const settings = Object.fromEntries((printed[1] ?? '').split(' ').map((word) => word.split(/=(.*)/s).slice(0, 2)));
  expect(settings).toMatchObject({ PUBLIC_URL: 'http://localhost:3000', PORT: '3000' });
  const asked = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'info', DATA_DIR: freshPath() };
  const service = start(['src/main.ts'], { ...settings, ...asked });
  onTestFinished(async () => {
    service.child.kill();
    await service.finished;
  });
  const serving = await vi.waitUntil(() => /"port":(\d+).*"msg":"serving"/.exec(service.stdout()), 20_000);
  const install = await fetch(`http://127.0.0.1:${serving[1]}/oauth/install`, { redirect: 'manual' });
  const consent = await fetch(install.headers.get('location') ?? '');
  expect([consent.status, await consent.text()]).toEqual([
    200,
    expect.stringContaining('The app asks for these permissions'),
  ]);
}, 60_000);
