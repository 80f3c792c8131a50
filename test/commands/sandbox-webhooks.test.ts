import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sandbox } from '../../src/commands/sandbox.ts';
import { start } from './run-command.ts';

const ADDRESS = 'http://localhost:3000/webhooks/hubspot';

test.each([
  [['--webhooks', ADDRESS], 'Give --webhooks and --client-secret together'],
  [['--client-secret', 'x'], 'Give --webhooks and --client-secret together'],
  [['--webhooks', 'localhost:3000', '--client-secret', 'x'], `give an address such as ${ADDRESS}.`],
  [['--webhooks', '/webhooks', '--client-secret', 'x'], `give an address such as ${ADDRESS}.`],
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
