import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore } from '../store/test-store.ts';
import { type GoldenModel, goldenDiff, goldenLines, goldenModels, headOf, readGolden } from './golden-portal.ts';

const REWRITE = 'node test/golden/rewrite.ts';

let store: Store;
let lines: ReadonlyMap<GoldenModel, readonly string[]>;
beforeAll(async () => {
  store = await openTestStore();
  lines = await goldenLines(store);
});
afterAll(() => store.close());

describe.each(goldenModels)('$file', (golden) => {
  test('no score moved, unless the version was raised and the golden file written anew', () => {
    const kept = readGolden(golden);
    const head = headOf(golden.model);
    expect(kept?.portal, `The generated portal is another one. Write it anew: ${REWRITE}`).toBe(head.portal);
    const moved = goldenDiff(kept?.lines ?? [], lines.get(golden) ?? []);
    const remedy =
      kept?.model === head.model ? `Raise the version in ${golden.file}, then run ${REWRITE}` : `Run ${REWRITE}`;
    expect(moved.join('\n'), `Scores moved. ${remedy}`).toBe('');
    expect(kept?.model, `The version was raised. Run ${REWRITE}`).toBe(head.model);
  });

  test('it holds what a score can come to', () => {
    const statuses = new Set((lines.get(golden) ?? []).map((line) => line.split(',')[3]));
    expect([...statuses]).toEqual(
      expect.arrayContaining(['healthy', 'at_risk', 'unhealthy', 'unknown', 'not_customer']),
    );
  });
});

test('a change is told company by company', () => {
  expect(goldenDiff(['1,A,50', '2,B,60', '4,D,1'], ['1,A,50', '2,B,61', '3,C,9'])).toEqual([
    '- 2,B,60',
    '+ 2,B,61',
    '+ 3,C,9',
    '- 4,D,1',
  ]);
});
