import { describe, expect, test } from 'vitest';
import type { EvidenceValue, RecordRef } from '../../src/scoring/evidence.ts';

import { makeWording } from '../../src/wording/make-wording.ts';
import { causeText, receiptText } from '../../src/wording/receipt-text.ts';

const say = (locale: string, key: string, values: Readonly<Record<string, EvidenceValue>>, timeZone = 'UTC') =>
  makeWording({ locale, timeZone }).say(key, values);
const balance = (amount: number, currency: string): EvidenceValue => ({ kind: 'money', amount, currency });
const day = (iso: string): EvidenceValue => ({ kind: 'day', at: Date.parse(iso) });

describe('who may not see amounts and subjects of emails', () => {
  const values = { number: 'A-1', balance: balance(1234.5, 'EUR'), days: 3 };
  const reminded = {
    reminded: 1,
    invoices: 3,
    days: 365,
    share: { kind: 'percent', share: 1 / 3 },
    number: 'A-1',
    subject: { kind: 'subject', text: 'A-1 is due' },
    sent: day('2026-04-06T12:00:00Z'),
  } as const;
  const email: RecordRef = {
    objectType: 'emails',
    id: '1',
    name: 'A-1 is due',
    at: Date.parse('2026-04-06T12:00:00Z'),
  };
  const invoice: RecordRef = { ...email, objectType: 'invoices', name: 'A-1' };

  test.each([
    ['en', 'Invoice A-1 ([amount hidden]) is 3 days overdue.', '[subject hidden]', 'Email of Apr 6, 2026'],
    ['it', 'La fattura A-1 ([importo nascosto]) è scaduta da 3 giorni.', '[oggetto nascosto]', 'E-mail (6 apr 2026)'],
    ['ko', '청구서 A-1([금액 비공개]): 3일 연체되었습니다.', '[제목 비공개]', '2026년 4월 6일 이메일'],
    ['ro', 'Factura A-1 ([sumă ascunsă]) este restantă de 3 zile.', '[subiect ascuns]', 'E-mail din 6 apr. 2026'],
    ['tr', 'A-1 numaralı faturanın ([tutar gizli]) vadesi 3 gün geçti.', '[konu gizli]', '6 Nis 2026 tarihli e-posta'],
  ])('are told in %s that they are hidden, and all else', (locale, overdue, subject, record) => {
    const discreet = makeWording({ locale, timeZone: 'UTC', discreet: true });
    expect(discreet.say('signal.overdue_balance.evidence.one', values)).toBe(overdue);
    const told = discreet.say('signal.paid_after_reminder.evidence.reminded', reminded);
    expect([told.includes(subject), told.includes('A-1')]).toEqual([true, false]);
    expect(say(locale, 'signal.paid_after_reminder.evidence.reminded', reminded)).toContain('A-1 is due');
    expect([discreet.record(email), discreet.record(invoice).includes('A-1')]).toEqual([record, true]);
    expect(makeWording({ locale, timeZone: 'UTC' }).record(email)).toBe('A-1 is due');
  });
});

describe('numbers, dates and money as the reader writes them', () => {
  const values = { number: 'A-1', balance: balance(1234.5, 'EUR'), days: 1234 };

  test.each([
    ['en-US', 'Invoice A-1 (€1,234.50) is 1,234 days overdue.'],
    ['en-GB', 'Invoice A-1 (€1,234.50) is 1,234 days overdue.'],
    ['it_IT', 'La fattura A-1 (1234,50\u00a0€) è scaduta da 1234 giorni.'],
    ['it-CH', 'La fattura A-1 (€\u00a01234.50) è scaduta da 1234 giorni.'],
    ['ko-KR', '청구서 A-1(€1,234.50): 1,234일 연체되었습니다.'],
    ['ro-RO', 'Factura A-1 (1.234,50\u00a0EUR) este restantă de 1.234 de zile.'],
    ['TR', 'A-1 numaralı faturanın (€1.234,50) vadesi 1.234 gün geçti.'],
    // Without a catalogue of its own, a language reads in English throughout: no half-translated sentences.
    ['fr', 'Invoice A-1 (€1,234.50) is 1,234 days overdue.'],
    ['fr_FR', 'Invoice A-1 (€1,234.50) is 1,234 days overdue.'],
  ])('money and days in %s', (locale, text) => {
    expect(say(locale, 'signal.overdue_balance.evidence.one', values)).toBe(text);
  });

  test.each([
    ['en-US', 'Apr 6, 2026'],
    ['en-GB', '6 Apr 2026'],
    ['en_GB', '6 Apr 2026'],
    ['EN-gb', '6 Apr 2026'],
    ['fr', 'Apr 6, 2026'],
    ['tlh', 'Apr 6, 2026'],
    // Begins like English, and is none.
    ['ena', 'Apr 6, 2026'],
    ['nonsense locale', 'Apr 6, 2026'],
    ['constructor', 'Apr 6, 2026'],
    ['__proto__', 'Apr 6, 2026'],
    ['', 'Apr 6, 2026'],
  ])('a day in "%s"', (locale, text) => {
    expect(say(locale, 'record.emails', { day: day('2026-04-06T12:00:00Z') })).toBe(`Email of ${text}`);
  });

  test.each([
    ['it', 'E-mail (6 apr 2026)'],
    ['ko', '2026년 4월 6일 이메일'],
    ['ro', 'E-mail din 6 apr. 2026'],
    ['tr', '6 Nis 2026 tarihli e-posta'],
  ])('a day in %s', (locale, text) => {
    expect(say(locale, 'record.emails', { day: day('2026-04-06T12:00:00Z') })).toBe(text);
  });

  test.each([
    ['America/New_York', 'Apr 5, 2026'],
    ['UTC', 'Apr 6, 2026'],
    ['Asia/Tokyo', 'Apr 6, 2026'],
  ])('a day in %s', (timeZone, text) => {
    expect(say('en', 'record.emails', { day: day('2026-04-06T02:00:00Z') }, timeZone)).toBe(`Email of ${text}`);
  });

  test.each([
    ['USD', '$1,234.50'],
    ['JPY', '¥1,235'],
    ['KWD', 'KWD\u00a01,234.500'],
    ['XXX', '¤1,234.50'],
    ['eur', '€1,234.50'],
    ['ZZZ', 'ZZZ\u00a01,234.50'],
    // What Intl refuses: the number, then whatever stands there.
    ['EURO', '1,234.5 EURO'],
    ['', '1,234.5'],
    ['<b>', '1,234.5 <b>'],
  ])('money in "%s"', (currency, text) => {
    expect(
      say('en', 'signal.overdue_balance.evidence.one', { number: 'A', balance: balance(1234.5, currency), days: 1 }),
    ).toBe(`Invoice A (${text}) is 1 day overdue.`);
  });

  test('large counts and shares', () => {
    expect(
      say('en', 'signal.email_engagement.evidence.marketing', { delivered: 12_345, opened: 1_000, clicked: 0 }),
    ).toBe('Of 12,345 marketing emails delivered, 1,000 were opened and 0 clicked.');
    expect(
      say('en', 'signal.first_contact_resolution.evidence.rate', {
        first: 2,
        solved: 3,
        share: { kind: 'percent', share: 2 / 3 },
      }),
    ).toBe('2 of 3 solved tickets were solved at the first contact (67%).');
  });

  test.each([
    [0, 'today'],
    [1, 'one day ago'],
    [2, '2 days ago'],
  ])('%i days ago', (days, text) => {
    const values = { days, last: day('2026-04-06T02:00:00Z'), by: 'deals' };
    expect(say('en', 'signal.time_since_last_purchase.evidence.once', values)).toBe(
      `Bought only once, ${text.replace('one', '1')} (Apr 6, 2026).`,
    );
  });
});

describe('evidence as a person would say it', () => {
  test.each([
    [0, 1, 2, 'Their only contact was not in touch in the last 90 days; aim for at least 2 people.'],
    [0, 4, 2, 'None of their 4 contacts was in touch in the last 90 days; aim for at least 2 people.'],
    [1, 1, 2, 'Their only contact was in touch in the last 90 days; aim for at least 2 people.'],
    [1, 3, 1, '1 of their 3 contacts was in touch in the last 90 days; aim for at least 1 person.'],
    [3, 9, 3, '3 of their 9 contacts were in touch in the last 90 days; aim for at least 3 people.'],
  ])('%i of %i people in touch', (people, contacts, expected, text) => {
    const message = people === 0 ? 'nobody' : 'people';
    const values = { people, contacts, expected, days: 90 };
    expect(say('en', `signal.contact_breadth.evidence.${message}`, values)).toBe(text);
  });

  test.each([
    ['missed_only', 0, 'The only ticket with a promised time in the last 90 days missed it.'],
    ['missed_only', 1, 'The only ticket with a promised time in the last 90 days missed it and is still open.'],
    ['missed', 0, '2 of 3 tickets with a promised time in the last 90 days missed it.'],
    ['missed', 1, '2 of 3 tickets with a promised time in the last 90 days missed it; 1 is still open.'],
    ['missed', 2, '2 of 3 tickets with a promised time in the last 90 days missed it; 2 are still open.'],
  ])('%s, %i of them open', (message, open, text) => {
    const values = { missed: 2, promised: 3, open, windowDays: 90 };
    expect(say('en', `signal.sla_breaches.evidence.${message}`, values)).toBe(text);
  });

  test.each([
    ['en', 'invoices', 91, 'Paid no invoice in the last 3 months, nor in the 3 months before.'],
    ['en', 'deals', 182, 'Bought nothing in the last 6 months, nor in the 6 months before.'],
    ['en', 'deals', 365, 'Bought nothing in the last 12 months, nor in the 12 months before.'],
    ['en', 'deals', 364, 'Bought nothing in the last 364 days, nor in the 364 days before.'],
    ['it', 'invoices', 91, 'Nessuna fattura pagata negli ultimi 3 mesi, né nei 3 mesi precedenti.'],
    ['ko', 'deals', 365, '최근 12개월은 물론 그 이전 12개월에도 구매가 없습니다.'],
    [
      'ro',
      'invoices',
      182,
      'Nu a plătit nicio factură în ultimele 6 luni și nici în perioada anterioară de aceeași durată.',
    ],
    ['tr', 'invoices', 91, 'Ne son 3 ayda ne de önceki 3 ayda ödenen fatura var.'],
  ])('%s: nothing by %s in windows of %i days', (locale, by, days, text) => {
    expect(say(locale, 'signal.spend_trend.evidence.ended_before', { by, days })).toBe(text);
  });
});

describe('counts as each language says them', () => {
  const open = (locale: string, tickets: number) =>
    say(locale, 'signal.open_tickets.evidence.open', { open: tickets, norm: 1.5 }).split(/[;.]/)[0];

  test.each([
    ['it', 1, '1 ticket aperto'],
    ['it', 2, '2 ticket aperti'],
    // After 20, 21 ... 100, and again after 120, Romanian puts "de" before the noun.
    ['ro', 0, '0 tichete deschise'],
    ['ro', 1, 'Un tichet deschis'],
    ['ro', 2, '2 tichete deschise'],
    ['ro', 19, '19 tichete deschise'],
    ['ro', 20, '20 de tichete deschise'],
    ['ro', 21, '21 de tichete deschise'],
    ['ro', 100, '100 de tichete deschise'],
    ['ro', 101, '101 tichete deschise'],
    ['ro', 119, '119 tichete deschise'],
    ['ro', 120, '120 de tichete deschise'],
    // Turkish and Korean nouns stay as they are after a number.
    ['tr', 1, '1 destek talebi açık'],
    ['tr', 2, '2 destek talebi açık'],
    ['ko', 1, '진행 중인 티켓이 1건 있습니다'],
    ['ko', 2, '진행 중인 티켓이 2건 있습니다'],
  ])('%s: %i', (locale, count, text) => {
    expect(open(locale, count)).toBe(text);
  });

  test.each([
    ['it', 'oggi', '1 giorno fa', '3 giorni fa'],
    ['ko', '오늘', '1일 전', '3일 전'],
    ['ro', 'azi', 'acum o zi', 'acum 3 zile'],
    ['tr', 'bugün', '1 gün önce', '3 gün önce'],
  ])('how long ago in %s', (locale, ...texts) => {
    const last = day('2026-04-06T02:00:00Z');
    for (const [index, days] of [0, 1, 3].entries())
      expect(say(locale, 'signal.time_since_last_purchase.evidence.once', { days, last, by: 'deals' })).toContain(
        texts[index],
      );
  });
});

describe('what people call a record', () => {
  const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
  const ref = (objectType: RecordRef['objectType'], name: string | null): RecordRef => ({
    objectType,
    id: '1',
    name,
    at: Date.UTC(2026, 3, 6),
  });
  test.each([
    [ref('deals', 'Renewal <b>{2026}</b>'), 'Renewal <b>{2026}</b>'],
    [ref('deals', null), 'A deal'],
    [ref('deals', ''), 'A deal'],
    [ref('tickets', null), 'A ticket'],
    [ref('contacts', null), 'A contact'],
    [ref('companies', null), 'This company'],
    [ref('emails', null), 'Email of Apr 6, 2026'],
    [ref('invoices', 'INV-1'), 'Invoice INV-1'],
    [ref('invoices', null), 'An invoice'],
    [ref('invoices', ''), 'An invoice'],
  ])('%j', (record, text) => {
    expect(wording.record(record)).toBe(text);
  });
});

test('a key without a sentence is a defect, also one that every object has', () => {
  const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
  for (const key of ['nothing', 'constructor', 'toString', '__proto__']) {
    expect(wording.has(key)).toBe(false);
    expect(() => wording.say(key)).toThrow(`There is no sentence for "${key}".`);
  }
  expect(wording.has('state.no_facts')).toBe(true);
});

describe('a receipt row in words', () => {
  const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
  const none = { message: 'silent', values: { days: 365 }, records: [], moreRecords: 0 };
  const late = {
    message: 'one',
    values: { number: 'A', balance: balance(5, 'EUR'), days: 61 },
    records: [],
    moreRecords: 0,
  };

  test('of a signal', () => {
    const row = { key: 'overdue_balance', signal: 'overdue_balance', dimension: 'billing', pointsLost: 3, cause: late };
    expect(receiptText(wording, row)).toEqual({
      label: 'Overdue invoices',
      evidence: 'Invoice A (€5.00) is 61 days overdue.',
      remedy: 'Get the overdue invoices paid; ask what holds them up.',
    });
  });

  test('with the remedy of its own sentence', () => {
    const row = { key: 'overdue_balance', signal: 'overdue_balance', dimension: 'billing', pointsLost: 3, cause: none };
    expect(receiptText(wording, row).remedy).toBe('A new order would show how they pay today.');
  });

  test.each([
    ['long_overdue', 'Long overdue invoice', 'The score stays down until the old invoice is paid.'],
    ['one_of_their_own', 'Limit of the model', 'The score stays down for as long as this holds.'],
    ['constructor', 'Limit of the model', 'The score stays down for as long as this holds.'],
  ])('of the cap %s', (key, label, remedy) => {
    const row = { key, signal: 'overdue_balance', dimension: null, pointsLost: 3, cause: late };
    expect(receiptText(wording, row)).toEqual({ label, evidence: 'Invoice A (€5.00) is 61 days overdue.', remedy });
  });

  test('of an unknown that the model counts against the account', () => {
    const cause = { kind: 'unknown', reason: 'too_few', values: { count: 2, minimum: 1_000 } } as const;
    expect(causeText(wording, 'payment_habit', cause)).toBe('Too little to judge by: 2, and it takes 1,000.');
    const none = { ...cause, values: { count: 0, minimum: 3 } };
    expect(causeText(wording, 'payment_habit', none)).toBe('There is nothing on this account to judge by.');
  });
});
