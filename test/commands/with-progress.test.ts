import { describe, expect, test } from 'vitest';
import { withProgress } from '../../src/commands/with-progress.ts';
import type { Progress } from '../../src/jobs/refresh-portal.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import { watchedCycle } from '../jobs/watched-cycle.ts';
import { makeTicker } from './ticker.ts';

const TYPES = readPlan(SIGNALS).map(({ objectType }) => objectType);
const SENTENCE = 'Reading: 20 %, 40 s left, 100 of 500 records, 10/s, 4 calls, limit 60 %';

/** A cycle that is watched for ten seconds, up to a quarter of its records, and then ends. */
function watched(options: { isTTY?: boolean; level?: string; fail?: Error } = {}) {
  const written: string[] = [];
  const logged: [object, string][] = [];
  const { client, clock, advance, call, budgets } = watchedCycle();
  const ticker = makeTicker();
  const stream = {
    isTTY: options.isTTY ?? false,
    columns: 140,
    write: (text: string | Uint8Array) => written.push(String(text)) > 0,
  };
  const log = {
    isLevelEnabled: (level: string) => level === 'error' || level === options.level,
    info: (figures: object, sentence: string) => void logged.push([figures, sentence]),
  };
  const result = withProgress(
    { client, clock, log: log as never, stream: stream as never, every: ticker.every },
    async (onProgress: (progress: Progress) => void) => {
      for (const objectType of TYPES) onProgress({ step: 'sync', objectType, read: 0, expected: 0, done: true });
      advance(10_000);
      call(4, 1, 2);
      budgets.search = { used: 3, limit: 5 };
      onProgress({ step: 'sync', objectType: 'deals', read: 100, expected: 500, done: false });
      ticker.tick();
      if (options.fail !== undefined) throw options.fail;
      return 'done';
    },
  );
  return { result, written, logged, ticker };
}

describe('progress of a command', () => {
  test('is a bar on a terminal, wiped before the result is there', async () => {
    const { result, written, logged, ticker } = watched({ isTTY: true });
    expect(await result).toBe('done');
    expect(written).toEqual([
      '\r\x1b[KReading [####----------------] 20 %  40 s left  100 of 500 records  10/s  4 calls  limit 60 %',
      '\r\x1b[K',
    ]);
    expect([logged, ticker.everyMs()]).toEqual([[], []]);
  });

  test('is a plain line elsewhere', async () => {
    const { result, written, logged } = watched();
    await result;
    expect([written, logged]).toEqual([[`${SENTENCE}\n`], []]);
  });

  test.each([true, false])(
    'goes to the log with its figures where the log takes information (terminal: %s)',
    async (isTTY) => {
      const { result, written, logged } = watched({ isTTY, level: 'info' });
      await result;
      const figures = {
        step: 'sync',
        records: { read: 100, expected: 500 },
        companies: { scored: 0, expected: null },
        perSecond: 10,
        calls: { total: 4, rateLimited: 1, failed: 2 },
        budgets: { general: 0, search: 0.6, associations: 0 },
        secondsLeft: 40,
      };
      expect([written, logged]).toEqual([[], [[figures, SENTENCE]]]);
    },
  );

  test.each([true, false])('ends where the cycle fails (terminal: %s)', async (isTTY) => {
    const fail = new Error('it broke');
    const { result, written, ticker } = watched({ isTTY, fail });
    await expect(result).rejects.toBe(fail);
    expect(ticker.everyMs()).toEqual([]);
    expect(written.at(-1)).toBe(isTTY ? '\r\x1b[K' : `${SENTENCE}\n`);
  });

  test('is told once a minute where there is no terminal, and five times a second on one', async () => {
    for (const [isTTY, everyMs] of [
      [false, 60_000],
      [true, 200],
    ] as const) {
      const ticker = makeTicker();
      const { client, clock } = watchedCycle();
      const stream = { isTTY, columns: 80, write: () => true };
      await withProgress({ client, clock, stream: stream as never, every: ticker.every }, async () => {
        expect(ticker.everyMs()).toEqual([everyMs]);
      });
    }
  });
});
