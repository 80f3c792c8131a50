import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffModels, type Plain } from '../../src/insight/model-diff.ts';
import { parseModel } from '../../src/model-file.ts';
import { applyEdit, type Edit, type Json } from '../../src/portal-model/apply-edit.ts';

const FILE = 'models/standard-b2b.yaml';
const MODEL: Json = JSON.parse(JSON.stringify(parseModel(readFileSync(FILE, 'utf8'), FILE)));
const changed = (...edits: [Edit['path'], Json][]) =>
  edits.reduce<Json>((content, [path, value]) => applyEdit(content, { path, value }), MODEL);
const cap = { key: 'k', signal: 'nps', from: 3, scoreAtMost: 50 };

describe('what differs', () => {
  test.each<[string, Json, readonly [Edit['path'], unknown, unknown][]]>([
    ['nothing', MODEL, []],
    ['the number of the version alone', changed([['version'], '9']), []],
    ['a weight', changed([['dimensions', 'billing', 'weight'], 35]), [[['dimensions', 'billing', 'weight'], 20, 35]]],
    [
      'a curve, as a whole',
      changed([['dimensions', 'deals', 'signals', 'growth', 'curve', 0, 1], 5]),
      [
        [
          ['dimensions', 'deals', 'signals', 'growth', 'curve'],
          [
            [0, 60],
            [0.3, 80],
            [0.7, 100],
          ],
          [
            [0, 5],
            [0.3, 80],
            [0.7, 100],
          ],
        ],
      ],
    ],
    [
      'a signal less, as a whole',
      changed([['dimensions', 'sentiment', 'signals', 'nps'], null]),
      [[['dimensions', 'sentiment', 'signals', 'nps'], expect.objectContaining({ weight: 1 }), undefined]],
    ],
    [
      'what was not there before',
      changed([['account'], { csOwner: 'csm', revenue: 'arr' }]),
      [
        [['account', 'csOwner'], undefined, 'csm'],
        [['account', 'revenue'], undefined, 'arr'],
      ],
    ],
    [
      'the first cap less: the other is the same one at another place',
      changed([['caps', 0], null]),
      [[['caps', 0], expect.objectContaining({ key: 'long_overdue' }), undefined]],
    ],
    [
      'a cap more, and one with another limit',
      changed([['caps', 2], cap], [['caps', 1, 'scoreAtMost'], 60]),
      [
        [['caps', 1, 'scoreAtMost'], 65, 60],
        [['caps', 2], undefined, cap],
      ],
    ],
    [
      'lists of names, as a whole',
      changed([['eligibility', 'lifecycleStages', 1], null]),
      [[['eligibility', 'lifecycleStages'], ['customer', 'evangelist'], ['customer']]],
    ],
  ])('%s', (_what, content, expected) => {
    expect(diffModels(MODEL, content)).toEqual(expected.map(([path, before, now]) => ({ path, before, after: now })));
  });

  test('the order of segments, which decides who is in which', () => {
    const segment = (name: string) => ({ name, when: { customerForLessThanDays: 9 } });
    const [one, other] = [segment('A'), segment('B')];
    expect(diffModels({ segments: [one, other] }, { segments: [other, one] })).toEqual([
      { path: ['segments'], before: ['A', 'B'], after: ['B', 'A'] },
    ]);
  });

  test('lists with a name twice are told as a whole', () => {
    const [twice, once] = [{ caps: [cap, cap] }, { caps: [cap] }];
    expect(diffModels(twice, once)).toEqual([{ path: ['caps'], before: [cap, cap], after: [cap] }]);
  });

  test('who is a customer and what dimensions weigh come first', () => {
    const content = changed(
      [['segments', 0, 'minimumCoverage'], 0.5],
      [['dimensions', 'deals', 'signals', 'growth', 'curve', 0, 1], 5],
      [['dimensions', 'deals', 'signals', 'growth', 'weight'], 5],
      [['dimensions', 'billing', 'weight'], 35],
      [['eligibility', 'purchaseWithinMonths'], 12],
    );
    expect(diffModels(MODEL, content).map(({ path }) => path.at(-1))).toEqual([
      'purchaseWithinMonths',
      'weight',
      'weight',
      'curve',
      'minimumCoverage',
    ]);
    expect(diffModels(MODEL, content)[1]?.path).toEqual(['dimensions', 'billing', 'weight']);
  });
});

test('none where both say the same, and some where they do not, the same number both ways', () => {
  const plain: fc.Arbitrary<Plain> = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Plain>;
  fc.assert(
    fc.property(plain, plain, (one, other) => {
      const wrap = (value: Plain) => ({ dimensions: value, caps: value });
      expect(diffModels(wrap(one), wrap(structuredClone(one)))).toEqual([]);
      const there = diffModels(wrap(one), wrap(other));
      expect(there.length > 0).toBe(JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other)));
      expect(diffModels(wrap(other), wrap(one))).toHaveLength(there.length);
    }),
  );
});

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, part]) => [key, sorted(part)]),
        )
      : value;
