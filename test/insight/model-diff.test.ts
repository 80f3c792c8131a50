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

  test('of a segment each part that differs from the model, since the model has the rest; what says nothing is no change', () => {
    const segment = (more: { [key: string]: Plain }): Plain => ({ segments: [{ name: 'A', ...more }] });
    const of = (signals: { [key: string]: Plain }) => segment({ dimensions: { billing: { signals } } });
    const at = ['segments', 0, 'dimensions', 'billing', 'signals'];
    const own = { weight: 1, mapped: { property: 'visits', kind: 'number' } };
    expect(diffModels(segment({}), of({ nps: {} }))).toEqual([]);
    expect(diffModels(segment({}), of({ nps: { weight: 2, settings: { windowDays: 9 } }, visits: own }))).toEqual([
      { path: [...at, 'nps', 'weight'], before: undefined, after: 2 },
      { path: [...at, 'nps', 'settings', 'windowDays'], before: undefined, after: 9 },
      { path: [...at, 'visits', 'weight'], before: undefined, after: 1 },
      { path: [...at, 'visits', 'mapped'], before: undefined, after: own.mapped },
    ]);
    expect(diffModels(of({ nps: { weight: 2 } }), segment({ dimensions: {} }))).toEqual([
      { path: [...at, 'nps', 'weight'], before: 2, after: undefined },
    ]);
  });

  test('limits of a segment, each by its key; a list of its own as a whole', () => {
    const segment = (more: { [key: string]: Plain }): Plain => ({ segments: [{ name: 'A', ...more }] });
    const at = ['segments', 0, 'caps'];
    expect(diffModels(segment({}), segment({ caps: [] }))).toEqual([{ path: at, before: undefined, after: [] }]);
    expect(diffModels(segment({ caps: [cap] }), segment({ caps: [{ ...cap, from: 4 }] }))).toEqual([
      { path: [...at, 0, 'from'], before: 3, after: 4 },
    ]);
    expect(diffModels(segment({ caps: [] }), segment({ caps: [cap] }))).toEqual([
      { path: [...at, 0], before: undefined, after: cap },
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
