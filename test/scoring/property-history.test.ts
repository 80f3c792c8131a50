import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { viewAt } from '../../src/scoring/account-view.ts';
import type { AccountFacts } from '../../src/scoring/facts.ts';
import { seenBy } from '../../src/scoring/facts.ts';
import type { Value, Values } from '../../src/scoring/object-definition.ts';
import type { ActivityType } from '../../src/scoring/object-types.ts';
import {
  mergeHistories,
  type PastValue,
  type PropertyHistory,
  type RecordHistory,
  valueSince,
} from '../../src/scoring/property-history.ts';
import { type AccountLiteral, account } from './account-builder.ts';

const at = (day: string) => Date.parse(day);
const LATER = at('2026-03-01');
/** A property's past from days and values; read when the portal was, unless said otherwise. */
const past = (entries: Readonly<Record<string, Value>>, readAt = LATER): PropertyHistory => ({
  readAt,
  values: Object.entries(entries).map(([day, value]) => ({ at: at(day), value })),
});

/** An account first seen at `LATER`, the past of its first record of a type, and how that record stood on a day. */
function recordOn(
  day: string,
  type: ActivityType,
  values: Readonly<Record<string, Value>>,
  history: RecordHistory | undefined,
  more: Partial<AccountLiteral> = {},
) {
  const literal = { asOf: '2026-06-30', seenAt: '2026-03-01', [type]: [values], ...more } as AccountLiteral;
  const { facts, portal, calendar } = account(literal);
  const records = facts.records.map((record) => ({ ...record, ...(history && { history }) }));
  const view = viewAt({ ...facts, records }, calendar.endOfDay(day), portal, calendar);
  return view?.[type]?.[0]?.values as Values | undefined;
}

const OPEN_DEAL = { createdate: '2025-06-01', dealstage: 'contractsent', amount: 900, closedate: '2026-09-01' };
const WON_DEAL = { ...OPEN_DEAL, dealstage: 'closedwon', hs_is_closed: true, hs_is_closed_won: true };
const STAGES = past({ '2025-06-01': 'qualified', '2025-09-01': 'contractsent' });

describe('before we were running', () => {
  it.each([
    ['no history: not known', '2025-07-01', undefined, undefined],
    ['the value that held then', '2025-07-01', { dealstage: STAGES }, 'qualified'],
    ['the next one from its moment on', '2025-09-01', { dealstage: STAGES }, 'contractsent'],
    ['before the first entry: not known', '2025-07-01', { dealstage: past({ '2025-08-01': 'x' }) }, undefined],
    ['empty, where it was', '2025-07-01', { dealstage: past({ '2025-06-01': null, '2025-08-01': 'x' }) }, null],
    [
      'after it was read: not known',
      '2025-10-01',
      { dealstage: past({ '2025-06-01': 'x' }, at('2025-09-01')) },
      undefined,
    ],
  ])('%s', (_, day, history, expected) => {
    expect(recordOn(day, 'deals', OPEN_DEAL, history)?.dealstage).toBe(expected);
  });

  it('a gap between two readings is not known', () => {
    const values: PastValue[] = [
      { at: at('2025-06-01'), value: 'a' },
      { at: at('2025-07-01') },
      { at: at('2025-08-01'), value: 'b' },
    ];
    const stageOn = (day: string) =>
      recordOn(day, 'deals', OPEN_DEAL, { dealstage: { readAt: LATER, values } })?.dealstage;
    expect([stageOn('2025-06-15'), stageOn('2025-07-15'), stageOn('2025-08-15')]).toEqual(['a', undefined, 'b']);
  });

  it('what a history tells goes before the dates: a deal that was closed late and dated back was open then', () => {
    const history = { hs_is_closed: past({ '2025-06-01': false, '2025-10-01': true }) };
    const deal = { ...WON_DEAL, closedate: '2025-08-01' };
    expect(recordOn('2025-09-01', 'deals', deal, undefined)).toMatchObject({ hs_is_closed: true, amount: 900 });
    const open = recordOn('2025-09-01', 'deals', deal, history);
    expect([open?.hs_is_closed, open?.amount]).toEqual([false, undefined]);
    expect(recordOn('2025-10-01', 'deals', deal, history)).toMatchObject({ hs_is_closed: true, amount: 900 });
  });

  it('what was brought in later than it happened is dated as ever before that', () => {
    const history = { hs_is_closed: past({ '2026-01-01': true }), dealstage: past({ '2026-01-01': 'closedwon' }) };
    const deal = { ...WON_DEAL, closedate: '2025-08-01' };
    expect(recordOn('2025-09-01', 'deals', deal, history)).toMatchObject({
      hs_is_closed: true,
      dealstage: 'closedwon',
    });
    expect(recordOn('2025-07-01', 'deals', deal, history)?.hs_is_closed).toBeUndefined();
  });

  it('of a company since when it is so', () => {
    const { facts, portal, calendar } = account({
      asOf: '2026-06-30',
      seenAt: '2026-03-01',
      company: { hs_csm_sentiment: 'negative' },
    });
    const sentiment = past({ '2025-05-01': 'positive', '2025-11-01': 'negative', '2026-02-01': 'negative' });
    const on = (day: string) => {
      const view = viewAt({ ...facts, companyHistory: { hs_csm_sentiment: sentiment } }, at(day), portal, calendar);
      return [view?.company.values.hs_csm_sentiment, view?.companyValueSince('hs_csm_sentiment')];
    };
    expect(on('2025-04-01')).toEqual([undefined, null]);
    expect(on('2025-06-01')).toEqual(['positive', at('2025-05-01')]);
    expect(on('2026-02-15')).toEqual(['negative', at('2025-11-01')]);
    // From then on as we saw it.
    expect(on('2026-04-01')).toEqual(['negative', LATER]);
  });
});

describe('the day on which it settled, where nobody entered one', () => {
  const PAID = { hs_invoice_date: '2025-05-01', hs_invoice_status: 'paid', hs_payment_date: null, hs_balance_due: 0 };
  const turned = past({ '2025-05-01': 'open', '2025-08-01': 'paid' });
  const paidOn = (day: string, history: PropertyHistory, values = PAID, more: Partial<AccountLiteral> = {}) =>
    recordOn(day, 'invoices', values, { hs_invoice_status: history }, more)?.hs_payment_date;

  it.each([
    ['the day its status turned, before we were running', '2025-09-01', turned, at('2025-08-01')],
    ['not yet', '2025-07-01', turned, null],
    ['also after that, in place of the date that is missing', '2026-06-01', turned, at('2025-08-01')],
    ['not before it was read, once we were running', '2026-03-15', { ...turned, readAt: at('2026-04-01') }, null],
    [
      'for good: the last time',
      '2026-06-01',
      past({ '2025-05-01': 'open', '2025-06-01': 'paid', '2025-07-01': 'open', '2025-08-01': 'paid' }),
      at('2025-08-01'),
    ],
    [
      'as it looked then: the first time',
      '2025-06-15',
      past({ '2025-05-01': 'open', '2025-06-01': 'paid', '2025-07-01': 'open', '2025-08-01': 'paid' }),
      at('2025-06-01'),
    ],
    ['nobody knows of one that was brought in paid', '2026-06-01', past({ '2025-08-01': 'paid' }), null],
  ])('%s', (_, day, history, expected) => {
    expect(paidOn(day, history)).toBe(expected);
  });

  it('a date that was entered stands', () => {
    expect(paidOn('2026-06-01', turned, { ...PAID, hs_payment_date: '2025-07-20' } as never)).toBe(at('2025-07-20'));
  });

  it('none, once the record was seen unsettled again', () => {
    const later = [
      { hs_invoice_status: 'open', seenAt: '2026-04-01' },
      { hs_invoice_status: 'paid', seenAt: '2026-05-01' },
    ];
    expect(paidOn('2026-03-15', turned, { ...PAID, later } as never)).toBe(at('2025-08-01'));
    expect(paidOn('2026-06-01', turned, { ...PAID, later } as never)).toBeNull();
  });

  it('a ticket that was reopened was closed then, on the day of its first closing', () => {
    const ticket = { createdate: '2025-05-01', closed_date: '2025-09-01', hs_is_closed: true };
    const history = {
      hs_is_closed: past({ '2025-05-01': false, '2025-06-01': true, '2025-07-01': false, '2025-09-01': true }),
      closed_date: past({ '2025-06-01': at('2025-06-01'), '2025-07-01': null, '2025-09-01': at('2025-09-01') }),
    };
    const on = (day: string) => {
      const { hs_is_closed: closed, closed_date: date } = recordOn(day, 'tickets', ticket, history) ?? {};
      return [closed, date];
    };
    expect(on('2025-06-15')).toEqual([true, at('2025-06-01')]);
    expect(on('2025-08-01')).toEqual([false, null]);
    expect(on('2025-10-01')).toEqual([true, at('2025-09-01')]);
  });
});

const DAY = 86_400_000;
const entries = fc
  .uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 300 }), value: fc.constantFrom('open', 'paid', null) }), {
    selector: ({ day }) => day,
    maxLength: 8,
  })
  .map((list) =>
    list.toSorted((a, b) => a.day - b.day).map(({ day, value }) => ({ at: at('2025-05-01') + day * DAY, value })),
  );

test('what a history tells after a moment never matters for it', () => {
  fc.assert(
    fc.property(entries, entries, fc.integer({ min: 0, max: 303 }), (told, other, day) => {
      const moment = at('2025-05-01') + day * DAY;
      const same = [...told.filter((one) => one.at <= moment), ...other.filter((one) => one.at > moment)];
      const on = (values: readonly PastValue[]) => {
        const history = { hs_invoice_status: { readAt: LATER, values } };
        const invoice = { hs_invoice_date: '2025-05-01', hs_invoice_status: 'paid', hs_balance_due: 0 };
        return recordOn(new Date(moment - 1).toISOString().slice(0, 10), 'invoices', invoice, history);
      };
      expect(on(same)).toEqual(on(told));
    }),
  );
});

test('what was read after a moment at which we were running never matters for it', () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), (values, day, readDay) => {
      const moment = LATER + day * DAY;
      const readAt = LATER + readDay * DAY;
      const { facts, portal, calendar } = account({
        asOf: '2026-06-30',
        seenAt: '2026-03-01',
        invoices: [{ hs_invoice_date: '2025-05-01', hs_invoice_status: 'paid' }],
      });
      const records = facts.records.map((record) => ({
        ...record,
        history: { hs_invoice_status: { readAt, values } },
      }));
      const whole: AccountFacts = { ...facts, records };
      const invoiceOf = (some: AccountFacts | undefined) => some && viewAt(some, moment, portal, calendar)?.invoices;
      expect(invoiceOf(whole)).toEqual(invoiceOf(seenBy(whole, moment)));
      if (readAt > moment) expect(invoiceOf(whole)).toEqual(invoiceOf(facts));
    }),
  );
});

describe('two readings of one record', () => {
  const one = past({ '2025-01-01': 'a', '2025-02-01': 'b', '2025-03-01': 'c' }, at('2025-04-01'));
  const merged = (held: RecordHistory, read: RecordHistory) => mergeHistories(held, read).x;

  it('keep what HubSpot has dropped since', () => {
    const later = past({ '2025-03-01': 'c', '2025-05-01': 'd' }, at('2025-06-01'));
    const both = past({ '2025-01-01': 'a', '2025-02-01': 'b', '2025-03-01': 'c', '2025-05-01': 'd' }, at('2025-06-01'));
    expect(merged({ x: one }, { x: later })).toEqual(both);
    expect(merged({ x: later }, { x: one })).toEqual(both);
    expect(merged({ x: one }, { x: one })).toEqual(one);
  });

  it('do not know what came between them, where they do not meet', () => {
    const later = past({ '2025-05-01': 'd' }, at('2025-06-01'));
    expect(merged({ x: one }, { x: later })?.values.slice(2)).toEqual([
      { at: at('2025-03-01'), value: 'c' },
      { at: at('2025-04-01') + 1 },
      { at: at('2025-05-01'), value: 'd' },
    ]);
  });

  it('leave other properties as they are', () => {
    const y = past({ '2025-01-01': 1 });
    expect(mergeHistories({ x: one }, { y })).toEqual({ x: one, y });
  });
});

test('since when a value holds: across entries that repeat it, never across others', () => {
  const history = past({ '2025-01-01': 'a', '2025-02-01': 'b', '2025-03-01': 'a', '2025-04-01': 'a' });
  expect(valueSince(history, at('2025-05-01'))).toBe(at('2025-03-01'));
  expect(valueSince(history, at('2025-02-15'))).toBe(at('2025-02-01'));
  expect(valueSince(history, at('2024-12-31'))).toBeUndefined();
  expect(valueSince(undefined, LATER)).toBeUndefined();
});

test('what had been seen by a moment is without the pasts that were read after it', () => {
  const { facts } = account({ asOf: '2026-06-30', seenAt: '2026-03-01', deals: [OPEN_DEAL] });
  const history = {
    dealstage: past({ '2025-06-01': 'a' }, at('2026-04-01')),
    amount: past({ '2025-06-01': 1 }, at('2026-05-01')),
  };
  const whole = { ...facts, companyHistory: history, records: facts.records.map((record) => ({ ...record, history })) };
  const by = (day: string) => {
    const seen = seenBy(whole, at(day));
    return [seen?.companyHistory, seen?.records[0]?.history].map((held) => held && Object.keys(held));
  };
  expect(by('2026-03-15')).toEqual([undefined, undefined]);
  expect(by('2026-04-15')).toEqual([['dealstage'], ['dealstage']]);
  expect(seenBy(whole, at('2026-05-15'))).toEqual(whole);
});
