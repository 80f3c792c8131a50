/** What `propertiesWithHistory` is for: a replay of a past date tells what a portal that was read on that date told. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import { gatherPortalContext } from '../../src/jobs/portal-context.ts';
import { parseModel } from '../../src/model-file.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import type { Model } from '../../src/scoring/model.ts';
import { planOf } from '../../src/scoring/model-signals.ts';
import { scoreAt } from '../../src/scoring/replay.ts';
import type { Reading } from '../../src/scoring/signal.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { readHistories } from '../../src/sync/read-histories.ts';
import { openTestStore } from '../store/test-store.ts';
import { DAY_MS, openPortalRig, type PortalRig, record } from '../sync/portal-rig.ts';

const modelOf = (file: string): Model => parseModel(readFileSync(file, 'utf8'), file);
const SAAS = modelOf('models/saas-subscription.yaml');
const COMPANY = companyId('101');
const OF_COMPANY = { associations: { companies: ['101'] } };
const calendar = makeCalendar('UTC');

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** The readings of a company at a moment, as a store that was read now tells them: what was found, and not since when we know it. */
async function readings(rig: PortalRig, portal: PortalStore, at: number): Promise<Readonly<Record<string, unknown>>> {
  const facts = await portal.account(COMPANY);
  const context = await gatherPortalContext(await rig.client.account(), rig.client, portal, planOf(SAAS));
  const health = facts && scoreAt(facts, at, context, SAAS, calendar);
  if (health === undefined || health.state === 'not_customer') return { state: health?.state };
  const found = (reading: Reading) => (reading.kind === 'scored' ? reading.raw : reading.reason);
  return Object.fromEntries(health.signals.map(({ signal, reading }) => [signal, found(reading)]));
}

/** What depends on histories, and on nothing else that only its own day could tell. */
const TOLD = [
  'renewal_outcome',
  'open_tickets',
  'unresolved_complaints',
  'overdue_balance',
  'payment_habit',
  'recurring_revenue',
  'pulse',
];
const told = (all: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(TOLD.map((signal) => [signal, all[signal]]));

/** A customer whose records change step by step; a month lies between two steps. */
const STEPS: readonly ((rig: PortalRig, day: (offset: number) => string) => void)[] = [
  ({ sandbox: { portal } }, day) => {
    portal.upsert('companies', { id: '101', properties: { name: 'Alder', lifecyclestage: 'lead' } });
    const invoice = { hs_invoice_status: 'open', hs_amount_billed: '100', hs_balance_due: '100', hs_currency: 'EUR' };
    for (const [id, due] of [
      ['51', -10],
      ['52', 5],
      ['53', 20],
      ['54', 40],
      ['55', 10],
      ['56', 25],
    ] as const)
      portal.upsert('invoices', {
        id,
        properties: { ...invoice, hs_invoice_date: day(-30), hs_due_date: day(due) },
        ...OF_COMPANY,
      });
    const subscription = {
      hs_status: 'active',
      hs_mrr: '90',
      hs_currency_code: 'EUR',
      hs_recurring_billing_frequency: 'monthly',
    };
    const paid = { hs_last_payment_date: day(-1), hs_last_payment_amount: '90', hs_next_payment_amount: '90' };
    portal.upsert('subscriptions', {
      id: '71',
      properties: { ...subscription, ...paid, hs_recurring_billing_start_date: day(-400) },
      ...OF_COMPANY,
    });
    const deal = { dealtype: 'existingbusiness', pipeline: 'default', amount: '900', closedate: day(100) };
    portal.upsert('deals', {
      id: '21',
      properties: { ...deal, dealstage: 'appointmentscheduled', hs_is_closed: 'false', hs_is_closed_won: 'false' },
      ...OF_COMPANY,
    });
    const ticket = { hs_is_closed: 'false', hs_ticket_priority: 'LOW' };
    for (const id of ['31', '32']) portal.upsert('tickets', { id, properties: ticket, ...OF_COMPANY });
  },
  ({ sandbox: { portal } }, day) => {
    portal.upsert('companies', { id: '101', properties: { lifecyclestage: 'customer', hs_csm_sentiment: 'negative' } });
    // Paid, and nobody dates it.
    for (const id of ['51', '52', '53', '55', '56'])
      portal.upsert('invoices', { id, properties: { hs_invoice_status: 'paid', hs_balance_due: '0' } });
    portal.upsert('invoices', { id: '54', properties: { hs_balance_due: '60' } });
    portal.upsert('deals', { id: '21', properties: { dealstage: 'contractsent', closedate: day(60) } });
    portal.upsert('tickets', { id: '31', properties: { hs_ticket_priority: 'URGENT' } });
    portal.upsert('tickets', { id: '32', properties: { hs_is_closed: 'true', closed_date: day(0) } });
  },
  ({ sandbox: { portal } }) => {
    portal.upsert('subscriptions', { id: '71', properties: { hs_status: 'past_due' } });
    portal.upsert('tickets', { id: '32', properties: { hs_is_closed: 'false', closed_date: '' } });
  },
  ({ sandbox: { portal } }, day) => {
    portal.upsert('companies', { id: '101', properties: { hs_csm_sentiment: 'positive' } });
    portal.upsert('invoices', { id: '54', properties: { hs_invoice_status: 'paid', hs_balance_due: '0' } });
    portal.upsert('subscriptions', { id: '71', properties: { hs_status: 'active', hs_mrr: '120' } });
    const won = {
      dealstage: 'closedwon',
      hs_is_closed: 'true',
      hs_is_closed_won: 'true',
      closedate: day(0),
      amount: '700',
    };
    portal.upsert('deals', { id: '21', properties: won });
    for (const id of ['31', '32'])
      portal.upsert('tickets', {
        id,
        properties: { hs_is_closed: 'true', closed_date: day(0), hs_ticket_priority: 'LOW' },
      });
  },
];

it('a replay tells of each past month what a portal that was read then told, for what histories tell', async () => {
  // Somebody dates payments in this portal: the signal that reads them is connected.
  const dated = { hs_invoice_date: '2024-01-01', hs_due_date: '2024-02-01', hs_payment_date: '2024-02-03' };
  const invoices = [record(9, { ...dated, hs_invoice_status: 'paid' }, { companies: ['1'] })];
  const rig = await openPortalRig(store, { companies: [record(1, { name: 'Other' })], invoices });
  onTestFinished(rig.close);
  const plan = planOf(SAAS);
  const read: { readonly at: number; readonly told: Readonly<Record<string, unknown>> }[] = [];
  for (const [index, step] of STEPS.entries()) {
    step(rig, (offset) => new Date(rig.now() + offset * DAY_MS).toISOString());
    rig.advance(15 * DAY_MS);
    const fresh = store.portal(portalId(900_000 + index));
    await rig.sync({ plan, store: fresh });
    await readHistories({
      ...rig,
      plan,
      store: fresh,
      timeZone: 'UTC',
      clock: rig.now,
      until: Number.POSITIVE_INFINITY,
    });
    read.push({ at: rig.now(), told: await readings(rig, fresh, rig.now()) });
    rig.advance(15 * DAY_MS);
  }

  await rig.sync({ plan });
  const without = await Promise.all(read.map(({ at }) => readings(rig, rig.store, at)));
  await readHistories({ ...rig, plan, timeZone: 'UTC', clock: rig.now, until: Number.POSITIVE_INFINITY });
  const replayed = await Promise.all(read.map(({ at }) => readings(rig, rig.store, at)));

  // A lead is no customer, whatever it became.
  expect([read[0]?.told, replayed[0]]).toEqual([{ state: 'not_customer' }, { state: 'not_customer' }]);
  for (const index of [1, 2, 3]) {
    expect(told(replayed[index] ?? {})).toEqual(told(read[index]?.told ?? {}));
    expect(told(without[index] ?? {})).not.toEqual(told(replayed[index] ?? {}));
  }
  // Each of them was told something, in some month.
  for (const signal of TOLD) expect(read.map((one) => typeof one.told[signal])).toContain('number');
});
