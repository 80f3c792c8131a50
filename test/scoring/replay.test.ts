import { beforeAll, describe, expect, it } from 'vitest';
import { readModel } from '../../src/model-file.ts';
import { DAY_MS, makeCalendar } from '../../src/scoring/calendar.ts';
import type { AccountFacts } from '../../src/scoring/facts.ts';
import type { Model } from '../../src/scoring/model.ts';
import { recomputedAt } from '../../src/scoring/recompute.ts';
import { change30d, type Past, pastScoreAt, scoreAt, weeklyHistory } from '../../src/scoring/replay.ts';
import { CONNECTED, RUNNING_SINCE } from './arbitrary-account.ts';

const calendar = makeCalendar('UTC');
const NOW = RUNNING_SINCE + DAY_MS;
let model: Model;
beforeAll(async () => {
  model = await readModel('models/standard-b2b.yaml');
});

/** A customer that buys every 30 days on 30-day terms, and whose invoice of 100 days ago was paid 40 days late. */
const facts: AccountFacts = {
  companyId: '1',
  company: [
    {
      effectiveAt: 0,
      seenAt: RUNNING_SINCE,
      values: {
        name: 'A',
        lifecyclestage: 'lead',
        hs_lifecyclestage_customer_date: null,
        type: null,
        domain: null,
        hs_csm_sentiment: null,
      },
    },
  ],
  records: Array.from({ length: 24 }, (_, index) => {
    const issued = NOW - (10 + index * 30) * DAY_MS;
    const due = issued + 30 * DAY_MS;
    const paid = index === 3 ? due + 40 * DAY_MS : due - 2 * DAY_MS;
    const values = {
      hs_number: `INV-${index}`,
      hs_invoice_date: issued,
      hs_due_date: due,
      hs_invoice_status: paid <= NOW ? 'paid' : 'open',
      hs_payment_date: paid <= NOW ? paid : null,
      hs_amount_billed: 100,
      hs_balance_due: paid <= NOW ? 0 : 100,
      hs_amount_paid: 0,
      hs_currency: 'EUR',
    };
    return {
      objectType: 'invoices' as const,
      id: String(index),
      linkedAt: RUNNING_SINCE,
      unlinkedAt: null,
      versions: [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values }],
    };
  }),
};
const past = (more: Partial<Past> = {}): Past => ({
  facts,
  portal: CONNECTED,
  model,
  calendar,
  published: [],
  publishedSince: null,
  ...more,
});

const overdueAt = (asOf: number) => {
  const health = scoreAt(facts, asOf, CONNECTED, model, calendar);
  const reading =
    health?.state === 'scored' ? health.signals.find(({ signal }) => signal === 'overdue_balance')?.reading : undefined;
  return reading?.kind === 'scored' ? reading.raw : null;
};

describe('weekly history', () => {
  it('an invoice that was late and later paid is late in its weeks and only in those', () => {
    const due = NOW - 70 * DAY_MS;
    expect([-1, 0, 1, 39, 40, 41].map((offset) => overdueAt(due + offset * DAY_MS))).toEqual([0, 0, 1, 39, 0, 0]);
    const late = weeklyHistory(past(), NOW)
      .filter(({ at }) => (overdueAt(at) ?? 0) > 0)
      .map(({ at }) => at);
    expect(late.every((at) => at > due && at < due + 40 * DAY_MS)).toBe(true);
    // Weeks at 7, 14, 21, 28 and 35 days after it fell due.
    expect(late).toHaveLength(5);
  });

  it('is twelve months of weeks that end at the moment, oldest first, all replayed before the first publication', () => {
    const history = weeklyHistory(past(), NOW);
    expect(history).toHaveLength(53);
    expect(history.at(-1)?.at).toBe(NOW);
    expect(history[0]?.at).toBe(NOW - 364 * DAY_MS);
    expect(history.every(({ replayed }) => replayed)).toBe(true);
    expect(history.at(-1)?.score).toBe(scoreOf(NOW));
  });

  it('is of one weekday, and the change of thirty calendar days, on both sides of a change of the clocks', () => {
    const rome = makeCalendar('Europe/Rome');
    // Summer time began on 29 March: the weeks before it end an hour later in UTC.
    const close = rome.endOfDay('2026-04-15');
    const history = weeklyHistory(past({ calendar: rome }), close);
    expect(history.slice(-4).map(({ at }) => rome.isoDay(at))).toEqual([
      '2026-03-25',
      '2026-04-01',
      '2026-04-08',
      '2026-04-15',
    ]);
    expect(new Date(history.at(-4)?.at ?? 0).toISOString()).toBe('2026-03-25T22:59:59.999Z');
    // Published within the hour that the clocks were put forward by.
    const published = [
      { at: rome.endOfDay('2026-03-16') - 1, score: 40, status: 'at_risk' as const, modelVersion: '1.0.0' },
    ];
    const health = scoreAt(facts, close, CONNECTED, model, rome);
    if (health?.state !== 'scored') throw new Error('It is scored then.');
    expect(change30d(past({ calendar: rome, published, publishedSince: 0 }), close, health)).toBe(health.score - 40);
  });

  it('leaves out the weeks before it was a customer', () => {
    const young = { ...facts, records: facts.records.slice(0, 4) };
    const history = weeklyHistory(past({ facts: young }), NOW);
    expect(history.length).toBeGreaterThan(5);
    expect(history.length).toBeLessThan(53);
  });

  it('shows what was published from then on, even where a replay would say otherwise', () => {
    const publishedSince = NOW - 14 * DAY_MS;
    const published = [
      { at: publishedSince, score: 12, status: 'unhealthy' as const, modelVersion: '1.0.0' },
      { at: NOW - 7 * DAY_MS, score: 13, status: 'unhealthy' as const, modelVersion: '1.0.0' },
    ];
    const history = weeklyHistory(past({ published, publishedSince }), NOW);
    expect(history.slice(-4).map(({ score, replayed }) => [score, replayed])).toEqual([
      [scoreOf(NOW - 21 * DAY_MS), true],
      [12, false],
      [13, false],
      [13, false],
    ]);
  });
});

it('of the time before we were running a replay goes by what was found then, and a recomputation by what is known now', () => {
  // The late invoice was voided a week after we had begun.
  const voided = RUNNING_SINCE + 7 * DAY_MS;
  const records = facts.records.map((record) => {
    const [first] = record.versions;
    const values = { ...first?.values, hs_invoice_status: 'voided' };
    return record.id === '3'
      ? { ...record, versions: [...record.versions, { effectiveAt: voided, seenAt: voided, values }] }
      : record;
  });
  const later = { ...facts, records };
  const late = NOW - 40 * DAY_MS;
  const recomputed = recomputedAt({ facts: later, portal: CONNECTED, model, calendar }, late, voided + DAY_MS);
  expect(scoreAt(later, late, CONNECTED, model, calendar)).toEqual(scoreAt(facts, late, CONNECTED, model, calendar));
  expect(recomputed.score).toBeGreaterThan(scoreOf(late) ?? 100);
  const without = { ...facts, records: facts.records.filter(({ id }) => id !== '3') };
  const health = scoreAt(without, late, CONNECTED, model, calendar);
  expect(health).toMatchObject({ state: 'scored', score: recomputed.score });
});

describe('change in 30 days', () => {
  const healthAt = (asOf: number, of = facts) => {
    const health = scoreAt(of, asOf, CONNECTED, model, calendar);
    if (health === undefined) throw new Error('The company is always held here.');
    return health;
  };

  it('is the score now less the score then, replayed or published', () => {
    // Thirty days after the late invoice fell due.
    const late = NOW - 40 * DAY_MS;
    const now = scoreOf(late) ?? 0;
    const then = scoreOf(late - 30 * DAY_MS) ?? 0;
    expect(now).toBeLessThan(then);
    expect(change30d(past(), late, healthAt(late))).toBe(now - then);
    const published = [{ at: 0, score: 40, status: 'at_risk' as const, modelVersion: '1.0.0' }];
    expect(change30d(past({ published, publishedSince: 0 }), late, healthAt(late))).toBe(now - 40);
  });

  it('leaves out what is known now but could not be known then', () => {
    const company = facts.company.map((version) => ({
      ...version,
      values: { ...version.values, hs_csm_sentiment: 'negative' },
    }));
    const unhappy = { ...facts, company };
    expect(healthAt(NOW, unhappy)).not.toEqual(healthAt(NOW));
    expect(change30d(past({ facts: unhappy }), NOW, healthAt(NOW, unhappy))).toBe(
      change30d(past(), NOW, healthAt(NOW)),
    );
  });

  it('is none where what both moments know says nothing of the account', () => {
    const deleted = { effectiveAt: NOW, seenAt: NOW - 1, values: null };
    const seen = { lifecyclestage: 'customer', hs_lifecyclestage_customer_date: 0, hs_csm_sentiment: 'positive' };
    const cleared: AccountFacts = {
      ...facts,
      company: facts.company.map((version) => ({ ...version, values: { ...version.values, ...seen } })),
      records: facts.records.map((record) => ({ ...record, versions: [...record.versions, deleted] })),
    };
    const lenient = { ...model, minimumCoverage: 0, minimumDimensions: 1 };
    const health = scoreAt(cleared, NOW, CONNECTED, lenient, calendar);
    // Its sentiment alone is told now, and was not known then; that nobody complains is so of everybody.
    expect(health).toMatchObject({ state: 'scored', isBare: true });
    expect(scoreAt(cleared, NOW - 30 * DAY_MS, CONNECTED, lenient, calendar)?.state).toBe('scored');
    expect(health && change30d(past({ facts: cleared, model: lenient }), NOW, health)).toBeNull();
  });

  it('is none where there was no score then, or is none now', () => {
    expect(change30d(past({ published: [], publishedSince: 0 }), NOW, healthAt(NOW))).toBeNull();
    const young = { ...facts, records: facts.records.slice(0, 1) };
    expect(change30d(past({ facts: young }), NOW, healthAt(NOW, young))).toBeNull();
    expect(change30d(past(), NOW, { state: 'not_customer', reason: 'partner' })).toBeNull();
  });
});

it('a company that was not published by then was no customer then', () => {
  expect(pastScoreAt(past({ publishedSince: 0 }), NOW)).toEqual({
    at: NOW,
    score: null,
    status: 'not_customer',
    modelVersion: null,
    replayed: false,
  });
});

function scoreOf(asOf: number): number | null {
  const health = scoreAt(facts, asOf, CONNECTED, model, calendar);
  return health?.state === 'scored' ? health.score : null;
}
