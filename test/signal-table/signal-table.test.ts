import { existsSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { parseModel, STANDARD_MODEL } from '../../src/model-file.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import { entriesOf } from '../scoring/every-signal.ts';
import { withExamples } from '../scoring/model-examples.ts';
import { onEachEngine, openTestStore } from '../store/test-store.ts';
import { SPEC_ROWS } from './rows.ts';
import { REWRITE, signalTable, TABLE_FILE } from './signal-table.ts';

/** Ten seconds of work; a busy machine takes its time. */
const RUN_TIMEOUT_MS = 180_000;

onEachEngine('the table of signals', (engine) => {
  test('is as a run of the app gives it today', { timeout: RUN_TIMEOUT_MS }, async () => {
    const store = await openTestStore(engine);
    onTestFinished(store.close);
    const written = existsSync(TABLE_FILE) ? readFileSync(TABLE_FILE, 'utf8') : '';
    expect(await signalTable(store), `${TABLE_FILE} is out of date. Write it anew: ${REWRITE}`).toBe(written);
  });
});

const STANDARD = readFileSync(STANDARD_MODEL, 'utf8');
const MODEL = parseModel(withExamples(STANDARD), STANDARD_MODEL);
const named = SPEC_ROWS.flatMap(({ signals }) => signals);
/** Of the whole file, the signals whose lines it holds. */
const shown = (): readonly string[] =>
  [...readFileSync(TABLE_FILE, 'utf8').matchAll(/^\|[^|]*\|[^|]*\| `([a-z_]+)` \|/gm)].map(([, key = '']) => key);

test('every row of the specification has a signal, and no signal does two rows', () => {
  expect(SPEC_ROWS.filter(({ signals }) => signals.length === 0)).toEqual([]);
  expect(named).toEqual([...new Set(named)]);
  const there = new Set([...SIGNALS.map(({ key }) => key), ...entriesOf(MODEL).keys()]);
  expect(
    named.filter((key) => !there.has(key)),
    'Rows name what is neither registered nor an example in the standard model. Mend test/signal-table/rows.ts',
  ).toEqual([]);
});

test('every registered signal and every example of the model has its line', () => {
  const keys = new Set(shown());
  const expected = [...SIGNALS.map(({ key }) => key), ...entriesOf(MODEL).keys()];
  expect(
    expected.filter((key) => !keys.has(key)),
    `They have no line. Write it anew: ${REWRITE}`,
  ).toEqual([]);
});

test('every link leads to a file that defines what it is named for', () => {
  const links = [...readFileSync(TABLE_FILE, 'utf8').matchAll(/`([a-z_]+)` \| \[([^\]]+)\]\(\.\.\/([^)]+)\)/g)];
  expect(links.length).toBe(shown().length);
  for (const [, key = '', name = '', path = ''] of links) {
    expect(path.endsWith(`/${name}`)).toBe(true);
    const mapped = entriesOf(MODEL).get(key)?.mapped;
    const defines =
      mapped === undefined ? `key: '${key}'` : mapped.object ? 'function mappedRecords(' : 'mappedSignal = (';
    expect(readFileSync(path, 'utf8'), path).toContain(defines);
  }
});

test('the default weights of all signals come to the whole score', () => {
  const lines = readFileSync(TABLE_FILE, 'utf8').matchAll(/`([a-z_]+)` \|[^|]*\| \d+ \(([\d.]+) %\) \|/g);
  // By signal: one that is told twice has two lines.
  const shares = new Map([...lines].map(([, key = '', share]) => [key, Number(share)]));
  const weighing = Object.values(parseModel(STANDARD, STANDARD_MODEL).dimensions).flatMap(({ weight, signals }) =>
    Object.entries(signals).flatMap(([key, entry]) => (weight * entry.weight > 0 ? [key] : [])),
  );
  expect([...shares.keys()].toSorted()).toEqual(weighing.toSorted());
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  // Each is rounded to a tenth.
  expect(Math.abs(total - 100)).toBeLessThanOrEqual(0.05 * shares.size);
});
