/** What an examination says of a portal, by meaning; and that it only looks. */
import { describe, expect, test } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { examinePortal } from '../../src/jobs/examine-portal.ts';
import { propertiesOf } from '../../src/publish/company-properties.ts';
import { planOf } from '../../src/scoring/model-signals.ts';
import { closedPort } from '../commands/run-command.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';
import { openTestStore } from '../store/test-store.ts';
import { MODEL, openCycleRig } from './cycle-rig.ts';
import { examineRigs, labels, without } from './examine-rig.ts';
import { POSTED_SIGNALS } from './full-portal.ts';
import { startRefusingProxy } from './refusing-proxy.ts';
import { DAY_MS, OVERDUE, PAID, SMALL_PORTAL } from './small-portal.ts';

const HOUR_MS = 3_600_000;
const TYPES = planOf(MODEL).map(({ objectType }) => objectType);

const open = examineRigs();

test('a portal that was never read: what is there, and that a cycle comes next', async () => {
  const rig = await open();
  const { one, troubles } = await rig.examine();
  expect(one('hubspot').text).toContain(`portal ${rig.store.portalId}, time zone Europe/Rome, currency EUR`);
  const counts = TYPES.map((type) => ({ type, records: SMALL_PORTAL.objects[type]?.length ?? 0 }));
  expect(one('readable').details).toEqual(counts);
  expect(one('readable').text).toBe(
    `Can be read, with so many records in HubSpot: ${counts.map(({ type, records }) => `${type} (${records})`).join(', ')}.`,
  );
  expect(troubles).toEqual(['own_absent', 'no_cycle']);
  expect(one('own_absent').text).toContain('account_health_score');
  expect(one('no_cycle').remedy).toContain('npm run cycle');
  expect(one('room').text).toBe('0 of 1,000 custom properties are used.');
});

test('looks only: nothing is written to HubSpot, nor to the store', async () => {
  const rig = await open();
  await rig.examine();
  const looks = /^GET |^POST (objects\/\w+\/search|\/oauth\/v2\/private-apps\/get\/access-token-info)$/;
  expect(Object.keys(rig.calls()).filter((call) => !looks.test(call))).toEqual([]);
  expect(await rig.store.profile()).toBeUndefined();
  expect(await rig.store.syncState('companies')).toBeUndefined();
});

test('after a cycle all is well: how far each type has come, the model, the schedule, nothing waits', async () => {
  const rig = await open();
  const { scored } = await rig.cycle();
  rig.advance(2 * HOUR_MS);
  const { one, all, troubles, findings } = await rig.examine();
  // This portal says little of its tickets, and holds no meetings, surveys, subscriptions, payments or quotes.
  const health = scored.get(PAID)?.health;
  const readings = health?.state === 'scored' ? health.signals : [];
  const unheld = readings
    .filter(
      ({ signal, reading }) =>
        reading.kind === 'unknown' && reading.reason === 'not_connected' && !POSTED_SIGNALS.includes(signal),
    )
    .map(({ signal }) => signal);
  expect(unheld).toEqual(
    expect.arrayContaining(['sla_breaches', 'meetings_held', 'nps', 'recurring_revenue', 'open_quotes']),
  );
  expect(new Set(troubles)).toEqual(new Set(['no_records', 'no_data']));
  const folded = [...all('no_records'), ...all('no_data')];
  expect(new Set(folded.flatMap(({ details = [] }) => details.map(({ label }) => label)))).toEqual(
    new Set(labels(unheld)),
  );
  expect(findings.every(({ remedy }) => remedy === null)).toBe(true);
  expect(one('cycle').text).toContain(
    `(2 hours ago), with the model Standard B2B ${MODEL.version}: 3 companies written, 2 unchanged, 0 refused`,
  );
  expect(one('type').text).toMatch(
    /^Complete to Jun 15, 2026, 12:00 PM \(2 hours ago\), with so many records held: companies \(5\), .*invoices \(38\), .*Deletions looked/,
  );
  const completeTo = '2026-06-15T10:00:00.000Z';
  expect(one('type').details?.map(({ type }) => type)).toEqual(TYPES);
  expect(one('type').details?.[5]).toEqual({ type: 'invoices', held: 38, completeTo, deletionsTo: completeTo });
  expect(one('schedule').text).toContain('15 * * * *');
  expect(one('own').mark).toBe('ok');
  expect(one('room').text).toBe(`${propertiesOf(MODEL).length} of 1,000 custom properties are used.`);
  expect(one('queue_empty').mark).toBe('ok');
});

describe('stale', () => {
  test('a cycle and types of more than a day ago', async () => {
    const rig = await open();
    await rig.cycle();
    rig.advance(3 * DAY_MS);
    const { one } = await rig.examine();
    expect(one('cycle_old').text).toContain('(3 days ago)');
    expect(one('cycle_old').remedy).toContain('npm start');
    expect(one('type_old').details?.map(({ type }) => type)).toEqual(TYPES);
  });

  test('who was refused, and by which model the scores shown are', async () => {
    const rig = await open();
    rig.sandbox.portal.refuseUpdates('companies', OVERDUE, { message: 'Industry is required' });
    await rig.cycle();
    const { one } = await rig.examine({ model: { ...MODEL, version: 'next' } });
    expect(one('cycle').text).toContain('1 refused');
    expect(one('cycle_refused').text).toContain(`company ${OVERDUE}: `);
    expect(one('cycle_refused').remedy).toContain('Industry is required');
    expect(one('cycle_other_model').text).toContain(
      `Standard B2B next; the scores shown are by Standard B2B ${MODEL.version}`,
    );
  });

  test('a reading under way, and how far the weekly one is', async () => {
    const rig = await open();
    await rig.cycle();
    const state = await rig.store.syncState('deals');
    if (state === undefined) throw new Error('The cycle read deals.');
    const round = { startedAt: rig.now(), topId: '22', total: 8, after: null, read: 2, held: 2, done: false };
    const cursor = { startedAt: rig.now() - HOUR_MS, unread: [], list: null, topId: null, read: 1_200 };
    await rig.store.saveSyncState('deals', { ...state, round, cursor: { ...cursor, since: 1, expected: 5_000 } });
    await rig.store.saveSyncState('emails', {
      ...state,
      completeTo: null,
      cursor: { ...cursor, since: null, expected: null },
    });
    const { one, all } = await rig.examine();
    // What is said of deals alone stands alone.
    const [deals, others] = all('type').toSorted((a, b) => (a.details?.length ?? 0) - (b.details?.length ?? 0));
    expect(deals?.text).toMatch(/: deals \(2\)\. .*weekly re-read 25% through\.$/);
    expect(others?.text).toMatch(/: companies \(5\), .*weekly re-read done\.$/);
    expect(others?.details).toHaveLength(TYPES.length - 2);
    expect(one('pass_changes').text).toMatch(
      /^A reading of what changed is under way since .*\(1 hour ago\); read so far: deals \(1,200 of 5,000\)\. /,
    );
    expect(one('pass_full').text).toMatch(/^A reading of all records .*; read so far: emails \(1,200\)\. /);
    expect(one('pass_full').details).toEqual([{ type: 'emails', read: 1_200, expected: null }]);
    expect(one('type_unread')).toMatchObject({ mark: 'look', text: 'emails: not read to the end yet.' });
  });

  test('what webhooks told and what must be purged', async () => {
    const rig = await open();
    await rig.cycle();
    await rig.store.touch(['1', '2'].map((id) => ({ objectType: 'companies', id, touchedAt: rig.now() })));
    await rig.store.requestPurge(['77']);
    rig.advance(60_000);
    const soon = await rig.examine();
    expect(soon.one('queue')).toMatchObject({ mark: 'ok' });
    expect(soon.one('queue').text).toContain('2 records that webhooks told of wait');
    expect(soon.one('purge').text).toContain('1 contact deleted for privacy waits');
    rig.advance(HOUR_MS);
    expect((await rig.examine()).one('queue_old')).toMatchObject({ mark: 'look' });
  });
});

describe('a HubSpot that does not answer hides nothing of the store', () => {
  /** A store with this portal alone. */
  async function alone() {
    const own = await openTestStore();
    const rig = await openCycleRig(own);
    await rig.cycle();
    return { own, rig };
  }

  test('silent, refusing, or no HubSpot at all', async () => {
    const { own, rig } = await alone();
    const nobody = `http://127.0.0.1:${await closedPort()}`;
    const stranger = await startRefusingProxy(rig.sandbox.url, () => ({ status: 404, body: 'Not found' }));
    const cases = [
      ['hubspot_silent', nobody, rig.sandbox.token],
      ['hubspot_refused', rig.sandbox.url, 'wrong'],
      ['hubspot_odd', stranger, rig.sandbox.token],
    ] as const;
    for (const [key, baseUrl, token] of cases) {
      const { client } = makeUnpacedClient({ baseUrl, token: async () => token, clock: rig.now });
      const given = { client, host: 'h', store: own, model: MODEL, schedule: undefined, locale: 'en', clock: rig.now };
      const findings = await examinePortal(given);
      expect(findings[0]).toMatchObject({ section: 'connection', mark: 'broken', key });
      expect(findings[0]?.remedy).toMatch(/HUBSPOT_(ACCESS_TOKEN|API_URL)/);
      expect(findings.map(({ key: found }) => found)).toContain('cycle');
      expect(findings.find(({ key: found }) => found === 'type')?.details).toHaveLength(TYPES.length);
    }
    await rig.close();
    await own.close();
  });

  test('of several portals in one store none is picked by chance', async () => {
    const [one, two] = [await open(), await open()];
    await one.cycle();
    await two.cycle();
    const { client } = makeUnpacedClient({ baseUrl: one.sandbox.url, token: async () => 'wrong', clock: one.now });
    const examined = await one.examine({ client });
    expect(examined.one('portal_unknown').text).toContain(String(portalId(two.store.portalId)));
    expect(examined.all('cycle')).toEqual([]);
  });

  test('without a store, what HubSpot tells', async () => {
    const rig = await open();
    const { findings, one } = await rig.examine({ store: undefined, model: undefined });
    expect(one('readable').details).toHaveLength(TYPES.length);
    expect(findings.filter(({ section }) => section === 'stale')).toEqual([]);
  });
});

test('every sentence is whole', async () => {
  const rig = await open({ scopes: without('tickets', 'crm.objects.companies.write') });
  await rig.cycle();
  const { findings } = await rig.examine();
  for (const { text, remedy } of findings) {
    expect(text).not.toMatch(/[{}]|undefined|null|NaN|–\./);
    expect(remedy ?? '').not.toMatch(/[{}]|undefined|null|NaN|–\./);
  }
});
