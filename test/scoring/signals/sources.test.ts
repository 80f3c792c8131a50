/** What holds of every signal: its source may be missing, and its points come from the standard model's curve. */
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readModel } from '../../../src/model-file.ts';
import type { Model } from '../../../src/scoring/model.ts';
import { OBJECT_TYPES, type ObjectType } from '../../../src/scoring/object-types.ts';
import type { PortalContext, Source } from '../../../src/scoring/portal-context.ts';
import { readSignal } from '../../../src/scoring/read-signal.ts';
import type { Reading, Signal } from '../../../src/scoring/signal.ts';
import { SIGNALS, signalByKey } from '../../../src/scoring/signals/registry.ts';
import { makeWording } from '../../../src/wording/make-wording.ts';
import { type AccountLiteral, account } from '../account-builder.ts';
import { entriesOf } from '../every-signal.ts';

let model: Model;
beforeAll(async () => {
  model = await readModel('models/standard-b2b.yaml');
});

const asOf = '2026-06-01';

function read(signal: Signal, literal: AccountLiteral): Reading {
  const entry = entriesOf(model).get(signal.key);
  if (entry === undefined) throw new Error(`The standard model lacks ${signal.key}.`);
  return readSignal(signal, entry, account(literal).view, model);
}

const everywhere = (source: Partial<Source>): NonNullable<AccountLiteral['sources']> =>
  Object.fromEntries(OBJECT_TYPES.map((type) => [type, source])) as Record<ObjectType, Partial<Source>>;
const typesOf = ({ connectedBy }: Signal) => Object.keys(connectedBy) as (keyof PortalContext['sources'])[];

describe.each(SIGNALS.map((signal) => [signal.key, signal] as const))('%s', (key, signal) => {
  it('has a table of its own', () => {
    expect(existsSync(`test/scoring/signals/${key.replaceAll('_', '-')}.test.ts`)).toBe(true);
  });

  it.each([
    ['scope_missing', { blocked: 'scope_missing' }],
    ['type_missing', { blocked: 'type_missing' }],
    ['not_connected', { firstRecordAt: null, filledSince: {} }],
    // Its first record, and the first with the property filled, are born later.
    ['not_connected', { firstRecordAt: Date.parse('2026-06-02'), filledSince: {} }],
  ] as const)('unknown where its source is not there: %s', (reason, source) => {
    const reading = read(signal, { asOf, sources: everywhere(source) });
    // What reads nothing of HubSpot was not told anything at all.
    expect(reading).toMatchObject({
      kind: 'unknown',
      reason: typesOf(signal).length === 0 ? 'not_connected' : reason,
    });
    const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
    if (reading.kind === 'unknown') expect(wording.say(`missing.${reason}`, reading.values)).not.toMatch(/[{}]/);
  });

  it('one of its sources is enough', () => {
    for (const connected of typesOf(signal)) {
      const others = typesOf(signal).filter((type) => type !== connected);
      const sources = Object.fromEntries(others.map((type) => [type, { blocked: 'scope_missing' }])) as Record<
        ObjectType,
        Partial<Source>
      >;
      const reading = read(signal, { asOf, sources });
      expect(reading.kind === 'unknown' ? reading.reason : 'scored').not.toBe('scope_missing');
    }
  });

  it('an account without a single record is never healthy by it', () => {
    const reading = read(signal, { asOf, company: { hubspot_owner_id: 'ann' }, mailLogged: { ann: [asOf] } });
    if (reading.kind === 'scored') expect(reading.points).toBeLessThanOrEqual(model.silencePoints);
  });
});

it('the standard model has every signal, be it at weight 0', () => {
  const held = new Set(Object.values(model.dimensions).flatMap(({ signals }) => Object.keys(signals)));
  expect(SIGNALS.map(({ key }) => key).filter((key) => !held.has(key))).toEqual([]);
});

it('a property that the portal lacks is named as the reason', () => {
  const pulse = signalByKey.get('pulse');
  if (pulse === undefined) throw new Error('There is a pulse.');
  const sources = { companies: { missingProperties: ['hs_csm_sentiment'] } };
  expect(read(pulse, { asOf, sources })).toMatchObject({ kind: 'unknown', reason: 'property_missing' });
});

describe('points of the standard model', () => {
  const invoice = { hs_invoice_date: '2026-04-01', hs_due_date: '2026-05-02', hs_amount_billed: 100 };
  const renewal = { dealtype: 'existingbusiness', closedate: '2026-05-02', hs_is_closed: true };
  const got = { hs_email_direction: 'INCOMING_EMAIL' };
  const table: readonly (readonly [string, string, AccountLiteral, number])[] = [
    ['overdue_balance', '30 days overdue', { asOf, invoices: [invoice] }, 40],
    ['overdue_balance', 'paid', { asOf, invoices: [{ ...invoice, hs_payment_date: '2026-05-02' }] }, 100],
    ['renewal_outcome', 'lost', { asOf, deals: [renewal] }, 0],
    ['renewal_outcome', 'won', { asOf, deals: [{ ...renewal, hs_is_closed_won: true }] }, 100],
    ['open_tickets', 'silence', { asOf }, 70],
    ['open_tickets', 'one opened today', { asOf, tickets: [{ createdate: asOf }] }, 75],
    ['unresolved_complaints', 'silence', { asOf }, 70],
    ['two_way_contact', 'wrote today', { asOf, emails: [{ ...got, hs_timestamp: asOf }] }, 100],
    ['two_way_contact', 'wrote 30 days ago', { asOf, emails: [{ ...got, hs_timestamp: '2026-05-02' }] }, 80],
    ['pulse', 'neutral', { asOf, company: { hs_csm_sentiment: 'neutral' } }, 50],
  ];
  it.each(table)('%s: %s', (key, _, literal, points) => {
    const signal = signalByKey.get(key);
    if (signal === undefined) throw new Error(`There is no ${key}.`);
    expect(read(signal, literal)).toMatchObject({ kind: 'scored', points });
  });
});
