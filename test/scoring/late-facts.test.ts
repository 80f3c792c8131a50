import { describe, expect, it } from 'vitest';
import { viewAt } from '../../src/scoring/account-view.ts';
import { DAY_MS, makeCalendar } from '../../src/scoring/calendar.ts';
import type { FactRecord, RecordVersion } from '../../src/scoring/facts.ts';
import { lateFacts } from '../../src/scoring/late-facts.ts';
import type { Values } from '../../src/scoring/object-definition.ts';
import { AS_OF, CONNECTED, RUNNING_SINCE } from './arbitrary-account.ts';

const THEN = AS_OF - 10 * DAY_MS;
const day = (days: number) => THEN + days * DAY_MS;

const seen = (at: number, values: Values | null, effectiveAt = at): RecordVersion => ({
  seenAt: at,
  effectiveAt,
  values,
});

const record = (
  objectType: FactRecord['objectType'],
  versions: readonly RecordVersion[],
  more: Partial<FactRecord> = {},
): FactRecord => ({
  objectType,
  id: '7',
  versions,
  linkedAt: versions[0]?.seenAt ?? 0,
  unlinkedAt: null,
  ...more,
});

/** What the late view of the earlier moment holds of a record; undefined: it is not in it. */
function lateOf(of: FactRecord, knownUntil: number | null = THEN): Values | undefined {
  const facts = { companyId: '1', company: [seen(RUNNING_SINCE, { name: 'A' })], records: [of] };
  const late = lateFacts({ facts, from: THEN, to: AS_OF, named: {}, knownUntil: () => knownUntil });
  const view = viewAt(late, THEN, CONNECTED, makeCalendar('UTC'));
  const [found] = (view?.[of.objectType as 'deals'] ?? []) as readonly { values: Values }[];
  return found?.values;
}

const invoice = (more: Values = {}): Values => ({
  hs_number: 'INV-7',
  hs_invoice_date: day(-60),
  hs_due_date: day(-30),
  hs_invoice_status: 'open',
  hs_payment_date: null,
  hs_balance_due: 100,
  ...more,
});
const paid = (at: number): Values => invoice({ hs_invoice_status: 'paid', hs_payment_date: at, hs_balance_due: 0 });
const ticket = (more: Values = {}): Values => ({
  subject: 'A',
  createdate: day(-20),
  closed_date: null,
  hs_is_closed: false,
  hs_ticket_priority: 'LOW',
  ...more,
});

describe('the facts as they are known now, of what was dated by then', () => {
  it.each<[string, FactRecord, Readonly<Record<string, unknown>> | undefined]>([
    [
      'seen in time, unchanged',
      record('invoices', [seen(day(-1), invoice())]),
      { hs_invoice_status: 'open', hs_payment_date: null },
    ],
    [
      'paid before, seen late',
      record('invoices', [seen(day(-9), invoice()), seen(day(2), paid(day(-3)))]),
      { hs_invoice_status: 'paid', hs_payment_date: day(-3), hs_balance_due: 0 },
    ],
    [
      'paid since',
      record('invoices', [seen(day(-9), invoice()), seen(day(2), paid(day(1)))]),
      { hs_invoice_status: 'open', hs_payment_date: null, hs_balance_due: 100 },
    ],
    [
      'first seen late, and paid before',
      record('invoices', [seen(day(2), paid(day(-3)))]),
      { hs_invoice_status: 'paid', hs_payment_date: day(-3) },
    ],
    [
      'first seen late: what has no date is not known',
      record('tickets', [seen(day(2), ticket())]),
      { subject: 'A', hs_ticket_priority: undefined, hs_is_closed: undefined },
    ],
    [
      'an undated value that changed since',
      record('tickets', [seen(day(-9), ticket()), seen(day(2), ticket({ hs_ticket_priority: 'HIGH' }))]),
      { hs_ticket_priority: 'LOW' },
    ],
    [
      'a due date put right',
      record('invoices', [seen(day(-9), invoice()), seen(day(2), invoice({ hs_due_date: day(-40) }))]),
      { hs_due_date: day(-40) },
    ],
    [
      'reopened since: it was closed then',
      record('tickets', [seen(day(-9), ticket({ closed_date: day(-12), hs_is_closed: true })), seen(day(2), ticket())]),
      { closed_date: day(-12), hs_is_closed: true },
    ],
    [
      'closed again since',
      record('tickets', [
        seen(day(-9), ticket({ closed_date: day(-12), hs_is_closed: true })),
        seen(day(2), ticket({ closed_date: day(1), hs_is_closed: true })),
      ]),
      { closed_date: day(-12), hs_is_closed: true },
    ],
    ['born since', record('tickets', [seen(day(2), ticket({ createdate: day(1) }))]), undefined],
    ['seen only after now', record('tickets', [seen(AS_OF + 1, ticket())]), undefined],
    ['deleted before, seen late', record('tickets', [seen(day(-9), ticket()), seen(day(2), null, day(-1))]), undefined],
    [
      'deleted since',
      record('tickets', [seen(day(-9), ticket()), seen(day(2), null)]),
      { subject: 'A', hs_ticket_priority: 'LOW' },
    ],
    [
      'deleted then, and back since',
      record('tickets', [seen(day(-9), ticket()), seen(day(-5), null), seen(day(2), ticket())]),
      undefined,
    ],
    [
      'deleted then, and back before, seen late',
      record('tickets', [seen(day(-9), ticket()), seen(day(-5), null), seen(day(2), ticket(), day(-1))]),
      { subject: 'A' },
    ],
    [
      'associated late',
      record('tickets', [seen(day(-9), ticket())], { linkedAt: day(2) }),
      { subject: 'A', hs_ticket_priority: 'LOW' },
    ],
    ['no longer associated', record('tickets', [seen(day(-9), ticket())], { unlinkedAt: day(2) }), undefined],
    [
      'voided since: it counted then',
      record('invoices', [seen(day(-9), invoice()), seen(day(2), invoice({ hs_invoice_status: 'voided' }))]),
      { hs_invoice_status: 'open' },
    ],
    [
      'first seen late, and void',
      record('invoices', [seen(day(2), invoice({ hs_invoice_status: 'voided' }))]),
      undefined,
    ],
  ])('%s', (_what, of, expected) => {
    const values = lateOf(of);
    if (expected === undefined) expect(values).toBeUndefined();
    else for (const [name, value] of Object.entries(expected)) expect([name, values?.[name]]).toEqual([name, value]);
  });

  it('of a source that came since, also what has no date is known, as it was told first', () => {
    const came = record('tickets', [seen(day(2), ticket()), seen(day(4), ticket({ hs_ticket_priority: 'HIGH' }))]);
    expect(lateOf(came, day(3))).toMatchObject({ hs_ticket_priority: 'LOW' });
  });

  it('leaves a source alone that a view of then takes by its dates anyway', () => {
    const of = record('tickets', [seen(day(2), ticket())]);
    const facts = { companyId: '1', company: [seen(RUNNING_SINCE, { name: 'A' })], records: [of] };
    const late = lateFacts({ facts, from: THEN, to: AS_OF, named: {}, knownUntil: () => null });
    expect(late.records[0]).toBe(of);
  });

  it('takes usage as it was last posted', () => {
    const row = { metric: 'logins', key: 'a', at: day(-2) };
    const usage = [
      { ...row, value: 3, seenAt: day(-1) },
      { ...row, value: 5, seenAt: day(2) },
      { ...row, value: 9, seenAt: AS_OF + 1 },
    ];
    const facts = { companyId: '1', company: [seen(RUNNING_SINCE, { name: 'A' })], records: [], usage };
    const late = lateFacts({ facts, from: THEN, to: AS_OF, named: {}, knownUntil: () => THEN });
    const view = viewAt(late, THEN, CONNECTED, makeCalendar('UTC'));
    expect(view?.usage.map(({ value }) => value)).toEqual([5]);
  });
});
