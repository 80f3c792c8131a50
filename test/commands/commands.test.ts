import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { SMALL_PORTAL } from '../jobs/small-portal.ts';
import { makeDataDir } from '../store/test-store.ts';
import { expectOneLine, freshFolder, run, start } from './run-command.ts';

const CLI = 'src/cli.ts';
const NOON = '2026-06-15T10:00:00Z';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ data: SMALL_PORTAL, limits: 'off' });
});
afterAll(() => sandbox.close());

const settings = (dataDir: string) => ({
  HUBSPOT_API_URL: sandbox.url,
  HUBSPOT_ACCESS_TOKEN: sandbox.token,
  DATA_DIR: dataDir,
});
const score = () => sandbox.portal.record('companies', '1')?.properties.account_health_score;

test('cycle: a dry run first, then the real one, in figures and in words', async () => {
  const dataDir = await makeDataDir();
  const dry = await run([CLI, 'cycle', '--dry-run', '--as-of', NOON], settings(dataDir));
  expect([dry.code, dry.stderr]).toEqual([0, '']);
  expect(dry.stdout).toContain('Dry run, nothing is written: 2 would change, 3 would not');
  expect(dry.stdout).not.toContain('Written back');
  expect(score()).toBeUndefined();

  const json = await run([CLI, 'cycle', '--json', '--as-of', NOON], settings(dataDir));
  expect([json.code, json.stderr]).toEqual([0, '']);
  const report = JSON.parse(json.stdout.trimEnd().split('\n').at(-1) ?? '');
  expect(report).toEqual({
    portalId: SMALL_PORTAL.portalId,
    asOf: '2026-06-15T10:00:00.000Z',
    synced: expect.objectContaining({
      companies: 5,
      contacts: 2,
      deals: 2,
      tickets: 2,
      emails: 7,
      invoices: 38,
      calls: 0,
    }),
    calls: { total: expect.any(Number), rateLimited: 0, failed: 0 },
    companies: { scored: 2, unknown: 0, notCustomer: 3 },
    reasons: { unknown: {}, notCustomer: { no_purchase_or_stage: 2, partner: 1 } },
    bands: { healthy: 1, at_risk: 0, unhealthy: 1, unknown: 0 },
    written: { changed: 2, unchanged: 3, failed: 0 },
    durationMs: expect.any(Number),
  });
  expect(score()).toMatch(/^\d+$/);

  const words = await run([CLI, 'cycle', '--as-of', NOON], settings(dataDir));
  expect([words.code, words.stderr]).toEqual([0, '']);
  const lines = words.stdout.split('\n');
  expect(lines[0]).toBe('Health as of 2026-06-15: 2 scored, 0 unknown, 3 not customers');
  expect(words.stdout).toMatch(/^ {2}unhealthy +1$/m);
  expect(words.stdout).toContain('Not customers: 2 no purchase or stage, 1 partner (npm run cli -- accounts)');
  expect(words.stdout).toContain('Read: 5 companies, 2 contacts, 2 deals, 2 tickets, 7 emails, 38 invoices');
  expect(words.stdout).toContain('Written back: 0 changed, 5 unchanged, 0 refused');
  expect(words.stdout).toContain(`Birch <b>{x}</b> 'Ltd'`);
});

test('cycle: what HubSpot refused is said on standard error, beside the figures', async () => {
  const strict = await startSandbox({ data: SMALL_PORTAL, limits: 'off' });
  strict.portal.refuseUpdates('companies', '2', { message: 'Industry is required' });
  const env = { ...settings(await makeDataDir()), HUBSPOT_API_URL: strict.url, HUBSPOT_ACCESS_TOKEN: strict.token };
  const finished = await run([CLI, 'cycle', '--json', '--as-of', NOON], env);
  await strict.close();
  expect(finished.code).toBe(0);
  expect(finished.stderr).toMatch(/^HubSpot refused company 2: [^\n]*Industry is required[^\n]*\n$/);
  expect(JSON.parse(finished.stdout)).toMatchObject({ written: { changed: 1, unchanged: 3, failed: 1 } });
});

describe('demo --once', () => {
  test('with a generated portal: the bands, and the worst ten', async () => {
    const finished = await run([CLI, 'demo', '--once', '--companies', '20']);
    expect([finished.code, finished.stderr]).toEqual([0, '']);
    const lines = finished.stdout.split('\n');
    const scored = Number(/: (\d+) scored/.exec(finished.stdout)?.[1]);
    expect(scored).toBeGreaterThan(10);
    const bands = ['healthy', 'at risk', 'unhealthy', 'unknown'].map((band) =>
      Number(lines.find((line) => line.startsWith(`  ${band} `))?.slice(12)),
    );
    expect(bands.slice(0, 3).reduce((sum, count) => sum + count, 0)).toBe(scored);
    const worst = lines.slice(lines.findIndex((line) => line.startsWith('Worst accounts')) + 1).filter(Boolean);
    expect(worst).toHaveLength(10);
    const rows = worst.map((line) => /^ {2}( {0,2}\d{1,3}) {2}(\S.*?) {2,}(-\d+) {2}(\S.*)$/.exec(line));
    expect(rows.every((row) => row !== null)).toBe(true);
    const scores = rows.map((row) => Number(row?.[1]));
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  });

  test('with a portal folder, at its own date and at an earlier one', async () => {
    const folder = freshFolder('portal');
    writeFileSync(
      join(folder, 'companies.csv'),
      'id,name,createdate,lifecyclestage\n1,"Alder, ""Sons""",2012-01-01T00:00:00Z,customer\n2,Birch,2012-01-01T00:00:00Z,customer\n',
    );
    const invoices = ['01', '02', '03', '04', '05', '06', '07'].map(
      (month, index) =>
        `${10 + index},1,INV-${month},2013-${month}-01T00:00:00Z,2013-${month}-15T00:00:00Z,paid,2013-${month}-10T00:00:00Z,100,EUR`,
    );
    const early = '29,2,INV-EARLY,2013-02-01T00:00:00Z,2013-02-28T00:00:00Z,paid,2013-02-10T00:00:00Z,500,EUR';
    const late = '30,2,INV-LATE,2013-03-01T00:00:00Z,2013-03-31T00:00:00Z,paid,2013-07-10T00:00:00Z,500,EUR';
    writeFileSync(
      join(folder, 'invoices.csv'),
      `id,company_id,hs_number,hs_invoice_date,hs_due_date,hs_invoice_status,hs_payment_date,hs_amount_billed,hs_currency\n${[...invoices, early, late].join('\n')}\n`,
    );
    const [own, june] = await Promise.all([
      run([CLI, 'demo', '--once', '--portal', folder]),
      run([CLI, 'demo', '--once', '--portal', folder, '--as-of', '2013-06-01']),
    ]);
    for (const finished of [own, june]) expect([finished.code, finished.stderr]).toEqual([0, '']);
    expect(own.stdout).toContain('Health as of 2013-07-01: ');
    expect(june.stdout).toContain('Health as of 2013-06-01: ');
    // Paid in July: in June it is overdue by two months, and caps the score.
    expect(june.stdout).toMatch(/Birch .*Invoice INV-LATE \(€500\.00\) is 62 days overdue\./);
    expect(june.stdout).not.toContain('INV-07');
  });
});

test('the service: first cycle, health, a locked data directory, and an end within seconds', async () => {
  const dataDir = await makeDataDir();
  const service = start(['src/main.ts'], {
    ...settings(dataDir),
    PORT: '0',
    PUBLIC_URL: 'https://health.example.com',
    HUBSPOT_CLIENT_ID: 'id',
    HUBSPOT_CLIENT_SECRET: 'secret',
    ENCRYPTION_KEYS: `${'A'.repeat(43)}=`,
  });
  const logged = () =>
    service
      .stdout()
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line));
  const until = async (message: string) => {
    while (service.child.exitCode === null) {
      const entry = logged().find(({ msg }) => msg === message);
      if (entry !== undefined) return entry;
      await delay(50);
    }
    throw new Error(`The service ended: ${service.stdout()}`);
  };
  const { port } = await until('serving');
  const health = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(await health.json()).toEqual({ status: 'ok' });
  const refused = await fetch(`http://127.0.0.1:${port}/api/companies/1/scorecard?portalId=4711`);
  expect([refused.status, await refused.text()]).toEqual([401, '']);

  expectOneLine(
    await run([CLI, 'cycle'], settings(dataDir)),
    /Data directory .* is in use by process \d+\. Stop it, or set DATA_DIR to another folder\./,
  );
  expect(await until('cycle done')).toMatchObject({ companies: { notCustomer: 2 }, portalId: SMALL_PORTAL.portalId });

  service.child.kill('SIGTERM');
  const [code] = await Promise.race([once(service.child, 'exit'), delay(10_000, ['still running'])]);
  expect(code).toBe(0);
  expect((await service.finished).stderr).toBe('');
  expect(existsSync(join(dataDir, 'lock'))).toBe(false);
});
