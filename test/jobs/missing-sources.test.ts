/**
 * Whatever a portal does not grant or does not have: the cycle ends well, the signals that needed it are unknown with the
 * reason, on the card too, and nothing else changes.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { readScopes } from '../../src/hubspot/needed-scopes.ts';
import { companyId } from '../../src/ids.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import type { ObjectDefinition } from '../../src/scoring/object-definition.ts';
import type { ObjectType } from '../../src/scoring/object-types.ts';
import { OBJECTS } from '../../src/scoring/properties.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import type { Reading, UnknownReason } from '../../src/scoring/signal.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import type { Store } from '../../src/store/open-store.ts';
import { en as english } from '../../src/wording/en.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';
import { openTestStore } from '../store/test-store.ts';
import { type CycleRig, openCycleRig } from './cycle-rig.ts';
import { FULL_MODEL, FULL_OBJECTS, PERSONAL, POSTED_SIGNALS } from './full-portal.ts';
import { startRefusingProxy } from './refusing-proxy.ts';
import { DAY_MS, OVERDUE, PAID } from './small-portal.ts';

const en: Readonly<Record<string, string>> = english;

let store: Store;
let whole: ReadonlyMap<string, Reading>;
const rigs: CycleRig[] = [];

async function open(options: Parameters<typeof openCycleRig>[2] = {}): Promise<CycleRig> {
  const rig = await openCycleRig(store, { objects: FULL_OBJECTS }, options);
  rigs.push(rig);
  return { ...rig, cycle: (given) => rig.cycle({ model: FULL_MODEL, ...given }) };
}
const without = (...scopes: readonly string[]) => ALL_SCOPES.filter((scope) => !scopes.includes(scope));

type Cycle = Awaited<ReturnType<CycleRig['cycle']>>;

function readingsOf({ scored }: Cycle, company: string): ReadonlyMap<string, Reading> {
  const health = scored.get(company)?.health;
  if (health === undefined || health.state === 'not_customer') throw new Error(`Company ${company} is no customer.`);
  return new Map(health.signals.map(({ signal, reading }) => [signal, reading]));
}

/** The card lists each of these as not read, each with its reason in words. */
async function expectOnCard(rig: CycleRig, signals: readonly string[], reason: UnknownReason): Promise<void> {
  for (const company of [PAID, OVERDUE]) {
    const { missing } = await readScorecard(rig.store, companyId(company), 'en');
    for (const signal of signals) {
      const row = missing.find((one) => one.signal === signal);
      expect(row?.label, signal).toBe(en[`signal.${signal}.label`]);
      expect(row?.reason, signal).toContain(en[`missing.${reason}`]?.split(' ({')[0]);
      expect(row?.reason, signal).not.toMatch(/[{}]|undefined/);
    }
  }
}

beforeAll(async () => {
  store = await openTestStore();
  whole = readingsOf(await (await open()).cycle(), PAID);
});
afterAll(async () => {
  for (const rig of rigs) await rig.close();
  await store.close();
});

test('with everything there, every signal is read that HubSpot tells of', () => {
  const unread = [...whole].filter(([, { kind }]) => kind === 'unknown');
  expect(unread.map(([key]) => key)).toEqual(POSTED_SIGNALS);
  expect(whole.size).toBe(SIGNALS.length);
});

type Gone = Readonly<Partial<Record<ObjectType, readonly string[]>>>;
const PLAN = readPlan(SIGNALS);
const TYPES = PLAN.map(({ objectType }) => objectType).filter((type) => type !== 'companies');

/** Signals all of whose sources lack something that they need, or that lack something else they need: by what they declare. */
const lostTo = (gone: Gone) =>
  SIGNALS.filter((signal) => {
    const lacks = (type: ObjectType) =>
      (signal.reads[type] ?? []).some(
        (property) => gone[type]?.includes(property) && !signal.spares?.[type]?.includes(property),
      );
    const connecting = Object.keys(signal.connectedBy) as ObjectType[];
    const needed = (Object.keys(signal.reads) as ObjectType[]).filter((type) => !connecting.includes(type));
    return (connecting.length > 0 && connecting.every(lacks)) || needed.some(lacks);
  }).map(({ key }) => key);
/** All that signals read of these types. */
const allOf = (...types: readonly ObjectType[]): Gone =>
  Object.fromEntries(types.map((type) => [type, SIGNALS.flatMap(({ reads }) => reads[type] ?? [])]));
const needOf = (...types: readonly ObjectType[]) => lostTo(allOf(...types));

/** HubSpot lets these be read with the contacts' scope, some with another besides. */
const BY_CONTACTS: readonly ObjectType[] = [
  'contacts',
  'emails',
  'meetings',
  'calls',
  'communications',
  'notes',
  'feedback_submissions',
];

const SCOPES: readonly (readonly [scope: string, blocked: readonly ObjectType[]])[] = [
  ['crm.objects.contacts.read', BY_CONTACTS],
  // A quote is nobody's whose deals cannot be read.
  ['crm.objects.deals.read', ['deals', 'quotes']],
  ['tickets', ['tickets']],
  ['sales-email-read', ['emails']],
  ['crm.objects.invoices.read', ['invoices']],
  ['crm.objects.feedback_submissions.read', ['feedback_submissions']],
  ['crm.objects.subscriptions.read', ['subscriptions']],
  ['crm.objects.commercepayments.read', ['commerce_payments']],
  ['crm.objects.quotes.read', ['quotes']],
];

test('every scope that reading takes is tried below', () => {
  const taken = new Set(TYPES.flatMap(readScopes));
  expect(SCOPES.map(([scope]) => scope).toSorted()).toEqual([...taken].toSorted());
});

test('a signal needs what nothing else of its own stands in for', () => {
  expect(needOf('invoices')).toEqual(expect.arrayContaining(['overdue_balance', 'paid_after_reminder']));
  expect(needOf('invoices')).not.toContain('spend_trend');
  // What became of a quote shows at its deal.
  expect(needOf('deals')).toEqual(expect.arrayContaining(['renewal_outcome', 'open_quotes']));
  // Any way of getting in touch will do; without all of them nobody knows.
  expect(needOf('calls')).not.toContain('two_way_contact');
  expect(needOf(...BY_CONTACTS)).toContain('two_way_contact');
});

const VIA_CONTACTS = PLAN.flatMap((plan) => (plan.companiesVia ? [plan.objectType] : []));

/** Those that are named are unknown for that reason; the others read as before, or worse, unless another source stands in. */
function expectOnlyLost(
  cycle: Cycle,
  lost: readonly string[],
  reason: UnknownReason,
  gone: readonly ObjectType[],
): void {
  const readings = readingsOf(cycle, PAID);
  // Without contacts, what went to a person alone, or came from one, is nobody's.
  const touched = gone.includes('contacts') ? [...gone, ...VIA_CONTACTS] : gone;
  for (const key of lost) expect([key, readings.get(key)]).toMatchObject([key, { kind: 'unknown', reason }]);
  for (const [key, reading] of readings) {
    const before = whole.get(key);
    const signal = SIGNALS.find((one) => one.key === key);
    if (lost.includes(key) || before?.kind !== 'scored' || reading.kind !== 'scored') continue;
    if (!touched.some((type) => signal?.reads[type])) expect([key, reading]).toEqual([key, before]);
    if (Object.keys(signal?.connectedBy ?? {}).length === 1)
      expect([key, reading.points <= before.points]).toEqual([key, true]);
  }
}

describe.each(SCOPES)('without the scope %s', (scope, blocked) => {
  const unknown = needOf(...blocked);
  test('the cycle ends well, and what needed it is unknown', async () => {
    const rig = await open({ scopes: without(scope) });
    const cycle = await rig.cycle();
    const lost = Object.entries(cycle.sync).filter(([, outcome]) => outcome.blocked !== null);
    expect(lost.map(([type]) => type)).toEqual(blocked);
    for (const [, outcome] of lost) expect(outcome.blocked).toEqual({ reason: 'scope_missing', scopes: [scope] });
    expectOnlyLost(cycle, unknown, 'scope_missing', blocked);
    expect(cycle.report.written.failed).toBe(0);
    await expectOnCard(rig, unknown, 'scope_missing');
  });

  test('granted again, all is as if it had never lacked', async () => {
    const rig = await open({ scopes: without(scope) });
    await rig.cycle();
    rig.sandbox.portal.setScopes(ALL_SCOPES);
    rig.advance(60_000);
    const readings = readingsOf(await rig.cycle(), PAID);
    const kinds = (all: ReadonlyMap<string, Reading>) => [...all].map(([key, { kind }]) => [key, kind]);
    expect(kinds(readings)).toEqual(kinds(whole));
  });
});

describe.each(TYPES)('without the type %s', (type) => {
  test('the cycle ends well, and what needed it is unknown', async () => {
    const rig = await open({ withoutTypes: [type] });
    const cycle = await rig.cycle();
    expect(cycle.sync[type]?.blocked).toEqual({ reason: 'type_missing', scopes: [] });
    expectOnlyLost(cycle, needOf(type), 'type_missing', [type]);
    await expectOnCard(rig, needOf(type), 'type_missing');
  });
});

test('without any scope but the companies’, every signal that reads more is unknown, and there is no score', async () => {
  const kept = ALL_SCOPES.filter((scope) => scope.includes('companies'));
  const rig = await open({ scopes: kept });
  const cycle = await rig.cycle();
  expect(cycle.report.companies.scored).toBe(0);
  const others = SIGNALS.map(({ key }) => key).filter((key) => key !== 'pulse' && !POSTED_SIGNALS.includes(key));
  expectOnlyLost(cycle, others, 'scope_missing', []);
  await expectOnCard(rig, others, 'scope_missing');
});

test('without contacts, invoices of companies are read all the same', async () => {
  const rig = await open({ scopes: without('crm.objects.contacts.read') });
  const { report } = await rig.cycle();
  const { invoices } = FULL_OBJECTS;
  expect(report.synced.invoices).toBe(invoices.length);
  const facts = await rig.store.account(companyId(PAID));
  const ids = facts?.records.filter(({ objectType }) => objectType === 'invoices').map(({ id }) => id);
  expect(ids).toHaveLength(invoices.filter(({ associations }) => associations?.companies?.includes(PAID)).length);

  rig.sandbox.portal.setScopes(ALL_SCOPES);
  // What may be read of a type that is read already is asked anew once a day.
  rig.advance(DAY_MS);
  await rig.cycle();
  const later = await rig.store.account(companyId(PAID));
  expect(later?.records.map(({ id }) => id)).toContain(PERSONAL.id);
});

describe('without properties', () => {
  const rounds = Math.max(...PLAN.map(({ properties }) => properties.length));

  // One of each type at a time: as many cycles as the longest type has properties.
  test.each(Array.from({ length: rounds }, (_, index) => index))('number %i of each type', async (index) => {
    const rig = await open();
    const gone = Object.fromEntries(
      PLAN.flatMap(({ objectType, properties }) => {
        const property = properties[index];
        return property === undefined ? [] : [[objectType, [property]]];
      }),
    );
    for (const [type, [property = '']] of Object.entries(gone)) rig.sandbox.portal.removeProperty(type, property);
    const cycle = await rig.cycle();
    for (const [type, properties] of Object.entries(gone))
      expect([type, cycle.sync[type as ObjectType]?.missingProperties]).toEqual([type, properties]);
    const lost = lostTo(gone);
    const stillCustomers = [PAID, OVERDUE].filter((id) => cycle.scored.get(id)?.health.state !== 'not_customer');
    if (stillCustomers.length === 0) return;
    expectOnlyLost(cycle, lost, 'property_missing', Object.keys(gone) as ObjectType[]);
    await expectOnCard(rig, lost, 'property_missing');
  });

  test('of a type at a time, all of them', async () => {
    for (const { objectType, properties } of PLAN) {
      if (objectType === 'companies') continue;
      const rig = await open();
      for (const property of properties) rig.sandbox.portal.removeProperty(objectType, property);
      const cycle = await rig.cycle();
      const lost = lostTo({ [objectType]: properties });
      expectOnlyLost(cycle, lost, 'property_missing', [objectType]);
      await expectOnCard(rig, lost, 'property_missing');
    }
  });

  test('of every type, all of them: nobody is known to be a customer, and nothing breaks', async () => {
    const rig = await open();
    for (const [type, { properties }] of Object.entries(OBJECTS) as [string, ObjectDefinition][])
      for (const property of Object.keys(properties)) rig.sandbox.portal.removeProperty(type, property);
    const { report } = await rig.cycle();
    expect(report.companies).toEqual({ scored: 0, unknown: 0, notCustomer: 5 });
  });
});

describe('a 403 in whatever words', () => {
  const worded = JSON.stringify({ status: 'error', message: 'This oauth-token does not have proper permissions!' });
  const clientAt = (rig: CycleRig, baseUrl: string) =>
    makeUnpacedClient({ baseUrl, token: async () => rig.sandbox.token, clock: rig.now }).client;

  test.each([
    ['words', worded],
    ['nothing', '{}'],
    ['no JSON', '<html>'],
  ])('%s: the type is left out, with the scopes that it takes', async (_, body) => {
    const rig = await open({ scopes: without('crm.objects.invoices.read', 'sales-email-read') });
    const url = await startRefusingProxy(rig.sandbox.url, (_call, status) =>
      status === 403 ? { status, body } : undefined,
    );
    const cycle = await rig.cycle({ client: clientAt(rig, url) });
    expect(cycle.sync.invoices?.blocked).toEqual({ reason: 'scope_missing', scopes: ['crm.objects.invoices.read'] });
    expect(cycle.sync.emails?.blocked?.scopes).toContain('sales-email-read');
    expectOnlyLost(cycle, needOf('invoices', 'emails'), 'scope_missing', ['invoices', 'emails']);
  });

  test('for the deal pipelines: the renewals alone are unknown', async () => {
    const rig = await open();
    const url = await startRefusingProxy(rig.sandbox.url, (call) =>
      call.includes('/pipelines/') ? { status: 403, body: worded } : undefined,
    );
    const cycle = await rig.cycle({ client: clientAt(rig, url) });
    expectOnlyLost(cycle, ['renewal_outcome'], 'scope_missing', []);
    await expectOnCard(rig, ['renewal_outcome'], 'scope_missing');
  });
});
