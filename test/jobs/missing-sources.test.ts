/**
 * Whatever a portal does not grant or does not have: the cycle ends well, the signals that needed it are unknown with the
 * reason, on the card too, and nothing else changes.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScorecard } from '../../src/http/read-scorecard.ts';
import { readScopes } from '../../src/hubspot/needed-scopes.ts';
import { companyId } from '../../src/ids.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import { OBJECTS, type ObjectDefinition, type ObjectType } from '../../src/scoring/properties.ts';
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

/** Signals that cannot do without a type, and do not stand on another. */
const NEED: Readonly<Partial<Record<ObjectType, readonly string[]>>> = {
  contacts: ['contact_breadth'],
  // What became of a quote shows at its deal.
  deals: ['renewal_outcome', 'referrals', 'open_quotes'],
  tickets: [
    'open_tickets',
    'unresolved_complaints',
    'first_contact_resolution',
    'time_to_resolution',
    'time_to_first_reply',
    'sla_breaches',
    'ticket_topics',
  ],
  emails: ['paid_after_reminder'],
  invoices: ['overdue_balance', 'payment_habit', 'paid_early', 'paid_after_reminder'],
  meetings: ['meetings_held'],
  // Any way of getting in touch will do, and any that tells of plans.
  calls: [],
  communications: [],
  notes: [],
  // Tickets are rated too.
  feedback_submissions: ['nps', 'survey_trend'],
  // Deals tell what they bring as well.
  subscriptions: [],
  commerce_payments: ['failed_payments'],
  quotes: ['open_quotes'],
};
const needOf = (...types: readonly ObjectType[]) => types.flatMap((type) => NEED[type] ?? []);
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

const SCOPES: readonly (readonly [scope: string, blocked: readonly ObjectType[], unknown: readonly string[]])[] = [
  // No channel is left by which they could get in touch, and no mail to engage with.
  ['crm.objects.contacts.read', BY_CONTACTS, [...needOf(...BY_CONTACTS), 'two_way_contact', 'email_engagement']],
  // A quote is nobody's whose deals cannot be read.
  ['crm.objects.deals.read', ['deals', 'quotes'], needOf('deals')],
  ['tickets', ['tickets'], needOf('tickets')],
  ['sales-email-read', ['emails'], needOf('emails')],
  ['crm.objects.invoices.read', ['invoices'], needOf('invoices')],
  ['crm.objects.feedback_submissions.read', ['feedback_submissions'], needOf('feedback_submissions')],
  ['crm.objects.subscriptions.read', ['subscriptions'], needOf('subscriptions')],
  ['crm.objects.commercepayments.read', ['commerce_payments'], needOf('commerce_payments')],
  ['crm.objects.quotes.read', ['quotes'], needOf('quotes')],
];

test('every type that is read, and every scope that takes, is tried below', () => {
  const types = readPlan(SIGNALS).map(({ objectType }) => objectType);
  expect(['companies', ...Object.keys(NEED)]).toEqual(types);
  const taken = new Set(types.flatMap((type) => (type === 'companies' ? [] : readScopes(type))));
  expect(SCOPES.map(([scope]) => scope).toSorted()).toEqual([...taken].toSorted());
});

const VIA_CONTACTS = readPlan(SIGNALS).flatMap((plan) => (plan.companiesVia ? [plan.objectType] : []));

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

describe.each(SCOPES)('without the scope %s', (scope, blocked, unknown) => {
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

describe.each(Object.keys(NEED) as ObjectType[])('without the type %s', (type) => {
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
  const plan = readPlan(SIGNALS).map(({ objectType, properties }) => ({ objectType, properties }));
  const rounds = Math.max(...plan.map(({ properties }) => properties.length));
  const spared = (signal: (typeof SIGNALS)[number], type: ObjectType): readonly string[] => signal.spares?.[type] ?? [];

  /** Signals all of whose sources lack something that they need, or that lack something else they need. */
  const lostTo = (gone: Readonly<Partial<Record<ObjectType, readonly string[]>>>) =>
    SIGNALS.filter((signal) => {
      const lacks = (type: ObjectType) =>
        (signal.reads[type] ?? []).some(
          (property) => gone[type]?.includes(property) && !spared(signal, type).includes(property),
        );
      const connecting = Object.keys(signal.connectedBy) as ObjectType[];
      const needed = (Object.keys(signal.reads) as ObjectType[]).filter((type) => !connecting.includes(type));
      return (connecting.length > 0 && connecting.every(lacks)) || needed.some(lacks);
    }).map(({ key }) => key);

  // One of each type at a time: as many cycles as the longest type has properties.
  test.each(Array.from({ length: rounds }, (_, index) => index))('number %i of each type', async (index) => {
    const rig = await open();
    const gone = Object.fromEntries(
      plan.flatMap(({ objectType, properties }) => {
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
    for (const { objectType, properties } of plan) {
      if (objectType === 'companies') continue;
      const rig = await open();
      for (const property of properties) rig.sandbox.portal.removeProperty(objectType, property);
      const cycle = await rig.cycle();
      const lost = lostTo({ [objectType]: properties });
      expect([objectType, lost.toSorted()]).toEqual([objectType, needOf(objectType).toSorted()]);
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
