import { beforeAll, describe, expect, test } from 'vitest';
import { moversText } from '../../src/commands/movers-text.ts';
import { companyId, portalId } from '../../src/ids.ts';
import type { NamedBandEvent } from '../../src/store/band-events.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { openCycleRig } from '../jobs/cycle-rig.ts';
import { DAY_MS, OVERDUE, PAID } from '../jobs/small-portal.ts';
import { modelWith } from '../scoring/own-account.ts';
import { makeDataDir } from '../store/test-store.ts';
import { expectOneLine, run } from './run-command.ts';

const CLI = 'src/cli.ts';
const YEARS = ['--days', '3650'];

let dataDir: string;
let portal: number;
let healthy: number;
beforeAll(async () => {
  dataDir = await makeDataDir();
  const store = await openStore({ dataDir });
  const rig = await openCycleRig(store);
  const health = (await rig.cycle()).scored.get(PAID)?.health;
  healthy = health?.state === 'scored' ? health.score : 0;
  rig.advance(DAY_MS);
  // Alder falls, Birch rises.
  const bands = { atRiskFrom: 20, healthyFrom: 95 };
  await rig.cycle({ model: modelWith({ version: 'strict', bands }) });
  portal = rig.store.portalId;
  await rig.close();
  await store.close();
});

/** Without a token: it calls nobody. */
const movers = (...args: string[]) => run([CLI, 'movers', ...args], { DATA_DIR: dataDir });

test('who worsened, then who recovered, with band and score before and after, and when in the portal’s time zone', async () => {
  const words = await movers(...YEARS);
  expect([words.code, words.stderr]).toEqual([0, '']);
  const [head, ...lines] = words.stdout.trimEnd().split('\n');
  expect(head).toBe('Bands that changed in the last 3650 days (Europe/Rome)');
  expect(lines).toEqual([
    'Worsened: 1',
    expect.stringMatching(
      new RegExp(`^ {2}2026-06-16 12:00 {2}Alder & Sons +healthy ${healthy} -> at risk ${healthy} .*not its own doing`),
    ),
    'Recovered: 1',
    expect.stringMatching(/^ {2}2026-06-16 12:00 {2}Birch <b>\{x\}<\/b> 'Ltd' +unhealthy 32 -> at risk \d+ /),
  ]);

  const json = JSON.parse((await movers(...YEARS, '--json')).stdout);
  expect(json).toMatchObject({
    ...{ portalId: portal, timeZone: 'Europe/Rome', total: 2 },
    worsened: [
      {
        ...{
          companyId: PAID,
          name: 'Alder & Sons',
          at: '2026-06-16T10:00:00.000Z',
          own: false,
          modelVersion: 'strict',
        },
        ...{ fromStatus: 'healthy', fromScore: healthy, toStatus: 'at_risk', toScore: healthy },
      },
    ],
    recovered: [{ companyId: OVERDUE, toStatus: 'at_risk' }],
  });
  expect(new Date(json.since).getTime()).toBeLessThan(Date.now() - 3_649 * DAY_MS);
});

test('nobody is no mistake', async () => {
  expect((await movers('--days', '1')).stdout).toBe('Nobody worsened or recovered in the last day.\n');
  expect((await movers()).stdout).toBe('Nobody worsened or recovered in the last 7 days.\n');
  expect(JSON.parse((await movers('--json')).stdout)).toMatchObject({ total: 0, worsened: [], recovered: [] });
});

test('a store without published scores, and a portal that it does not hold', async () => {
  const empty = await makeDataDir();
  expectOneLine(await run([CLI, 'movers'], { DATA_DIR: empty }), 'Run a cycle first: npm run cycle');
  const store = await openStore({ dataDir: empty });
  await store.portal(portalId(7)).saveProfile({ timeZone: 'UTC', currency: 'EUR', uiDomain: 'app.hubspot.com' });
  await store.close();
  expectOneLine(
    await run([CLI, 'movers'], { DATA_DIR: empty }),
    'No cycle has published scores of portal 7 yet. Run one first: npm run cycle',
  );
  expectOneLine(await movers('--portal', '1'), `Name a portal that the store holds with --portal: ${portal}.`);
});

describe('a line', () => {
  const fall: NamedBandEvent = {
    ...{ companyId: companyId('1'), name: 'A', at: 0, kind: 'worsened', modelVersion: '1', own: true, fromAt: 0 },
    ...{ fromStatus: 'healthy', toStatus: 'at_risk', fromScore: 80, toScore: 60, parts: null },
  };
  const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
  const textOf = (event: Partial<NamedBandEvent>, total = 1) =>
    moversText({ days: 7, timeZone: 'UTC', total, worsened: [{ ...fall, ...event }], recovered: [], wording });

  test.each<[Partial<NamedBandEvent>, RegExp]>([
    [{}, /at risk 60$/m],
    [{ own: false }, /not its own doing/],
    [
      {
        parts: [
          { cause: 'ageing', points: -8, signals: [{ signal: 'open_tickets', points: -8 }] },
          {
            ...{ cause: 'behaviour', points: -14 },
            signals: [
              { signal: 'open_tickets', points: 3 },
              { signal: 'overdue_balance', points: -17 },
            ],
          },
          { cause: 'model', points: 2, signals: [{ signal: 'open_tickets', points: 2 }] },
        ],
      },
      /What happened since: Overdue invoices \(-14\)$/m,
    ],
    [
      {
        ...{ kind: 'recovered', fromScore: 60, toScore: 80 },
        parts: [
          { cause: 'ageing', points: -8, signals: [{ signal: 'open_tickets', points: -8 }] },
          { cause: 'late_data', points: 28, signals: [{ signal: 'recomputed', points: 28 }] },
        ],
      },
      /came in late \(\+28\)$/m,
    ],
    [{ name: 'two\nlines\u001b[31m' }, /two lines \[31m/],
    [{ name: '' }, / {2}1 {2}healthy 80/],
  ])('of %j', (event, says) => {
    const text = textOf(event);
    expect(text).toMatch(says);
    expect(text.split('\n')).toHaveLength(3);
  });

  test('says how many are not listed', () => {
    expect(textOf({}, 5)).toMatch(/^and 4 earlier ones/m);
  });
});
