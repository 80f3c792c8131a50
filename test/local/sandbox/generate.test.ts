import { describe, expect, it } from 'vitest';
import { generatePortal } from '../../../src/local/sandbox/generate/generate-portal.ts';
import { companyName } from '../../../src/local/sandbox/generate/names.ts';
import type { PortalRecord } from '../../../src/local/sandbox/portal-data.ts';
import { STANDARD_PROPERTIES } from '../../../src/local/sandbox/standard-properties.ts';

const NOW = Date.parse('2026-03-14T15:09:26Z');
const DAY = 86_400_000;
const COMPANIES = 300;
const data = generatePortal({ seed: 7, companies: COMPANIES, now: NOW, whaleRecords: 1_500 });

const records = (objectType: string): readonly PortalRecord[] => data.objects[objectType] ?? [];
const time = (record: PortalRecord, property: string) => Date.parse(record.properties[property] ?? '');

/** Of HubSpot's own object types, and of the portal's. */
const kindsOf = (type: string): Readonly<Record<string, unknown>> =>
  STANDARD_PROPERTIES[type] ??
  Object.fromEntries(
    (data.extraProperties?.[type] ?? []).map(({ name, type: kind, options }) => [name, options ?? kind]),
  );

describe('generatePortal', () => {
  const idsOf = Object.fromEntries(
    Object.entries(data.objects).map(([type, list]) => [type, new Set(list.map((record) => record.id))]),
  );

  it('gives the same portal for the same seed, and another for another seed or moment', () => {
    const small = (seed: number, now = NOW) => {
      const { pastOf: _, ...told } = generatePortal({ seed, companies: 40, now, whaleRecords: 100 });
      return told;
    };
    expect(small(1)).toEqual(small(1));
    const fingerprint = (objects: unknown) => JSON.stringify(objects);
    for (const type of Object.keys(small(1).objects)) {
      expect(fingerprint(small(1).objects[type]), type).not.toBe(fingerprint(small(2).objects[type]));
      expect(fingerprint(small(1).objects[type]), type).not.toBe(fingerprint(small(1, NOW + DAY).objects[type]));
    }
  });

  it('dates nothing after now but what is due, expected, valid until then, or booked', () => {
    const expected = new Set([
      'invoices.hs_due_date',
      'deals.closedate',
      'quotes.hs_expiration_date',
      'meetings.hs_timestamp',
      'meetings.hs_meeting_start_time',
      'meetings.hs_meeting_end_time',
      'subscriptions.hs_next_payment_due_date',
      'subscriptions.hs_recurring_billing_start_date',
    ]);
    const seen = new Set<string>();
    let open = 0;
    for (const [type, list] of Object.entries(data.objects)) {
      for (const record of list) {
        for (const [name, value] of Object.entries(record.properties)) {
          if (value === null || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) continue;
          const isDay = kindsOf(type)[name] === 'date';
          expect(value).toMatch(isDay ? /^[\d-]{10}$/ : /^[\d-]{10}T\d\d:\d\d:\d\d\.\d{3}Z$/);
          if (Date.parse(value) <= NOW) continue;
          seen.add(`${type}.${name}`);
          expect(expected, `${type} ${record.id} ${name} ${value}`).toContain(`${type}.${name}`);
          if (type === 'deals') expect(record.properties.hs_is_closed).toBe('false');
          if (type === 'meetings') expect(record.properties.hs_meeting_outcome).toBe('SCHEDULED');
          if (name.endsWith('billing_start_date')) expect(record.properties.hs_status).toBe('scheduled');
          open += 1;
        }
      }
    }
    expect(open).toBeGreaterThan(20);
    expect(seen).toEqual(expected);
  });

  it('puts mail, tickets, invoices and what people log within the 24 months before now', () => {
    for (const [type, property] of [
      ['emails', 'hs_timestamp'],
      ['tickets', 'createdate'],
      ['invoices', 'hs_invoice_date'],
      ['meetings', 'hs_createdate'],
      ['calls', 'hs_timestamp'],
      ['communications', 'hs_timestamp'],
      ['notes', 'hs_timestamp'],
    ] as const) {
      const ages = records(type).map((record) => (NOW - time(record, property)) / DAY);
      // Meetings are booked up to two weeks ahead.
      expect(Math.max(...ages), type).toBeLessThan(750);
      expect(Math.max(...ages), type).toBeGreaterThan(700);
      expect(Math.min(...ages), type).toBeLessThan(14);
    }
  });

  it('gives ids of digits, each once in the whole portal, and associations that lead somewhere', () => {
    const all = Object.values(data.objects).flat();
    for (const record of all) expect(record.id).toMatch(/^[1-9]\d{0,14}$/);
    expect(new Set(all.map((record) => record.id)).size).toBe(all.length);
    for (const record of all) {
      for (const [type, ids] of Object.entries(record.associations)) {
        for (const id of ids) expect(idsOf[type]?.has(id), `${record.id} -> ${type} ${id}`).toBe(true);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });

  it('is in touch with contacts once they are known', () => {
    const since = new Map(records('contacts').map((contact) => [contact.id, time(contact, 'createdate')]));
    for (const type of ['emails', 'meetings', 'calls', 'communications']) {
      for (const record of records(type)) {
        // A few days' grace: what falls on a weekend moves to the Friday before.
        for (const id of record.associations.contacts ?? []) {
          expect(since.get(id)).toBeLessThan(time(record, 'hs_timestamp') + 3 * DAY);
        }
      }
    }
  });

  it('sets a rate for every currency that a record names', () => {
    const rated = new Set(data.exchangeRates?.map((rate) => rate.from));
    const named = new Set(
      ['deal_currency_code', 'hs_currency', 'hs_currency_code'].flatMap((name) =>
        Object.values(data.objects).flatMap((list) => list.flatMap((record) => record.properties[name] ?? [])),
      ),
    );
    expect(named).toEqual(new Set([data.companyCurrency, ...rated]));
    for (const rate of data.exchangeRates ?? []) expect(rate.effectiveAt).toBeLessThan(NOW);
  });

  it('fills only properties that the local portal knows, with values that are among their options', () => {
    const always = new Set(['createdate', 'hs_createdate']);
    for (const [type, list] of Object.entries(data.objects)) {
      const known = kindsOf(type);
      for (const record of list) {
        for (const [name, value] of Object.entries(record.properties)) {
          const kind = known[name];
          if (kind === undefined) expect(always, `${type}.${name}`).toContain(name);
          else if (typeof kind !== 'string' && value !== null) expect(kind, `${type}.${name}`).toContain(value);
        }
      }
    }
  });

  it('links the primary company by property as by association; a few records have two companies, a few none', () => {
    const primary = {
      contacts: 'associatedcompanyid',
      deals: 'hs_primary_associated_company',
      tickets: 'hs_primary_company_id',
    };
    for (const [type, property] of Object.entries(primary)) {
      for (const record of records(type)) {
        expect(record.properties[property]).toBe(record.associations.companies?.[0] ?? null);
      }
    }
    for (const type of ['deals', 'tickets', 'emails']) {
      const counts = Map.groupBy(records(type), (record) => record.associations.companies?.length);
      expect([...counts.keys()].sort(), type).toEqual([0, 1, 2]);
      expect(counts.get(1)?.length, type).toBeGreaterThan(0.97 * records(type).length);
    }
  });

  it('keeps invoices, deals and tickets consistent in themselves', () => {
    const seen = new Set<string>();
    for (const { properties } of records('invoices')) {
      const {
        hs_invoice_status: status,
        hs_balance_due: due,
        hs_amount_paid: paid,
        hs_amount_billed: billed,
      } = properties;
      seen.add(status ?? '');
      expect(status === 'paid').toBe(properties.hs_payment_date !== null);
      if (status !== 'voided') expect(Number(due) + Number(paid)).toBeCloseTo(Number(billed), 1);
      if (status === 'paid') expect(due).toBe('0.00');
    }
    expect([...seen].sort()).toEqual(['draft', 'open', 'paid', 'voided']);
    const overdue = records('invoices').filter(
      (one) => one.properties.hs_invoice_status === 'open' && time(one, 'hs_due_date') < NOW,
    );
    expect(overdue.length).toBeGreaterThan(10);
    expect(overdue.length).toBeLessThan(0.1 * records('invoices').length);
    for (const deal of records('deals')) {
      expect(time(deal, 'createdate')).toBeLessThan(time(deal, 'closedate'));
      expect(deal.properties.hs_is_closed).toBe(String(/^closed/.test(deal.properties.dealstage ?? '')));
    }
    expect(new Set(records('deals').map((deal) => deal.properties.deal_currency_code)).size).toBeGreaterThan(2);
    for (const ticket of records('tickets')) {
      const {
        hs_is_closed: closed,
        closed_date: closedDate,
        time_to_close: took,
        hs_pipeline_stage: stage,
      } = ticket.properties;
      expect([closedDate !== null, took !== null, stage === '4']).toEqual(Array(3).fill(closed === 'true'));
      if (took) expect(time(ticket, 'closed_date') - time(ticket, 'createdate')).toBe(Number(took));
    }
    for (const { properties } of records('emails')) {
      if (properties.hs_email_direction === 'EMAIL' && properties.hs_email_reply_count === '1') {
        expect(Number(properties.hs_email_open_count)).toBeGreaterThan(0);
      }
    }
  });

  it('makes 2,000 companies of about 100,000 records, and a third on top in what few portals have much of', () => {
    const { objects } = generatePortal({ seed: 3, companies: 2_000, now: NOW });
    const many = ['companies', 'contacts', 'deals', 'tickets', 'emails', 'invoices'];
    const count = (wanted: boolean) =>
      Object.entries(objects).reduce(
        (sum, [type, list]) => (many.includes(type) === wanted ? sum + list.length : sum),
        0,
      );
    expect(count(true)).toBeGreaterThan(80_000);
    expect(count(true)).toBeLessThan(120_000);
    expect(count(false)).toBeGreaterThan(20_000);
    expect(count(false)).toBeLessThan(count(true) / 3 + 7_000);
    expect(objects.contacts?.length).toBeGreaterThan(9_000);
    expect(objects.deals?.length).toBeGreaterThan(7_000);
  });

  it('names no two of 20,000 companies alike', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => companyName(index, 123));
    expect(new Set(names.map((one) => one.name)).size).toBe(names.length);
    expect(new Set(names.map((one) => one.domain)).size).toBe(names.length);
  });
});
