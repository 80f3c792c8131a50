import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountsCsv, accountsText } from '../../src/commands/accounts-text.ts';
import { companyId, portalId } from '../../src/ids.ts';
import type { ListedAccount } from '../../src/jobs/list-accounts.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openCycleRig } from '../jobs/cycle-rig.ts';
import { AWKWARD_NAME } from '../jobs/small-portal.ts';
import { makeDataDir } from '../store/test-store.ts';
import { expectOneLine, run } from './run-command.ts';

const CLI = 'src/cli.ts';

let dataDir: string;
let portal: number;
beforeAll(async () => {
  dataDir = await makeDataDir();
  const store = await openStore({ dataDir });
  const rig = await openCycleRig(store);
  await rig.cycle();
  portal = rig.store.portalId;
  await rig.close();
  await store.close();
});

/** Without a token: it calls nobody. */
const accounts = (...args: string[]) => run([CLI, 'accounts', ...args], { DATA_DIR: dataDir });

test('as a table, as CSV and as JSON, of all or of one status', async () => {
  const words = await accounts();
  expect([words.code, words.stderr]).toEqual([0, '']);
  const [head, ...lines] = words.stdout.trimEnd().split('\n');
  expect(head).toMatch(/^Accounts as of 2026-06-15, Standard B2B .*: 5$/);
  expect(lines[0]).toMatch(/^ +\d+ {2}unhealthy {5}Birch <b>\{x\}<\/b> 'Ltd' {2}.*overdue/);
  expect(lines.at(-1)).toMatch(/not customer {2}Elm +Not a customer: /);

  const json = await accounts('--json', '--status', 'not_customer');
  const { accounts: listed, ...about } = JSON.parse(json.stdout);
  expect(about).toMatchObject({ portalId: portal, asOf: '2026-06-15T10:00:00.000Z' });
  const reasons = listed.map(({ companyId: id, score, status, reason }: ListedAccount) => [id, score, status, reason]);
  expect(reasons).toContainEqual(['4', null, 'not_customer', 'Not scored: this company is a partner.']);
  expect(new Set(listed.map(({ status }: ListedAccount) => status))).toEqual(new Set(['not_customer']));

  const csv = await accounts('--csv', '--status', 'unhealthy');
  expect(parse(csv.stdout, { columns: true })).toEqual([
    {
      company_id: '2',
      name: AWKWARD_NAME,
      score: expect.stringMatching(/^\d+$/),
      status: 'unhealthy',
      reason: expect.stringContaining('overdue'),
    },
  ]);
});

test('nobody of a status is no mistake', async () => {
  const none = await accounts('--status', 'at_risk');
  expect([none.code, none.stdout]).toEqual([0, expect.stringMatching(/: 0 of 5\n$/)]);
});

test('a store without a cycle, and a portal that it does not hold', async () => {
  const empty = await makeDataDir();
  const noPortal = await run([CLI, 'accounts'], { DATA_DIR: empty });
  expectOneLine(noPortal, 'The store holds no portal yet. Run a cycle first: npm run cycle');
  const store = await openStore({ dataDir: empty });
  await store.portal(portalId(7)).saveProfile({ timeZone: 'UTC', currency: 'EUR', uiDomain: 'app.hubspot.com' });
  await store.close();
  expectOneLine(
    await run([CLI, 'accounts'], { DATA_DIR: empty }),
    'No cycle has scored portal 7 yet. Run one first: npm run cycle',
  );
  expectOneLine(await accounts('--portal', '1'), `Name a portal that the store holds with --portal: ${portal}.`);
});

describe('what a name may hold', () => {
  const named = (name: string): ListedAccount => ({
    companyId: companyId('1'),
    name,
    score: 7,
    status: 'at_risk',
    reason: 'No invoice, "none".',
  });
  const names = ['a,b', 'say "x"', 'two\r\nlines', '', ' spaced ', 'tab\tin'];
  test('comes back from the CSV as it was', () => {
    const rows = parse(accountsCsv(names.map(named)), { columns: true }) as { name: string; reason: string }[];
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(rows[0]?.reason).toBe('No invoice, "none".');
  });

  test.each(['=1+1', '+1', '-1', '@x', '\t=1'])('%j is no formula to a spreadsheet', (name) => {
    expect(parse(accountsCsv([named(name)]), { columns: true })).toMatchObject([{ name: `'${name}` }]);
  });

  test('breaks no line of the table', () => {
    const list = { asOf: 0, timeZone: 'UTC', model: { name: 'M', version: '1' }, accounts: [] };
    const text = accountsText(list, [named('two\nlines\u001b[31m')]);
    expect(text.split('\n')).toHaveLength(2);
    expect(text.split('\n')[1]).not.toMatch(/\p{Cc}/u);
  });
});
