import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeDataDir } from '../store/test-store.ts';
import { expectOneLine, freshFolder, run } from './run-command.ts';

const CLI = 'src/cli.ts';
const PROFILE = { timeZone: 'Europe/Rome', currency: 'EUR', uiDomain: 'app.hubspot.com' };

let dataDir: string;
const cli = (...args: string[]) => run([CLI, ...args], { DATA_DIR: dataDir });

/** Two portals with records of the same ids, one of them with a model and an ingest key. */
beforeAll(async () => {
  dataDir = await makeDataDir();
  const store = await openStore({ dataDir });
  for (const id of [4711, 4712]) {
    const portal = store.portal(portalId(id));
    await portal.saveProfile(PROFILE);
    const companies = [1, 2, 3].map((n) => ({
      id: String(n),
      effectiveAt: 5,
      values: { name: `Company ${n} of ${id}` },
    }));
    await portal.saveRecords('companies', companies, 10);
    await portal.savePublished([
      { companyId: companyId('1'), asOf: 20, score: 77, status: 'healthy', modelVersion: '1.0.0' },
    ]);
  }
  const portal = store.portal(portalId(4711));
  await portal.saveModel('Standard B2B', '1.0.0', { name: 'Standard B2B' }, { at: 1, by: { kind: 'service' } });
  await portal.addIngestKey(
    { id: 'abcd1234', hash: 'f00dfeed'.repeat(8), label: 'Ours', madeAt: 1 },
    { kind: 'service' },
  );
  await store.close();
});

test('export: a line for each row of the one portal, between a head and an end that counts them', async () => {
  const out = join(freshFolder(), 'portal.jsonl');
  const finished = await cli('export', '--portal', '4711', '--out', out);
  expect([finished.code, finished.stderr]).toEqual([0, '']);
  const text = readFileSync(out, 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines[0]).toEqual({ export: 1, portalId: 4711, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
  const rows = lines.slice(1, -1) as { table: string; row: Record<string, unknown> }[];
  const counts = Object.fromEntries(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, all]) => [table, all.length]),
  );
  expect(lines.at(-1)).toEqual({ end: counts });
  expect(counts).toMatchObject({ portal: 1, fact: 3, published_score: 1, ingest_key: 1, model: 1 });
  expect(finished.stdout).toBe(`Portal 4711: ${rows.length} rows written to ${out}.\n`);
  expect(rows).toContainEqual({ table: 'portal', row: { profile: PROFILE } });
  expect(rows.find(({ table }) => table === 'ingest_key')?.row).toMatchObject({ key_id: 'abcd1234', label: 'Ours' });
  expect(text).toContain('Company 2 of 4711');
  expect(text).not.toMatch(/of 4712|f00dfeed/);
  // It is a copy of a customer base: for its owner alone.
  expect(statSync(out).mode & 0o077).toBe(0);

  expectOneLine(
    await cli('export', '--portal', '4711', '--out', out),
    /exists already\. Delete it, or name another file/,
  );
  expect(readFileSync(out, 'utf8')).toBe(text);
});

test('export: what is missing or wrong is said in one line, and leaves no file', async () => {
  const out = join(freshFolder(), 'portal.jsonl');
  expectOneLine(await cli('export', '--portal', '4711'), /Say which file to write with --out/);
  expectOneLine(await cli('export', '--out', out), /Name a portal .* with --portal: 4711, 4712/);
  expectOneLine(await cli('export', '--portal', '4711', '--out', join(out, 'below')), /cannot be written \(ENOENT\)/);
  expect(existsSync(out)).toBe(false);
});

test('erase: says what would go, wants a confirmation of the very portal, and leaves the other one', async () => {
  const asked = await cli('erase', '--portal', '4711');
  expect(asked.code).toBe(1);
  expect(asked.stdout).toMatch(/^Of portal 4711:\n( +\d+ {2}\w+\n)+$/);
  expect(asked.stdout).toMatch(/ 3 {2}fact$/m);
  expect(asked.stderr).toMatch(/^account-health: Nothing was erased\. To erase these \d+ rows .* --confirm 4711\.\n$/);
  expectOneLine(
    await cli('erase', '--portal', '4711', '--confirm', '4712'),
    /the portal to erase is 4711\. Nothing was erased/,
  );
  expectOneLine(await cli('erase', '--portal', '4711; drop'), /give the portal's id, a number such as 4711/);

  const kept = await cli('erase', '--portal', '4711', '--keep-model', '--confirm', '4711');
  expect([kept.code, kept.stderr]).toEqual([0, '']);
  expect(kept.stdout).toMatch(/^Erased: \d+ rows\. HubSpot itself is unchanged\.$/m);
  const rest = await cli('erase', '--portal', '4711', '--yes');
  expect(rest.stdout).toBe('Of portal 4711:\n  1  model\nErased: 1 rows. HubSpot itself is unchanged.\n');
  const store = await openStore({ dataDir });
  expect(await store.portal(portalId(4712)).countRows()).toMatchObject({ portal: 1, fact: 3, published_score: 1 });
  await store.close();
});
