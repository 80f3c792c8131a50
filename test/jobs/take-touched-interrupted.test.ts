import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { RetryLater } from '../../src/errors.ts';
import type { PortalClient } from '../../src/hubspot/portal-client.ts';
import { companyId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { TouchedRecord } from '../../src/store/touched-records.ts';
import { openTestStore } from '../store/test-store.ts';
import { type EventsRig, openEventsRig } from './events-rig.ts';
import { NO_FACTS, OVERDUE, PAID, PROSPECT } from './small-portal.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

async function open(): Promise<EventsRig> {
  const rig = await openEventsRig(store);
  onTestFinished(rig.close);
  return rig;
}

/** The same object, whose every call first goes through `step`. */
function stepping<T extends object>(target: T, step: (name: string) => void): T {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        step(String(name));
        return value.apply(object, args);
      };
    },
  });
}

const deal = (id: string, touchedAt: number): TouchedRecord => ({ objectType: 'deals', id, touchedAt });

test('killed at whatever step, the next run makes up for it: facts and scores are those of an undisturbed run', async () => {
  const rig = await open();
  const { portal } = rig.sandbox;
  let contacts = 900;
  let killed = true;
  // Every third step: the rounds differ, and what comes before a step differs with them.
  for (let last = 1; killed; last += 3) {
    // Something of every kind, different each round.
    const [here, there] = last % 2 === 0 ? [PAID, NO_FACTS] : [NO_FACTS, PAID];
    contacts += 1;
    portal.upsert('contacts', {
      id: String(contacts),
      properties: { firstname: 'D' },
      associations: { companies: [here] },
    });
    rig.advance(1_000);
    await rig.deliver();
    await rig.takeTouched()();

    portal.associate('tickets', '32', 'companies', [there]);
    portal.associate('contacts', '12', 'companies', [here]);
    portal.upsert('invoices', { id: '616', properties: { hs_balance_due: String(last) } });
    if (last % 2 === 0) portal.restore('deals', '21');
    else portal.archive('deals', '21');
    portal.purge('contacts', String(contacts));
    rig.advance(1_000);
    // Of associations only the records' ends are told: their companies must be found.
    await rig.deliver(rig.heard().filter(({ fromObjectId }) => fromObjectId === undefined));
    const touchedAt = rig.now();
    await rig.store.touch([
      { objectType: 'tickets', id: '32', touchedAt },
      { objectType: 'contacts', id: '12', touchedAt, withNeighbours: true },
    ]);

    let left = last;
    const step = () => {
      left -= 1;
      if (left < 0) throw new Error('killed');
    };
    killed = false;
    await rig
      .takeTouched({ client: stepping(rig.client, step), store: stepping(rig.store, step) })()
      .catch((error: Error) => {
        expect(error.message).toBe('killed');
        killed = true;
      });
    rig.advance(1_000);
    await rig.takeTouched()();
    expect(await rig.store.touched(9)).toEqual([]);
    expect(await rig.store.purgeRequests()).toEqual([]);
    // A whole cycle would write whatever was forgotten.
    expect(await rig.facts()).toEqual(await rig.freshFacts());
    const { report } = await rig.cycle();
    expect(report.written.changed).toBe(0);
    rig.advance(1_000);
  }
  expect(contacts).toBeGreaterThan(915);
}, 60_000);

test('what a process stored and did not follow up before it died is followed up by the next, minutes later', async () => {
  const rig = await open();
  rig.sandbox.portal.archive('companies', NO_FACTS);
  rig.advance(1_000);
  await rig.deliver();
  await rig.takeTouched()();
  rig.sandbox.portal.restore('companies', NO_FACTS);
  rig.sandbox.portal.associate('tickets', '31', 'companies', [NO_FACTS]);
  rig.sandbox.portal.associate('invoices', '616', 'companies', []);
  rig.advance(1_000);
  const touchedAt = rig.now();
  await rig.store.touch([
    { objectType: 'companies', id: NO_FACTS, touchedAt, withNeighbours: true },
    { objectType: 'invoices', id: '616', touchedAt },
  ]);
  const dying = stepping(rig.store, (name) => {
    if (name === 'companiesOf' || name === 'latestCycle') throw new Error('killed');
  });
  await expect(rig.takeTouched({ store: dying })()).rejects.toThrow('killed');
  rig.advance(10 * 60_000);
  await rig.takeTouched()();
  expect(await rig.facts()).toEqual(await rig.freshFacts());
  expect((await rig.cycle()).report.written.changed).toBe(0);
});

test('the companies of a contact that was deleted for good are rescored', async () => {
  const rig = await open();
  rig.sandbox.portal.upsert('contacts', { id: '19', properties: {}, associations: { companies: [NO_FACTS] } });
  await rig.deliver();
  await rig.takeTouched()();
  rig.advance(60_000);
  rig.sandbox.portal.purge('contacts', '19');
  await rig.deliver(rig.heard().filter(({ subscriptionType }) => subscriptionType === 'contact.privacyDeletion'));
  expect(await rig.takeTouched()()).toMatchObject({ purged: 1, rescored: 1 });
  expect(await rig.store.rescoredAt(companyId(NO_FACTS))).toBe(rig.now());
});

test('purges come first, and need no answer from HubSpot', async () => {
  const rig = await open();
  rig.sandbox.portal.upsert('deals', { id: '22', properties: { amount: '1' } });
  rig.sandbox.portal.purge('contacts', '12');
  rig.advance(1_000);
  await rig.deliver();
  const down = stepping<PortalClient>(rig.client, () => {
    throw new RetryLater('down', 1_000);
  });
  await expect(rig.takeTouched({ client: down })()).rejects.toThrow('down');
  expect(await rig.store.heldIds('contacts', null, 9)).toEqual(['11']);
  expect(await rig.store.purgeRequests()).toEqual([]);
  expect(await rig.takeTouched()()).toMatchObject({ purged: 0, rescored: 1 });
  expect(await rig.facts()).toEqual(await rig.freshFacts());
});

test('while a cycle is under way records are taken once, kept, and taken once more after it', async () => {
  const rig = await open();
  let cycling = true;
  const takeTouched = rig.takeTouched({ keep: () => cycling });
  // The cycle reads a page while a ticket is at another company, and stores it when the ticket is long back.
  rig.sandbox.portal.associate('tickets', '31', 'companies', [PAID]);
  const readAt = rig.now();
  const ticket = (await rig.store.account(companyId(OVERDUE)))?.records.find(({ id }) => id === '31');
  const values = ticket?.versions.at(-1)?.values ?? {};
  rig.advance(1_000);
  rig.sandbox.portal.associate('tickets', '31', 'companies', [OVERDUE]);
  const touch = () => rig.store.touch([{ objectType: 'tickets', id: '31', touchedAt: rig.now() }]);
  await touch();
  expect(await takeTouched()).toMatchObject({ records: 1, changed: 0, rescored: 1 });
  expect(await rig.store.touched(9)).toHaveLength(1);
  const late = { id: '31', effectiveAt: ticket?.versions.at(-1)?.effectiveAt ?? 0, values, companyIds: [PAID] };

  rig.sandbox.resetStats();
  expect(await takeTouched()).toMatchObject({ records: 0, rescored: 0 });
  expect(rig.sandbox.stats().total).toBe(0);
  // Touched again, it is looked at again; and so are others.
  rig.advance(1_000);
  await touch();
  await rig.store.touch([deal('22', rig.now())]);
  expect(await takeTouched()).toMatchObject({ records: 2 });
  expect(await takeTouched()).toMatchObject({ records: 0 });

  await rig.store.saveRecords('tickets', [late], readAt);
  expect(await rig.facts()).not.toEqual(await rig.freshFacts());
  cycling = false;
  expect(await takeTouched()).toMatchObject({ records: 2 });
  expect(await rig.facts()).toEqual(await rig.freshFacts());
  expect(await rig.store.touched(9)).toEqual([]);
  expect(await takeTouched()).toMatchObject({ records: 0 });
});

test('after a long cycle, which may have written over it, the company that a record left is rescored once more', async () => {
  const rig = await open();
  let cycling = true;
  const takeTouched = rig.takeTouched({ keep: () => cycling });
  rig.sandbox.portal.associate('tickets', '31', 'companies', [PAID]);
  await rig.store.touch([{ objectType: 'tickets', id: '31', touchedAt: rig.now() }]);
  expect(await takeTouched()).toMatchObject({ rescored: 2 });
  rig.advance(600_000);
  await rig.store.touch([deal('21', rig.now())]);
  await takeTouched();
  rig.advance(600_000);
  cycling = false;
  await takeTouched();
  for (const company of [OVERDUE, PAID]) expect(await rig.store.rescoredAt(companyId(company))).toBe(rig.now());
});

test('a cycle that begins while a record is looked at keeps it too', async () => {
  const rig = await open();
  const asked: boolean[] = [];
  const keep = () => asked.push(true) > 1;
  await rig.store.touch([deal('22', rig.now())]);
  await rig.takeTouched({ keep })();
  expect(await rig.store.touched(9)).toHaveLength(1);
});

test('a record that is touched while it is looked at is looked at again', async () => {
  const rig = await open();
  await rig.store.touch([deal('22', rig.now())]);
  let looks = 0;
  const client: PortalClient = {
    ...rig.client,
    async read(...args) {
      const found = await rig.client.read(...args);
      looks += 1;
      if (looks > 1) return found;
      rig.advance(1_000);
      rig.sandbox.portal.upsert('deals', { id: '22', properties: { amount: '77' } });
      await rig.deliver();
      return found;
    },
  };
  expect(await rig.takeTouched({ client })()).toMatchObject({ records: 2, changed: 1 });
  expect(await rig.facts()).toEqual(await rig.freshFacts());
});

test('records of a type that sync has not begun wait, those of one that it cannot read are dropped, others pass them', async () => {
  const rig = await open();
  const states = new Map<string, unknown>([
    ['tickets', undefined],
    ['invoices', { blocked: { reason: 'scope_missing', scopes: [] }, choice: null }],
  ]);
  const portal: PortalStore = {
    ...rig.store,
    syncState: async (type) =>
      (states.has(type) ? states.get(type) : await rig.store.syncState(type)) as Awaited<
        ReturnType<PortalStore['syncState']>
      >,
  };
  const waiting = Array.from({ length: 700 }, (_, index) => ({
    objectType: 'tickets' as const,
    id: String(9_000 + index),
    touchedAt: rig.now() - 5_000,
  }));
  await rig.store.touch([...waiting, { objectType: 'invoices', id: '616', touchedAt: rig.now() - 4_000 }]);
  await rig.store.touch([deal('22', rig.now())]);
  rig.sandbox.portal.archive('deals', '22');
  rig.advance(1_000);
  expect(await rig.takeTouched({ store: portal })()).toMatchObject({ records: 1, changed: 1 });
  const left = await rig.store.touched(2_000);
  expect([left.length, new Set(left.map(({ objectType }) => objectType))]).toEqual([700, new Set(['tickets'])]);
  // Once sync has begun it, they are looked at, in several batches.
  rig.sandbox.resetStats();
  expect(await rig.takeTouched()()).toMatchObject({ records: 700, changed: 0 });
  expect(rig.calls()).toMatchObject({ 'POST objects/tickets/batch/read': 7 });
  expect(await rig.store.touched(9)).toEqual([]);
});

test('without a scope that was taken since, its records are dropped and others are looked at', async () => {
  const rig = await open();
  const scopes = ['crm.objects.contacts.read', 'crm.objects.deals.read', 'sales-email-read'];
  const companies = ['objects', 'schemas'].flatMap((kind) => [
    `crm.${kind}.companies.read`,
    `crm.${kind}.companies.write`,
  ]);
  rig.sandbox.portal.setScopes([...scopes, ...companies]);
  rig.sandbox.portal.archive('tickets', '31');
  rig.sandbox.portal.archive('deals', '22');
  rig.advance(1_000);
  await rig.deliver();
  expect(await rig.takeTouched()()).toMatchObject({ records: 1, changed: 1 });
  expect(await rig.store.touched(9)).toEqual([]);
});

test('aborted, it ends between batches, and forgets nothing that it did not finish', async () => {
  const rig = await open();
  const rows = Array.from({ length: 650 }, (_, index) => deal(String(9_000 + index), rig.now() - 5_000 + index));
  await rig.store.touch([...rows, { objectType: 'companies', id: PROSPECT, touchedAt: rig.now() }]);
  const stop = new AbortController();
  const portal: PortalStore = {
    ...rig.store,
    async forgetTouched(records) {
      await rig.store.forgetTouched(records);
      stop.abort(new Error('shutting down'));
    },
  };
  rig.advance(1_000);
  await expect(rig.takeTouched({ store: portal })(stop.signal)).rejects.toThrow('shutting down');
  expect(await rig.store.touched(2_000)).toHaveLength(351);
  expect(await rig.takeTouched()()).toMatchObject({ records: 351, rescored: 1 });
  expect(rig.shown(OVERDUE).account_health_score).not.toBeNull();
});

test('where events never cease, a cycle takes those that came before it, and ends', async () => {
  const rig = await open();
  await rig.store.touch([deal('21', rig.now())]);
  let events = 0;
  // With each record that is looked at comes an event for another.
  const busy = stepping(rig.client, (name) => {
    if (name !== 'read') return;
    if (++events > 20) throw new Error('it never ends');
    rig.advance(1);
    void rig.store.touch([deal(String(10_000 + events), rig.now())]);
  });
  const taken = await rig.takeTouched({ client: busy, rescore: false })();
  expect(taken.records).toBe(1);
  expect(await rig.store.touched(10)).toEqual([deal('10001', rig.now())]);
});
