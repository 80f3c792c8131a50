import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { applyEdit, type Edit, type Json, NoSuchPlace } from '../../src/portal-model/apply-edit.ts';
import { CannotEdit, editYaml } from '../../src/portal-model/edit-yaml.ts';

const STANDARD = readFileSync('models/standard-b2b.yaml', 'utf8');
const edit = (path: Edit['path'], value: Json): Edit => ({ path, value });

/** The lines that two texts do not share. */
function differing(before: string, after: string) {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return { gone: a.filter((line) => !b.includes(line)), new: b.filter((line) => !a.includes(line)) };
}

describe('only the place that is edited changes in the text', () => {
  test.each<[string, Edit, { gone: string[]; new: string[] }]>([
    ['a weight', edit(['dimensions', 'billing', 'weight'], 35), { gone: [], new: ['    weight: 35'] }],
    [
      'a curve',
      edit(
        ['dimensions', 'deals', 'signals', 'growth', 'curve'],
        [
          [0, 10],
          [1, 90],
        ],
      ),
      { gone: ['        curve: [[0, 60], [0.3, 80], [0.7, 100]]'], new: ['        curve: [[0, 10], [1, 90]]'] },
    ],
    [
      'a band, in braces',
      edit(['bands', 'healthyFrom'], 70),
      { gone: ['bands: { atRiskFrom: 33, healthyFrom: 66 }'], new: ['bands: { atRiskFrom: 33, healthyFrom: 70 }'] },
    ],
    [
      'a key more, at the root',
      edit(['churn'], { property: 'customer_status', values: ['Churned'] }),
      { gone: [], new: ['churn: { property: customer_status, values: [Churned] }'] },
    ],
    [
      'a key deep down whose parents are missing',
      edit(['account', 'csOwner'], 'csm'),
      { gone: [], new: ['account: { csOwner: csm }'] },
    ],
    [
      'a cap less',
      edit(['caps', 0], null),
      { gone: ['  - { key: long_overdue, signal: overdue_balance, from: 61, scoreAtMost: 32 }'], new: [] },
    ],
    [
      'a cap more',
      edit(['caps', 2], { key: 'k', signal: 'nps', from: 3, scoreAtMost: 50 }),
      { gone: [], new: ['  - { key: k, signal: nps, from: 3, scoreAtMost: 50 }'] },
    ],
    [
      'an entry of a list in brackets',
      edit(['eligibility', 'lifecycleStages', 1], null),
      { gone: ['  lifecycleStages: [customer, evangelist]'], new: ['  lifecycleStages: [customer]'] },
    ],
    [
      'a signal less, with the comment at its key',
      edit(['dimensions', 'billing', 'signals', 'paid_early'], null),
      {
        gone: [
          '      paid_early: # share of invoices paid before they are due; on time is no fault',
          '        curve: [[0, 60], [0.5, 85], [1, 100]]',
        ],
        new: [],
      },
    ],
    ['a switch', edit(['rollUp'], true), { gone: ['rollUp: false'], new: ['rollUp: true'] }],
    [
      'a text that would read as something else',
      edit(['version'], '2.2'),
      { gone: ['version: "2.1.0"'], new: ['version: "2.2"'] },
    ],
  ])('%s', (_what, one, expected) => {
    const after = editYaml(STANDARD, [one]);
    expect(differing(STANDARD, after)).toEqual(expected);
    expect(parse(after)).toEqual(applyEdit(parse(STANDARD), one));
  });

  test('a long value takes lines of its own, beside the others', () => {
    const segment = {
      name: 'Retail',
      when: { property: 'industry', values: ['RETAIL'] },
      dimensions: { deals: { weight: 5 }, billing: { weight: 50 }, support: { weight: 3 } },
    };
    const after = editYaml(STANDARD, [edit(['segments', 1], segment)]);
    expect(after.startsWith(STANDARD)).toBe(true);
    expect(after.slice(STANDARD.length)).toBe(
      '  - name: Retail\n    when: { property: industry, values: [RETAIL] }\n    dimensions: { deals: { weight: 5 }, billing: { weight: 50 }, support: { weight: 3 } }\n',
    );
  });
});

test('what changes nothing leaves the very text', () => {
  const edits = [edit(['rollUp'], false), edit(['churn'], null), edit(['dimensions', 'none', 'weight'], null)];
  expect(editYaml(STANDARD, edits)).toBe(STANDARD);
});

test.each<[string, Edit]>([
  ['the root', edit([], {})],
  ['inside a number', edit(['silencePoints', 'of'], 1)],
  ['beyond the end of a list', edit(['caps', 7], {})],
  ['a list by a name', edit(['caps', 'first'], {})],
  ['a prototype', edit(['__proto__', 'x'], 1)],
])('%s is no place', (_what, one) => {
  expect(() => editYaml(STANDARD, [one])).toThrow(CannotEdit);
  expect(() => applyEdit(parse(STANDARD), one)).toThrow(NoSuchPlace);
});

test('a text that is no YAML has no places', () => {
  expect(() => editYaml('name: [1', [edit(['name'], 'a')])).toThrow(CannotEdit);
});

test.each([
  [
    'a reference on the way',
    'a: &x { weight: 1 }\nb: *x\n',
    edit(['b', 'weight'], 2),
    { a: { weight: 1 }, b: { weight: 2 } },
  ],
  ['a key that holds nothing', 'churn:\n# end\n', edit(['churn', 'values'], ['x']), { churn: { values: ['x'] } }],
  ['keys that are numbers', 'points: { 1: 50 }\n', edit(['points', '1'], 60), { points: { 1: 60 } }],
  ['no line end at the end', 'a: 1', edit(['b'], 2), { a: 1, b: 2 }],
  ['braces over several lines', 'a: {\n  x: 1, # why\n  y: 2 }\n', edit(['a', 'y'], 3), { a: { x: 1, y: 3 } }],
  ['Windows line ends', 'a: 1\r\nb:\r\n  c: 2\r\n', edit(['b', 'd'], 3), { a: 1, b: { c: 2, d: 3 } }],
  ['the last key of a block', 'a:\n  b: 1\nc: 2\n', edit(['a', 'b'], null), { a: {}, c: 2 }],
  ['a text of several lines', 'a: |\n  one\n  two\nb: 1\n', edit(['a'], 'x'), { a: 'x', b: 1 }],
])('%s', (_what, text, one, expected) => {
  const after = editYaml(text, [one]);
  expect(parse(after)).toEqual(expected);
  expect((after.match(/#/g) ?? []).length).toBe((text.match(/#/g) ?? []).length);
});

/** Every comment of a text, with the number of its line. */
const comments = (text: string) => text.split('\n').map((line) => /#.*$/.exec(line)?.[0]);

const step = fc.constantFrom<string | number>(
  ...['dimensions', 'deals', 'billing', 'signals', 'nps', 'growth', 'weight', 'curve', 'caps', 'segments', 'bands'],
  ...['eligibility', 'exclude', 'write', 'name', 'new key', 0, 1, 2],
);
const leaf = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  fc.string(),
  fc.boolean(),
  fc.constantFrom('yes', 'null', '1.0', '- a', '# no comment', 'a: b', ' ', 'é\u2028"\\'),
);
const value: fc.Arbitrary<Json> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 4 }) as fc.Arbitrary<Json>,
  fc.dictionary(
    fc.string().filter((key) => key !== '__proto__'),
    fc.oneof(leaf, fc.array(leaf)),
    { maxKeys: 4 },
  ) as fc.Arbitrary<Json>,
  fc.constant(null),
);
const anyEdit = fc.record({ path: fc.array(step, { minLength: 1, maxLength: 5 }), value });

test('any sequence of edits says what it must', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 6 }), (tried) => {
      let content: Json = parse(STANDARD);
      const edits = tried.filter((one) => {
        try {
          content = applyEdit(content, one);
          return true;
        } catch {
          return false;
        }
      });
      // -0 is written as 0, or as -0.
      const plain = (said: Json): Json => JSON.parse(JSON.stringify(said));
      expect(plain(parse(editYaml(STANDARD, edits)))).toEqual(plain(content));
    }),
    { numRuns: 150 },
  );
});

test('any sequence of weights, curves and bands leaves every comment where it is', () => {
  const dimensions: Record<string, { signals: object }> = parse(STANDARD).dimensions;
  const signals = Object.entries(dimensions).flatMap(([key, one]) =>
    Object.keys(one.signals).map((signal) => ['dimensions', key, 'signals', signal]),
  );
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1e6 });
  const plain = fc.oneof(
    fc.tuple(fc.constantFrom(...signals), number).map(([path, weight]) => edit([...path, 'weight'], weight)),
    fc
      .tuple(fc.constantFrom(...signals), fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 4 }))
      .map(([path, curve]) => edit([...path, 'curve'], curve)),
    fc.tuple(fc.constantFrom('atRiskFrom', 'healthyFrom'), number).map(([key, score]) => edit(['bands', key], score)),
  );
  fc.assert(
    fc.property(fc.array(plain, { maxLength: 5 }), (edits) => {
      expect(comments(editYaml(STANDARD, edits))).toEqual(comments(STANDARD));
    }),
    { numRuns: 50 },
  );
});
