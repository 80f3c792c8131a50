import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { historyCsv, historyText } from '../../src/commands/history-text.ts';
import { companyId } from '../../src/ids.ts';
import type { CompanyHistory } from '../../src/jobs/read-history.ts';
import { openStore } from '../../src/store/open-store.ts';
import { MODEL, openCycleRig } from '../jobs/cycle-rig.ts';
import { AWKWARD_NAME, DAY_MS, invoice, NO_FACTS, OVERDUE, PAID } from '../jobs/small-portal.ts';
import { makeDataDir } from '../store/test-store.ts';
import { expectOneLine, run, start } from './run-command.ts';

const CLI = 'src/cli.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await makeDataDir();
  const store = await openStore({ dataDir });
  const rig = await openCycleRig(store);
  await rig.cycle();
  rig.advance(7 * DAY_MS);
  rig.sandbox.portal.upsert('invoices', invoice(901, PAID, 80, null));
  await rig.cycle();
  await rig.close();
  await store.close();
});

/** Without a token: it calls nobody. */
const history = (...args: string[]) => run([CLI, 'history', ...args], { DATA_DIR: dataDir });

test('of one company: a line a week, and recomputed, with what was published where that is something else', async () => {
  const words = await history(PAID, '--from', '2026-06-08');
  expect([words.code, words.stderr]).toEqual([0, '']);
  const [title, ...weeks] = words.stdout.trimEnd().split('\n');
  expect(title).toBe('Alder & Sons: weekly scores (Europe/Rome)');
  expect(weeks).toEqual([
    expect.stringMatching(/^ {2}2026-06-08 {2}.*healthy +replayed /),
    expect.stringMatching(new RegExp(`^ {2}2026-06-15 {2}.*healthy +published +${MODEL.version}$`)),
    expect.stringMatching(/^ {2}2026-06-22 {2}.*published /),
  ]);

  const anew = JSON.parse((await history(PAID, '--from', '2026-06-15', '--recompute', '--json')).stdout);
  expect(anew).toMatchObject({ companyId: PAID, name: 'Alder & Sons', timeZone: 'Europe/Rome' });
  const [first, last] = anew.weeks;
  expect(first).toMatchObject({
    ...{ date: '2026-06-15', basis: 'recomputed' },
    published: { status: 'healthy', modelVersion: MODEL.version },
  });
  expect(first.score).toBeLessThan(first.published.score);
  expect(last).not.toHaveProperty('published');
});

test('of the whole portal: CSV, a line for each company and week in which it was a customer', async () => {
  const csv = await history('--from', '2026-06-15');
  expect([csv.code, csv.stderr]).toEqual([0, '']);
  const rows = parse(csv.stdout, { columns: true }) as Record<string, string>[];
  expect(rows.map(({ company_id: id, date, basis }) => [id, date, basis])).toEqual(
    [PAID, OVERDUE, NO_FACTS].flatMap((id) => ['2026-06-15', '2026-06-22'].map((date) => [id, date, 'published'])),
  );
  expect(rows[2]).toMatchObject({ name: AWKWARD_NAME, score: '32', status: 'unhealthy', published_score: '' });
  // Of whom nothing is known: a customer without a score.
  expect(rows[4]).toMatchObject({ name: 'Cedar', score: '', status: 'unknown' });
});

test.each(['history', 'accounts'])('a reader that has enough of %s, as head has, is no failure', async (command) => {
  const { child, finished } = start([CLI, command], { DATA_DIR: dataDir });
  child.stdout?.destroy();
  expect(await finished).toMatchObject({ code: 0, stderr: '' });
});

test('a company that is not held', async () => {
  expectOneLine(await history('999'), /holds no company 999\. List them: npm run cli -- accounts/);
});

describe('a line', () => {
  const { version: modelVersion } = MODEL;
  const company = (parts: Partial<CompanyHistory> = {}): CompanyHistory => ({
    companyId: companyId('1'),
    name: 'A',
    lines: [
      {
        ...{ at: 0, score: null, status: 'unknown', modelVersion, basis: 'recomputed' },
        published: { at: 0, score: 70, status: 'healthy', modelVersion: '=1' },
      },
    ],
    ...parts,
  });
  const about = { timeZone: 'UTC', model: { name: 'M', version: '1' } };

  test('says that it was recomputed, and what was published', () => {
    const [, says, line] = historyText(company(), about, true).split('\n');
    expect(says).toMatch(/^Recomputed with M 1 and what is known now/);
    expect(line).toMatch(/^ {2}1970-01-01 {7}unknown +recomputed .* published: 70 healthy \(=1\)$/);
  });
  test('of nobody’s weeks there is none', () => {
    expect(historyText(company({ lines: [] }), about, false)).toMatch(/\nNo weeks in this period/);
  });
  test('is no formula and breaks no table, whatever a name holds', () => {
    const csv = historyCsv(company({ name: '=1+1,"x"' }), 'UTC');
    expect(parse(csv)).toEqual([
      ['1', `'=1+1,"x"`, '1970-01-01', '', 'unknown', 'recomputed', modelVersion, '70', 'healthy', `'=1`],
    ]);
    expect(historyText(company({ name: 'a\nb' }), about, false).split('\n')).toHaveLength(2);
  });
});
