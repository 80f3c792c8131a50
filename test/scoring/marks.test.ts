import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewAt } from '../../src/scoring/account-view.ts';
import { DAY_MS, makeCalendar } from '../../src/scoring/calendar.ts';
import type { AccountFacts } from '../../src/scoring/facts.ts';
import { marksOf } from '../../src/scoring/marks.ts';
import { scoreAccount } from '../../src/scoring/score.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { type AccountLiteral, account } from './account-builder.ts';
import { AS_OF, CONNECTED, RUNNING_SINCE } from './arbitrary-account.ts';
import { setUpModel } from './every-signal.ts';
import { plausibleFactsOf } from './plausible-account.ts';
import { rewriteLater } from './rewrite-later.ts';
import { day } from './signals/signal-table.ts';

const SUMMER = ['06-01', '06-21', '07-11', '07-31', '08-20'];
const paid = (at: string) => ({ hs_invoice_date: at, hs_payment_date: at, hs_amount_billed: 10 });
const summers = (...years: number[]) => years.flatMap((year) => SUMMER.map((at) => paid(`${year}-${at}`)));
const of = (literal: AccountLiteral) => marksOf(account(literal).view);

describe('the marks of an account', () => {
  it.each<[string, AccountLiteral]>([
    ['nothing at all', { asOf: '2026-02-16' }],
    ['bought once', { asOf: '2026-02-16', invoices: [paid('2025-08-01')] }],
    ['in its third season', { asOf: '2025-08-25', invoices: summers(2023, 2024, 2025) }],
    ['missed its season', { asOf: '2026-07-01', invoices: summers(2023, 2024, 2025) }],
    ['missed its second season', { asOf: '2026-07-01', invoices: summers(2025) }],
    [
      'bought all year, and is silent since autumn',
      {
        asOf: '2026-02-16',
        invoices: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((month) => paid(`2025-${month}-05`)),
      },
    ],
    [
      'unpaid invoices are no purchases',
      { asOf: '2026-02-16', invoices: SUMMER.map((at) => ({ hs_invoice_date: `2025-${at}`, hs_amount_billed: 10 })) },
    ],
    [
      'four orders on two days are two days',
      {
        asOf: '2026-02-16',
        invoices: ['2025-08-01T08:00:00Z', '2025-08-01T09:00:00Z', '2025-08-20', '2025-08-20T12:00:00Z'].map(paid),
      },
    ],
  ])('none: %s', (_name, literal) => {
    expect(of(literal)).toEqual([]);
  });

  it('seasonal: silent as in the two winters before', () => {
    expect(of({ asOf: '2026-02-16', invoices: summers(2023, 2024, 2025) })).toEqual([
      { key: 'seasonal', values: { days: 180, last: day('2025-08-20T00:00:00Z') } },
    ]);
  });

  it('possibly seasonal: a first season, and a silence since', () => {
    expect(of({ asOf: '2026-02-16', invoices: summers(2025) })).toEqual([
      { key: 'possibly_seasonal', values: { purchases: 5, months: 3 } },
    ]);
  });

  it('possibly seasonal, by won deals where nothing was invoiced, in the days of the portal’s zone', () => {
    // Late in the evening of UTC's day it is the next one in Rome; two of these four fall on one day there.
    const closedates = ['2025-08-01', '2025-08-10', '2025-08-19T22:30:00Z', '2025-08-20T10:00:00Z'];
    const deals = closedates.map((closedate) => ({ closedate, amount: 5, hs_is_closed: true, hs_is_closed_won: true }));
    expect(of({ asOf: '2026-02-16', deals })).toHaveLength(1);
    expect(of({ asOf: '2026-02-16', deals, timeZone: 'Europe/Rome' })).toEqual([]);
  });

  it('before we ran, later seasons do not count', () => {
    const literal = { seenAt: '2026-09-01', invoices: summers(2023, 2024, 2025, 2026) };
    expect(of({ ...literal, asOf: '2024-02-16' }).map(({ key }) => key)).toEqual(['possibly_seasonal']);
    expect(of({ ...literal, asOf: '2026-02-16' }).map(({ key }) => key)).toEqual(['seasonal']);
  });
});

it.each([
  ['en', /^Seasonal: It last bought 180 days ago \(Aug 20, 2025\)\. In each of the last two years/],
  ['it', /^Stagionale: Ultimo acquisto 180 giorni fa \(20 ago 2025\)\./],
  ['ko', /^계절성: 마지막 구매는 180일 전입니다\(2025년 8월 20일\)\./],
  ['ro', /^Sezonier: Ultima achiziție: acum 180 de zile \(20 aug\. 2025\)\./],
  ['tr', /^Mevsimsel: En son 180 gün önce satın aldı \(20 Ağu 2025\)\./],
])('it says why in %s', (locale, sentence) => {
  const wording = makeWording({ locale, timeZone: 'UTC' });
  const [mark] = of({ asOf: '2026-02-16', invoices: summers(2023, 2024, 2025) });
  expect(`${wording.say('mark.seasonal.label')}: ${wording.say('mark.seasonal.text', mark?.values)}`).toMatch(sentence);
});

it('a possible season says that the score makes no allowance', () => {
  const [mark] = of({ asOf: '2026-02-16', invoices: summers(2025) });
  expect(makeWording({ locale: 'en', timeZone: 'UTC' }).say('mark.possibly_seasonal.text', mark?.values)).toBe(
    'It has bought on 5 days, all within the same 3 months of the year. Less than two years of purchases cannot tell a season from a loss, so the score makes no allowance for one.',
  );
});

describe('in the score', () => {
  const calendar = makeCalendar(CONNECTED.timeZone);
  const model = setUpModel();
  const company: AccountFacts['company'] = [
    {
      effectiveAt: 0,
      seenAt: RUNNING_SINCE,
      values: { lifecyclestage: 'customer', hs_lifecyclestage_customer_date: 0 },
    },
  ];
  /** Invoices that were paid so many days ago. */
  const facts = (...daysAgo: number[]): AccountFacts => ({
    companyId: '1',
    company,
    records: daysAgo.map((ago, index) => ({
      objectType: 'invoices',
      id: String(index),
      linkedAt: RUNNING_SINCE,
      unlinkedAt: null,
      versions: [
        {
          effectiveAt: RUNNING_SINCE,
          seenAt: RUNNING_SINCE,
          values: {
            hs_invoice_date: AS_OF - ago * DAY_MS,
            hs_payment_date: AS_OF - ago * DAY_MS,
            hs_invoice_status: 'paid',
            hs_amount_billed: 10,
            hs_currency: 'EUR',
          },
        },
      ],
    })),
  });
  const scored = (of: AccountFacts, at = AS_OF) => {
    const view = viewAt(of, at, CONNECTED, calendar);
    if (view === undefined) throw new Error('The company is always held here.');
    const health = scoreAccount(view, model);
    if (health.state === 'not_customer') throw new Error('Everybody is a customer here.');
    return health;
  };
  const everybody = plausibleFactsOf(['invoices', 'deals']).map((of) => ({ ...of, company }));

  it('an account without a score has its marks as well', () => {
    expect(scored(facts(120, 140, 160, 180))).toMatchObject({
      state: 'unknown',
      marks: [{ key: 'possibly_seasonal' }],
    });
  });

  it('a source that was lost gives no mark', () => {
    const view = viewAt(facts(120, 140, 160, 180), AS_OF, CONNECTED, calendar);
    if (view === undefined) throw new Error('The company is held.');
    const invoices = { ...CONNECTED.sources.invoices, blocked: 'scope_missing' } as const;
    const portal = { ...CONNECTED, sources: { ...CONNECTED.sources, invoices } };
    expect(scoreAccount({ ...view, portal }, model)).toMatchObject({ marks: [] });
  });

  it('neither the order of records nor what happens later changes the marks', () => {
    const seen = new Set<string>();
    const purchases = fc.uniqueArray(fc.integer({ min: 95, max: 250 }), { minLength: 4, maxLength: 12, size: 'max' });
    const young = purchases.map((daysAgo) => facts(...daysAgo));
    const old = purchases.map((daysAgo) => facts(...daysAgo.flatMap((ago) => [ago, ago + 365, ago + 730])));
    const before = fc.integer({ min: AS_OF - 200 * DAY_MS, max: RUNNING_SINCE - 2 * DAY_MS });
    fc.assert(
      fc.property(fc.oneof(young, old, everybody), before, (of, at) => {
        const { marks } = scored(of);
        for (const { key } of marks) seen.add(key);
        expect(scored({ ...of, records: of.records.toReversed() }).marks).toEqual(marks);
        expect(scored(rewriteLater(of, at), at).marks).toEqual(scored(of, at).marks);
      }),
      { numRuns: 400 },
    );
    expect([...seen].toSorted()).toEqual(['possibly_seasonal', 'seasonal']);
  });
});
