/** That what was worked out of an account is not worked out again while it holds. That it is right as well: rules/bulk-replay.test.ts. */
import { expect, it } from 'vitest';
import { AccountMemory } from '../../src/scoring/account-memory.ts';
import { viewsOf } from '../../src/scoring/account-view.ts';
import type { Asked } from '../../src/scoring/asked.ts';
import { DAY_MS, makeCalendar } from '../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord } from '../../src/scoring/facts.ts';
import type { Model, ModelSignal } from '../../src/scoring/model.ts';
import { partsOf } from '../../src/scoring/parts.ts';
import { type AskedSignal, asAsked } from '../../src/scoring/read-signal.ts';
import { historyAt, scoreAt } from '../../src/scoring/replay.ts';
import { defineSignal } from '../../src/scoring/signal.ts';
import { AS_OF, CONNECTED, RUNNING_SINCE } from './arbitrary-account.ts';
import { debtor, calendar as rome, model as standard, unpaid } from './rules/customers.ts';

const calendar = makeCalendar('UTC');
/** Before we were running, so that dates decide. */
const START = RUNNING_SINCE - 400 * DAY_MS;
const day = (count: number): number => START + count * DAY_MS;

const ticket = (id: string, createdate: number): FactRecord => ({
  ...{ objectType: 'tickets', id, linkedAt: RUNNING_SINCE, unlinkedAt: null },
  versions: [
    { effectiveAt: 0, seenAt: RUNNING_SINCE, values: { createdate, closed_date: createdate, hs_is_closed: true } },
  ],
});

const facts: AccountFacts = {
  companyId: '1',
  company: [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values: { lifecyclestage: 'customer' } }],
  records: [ticket('1', day(0)), ticket('2', day(40))],
};

/** A signal that counts the tickets of a window, and tells each time that it is measured. */
function countingSignal(measured: (at: number) => void) {
  return defineSignal({
    key: 'tickets_lately',
    unit: 'value',
    better: 'lower',
    reads: { tickets: ['createdate'] },
    connectedBy: { tickets: [] },
    settings: { windowDays: 30 },
    measure({ now, tickets }, { windowDays }) {
      const count = tickets.filter(({ bornAt }) => now.isWithin(bornAt, windowDays)).length;
      measured(count);
      return {
        kind: 'measured',
        raw: count,
        evidence: () => ({ message: '', values: {}, records: [], moreRecords: 0 }),
      };
    },
  });
}

/** A signal that looks at its very moment. */
const restless = defineSignal({
  key: 'restless',
  unit: 'value',
  better: 'lower',
  reads: { tickets: [] },
  connectedBy: { tickets: [] },
  settings: {},
  measure: ({ now }) => ({
    kind: 'measured',
    raw: now.ms,
    evidence: () => ({ message: '', values: {}, records: [], moreRecords: 0 }),
  }),
});

const entry: ModelSignal = {
  weight: 1,
  whenUnknown: 'skip',
  settings: {},
  curve: [
    [0, 100],
    [2, 0],
  ],
};

/** As a model asks for these, all of which read tickets. */
function askingFor(signals: readonly AskedSignal[]): Asked {
  const types = ['tickets'] as const;
  return { dimensions: [{ key: 'd', weight: 1, signals, parts: partsOf(types) }], types, caps: [] };
}

it('a signal is measured where a record comes, or leaves its window', () => {
  const measured: [number, number][] = [];
  let today = 0;
  const asked = [restless, countingSignal((count) => measured.push([today, count]))].map((signal) =>
    asAsked(signal.key, signal, entry, standard),
  );
  const asks = askingFor(asked);
  const memory = new AccountMemory();
  const view = viewsOf(facts, CONNECTED, calendar);
  for (today = 0; today < 100; today += 1) {
    const seen = view(day(today));
    if (seen === undefined) throw new Error('The company is always known here.');
    memory.weigh(asks, seen, standard);
  }
  expect(measured).toEqual([
    [0, 1],
    [30, 0],
    [40, 1],
    [70, 0],
  ]);
});

it('a signal is measured again where the clocks go back to the day before', () => {
  // One minute past midnight it was 23:01 again: the ticket of the day before left a window of one day, and is within it once more.
  const back = Date.parse('2010-11-07T02:31:00Z');
  const zone = makeCalendar('America/St_Johns');
  const counted: number[] = [];
  const counting = countingSignal((count) => counted.push(count));
  const asks = askingFor([asAsked(counting.key, counting, { ...entry, settings: { windowDays: 1 } }, standard)]);
  const memory = new AccountMemory();
  const view = viewsOf({ ...facts, records: [ticket('1', back - DAY_MS / 2)] }, CONNECTED, zone);
  for (const at of [back - 61_000, back - 1_000, back, back + 1_000]) {
    const seen = view(at);
    if (seen === undefined) throw new Error('The company is always known here.');
    memory.weigh(asks, seen, standard);
  }
  expect(counted).toEqual([1, 0, 1]);
});

it('the segment is looked for where a customer is new no more', () => {
  let looked = 0;
  const values = {
    hs_lifecyclestage_customer_date: RUNNING_SINCE,
    get lifecyclestage() {
      looked += 1;
      return 'customer';
    },
  };
  const model: Model = {
    ...standard,
    segments: [
      { name: 'Odd', when: { values: ['odd'] } },
      { name: 'New', when: { customerForLessThanDays: 30 } },
    ],
  };
  const memory = new AccountMemory();
  const company = [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values }];
  const view = viewsOf({ companyId: '1', company, records: [] }, CONNECTED, calendar);
  const found = Array.from({ length: 50 }, (_, count) => {
    const seen = view(RUNNING_SINCE + count * DAY_MS);
    if (seen === undefined) throw new Error('The company is always known here.');
    looked = 0;
    // What others asked of the moment is no matter.
    expect(seen.now.ms).toBe(RUNNING_SINCE + count * DAY_MS);
    return { segment: memory.standingOf(seen, model).segment, looked };
  });
  expect(found.map(({ segment }) => segment)).toEqual(found.map((_, count) => (count < 30 ? 'New' : null)));
  expect(found.flatMap((one, count) => (one.looked > 0 ? [count] : []))).toEqual([0, 30]);
});

it('what gives the same points still reaches a cap', () => {
  // Points stay at 0 from 90 days on; the cap looks at the days.
  const caps = [{ key: 'c', signal: 'overdue_balance', from: 120, scoreAtMost: 3 }];
  const model: Model = { ...standard, caps, segments: [], minimumCoverage: 0, minimumDimensions: 1 };
  const records = [unpaid(160), ...debtor.records];
  const past = { facts: { ...debtor, records }, portal: CONNECTED, model, calendar: rome, published: [] };
  const moments = Array.from({ length: 60 }, (_, count) => AS_OF - (59 - count) * DAY_MS);
  const alone = moments.map((at) => scoreAt(past.facts, at, CONNECTED, model, rome));
  const scores = alone.map((health) => (health?.state === 'scored' ? health.score : null));
  expect(new Set(scores.filter((score) => score !== null)).size).toBeGreaterThan(1);
  expect(historyAt({ ...past, publishedSince: null }, moments).map(({ score }) => score)).toEqual(scores);
});
