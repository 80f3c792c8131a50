import { expect, test } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import type { FaultKind } from '../../../src/local/sandbox/faults.ts';
import { startSandbox } from '../../../src/local/sandbox/start-sandbox.ts';
import { DATA, record, sandbox } from './sandbox-fixture.ts';

const ONE = '/crm/objects/2026-09/companies/1';
const rename = { method: 'PATCH', json: { properties: { name: 'Renamed' } } };

test.each(['429', '423', '477', '500', '502', '503', '504'] as const)(
  '%s is answered, without the effect',
  async (kind) => {
    const { call, portal } = await sandbox({ faults: { queue: [{ kind }] } });
    const { status, body } = await call(ONE, rename);
    expect(status).toBe(Number(kind));
    // Gateways answer a page, HubSpot itself JSON.
    expect(typeof body).toBe(['502', '503', '504'].includes(kind) ? 'string' : 'object');
    expect(portal.record('companies', '1')?.properties.name).toBe('Alpha Ltd');
    expect((await call(ONE, rename)).status).toBe(200);
  },
);

test('a migrating portal says when to come back', async () => {
  const { call } = await sandbox({ faults: { queue: [{ kind: '477' }], retryAfterSeconds: 86_400 } });
  expect((await call(ONE)).headers.get('retry-after')).toBe('86400');
});

test.each([
  ['reset', 'Alpha Ltd'],
  ['reset-after', 'Renamed'],
] as const)('%s cuts the connection and leaves the name %s', async (kind, name) => {
  const { call, portal, stats } = await sandbox({ faults: { queue: [{ kind }] } });
  await expect(call(ONE, rename)).rejects.toThrow('fetch failed');
  expect(portal.record('companies', '1')?.properties.name).toBe(name);
  expect(stats()).toMatchObject({ total: 1, faults: 1, byStatus: { reset: 1 } });
});

test('a truncated body is no JSON, though the call had its effect', async () => {
  const { call, portal } = await sandbox({ faults: { queue: [{ kind: 'truncated' }] } });
  await expect(call(ONE, rename)).rejects.toThrow(SyntaxError);
  expect(portal.record('companies', '1')?.properties.name).toBe('Renamed');
});

test('an answer may come without a content type', async () => {
  const { call } = await sandbox({ faults: { queue: [{ kind: 'untyped' }] } });
  expect((await call(ONE)).headers.get('content-type')).toBe(null);
});

test('a stalled answer begins and does not end', async () => {
  const { url, token } = await sandbox({ faults: { queue: [{ kind: 'stall' }] } });
  const abort = new AbortController();
  const response = await fetch(url + ONE, { headers: { authorization: `Bearer ${token}` }, signal: abort.signal });
  expect(response.status).toBe(200);
  const text = response.text();
  abort.abort();
  await expect(text).rejects.toThrow('abort');
});

test('a slow answer comes in the end', async () => {
  const { call } = await sandbox({ faults: { queue: [{ kind: 'slow' }], slowMs: 20 }, latencyMs: 5 });
  expect((await call(ONE)).status).toBe(200);
});

test('queued faults meet the calls that they are meant for, as often as they say', async () => {
  const queue = [{ kind: '500' as FaultKind, match: 'PATCH /crm', times: 2 }];
  const { call } = await sandbox({ faults: { queue } });
  expect((await call(ONE)).status).toBe(200);
  expect((await call(ONE, rename)).status).toBe(500);
  expect((await call(ONE, rename)).status).toBe(500);
  expect((await call(ONE, rename)).status).toBe(200);
});

test('chance is seeded: the same seed fails the same calls, and setFaults ends them', async () => {
  const run = async (seed: number) => {
    const { call, setFaults, stats } = await sandbox({ faults: { seed, chance: { '500': 0.3, '423': 0.2 } } });
    const statuses: number[] = [];
    for (let index = 0; index < 60; index += 1) statuses.push((await call(ONE)).status);
    const before = stats().faults;
    setFaults('none');
    for (let index = 0; index < 20; index += 1) await call(ONE);
    expect(stats().faults).toBe(before);
    return statuses;
  };
  const [first, again, other] = [await run(7), await run(7), await run(8)];
  expect(first).toEqual(again);
  expect(first).not.toEqual(other);
  expect(new Set(first)).toEqual(new Set([200, 423, 500]));
});

test("a port in use is the person's to solve, and says how", async () => {
  const { url } = await sandbox();
  const port = Number(new URL(url).port);
  const second = startSandbox({ data: DATA, port });
  await expect(second).rejects.toThrow(InputError);
  await expect(second).rejects.toThrow(`Port ${port} is in use. Choose another with --port.`);
});

test('a record id that is no number is refused at the start', async () => {
  const data = { ...DATA, objects: { companies: [record('C-1', {})] } };
  await expect(startSandbox({ data })).rejects.toThrow(InputError);
});
