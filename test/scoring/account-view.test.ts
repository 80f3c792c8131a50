import { describe, expect, it } from 'vitest';
import { isLogged, viewAt } from '../../src/scoring/account-view.ts';
import { DAY_MS, makeCalendar } from '../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord } from '../../src/scoring/facts.ts';
import { WatchedNow } from '../../src/scoring/now.ts';
import type { Values } from '../../src/scoring/object-definition.ts';
import { datesOf, valuesAt } from '../../src/scoring/values-at.ts';
import { CONNECTED, RUNNING_SINCE } from './arbitrary-account.ts';

const calendar = makeCalendar('UTC');
const JUNE = Date.UTC(2026, 5, 1);
const day = (offset: number) => JUNE + offset * DAY_MS;
const SEEN_LATER = day(1_000);

describe('what could be known of an invoice on 1 June', () => {
  const invoice: Values = {
    hs_number: '7',
    hs_due_date: day(-10),
    hs_amount_billed: 50,
    hs_invoice_status: 'paid',
    hs_payment_date: day(40),
    hs_balance_due: 0,
    hs_amount_paid: 50,
  };

  it('paid in July: billed and due, not yet paid, its end unknown', () => {
    expect(valuesAt(datesOf('invoices'), invoice, SEEN_LATER, JUNE)).toEqual({
      hs_number: '7',
      hs_due_date: day(-10),
      hs_amount_billed: 50,
      hs_payment_date: null,
    });
  });

  it('paid in July, though the portal showed it paid already: still not paid', () => {
    expect(valuesAt(datesOf('invoices'), invoice, day(-1), JUNE)).toEqual({
      hs_number: '7',
      hs_due_date: day(-10),
      hs_amount_billed: 50,
      hs_payment_date: null,
    });
  });

  it('paid in May: paid, and its final balance with it', () => {
    const paid = { ...invoice, hs_payment_date: day(-3) };
    expect(valuesAt(datesOf('invoices'), paid, SEEN_LATER, JUNE)).toEqual(paid);
  });

  it('paid on a day nobody recorded: unknown before it was seen so, paid from then', () => {
    const undated = { ...invoice, hs_payment_date: null };
    expect(valuesAt(datesOf('invoices'), undated, SEEN_LATER, JUNE)).toEqual({
      hs_number: '7',
      hs_due_date: day(-10),
      hs_amount_billed: 50,
    });
    expect(valuesAt(datesOf('invoices'), undated, JUNE, JUNE)).toEqual(undated);
  });

  it('open: not paid by then either; its balance counts from when it was seen', () => {
    const open = { ...invoice, hs_invoice_status: 'open', hs_payment_date: null, hs_balance_due: 20 };
    expect(valuesAt(datesOf('invoices'), open, SEEN_LATER, JUNE)).toEqual({
      hs_number: '7',
      hs_due_date: day(-10),
      hs_amount_billed: 50,
      hs_payment_date: null,
    });
    expect(valuesAt(datesOf('invoices'), open, day(-1), JUNE)).toEqual(open);
  });
});

describe('what could be known on 1 June of an invoice that is paid in part', () => {
  const partly: Values = {
    hs_invoice_status: 'open',
    hs_payment_date: day(-3),
    hs_balance_due: 20,
    hs_amount_billed: 50,
  };

  it('the day of the part payment does not make it paid, seen or not', () => {
    expect(valuesAt(datesOf('invoices'), partly, SEEN_LATER, JUNE)).toEqual({
      hs_payment_date: null,
      hs_amount_billed: 50,
    });
    expect(valuesAt(datesOf('invoices'), partly, day(-1), JUNE)).toEqual({ ...partly, hs_payment_date: null });
  });

  it('where the portal tells no status, the day of payment settles it', () => {
    const dated: Values = { hs_payment_date: day(-3), hs_balance_due: 0, hs_amount_billed: 50 };
    expect(valuesAt(datesOf('invoices'), dated, SEEN_LATER, JUNE)).toEqual(dated);
  });
});

describe('what could be known of a deal on 1 June', () => {
  const won: Values = {
    dealname: 'D',
    dealtype: 'existingbusiness',
    closedate: day(5),
    hs_is_closed: true,
    hs_is_closed_won: true,
    amount: 9,
    dealstage: 'closedwon',
  };

  it.each([
    ['won later', won, SEEN_LATER, { dealname: 'D', dealtype: 'existingbusiness' }],
    ['won earlier', { ...won, closedate: day(-5) }, SEEN_LATER, { ...won, closedate: day(-5) }],
    [
      'open, expected later, seen by then',
      { ...won, hs_is_closed: false, hs_is_closed_won: false },
      day(-1),
      { ...won, hs_is_closed: false, hs_is_closed_won: false },
    ],
    [
      'open, seen only later',
      { ...won, hs_is_closed: false },
      SEEN_LATER,
      { dealname: 'D', dealtype: 'existingbusiness' },
    ],
  ])('%s', (_, values, seenAt, known) => {
    expect(valuesAt(datesOf('deals'), values, seenAt, JUNE)).toEqual(known);
  });
});

describe('which records there are', () => {
  const ticket = (
    id: string,
    versions: { seenAt: number; values: Values | null }[],
    link: Partial<FactRecord> = {},
  ): FactRecord => ({
    objectType: 'tickets',
    id,
    linkedAt: versions[0]?.seenAt ?? 0,
    unlinkedAt: null,
    versions: versions.map((version) => ({ effectiveAt: 0, ...version })),
    ...link,
  });
  const open: Values = { subject: 'T', createdate: day(-100), closed_date: null, hs_is_closed: false };
  const ids = (records: FactRecord[], asOf: number): string[] => {
    const facts: AccountFacts = {
      companyId: '1',
      company: [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values: {} }],
      records,
    };
    return viewAt(facts, asOf, CONNECTED, calendar)?.tickets.map(({ id }) => id) ?? [];
  };
  const running = RUNNING_SINCE + 10 * DAY_MS;

  it('once running, those seen by then; before, all that were found, then or since', () => {
    const late = ticket('2', [{ seenAt: running + DAY_MS, values: open }]);
    expect(ids([ticket('1', [{ seenAt: RUNNING_SINCE, values: open }]), late], running)).toEqual(['1']);
    expect(ids([ticket('1', [{ seenAt: RUNNING_SINCE, values: open }]), late], RUNNING_SINCE - DAY_MS)).toEqual([
      '1',
      '2',
    ]);
  });

  it('not the deleted, from when the deletion was seen', () => {
    const deleted = ticket('1', [
      { seenAt: RUNNING_SINCE, values: open },
      { seenAt: running, values: null },
    ]);
    expect(ids([deleted], running - 1)).toEqual(['1']);
    expect(ids([deleted], running)).toEqual([]);
  });

  it('those associated then', () => {
    const moved = ticket('1', [{ seenAt: RUNNING_SINCE, values: open }], { unlinkedAt: running });
    expect(ids([moved], running - 1)).toEqual(['1']);
    expect(ids([moved], running)).toEqual([]);
    expect(ids([ticket('1', [{ seenAt: RUNNING_SINCE, values: open }], { linkedAt: running })], running - 1)).toEqual(
      [],
    );
  });

  /** Each ticket that there was, with its subject. */
  const subjects = (records: FactRecord[], asOf: number): (readonly [string, unknown])[] => {
    const company = [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values: {} }];
    const view = viewAt({ companyId: '1', company, records }, asOf, CONNECTED, calendar);
    return view?.tickets.map(({ id, values }) => [id, values.subject] as const) ?? [];
  };
  const edited: Values = { ...open, subject: 'Edited' };
  const found = { seenAt: RUNNING_SINCE, values: open };
  const T = ['1', 'T'] as const;

  it.each<[string, FactRecord[], (readonly [string, string])[]]>([
    ['edited later: as it was found', [ticket('1', [found, { seenAt: running, values: edited }])], [T]],
    [
      'its birth moved later: as it was found',
      [ticket('1', [found, { seenAt: running, values: { ...open, createdate: running } }])],
      [T],
    ],
    [
      'edited while it was first read: as it was last',
      [ticket('1', [{ seenAt: RUNNING_SINCE - DAY_MS, values: edited }, found])],
      [T],
    ],
    ['deleted later: there', [ticket('1', [found, { seenAt: running, values: null }])], [T]],
    [
      'deleted while it was first read: not there, though it came back later',
      [
        ticket('1', [
          { seenAt: RUNNING_SINCE - DAY_MS, values: open },
          { seenAt: RUNNING_SINCE, values: null },
          { seenAt: running, values: open },
        ]),
      ],
      [],
    ],
    ['unlinked later: there', [ticket('1', [found], { unlinkedAt: RUNNING_SINCE + 1 })], [T]],
    [
      'unlinked while it was first read: not there',
      [ticket('1', [found], { linkedAt: RUNNING_SINCE - DAY_MS, unlinkedAt: RUNNING_SINCE })],
      [],
    ],
    [
      'unlinked and linked again later: there once',
      [ticket('1', [found], { unlinkedAt: running }), ticket('1', [found], { linkedAt: running + DAY_MS })],
      [T],
    ],
    ['linked later: not there', [ticket('1', [found], { linkedAt: RUNNING_SINCE + 1 })], []],
    [
      'first seen later, of before: there, as it was seen first',
      [
        ticket('1', [
          { seenAt: running, values: open },
          { seenAt: running + DAY_MS, values: edited },
          { seenAt: running + 2 * DAY_MS, values: null },
        ]),
      ],
      [T],
    ],
    [
      'first seen later, and unlinked and linked again after that: there once',
      [
        ticket('1', [{ seenAt: running, values: open }], { unlinkedAt: running + DAY_MS }),
        ticket('1', [{ seenAt: running, values: open }], { linkedAt: running + 2 * DAY_MS }),
      ],
      [T],
    ],
  ])('before we ran, %s', (_, records, expected) => {
    expect(subjects(records, RUNNING_SINCE - 5 * DAY_MS)).toEqual(expected);
  });

  it('of the moment at which we began to run, what was found counts as well', () => {
    const changed = ticket('1', [found, { seenAt: RUNNING_SINCE + 1, values: edited }], {
      unlinkedAt: RUNNING_SINCE + 2,
    });
    const each = [-1, 0, 1, 2].map((after) => subjects([changed], RUNNING_SINCE + after));
    expect(each).toEqual([[T], [T], [['1', 'Edited']], []]);
  });

  it('where a type was never read to its end, all that is held now', () => {
    const tickets = { ...CONNECTED.sources.tickets, runningSince: null };
    const portal = { ...CONNECTED, sources: { ...CONNECTED.sources, tickets } };
    const company = [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values: {} }];
    const records = [
      ticket('1', [found, { seenAt: running, values: edited }]),
      ticket('2', [found, { seenAt: running, values: null }]),
      ticket('3', [found], { unlinkedAt: running }),
    ];
    const view = viewAt({ companyId: '1', company, records }, RUNNING_SINCE, portal, calendar);
    expect(view?.tickets.map(({ id, values }) => [id, values.subject])).toEqual([['1', 'Edited']]);
  });

  it('none born later, and those without a birth date from when they were seen', () => {
    expect(
      ids([ticket('1', [{ seenAt: RUNNING_SINCE, values: { ...open, createdate: running + 1 } }])], running),
    ).toEqual([]);
    const undated = ticket('1', [{ seenAt: RUNNING_SINCE, values: { ...open, createdate: null } }]);
    expect(ids([undated], RUNNING_SINCE)).toEqual(['1']);
    expect(ids([undated], RUNNING_SINCE - DAY_MS)).toEqual([]);
  });

  it('a deal that was imported exists from its close date, a draft or void invoice never does', () => {
    const facts: AccountFacts = {
      companyId: '1',
      company: [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values: {} }],
      records: [
        {
          ...ticket('1', [
            { seenAt: RUNNING_SINCE, values: { createdate: day(-1), closedate: day(-400), hs_is_closed: true } },
          ]),
          objectType: 'deals',
        },
        {
          ...ticket('2', [
            { seenAt: RUNNING_SINCE, values: { hs_invoice_date: day(-90), hs_invoice_status: 'voided' } },
          ]),
          objectType: 'invoices',
        },
        {
          ...ticket('3', [
            { seenAt: RUNNING_SINCE, values: { hs_invoice_date: day(-90), hs_invoice_status: 'draft' } },
          ]),
          objectType: 'invoices',
        },
      ],
    };
    const view = viewAt(facts, day(-300), CONNECTED, calendar);
    expect(view?.deals.map(({ id }) => id)).toEqual(['1']);
    expect(view?.invoices).toEqual([]);
  });
});

it('before we ran, a company is as it was found; first seen later, as it was seen first', () => {
  const named = (...names: (readonly [number, string])[]) =>
    names.map(([seenAt, name]) => ({ effectiveAt: 0, seenAt: RUNNING_SINCE + seenAt * DAY_MS, values: { name } }));
  const nameOf = (company: AccountFacts['company']) =>
    viewAt({ companyId: '1', company, records: [] }, RUNNING_SINCE - 5 * DAY_MS, CONNECTED, calendar)?.company.values
      .name;
  expect(nameOf(named([-1, 'early'], [0, 'found'], [1, 'edited']))).toBe('found');
  expect(nameOf(named([3, 'first'], [4, 'edited']))).toBe('first');
});

it('a company value is known since the first version of the run that it stands in', () => {
  const company = (value: string, seenAt: number) => ({ effectiveAt: 0, seenAt, values: { hs_csm_sentiment: value } });
  const facts: AccountFacts = {
    companyId: '1',
    records: [],
    company: [company('a', 10), company('b', 20), company('b', 30), company('a', 40)],
  };
  const always = {
    ...CONNECTED,
    sources: { ...CONNECTED.sources, companies: { ...CONNECTED.sources.companies, runningSince: 5 } },
  };
  const since = (asOf: number) => viewAt(facts, asOf, always, calendar)?.companyValueSince('hs_csm_sentiment');
  expect([since(15), since(35), since(45)]).toEqual([10, 20, 40]);
});

const JUNE_NOW = new WatchedNow(JUNE, calendar);

it('mail is logged where the owner logged some in the days before, not after', () => {
  const today = Math.floor(JUNE / DAY_MS);
  const portal = {
    ...CONNECTED,
    mailLoggedDays: { near: [today - 29], far: [today - 30], today: [today], after: [today + 1] },
  };
  const logged = (owner: string) => isLogged({ now: JUNE_NOW, portal }, 'emails', owner, 30);
  expect([logged('near'), logged('far'), logged('today'), logged('after'), logged('nobody')]).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('calls likewise, apart from mail; none where an earlier cycle did not look', () => {
  const today = Math.floor(JUNE / DAY_MS);
  const mailLoggedDays = { mails: [today - 1] };
  const at = (callLoggedDays: Record<string, number[]>) => ({
    now: JUNE_NOW,
    portal: { mailLoggedDays, callLoggedDays },
  });
  const called = { near: [today - 29], far: [today - 30], today: [today] };
  const days = ['near', 'far', 'today', 'mails'].map((owner) => isLogged(at(called), 'calls', owner, 30));
  expect(days).toEqual([true, false, false, false]);
  expect(isLogged(at(called), 'emails', 'near', 30)).toBe(false);
  expect(isLogged({ now: JUNE_NOW, portal: { mailLoggedDays } }, 'calls', 'near', 30)).toBe(false);
  expect(isLogged({ now: JUNE_NOW, portal: { mailLoggedDays } }, 'emails', 'mails', 30)).toBe(true);
});
