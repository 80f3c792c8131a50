import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { type EventsRig, openEventsRig } from './events-rig.ts';
import { invoice, NO_FACTS, OVERDUE, PAID, PROSPECT } from './small-portal.ts';

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

/** What happens in the portal, and who is rescored for it. */
const HAPPENINGS: Record<
  string,
  { readonly first?: (rig: EventsRig) => void; readonly happens: (rig: EventsRig) => void }
> = {
  'a record is created': {
    happens: ({ sandbox }) => sandbox.portal.upsert('invoices', { ...invoice(900, NO_FACTS, 10, null) }),
  },
  'a record is changed': {
    happens: ({ sandbox }) => sandbox.portal.upsert('deals', { id: '22', properties: { amount: '1' } }),
  },
  'a record is deleted': { happens: ({ sandbox }) => sandbox.portal.archive('deals', '22') },
  'a record is restored': {
    first: ({ sandbox }) => sandbox.portal.archive('deals', '22'),
    happens: ({ sandbox }) => sandbox.portal.restore('deals', '22'),
  },
  'a record is associated': {
    happens: ({ sandbox }) => sandbox.portal.associate('tickets', '31', 'companies', [PAID, NO_FACTS]),
  },
  'records are merged': { happens: ({ sandbox }) => sandbox.portal.merge('deals', '21', '22') },
  'a company is created, with what it is associated with': {
    happens: ({ sandbox }) =>
      sandbox.portal.upsert('companies', {
        id: '9',
        properties: { name: 'Fir', lifecyclestage: 'customer' },
        associations: { deals: ['22'], contacts: ['12'] },
      }),
  },
  'a company is deleted': { happens: ({ sandbox }) => sandbox.portal.archive('companies', OVERDUE) },
  'a company is restored': {
    first: ({ sandbox }) => sandbox.portal.archive('companies', OVERDUE),
    happens: ({ sandbox }) => sandbox.portal.restore('companies', OVERDUE),
  },
  'companies are merged: what the one had is the other’s': {
    happens: ({ sandbox }) => sandbox.portal.merge('companies', PAID, OVERDUE),
  },
  'a contact is created, whose company is that of the invoices it got': {
    happens: ({ sandbox }) =>
      sandbox.portal.upsert('contacts', {
        id: '19',
        properties: { firstname: 'C' },
        associations: { companies: [NO_FACTS], invoices: ['700'] },
      }),
  },
  'a contact goes to another company, and takes an invoice along': {
    happens: ({ sandbox }) => sandbox.portal.associate('contacts', '12', 'companies', [NO_FACTS]),
  },
  'a contact is deleted: emails name it no more, and its invoice has no company': {
    happens: ({ sandbox }) => {
      sandbox.portal.archive('contacts', '11');
      sandbox.portal.archive('contacts', '12');
    },
  },
  'a contact is restored': {
    first: ({ sandbox }) => {
      sandbox.portal.archive('contacts', '11');
      sandbox.portal.archive('contacts', '12');
    },
    happens: ({ sandbox }) => {
      sandbox.portal.restore('contacts', '11');
      sandbox.portal.restore('contacts', '12');
    },
  },
  'contacts are merged: emails name the one that is left': {
    happens: ({ sandbox }) => sandbox.portal.merge('contacts', '12', '11'),
  },
  'a contact is deleted for good': {
    happens: ({ sandbox }) => {
      sandbox.portal.purge('contacts', '11');
      sandbox.portal.purge('contacts', '12');
    },
  },
  'much at once': {
    first: ({ sandbox }) => {
      sandbox.portal.archive('deals', '21');
      sandbox.portal.archive('contacts', '11');
      sandbox.portal.associate('tickets', '31', 'companies', [PROSPECT]);
    },
    happens: ({ sandbox }) => {
      sandbox.portal.restore('deals', '21');
      sandbox.portal.merge('companies', NO_FACTS, OVERDUE);
      sandbox.portal.purge('contacts', '12');
      sandbox.portal.archive('companies', PAID);
      sandbox.portal.upsert('emails', { id: '41', properties: { hs_email_status: 'BOUNCED' } });
    },
  },
};

test.for(Object.entries(HAPPENINGS))('%s: the facts are those of a fresh sync', async ([, { first, happens }]) => {
  const rig = await open();
  const takeTouched = rig.takeTouched();
  const before = await rig.facts();
  for (const step of [first, happens]) {
    if (step === undefined) continue;
    rig.advance(1_000);
    step(rig);
    rig.advance(1_000);
    await rig.deliver();
    await takeTouched();
    expect(await rig.store.touched(9)).toEqual([]);
  }
  const facts = await rig.facts();
  expect(facts).toEqual(await rig.freshFacts());
  if (first === undefined) expect(facts).not.toEqual(before);
});

test('the outcome is the same whatever the order of the events, and however often they come', async () => {
  const rig = await open();
  rig.sandbox.portal.archive('deals', '22');
  rig.sandbox.portal.upsert('deals', { id: '21', properties: { amount: '7' } });
  rig.sandbox.portal.restore('deals', '22');
  rig.sandbox.portal.associate('deals', '22', 'companies', [PAID]);
  rig.sandbox.portal.archive('deals', '22');
  const events = rig.heard();
  rig.advance(1_000);
  await rig.deliver([...events.toReversed(), ...events]);
  const takeTouched = rig.takeTouched();
  await takeTouched();
  const facts = await rig.facts();
  expect(facts).toEqual(await rig.freshFacts());
  for (const event of events) {
    rig.advance(1_000);
    await rig.deliver([event]);
    expect(await takeTouched()).toMatchObject({ changed: 0, written: 0 });
  }
  expect(await rig.facts()).toEqual(facts);
});

test('a company that was away while a record of its own was looked at gets it back, however late its restore is told', async () => {
  const rig = await open();
  rig.sandbox.portal.archive('companies', OVERDUE);
  rig.sandbox.portal.upsert('deals', { id: '22', properties: { amount: '1' } });
  const events = rig.heard();
  rig.advance(1_000);
  await rig.deliver(events.filter(({ subscriptionType }) => subscriptionType === 'object.propertyChange'));
  await rig.takeTouched()();
  expect(await rig.store.linkedTo([OVERDUE])).not.toContainEqual({ objectType: 'deals', id: '22' });
  rig.sandbox.portal.restore('companies', OVERDUE);
  rig.advance(3_600_000);
  await rig.cycle();
  rig.advance(3_600_000);
  await rig.deliver([...rig.heard(), ...events]);
  await rig.takeTouched()();
  expect(await rig.store.linkedTo([OVERDUE])).toContainEqual({ objectType: 'deals', id: '22' });
  expect(await rig.facts()).toEqual(await rig.freshFacts());
});

test('an invoice follows its contact, also where a sync saw the contact move long before that was told', async () => {
  const rig = await open();
  rig.sandbox.portal.associate('contacts', '12', 'companies', [NO_FACTS]);
  rig.sandbox.portal.upsert('contacts', { id: '12', properties: { firstname: 'D' } });
  rig.advance(60_000);
  await rig.cycle();
  rig.advance(3_600_000);
  const takeTouched = rig.takeTouched();
  await takeTouched();
  expect(await rig.facts()).not.toEqual(await rig.freshFacts());
  await rig.deliver();
  await takeTouched();
  expect(await rig.facts()).toEqual(await rig.freshFacts());
});

test('what a contact left behind at a company where it was goes with it', async () => {
  const rig = await open();
  rig.sandbox.portal.associate('contacts', '12', 'companies', [NO_FACTS]);
  rig.sandbox.portal.upsert('contacts', { id: '12', properties: { firstname: 'D' } });
  rig.advance(60_000);
  await rig.cycle();
  rig.advance(3_600_000);
  rig.sandbox.portal.archive('contacts', '12');
  await rig.deliver(rig.heard().filter(({ subscriptionType }) => subscriptionType === 'object.deletion'));
  await rig.takeTouched()();
  expect(await rig.facts()).toEqual(await rig.freshFacts());
});

test('an invoice that was looked at after its contact moved, and the contact was not, is without it when it is gone', async () => {
  const rig = await open();
  rig.sandbox.portal.associate('contacts', '12', 'companies', [NO_FACTS]);
  rig.sandbox.portal.upsert('invoices', { id: '700', properties: { hs_number: 'INV-7' } });
  rig.advance(1_000);
  await rig.deliver(rig.heard().filter(({ subscriptionType }) => subscriptionType === 'object.propertyChange'));
  await rig.takeTouched()();
  expect(await rig.store.linkedTo([NO_FACTS])).toContainEqual({ objectType: 'invoices', id: '700' });
  rig.sandbox.portal.archive('contacts', '12');
  rig.advance(1_000);
  await rig.deliver();
  await rig.takeTouched()();
  expect(await rig.facts()).toEqual(await rig.freshFacts());
});

test('the companies that an event touches are rescored as of now, and they alone are written', async () => {
  const rig = await open();
  const [paid, overdue] = [rig.shown(PAID), rig.shown(OVERDUE)];
  rig.advance(1_000);
  rig.sandbox.portal.upsert('invoices', {
    id: '616',
    properties: { hs_invoice_status: 'paid', hs_balance_due: '0', hs_payment_date: new Date(rig.now()).toISOString() },
  });
  rig.advance(1_000);
  await rig.deliver();
  rig.sandbox.resetStats();
  expect(await rig.takeTouched()()).toEqual({
    purged: 0,
    records: 1,
    changed: 1,
    rescored: 1,
    written: 1,
    refused: [],
  });
  expect(Number(rig.shown(OVERDUE).account_health_score)).toBeGreaterThan(Number(overdue.account_health_score));
  expect(rig.shown(OVERDUE).account_health_updated_at).toBe(new Date(rig.now()).toISOString());
  expect(rig.shown(PAID)).toEqual(paid);
  expect((await rig.store.published(companyId(OVERDUE))).at(-1)).toMatchObject({
    asOf: rig.now(),
    score: Number(rig.shown(OVERDUE).account_health_score),
  });
  expect([await rig.store.rescoredAt(companyId(OVERDUE)), await rig.store.rescoredAt(companyId(PAID))]).toEqual([
    rig.now(),
    undefined,
  ]);
  // The record, its companies and its contacts' companies where it has none, what is ours in the portal, and the write.
  expect(rig.calls()).toEqual({
    'GET properties/companies': 1,
    'POST objects/invoices/batch/read': 1,
    'POST associations/invoices/companies/batch/read': 1,
    'POST associations/invoices/contacts/batch/read': 1,
    'POST objects/companies/batch/update': 1,
  });
});

test('the company that a record left is rescored too', async () => {
  const rig = await open();
  rig.advance(1_000);
  rig.sandbox.portal.associate('invoices', '616', 'companies', [NO_FACTS]);
  rig.advance(1_000);
  await rig.store.touch([{ objectType: 'invoices', id: '616', touchedAt: rig.now() }]);
  expect(await rig.takeTouched()()).toMatchObject({ rescored: 2, written: 2 });
  const again = await rig.cycle();
  expect(again.report.written.changed).toBe(0);
});

test('before the first cycle has ended, facts are stored and nothing is scored', async () => {
  const rig = await open();
  const { store: portal } = rig;
  const uncycled = { ...portal, latestCycle: async () => undefined };
  rig.sandbox.portal.archive('deals', '22');
  rig.advance(1_000);
  await rig.deliver();
  expect(await rig.takeTouched({ store: uncycled })()).toMatchObject({ changed: 1, rescored: 0, written: 0 });
});

test('what somebody typed over our values is put right when the company is touched', async () => {
  const rig = await open();
  rig.sandbox.portal.upsert('companies', { id: PAID, properties: { account_health_score: '1', name: 'Alder' } });
  rig.advance(1_000);
  await rig.deliver();
  expect(await rig.takeTouched()()).toMatchObject({ written: 1 });
  expect(rig.shown(PAID).account_health_score).toBe('83');
});

test('a company that is gone when it is to be written is looked at, and not written any more', async () => {
  const rig = await open();
  rig.advance(1_000);
  rig.sandbox.portal.upsert('invoices', { id: '616', properties: { hs_invoice_status: 'voided' } });
  await rig.deliver();
  // Its deletion was never told.
  rig.sandbox.portal.archive('companies', OVERDUE);
  rig.advance(1_000);
  const taken = await rig.takeTouched()();
  expect(taken.refused.map((one) => one.companyId)).toEqual([OVERDUE]);
  expect(await rig.store.account(companyId(OVERDUE))).toBeUndefined();
  expect(await rig.store.touched(9)).toEqual([]);
  expect(await rig.facts()).toEqual(await rig.freshFacts());
});

test('a company that breaks a rule of the portal’s is reported, and not looked at for ever', async () => {
  const rig = await open();
  rig.sandbox.portal.refuseUpdates('companies', OVERDUE, { message: 'Industry is required' });
  rig.sandbox.portal.upsert('invoices', { id: '616', properties: { hs_invoice_status: 'voided' } });
  rig.advance(1_000);
  await rig.deliver();
  const { refused } = await rig.takeTouched()();
  expect(refused).toEqual([{ companyId: OVERDUE, message: expect.stringContaining('Industry is required') }]);
  expect(await rig.store.touched(9)).toEqual([]);
});
