import { describe, expect, it } from 'vitest';
import { healthAt } from '../../../src/local/sandbox/generate/account-story.ts';
import { generatePortal, generatePortalWithStories } from '../../../src/local/sandbox/generate/generate-portal.ts';
import { mailIsLogged } from '../../../src/local/sandbox/generate/owners.ts';
import type { Role } from '../../../src/local/sandbox/generate/roles.ts';
import type { PortalRecord } from '../../../src/local/sandbox/portal-data.ts';

const NOW = Date.parse('2026-03-14T15:09:26Z');
const DAY = 86_400_000;
const COMPANIES = 300;
const { data, stories } = generatePortalWithStories({ seed: 7, companies: COMPANIES, now: NOW, whaleRecords: 1_500 });

const records = (objectType: string): readonly PortalRecord[] => data.objects[objectType] ?? [];
const byCompany = (objectType: string): ReadonlyMap<string, readonly PortalRecord[]> =>
  Map.groupBy(records(objectType), (record) => record.associations.companies?.[0] ?? 'none');
const storiesOf = (role: Role) => stories.filter((story) => story.role === role);
const time = (record: PortalRecord, property: string) => Date.parse(record.properties[property] ?? '');
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the hidden stories of a generated portal', () => {
  it('has every kind of company in its share', () => {
    const shares = Object.fromEntries(Map.groupBy(stories, (story) => story.role));
    expect(Object.fromEntries(Object.entries(shares).map(([role, list]) => [role, list?.length]))).toEqual({
      customer: 183,
      churned: 36,
      whale: 6,
      empty: 18,
      prospect: 45,
      partner: 9,
      vendor: 3,
    });
    expect(stories.map((story) => story.companyId)).toEqual(records('companies').map((company) => company.id));
    const types = Map.groupBy(records('companies'), (company) => company.properties.type);
    expect([types.get('PARTNER')?.length, types.get('VENDOR')?.length]).toEqual([9, 3]);
    const names = records('companies').map((company) => company.properties.name);
    expect(new Set(names).size).toBe(COMPANIES);
    for (const company of records('companies')) expect(company.properties.domain).toMatch(/^[a-z0-9-]+\.example$/);
  });

  it('leaves empty companies without a single record, and prospects, partners and vendors without a purchase', () => {
    const empty = new Set(storiesOf('empty').map((story) => story.companyId));
    const other = new Set(
      [...storiesOf('prospect'), ...storiesOf('partner'), ...storiesOf('vendor')].map((s) => s.companyId),
    );
    for (const [type, list] of Object.entries(data.objects)) {
      if (type === 'companies') continue;
      for (const record of list) {
        const own = record.associations.companies ?? [];
        expect(own.some((id) => empty.has(id))).toBe(false);
        if (
          ['invoices', 'tickets', 'subscriptions', 'commerce_payments'].includes(type) ||
          record.properties.hs_is_closed_won === 'true'
        ) {
          expect(own.some((id) => other.has(id))).toBe(false);
        }
      }
    }
  });

  it('gives customers one new contract and a renewal a year, and churned ones a lost renewal and silence after it', () => {
    const [deals, emails, invoices] = [byCompany('deals'), byCompany('emails'), byCompany('invoices')];
    for (const story of stories.filter((one) => one.contracts.length > 0)) {
      const own = deals.get(story.companyId) ?? [];
      expect(own.filter((deal) => deal.properties.dealtype === 'newbusiness').length).toBeLessThanOrEqual(1);
    }
    let late = 0;
    for (const story of storiesOf('churned')) {
      const left = story.churnedAt ?? Number.NaN;
      const renewals = (deals.get(story.companyId) ?? []).filter((deal) =>
        deal.properties.dealname?.startsWith('Renewal'),
      );
      const last = renewals.sort((a, b) => time(a, 'closedate') - time(b, 'closedate')).at(-1);
      // The one in 200 that is linked to nobody may be the one.
      if (last?.properties.hs_is_closed_won === 'false') {
        expect(last.properties.closed_lost_reason).not.toBeNull();
        expect(Math.abs(time(last, 'closedate') - left)).toBeLessThan(15 * DAY);
        late += 1;
      }
      for (const deal of deals.get(story.companyId) ?? []) {
        if (deal.associations.companies?.length === 1) expect(time(deal, 'closedate')).toBeLessThan(left + DAY);
      }
      for (const invoice of invoices.get(story.companyId) ?? []) {
        if (invoice.associations.companies?.length === 1) expect(time(invoice, 'hs_invoice_date')).toBeLessThan(left);
      }
      for (const email of emails.get(story.companyId) ?? []) {
        if (email.associations.companies?.length !== 1) continue;
        expect(time(email, 'hs_timestamp')).toBeLessThan(left + 61 * DAY);
        if (email.properties.hs_email_direction === 'INCOMING_EMAIL') {
          expect(time(email, 'hs_timestamp')).toBeLessThan(left + 4 * DAY);
        }
      }
    }
    expect(late).toBeGreaterThanOrEqual(34);
  });

  it('gives whales hundreds of times what others have, and whaleRecords scales them', () => {
    const sizeOf = (portal: typeof data, id: string) =>
      ['emails', 'tickets'].reduce(
        (sum, type) =>
          sum + (portal.objects[type] ?? []).filter((one) => one.associations.companies?.[0] === id).length,
        0,
      );
    const ids = storiesOf('whale').map((story) => story.companyId);
    const sizes = ids.map((id) => sizeOf(data, id));
    expect(Math.max(...sizes)).toBeGreaterThan(1_000);
    expect(Math.max(...sizes)).toBeLessThan(2_000);
    const bigger = generatePortal({ seed: 7, companies: COMPANIES, now: NOW, whaleRecords: 6_000 });
    const [before, after] = [sizes.reduce((a, b) => a + b), ids.reduce((sum, id) => sum + sizeOf(bigger, id), 0)];
    expect(after / before).toBeGreaterThan(3.5);
    expect(after / before).toBeLessThan(4.5);
  });

  it('has no mail at all where the owner logs none, and mail nearly everywhere else', () => {
    const emails = byCompany('emails');
    const customers = storiesOf('customer').filter((story) => story.createdAt < NOW - 365 * DAY);
    const [logged, unlogged] = [true, false].map((logs) => customers.filter((one) => mailIsLogged(one.owner) === logs));
    const own = (id: string) => (emails.get(id) ?? []).filter((email) => email.associations.companies?.length === 1);
    expect(unlogged?.length).toBeGreaterThan(20);
    expect(unlogged?.flatMap((story) => own(story.companyId))).toEqual([]);
    expect(mean((logged ?? []).map((story) => (own(story.companyId).length > 0 ? 1 : 0)))).toBeGreaterThan(0.95);
    const owners = new Set(data.owners?.map((owner) => owner.id));
    for (const company of records('companies')) {
      if (company.properties.hubspot_owner_id !== null) expect(owners).toContain(company.properties.hubspot_owner_id);
    }
  });

  it('lets the hidden health drive payments, mail and tickets', () => {
    const customers = stories
      .filter((story) => story.role === 'customer' && story.createdAt < NOW - 500 * DAY)
      .sort((a, b) => healthAt(a, NOW) - healthAt(b, NOW));
    const quarter = Math.floor(customers.length / 4);
    const worst = customers.slice(0, quarter);
    const best = customers.slice(-quarter);
    expect(mean(best.map((one) => healthAt(one, NOW)))).toBeGreaterThan(
      mean(worst.map((one) => healthAt(one, NOW))) + 0.4,
    );
    const recent = (type: string, property: string, of: readonly { companyId: string }[]) => {
      const ids = new Set(of.map((story) => story.companyId));
      return records(type).filter(
        (one) => ids.has(one.associations.companies?.[0] ?? '') && time(one, property) > NOW - 180 * DAY,
      );
    };
    const both = (measure: (of: readonly { companyId: string }[]) => number) => ({
      worst: measure(worst),
      best: measure(best),
    });

    const overdue = both((of) =>
      mean(
        recent('invoices', 'hs_invoice_date', of)
          .filter((one) => one.properties.hs_invoice_status !== 'voided')
          .map((one) =>
            Math.max(
              0,
              (Date.parse(one.properties.hs_payment_date ?? new Date(NOW).toISOString()) - time(one, 'hs_due_date')) /
                DAY,
            ),
          ),
      ),
    );
    expect(overdue.worst).toBeGreaterThan(overdue.best + 5);

    const replies = both((of) => {
      const mail = recent('emails', 'hs_timestamp', of).filter((one) => one.properties.hs_email_direction === 'EMAIL');
      return mean(mail.map((one) => Number(one.properties.hs_email_reply_count)));
    });
    expect(replies.best).toBeGreaterThan(replies.worst + 0.1);

    const complaints = both((of) => {
      const tickets = recent('tickets', 'createdate', of);
      return (
        tickets.filter((one) => /^(PRODUCT|BILLING)/.test(one.properties.hs_ticket_category ?? '')).length /
        tickets.length
      );
    });
    expect(complaints.worst).toBeGreaterThan(complaints.best + 0.1);

    const opened = both((of) => {
      const ids = new Set(of.map((story) => story.companyId));
      const people = records('contacts').filter((one) => ids.has(one.properties.associatedcompanyid ?? ''));
      const total = (name: string) => people.reduce((sum, one) => sum + Number(one.properties[name]), 0);
      return total('hs_email_open') / total('hs_email_delivered');
    });
    expect(opened.best).toBeGreaterThan(opened.worst + 0.1);
  });
});
