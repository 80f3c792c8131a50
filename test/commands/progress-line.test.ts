import { type CycleProgress, NO_CYCLE_YET } from '@account-health/contract/progress';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { progressLine } from '../../src/commands/progress-line.ts';
import { makeTicker } from './ticker.ts';

const READING: CycleProgress = {
  ...NO_CYCLE_YET,
  state: 'running',
  step: 'sync',
  records: { read: 56_300, expected: 92_000 },
  perSecond: 1_979.7,
  calls: { total: 412, rateLimited: 0, failed: 0 },
  highestBudget: 0.938,
  secondsLeft: 18,
};

/** What a terminal of this width is sent as the progress goes on; a width may be set anew on the way. */
function onTerminal(columns: number | undefined) {
  const written: string[] = [];
  const ticker = makeTicker();
  let progress: CycleProgress = READING;
  const terminal = { columns, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  const done = progressLine({ snapshot: () => progress, stream: terminal as never, every: ticker.every });
  return {
    written,
    ticker,
    terminal,
    done,
    show(next: Partial<CycleProgress>) {
      progress = { ...READING, ...next };
      ticker.tick();
      return written.at(-1)?.replace('\r\x1b[K', '');
    },
  };
}

describe('on a wide terminal', () => {
  const { show } = onTerminal(140);
  test.each<[string, Partial<CycleProgress>, string]>([
    [
      'everything',
      {},
      'Reading [############--------] 61 %  18 s left  56,300 of 92,000 records  1,980/s  412 calls  limit 93 %',
    ],
    [
      'no bar and no time left before the whole is known',
      { records: { read: 300, expected: null }, secondsLeft: null, perSecond: null },
      'Reading  300 records  412 calls  limit 93 %',
    ],
    [
      'never 100 % before the end',
      { records: { read: 999_999, expected: 1_000_000 }, secondsLeft: null },
      'Reading [###################-] 99 %  999,999 of 1,000,000 records  1,980/s  412 calls  limit 93 %',
    ],
    [
      'nothing to read is all of it',
      { records: { read: 0, expected: 0 }, secondsLeft: null, perSecond: 0, calls: { ...READING.calls, total: 1 } },
      'Reading [####################] 100 %  0 of 0 records  0/s  1 call  limit 93 %',
    ],
    [
      'companies being scored',
      { step: 'score', companies: { scored: 500, expected: 2_000 } },
      'Scoring [#####---------------] 25 %  18 s left  500 of 2,000 companies  1,980/s  412 calls  limit 93 %',
    ],
    [
      'the last of them being written',
      { step: 'write', companies: { scored: 2_000, expected: 2_000 }, secondsLeft: null, highestBudget: 1 },
      'Writing [####################] 100 %  2,000 of 2,000 companies  1,980/s  412 calls  limit 100 %',
    ],
  ])('%s', (_what, progress, line) => {
    expect(show(progress)).toBe(line);
  });
});

test.each([
  [1, '1 s'],
  [59, '59 s'],
  [60, '1 min'],
  [64, '1 min'],
  [65, '1 min 10 s'],
  [119, '2 min'],
  [594, '9 min 50 s'],
  [595, '10 min'],
  [629, '10 min'],
  [3_569, '59 min'],
  [3_570, '1 h'],
  [3_700, '1 h 2 min'],
  [7_190, '2 h'],
  [200_000, '55 h 33 min'],
])('%d seconds are told as %s', (secondsLeft, told) => {
  expect(onTerminal(140).show({ secondsLeft })).toContain(`61 %  ${told} left  56,300`);
});

test.each<[number | undefined, string]>([
  [98, 'Reading [#######------] 61 %  18 s left  56,300 of 92,000 records  1,980/s  412 calls  limit 93 %'],
  [90, 'Reading [###--] 61 %  18 s left  56,300 of 92,000 records  1,980/s  412 calls  limit 93 %'],
  [89, 'Reading [#########------] 61 %  18 s left  56,300/92,000  1,980/s  412 calls  limit 93 %'],
  [80, 'Reading [###---] 61 %  18 s left  56,300/92,000  1,980/s  412 calls  limit 93 %'],
  [0, 'Reading [###---] 61 %  18 s left  56,300/92,000  1,980/s  412 calls  limit 93 %'],
  [undefined, 'Reading [###---] 61 %  18 s left  56,300/92,000  1,980/s  412 calls  limit 93 %'],
  [78, 'Reading [#########-------] 61 %  18 s left  56,300/92,000  1,980/s  412 calls'],
  [60, 'Reading [#####----] 61 %  18 s left  56,300/92,000  1,980/s'],
  [40, 'Reading [#######------] 61 %  18 s left'],
  [25, 'Reading [###--] 61 %'],
  [12, 'Reading [##'],
])('%s columns', (columns, line) => {
  expect(onTerminal(columns).show({})).toBe(line);
});

test('it never wraps', () => {
  const count = fc.nat(10_000_000);
  const progress = fc.record({
    records: fc.record({ read: count, expected: fc.option(count) }),
    perSecond: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
    secondsLeft: fc.option(fc.integer({ min: 1, max: 600_000 })),
    highestBudget: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), progress, (columns, { records, ...rest }) => {
      const expected = records.expected === null ? null : Math.max(records.read, records.expected);
      const line = onTerminal(columns).show({ ...rest, records: { read: records.read, expected } });
      expect(line?.length ?? 0).toBeLessThan(columns);
      expect(line ?? '').toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});

test('each line goes over the one before, the same line is not sent twice, and the end wipes it', () => {
  const { written, ticker, show, terminal, done } = onTerminal(80);
  expect(ticker.everyMs()).toEqual([200]);
  done();
  expect([written, ticker.everyMs()]).toEqual([[], []]);

  const again = onTerminal(80);
  again.show({});
  again.show({});
  again.terminal.columns = 40;
  again.show({});
  again.done();
  again.done();
  expect(again.written).toEqual([
    '\r\x1b[KReading [###---] 61 %  18 s left  56,300/92,000  1,980/s  412 calls  limit 93 %',
    '\r\x1b[KReading [#######------] 61 %  18 s left',
    '\r\x1b[K',
  ]);
  expect([show({}), terminal.columns]).toEqual([undefined, 80]);
});
