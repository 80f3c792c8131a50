/** What the hidden stories leave in the object types beyond the first six. */
import { describe, expect, it } from 'vitest';
import { type AccountStory, healthAt } from '../../../src/local/sandbox/generate/account-story.ts';
import { generatePortalWithStories } from '../../../src/local/sandbox/generate/generate-portal.ts';
import type { PortalRecord } from '../../../src/local/sandbox/portal-data.ts';

const NOW = Date.parse('2026-03-14T15:09:26Z');
const DAY = 86_400_000;
const { data, stories } = generatePortalWithStories({ seed: 7, companies: 600, now: NOW, whaleRecords: 800 });

const records = (objectType: string): readonly PortalRecord[] => data.objects[objectType] ?? [];
const time = (record: PortalRecord, property: string) => Date.parse(record.properties[property] ?? '');
const share = <T>(list: readonly T[], holds: (one: T) => boolean) => list.filter(holds).length / list.length;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const companyOfContact = new Map(
  records('contacts').map((contact) => [contact.id, contact.properties.associatedcompanyid]),
);
/** The company it belongs to, or that of its contact. */
const companyOf = ({ associations }: PortalRecord) =>
  associations.companies?.[0] ?? companyOfContact.get(associations.contacts?.[0] ?? '') ?? '';

const customers = stories
  .filter((story) => story.role === 'customer' && story.createdAt < NOW - 500 * DAY)
  .sort((a, b) => healthAt(a, NOW) - healthAt(b, NOW));
const quarter = Math.floor(customers.length / 4);
const ids = (list: readonly AccountStory[]) => new Set(list.map((story) => story.companyId));
const [worst, best] = [ids(customers.slice(0, quarter)), ids(customers.slice(-quarter))];

/** The records of the last half-year (or of any time) of the accounts that fare worst, and of those that fare best. */
function halves(type: string, dated?: string) {
  const list = records(type).filter((record) => dated === undefined || time(record, dated) > NOW - 180 * DAY);
  const of = (companies: ReadonlySet<string>) => list.filter((record) => companies.has(companyOf(record)));
  return { worst: of(worst), best: of(best) };
}

const is = (property: string, value: string) => (record: PortalRecord) => record.properties[property] === value;

describe('health drives', () => {
  it('meetings: held or missed, and whether the next is booked', () => {
    const { worst: bad, best: good } = halves('meetings', 'hs_meeting_start_time');
    const past = (list: readonly PortalRecord[]) => list.filter((one) => time(one, 'hs_meeting_start_time') <= NOW);
    expect(share(past(good), is('hs_meeting_outcome', 'COMPLETED'))).toBeGreaterThan(
      share(past(bad), is('hs_meeting_outcome', 'COMPLETED')) + 0.2,
    );
    expect(share(past(bad), is('hs_meeting_outcome', 'NO_SHOW'))).toBeGreaterThan(0.1);
    const booked = (list: readonly PortalRecord[]) => new Set(list.filter((one) => !past([one]).length).map(companyOf));
    expect(booked(good).size).toBeGreaterThan(2 * booked(bad).size);
    for (const meeting of records('meetings')) {
      expect(time(meeting, 'hs_createdate')).toBeLessThan(time(meeting, 'hs_meeting_start_time'));
      expect(time(meeting, 'hs_createdate')).toBeLessThan(NOW);
    }
  });

  it('calls: who calls, and who picks up', () => {
    const { worst: bad, best: good } = halves('calls', 'hs_timestamp');
    expect(share(good, is('hs_call_direction', 'INBOUND'))).toBeGreaterThan(
      share(bad, is('hs_call_direction', 'INBOUND')),
    );
    expect(share(good, is('hs_call_status', 'COMPLETED'))).toBeGreaterThan(
      share(bad, is('hs_call_status', 'COMPLETED')) + 0.1,
    );
    for (const { properties } of records('calls')) {
      expect(Number(properties.hs_call_duration) > 0).toBe(properties.hs_call_status === 'COMPLETED');
    }
  });

  it('what notes and subjects say: plans or complaints', () => {
    const planned = (property: string) => (record: PortalRecord) =>
      /\bplan\b|planning|expansion/i.test(record.properties[property] ?? '');
    const notes = halves('notes', 'hs_timestamp');
    expect(share(notes.best, planned('hs_note_body'))).toBeGreaterThan(0.2);
    expect(share(notes.worst, planned('hs_note_body'))).toBeLessThan(share(notes.best, planned('hs_note_body')) / 2);
    const mail = halves('emails', 'hs_timestamp');
    expect(share(mail.best, planned('hs_email_subject'))).toBeGreaterThan(
      share(mail.worst, planned('hs_email_subject')) + 0.05,
    );
  });

  it('survey answers, each in its group', () => {
    const { worst: bad, best: good } = halves('feedback_submissions', 'hs_submission_timestamp');
    const nps = (list: readonly PortalRecord[]) => list.filter(is('hs_survey_type', 'NPS'));
    expect(share(nps(good), is('hs_response_group', 'PROMOTER'))).toBeGreaterThan(0.4);
    expect(share(nps(bad), is('hs_response_group', 'DETRACTOR'))).toBeGreaterThan(0.5);
    const ends = { NPS: [0, 10], CSAT: [0, 2], CES: [1, 7], CUSTOM: [1, 10] } as const;
    const kinds = Map.groupBy(records('feedback_submissions'), (one) => one.properties.hs_survey_type ?? '');
    for (const [kind, [least, most]] of Object.entries(ends)) {
      const values = (kinds.get(kind) ?? []).map((one) => Number(one.properties.hs_value));
      // The whole scale is used, and nothing beyond it.
      expect([least, least + 1], kind).toContain(Math.min(...values));
      expect(Math.max(...values), kind).toBe(most);
    }
  });

  it('subscriptions: past due or cancelled, or added to', () => {
    const { worst: bad, best: good } = halves('subscriptions');
    expect(good.filter(is('hs_status', 'past_due'))).toEqual([]);
    expect(bad.filter(is('hs_status', 'past_due')).length).toBeGreaterThan(4);
    const added = (list: readonly PortalRecord[]) => share(list, (one) => one.properties.hs_name !== 'Base plan');
    expect(added(good)).toBeGreaterThan(added(bad));
    const churned = ids(stories.filter((story) => story.role === 'churned'));
    const lost = records('subscriptions').filter((one) => churned.has(companyOf(one)));
    expect(lost.length).toBeGreaterThan(10);
    expect(share(lost, is('hs_status', 'canceled'))).toBe(1);
    for (const { properties } of records('subscriptions')) {
      const { hs_status: status, hs_next_payment_due_date: due, hs_last_payment_date: paid } = properties;
      expect(due === null).toBe(status === 'canceled');
      if (due) expect(Date.parse(due) < NOW - DAY, `${status} ${due}`).toBe(status === 'past_due');
      if (paid) expect(Date.parse(paid)).toBeLessThan(NOW);
    }
  });

  it('payments: those of overdue invoices fail', () => {
    const { worst: bad, best: good } = halves('commerce_payments');
    const failed = is('hs_latest_status', 'failed');
    expect(share(bad, failed)).toBeGreaterThan(share(good, failed) + 0.05);
  });

  it('service goals: kept or missed', () => {
    const { worst: bad, best: good } = halves('tickets', 'createdate');
    const missed = (property: string) => (record: PortalRecord) =>
      ['1', '4'].includes(record.properties[property] ?? '');
    for (const goal of ['hs_time_to_close_sla_status', 'hs_time_to_first_response_sla_status']) {
      expect(share(bad, missed(goal)), goal).toBeGreaterThan(share(good, missed(goal)) + 0.05);
    }
    const replyMs = (list: readonly PortalRecord[]) =>
      mean(list.flatMap((one) => Number(one.properties.time_to_first_agent_reply ?? Number.NaN) || []));
    expect(replyMs(bad)).toBeGreaterThan(replyMs(good));
  });
});

describe('what hangs together', () => {
  it('reminders name an invoice of the account, after its due date and before it was paid', () => {
    const invoices = new Map(records('invoices').map((invoice) => [invoice.properties.hs_number, invoice]));
    const reminders = records('emails').filter((email) => email.properties.hs_email_subject?.includes('INV-'));
    expect(reminders.length).toBeGreaterThan(100);
    for (const email of reminders) {
      const number = /INV-\d+/.exec(email.properties.hs_email_subject ?? '')?.[0];
      const invoice = invoices.get(number ?? '');
      expect(email.properties.hs_email_direction).toBe('EMAIL');
      expect(time(email, 'hs_timestamp')).toBeGreaterThan(time(invoice ?? email, 'hs_due_date'));
      if (invoice?.properties.hs_payment_date) {
        expect(time(email, 'hs_timestamp')).toBeLessThan(time(invoice, 'hs_payment_date'));
      }
      if (invoice?.associations.companies?.length) {
        expect(email.associations.companies).toEqual(invoice.associations.companies);
      }
    }
  });

  it('a ticket shows the answer to the survey after it', () => {
    const answers = new Map(
      records('feedback_submissions').flatMap((one) => (one.associations.tickets ?? []).map((id) => [id, one])),
    );
    let rated = 0;
    for (const { id, properties } of records('tickets')) {
      const answer = answers.get(id)?.properties;
      const shown = properties.hs_last_csat_rating ?? properties.hs_feedback_last_ces_rating ?? undefined;
      expect(shown).toBe(answer?.hs_value ?? undefined);
      if (answer === undefined) continue;
      rated += 1;
      expect(properties.hs_feedback_last_survey_date).toBe(answer.hs_submission_timestamp);
      expect(Date.parse(answer.hs_submission_timestamp ?? '')).toBeGreaterThan(
        Date.parse(properties.closed_date ?? ''),
      );
    }
    expect(rated).toBeGreaterThan(100);
  });

  it('survey answers belong to contacts and never to companies', () => {
    for (const { associations } of records('feedback_submissions')) {
      expect([associations.companies, associations.contacts?.length]).toEqual([undefined, 1]);
    }
  });

  it('quotes belong to deals, of their amount', () => {
    const deals = new Map(records('deals').map((deal) => [deal.id, deal.properties]));
    for (const { properties, associations } of records('quotes')) {
      const deal = deals.get(associations.deals?.[0] ?? '');
      expect([properties.hs_quote_amount, properties.hs_currency]).toEqual([deal?.amount, deal?.deal_currency_code]);
    }
  });

  it('customers are trained; subsidiaries have a parent that exists', () => {
    const trained = new Set(records('meetings').filter(is('hs_activity_type', 'Training')).map(companyOf));
    expect(trained.size).toBeGreaterThan(50);
    const companies = new Set(records('companies').map((company) => company.id));
    const parents = records('companies').flatMap((company) => company.properties.hs_parent_company_id ?? []);
    expect(parents.length).toBeGreaterThan(3);
    for (const parent of parents) expect(companies).toContain(parent);
  });

  it('some customers have each type, and some have none of it', () => {
    const live = ids(customers);
    for (const type of [
      'meetings',
      'calls',
      'communications',
      'notes',
      'feedback_submissions',
      'subscriptions',
      'commerce_payments',
      'quotes',
    ]) {
      const have = new Set(records(type).map(companyOf));
      const portion = share([...live], (id) => have.has(id));
      expect(portion, type).toBeGreaterThan(0.2);
      expect(portion, type).toBeLessThan(0.95);
    }
  });
});
