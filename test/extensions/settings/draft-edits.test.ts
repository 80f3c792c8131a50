/** The page shows what it has not saved by applying edits as the server does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  type Content,
  type Edit,
  holdsAlready,
  isEqual,
  valueAt,
  withEdit,
} from '../../../extensions/app/settings/draft-edits.ts';
import { applyEdit, NoSuchPlace } from '../../../src/portal-model/apply-edit.ts';

const START: Content = {
  minimumCoverage: 0.4,
  eligibility: { lifecycleStages: ['customer'] },
  caps: [
    { key: 'a', from: 1 },
    { key: 'b', from: 2 },
  ],
  dimensions: { billing: { weight: 20, signals: { overdue: { weight: 3, curve: [[0, 100]] } } } },
};

const key = fc.constantFrom('minimumCoverage', 'churn', 'caps', 'dimensions', 'billing', 'weight', 'signals', 'from');
const step = fc.oneof({ weight: 3, arbitrary: key }, { weight: 1, arbitrary: fc.nat(3) });
const value: fc.Arbitrary<Edit['value']> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 9 }),
  fc.constant<Edit['value']>([{ from: 5 }]),
  fc.constant<Edit['value']>({ weight: 7 }),
);
const anyEdit: fc.Arbitrary<Edit> = fc.record({ path: fc.array(step, { minLength: 1, maxLength: 4 }), value });

/** What the fields of the page change: numbers in place, lists by entry, whole keys. */
const fieldEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    path: fc.constantFrom<Edit['path'][]>(
      ['minimumCoverage'],
      ['caps', 0, 'from'],
      ['caps', 1, 'from'],
      ['dimensions', 'billing', 'weight'],
      ['churn', 'date'],
    ),
    value: fc.oneof(fc.nat(5), fc.constant(null)),
  }),
  fc.record({
    path: fc.constantFrom<Edit['path'][]>(['caps', 0], ['caps', 1], ['caps', 2], ['churn']),
    value: fc.oneof(fc.constant(null), fc.record({ from: fc.nat(9) })),
  }),
);

describe('applying', () => {
  test.each<[string, Edit['path'], Edit['value'], Content]>([
    ['a number', ['minimumCoverage'], 0.5, { ...START, minimumCoverage: 0.5 }],
    ['keys on the way', ['account', 'revenue'], 'arr', { ...START, account: { revenue: 'arr' } }],
    [
      'an entry of a list',
      ['caps', 1, 'from'],
      9,
      {
        ...START,
        caps: [
          { key: 'a', from: 1 },
          { key: 'b', from: 9 },
        ],
      },
    ],
    ['a further entry', ['caps', 2], 'x', { ...START, caps: [{ key: 'a', from: 1 }, { key: 'b', from: 2 }, 'x'] }],
    ['an entry taken away', ['caps', 0], null, { ...START, caps: [{ key: 'b', from: 2 }] }],
    ['a key taken away', ['minimumCoverage'], null, (({ minimumCoverage: _, ...rest }) => rest)(START)],
    ['nothing taken away', ['churn', 'date'], null, START],
    ['a place beyond a list', ['caps', 5], 'x', START],
    ['a place in a number', ['minimumCoverage', 'x'], 1, START],
  ])('%s', (_name, path, put, wanted) => {
    const before = structuredClone(START);
    expect(applyEdits(START, [{ path, value: put }])).toEqual(wanted);
    expect(START).toEqual(before);
  });

  test('agrees with the server, whatever it takes', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 6 }), (edits) => {
        try {
          const theirs = edits.reduce((content, edit) => applyEdit(content, edit) as Content, START);
          taken += 1;
          expect(applyEdits(START, edits)).toEqual(theirs);
        } catch (error) {
          if (!(error instanceof NoSuchPlace)) throw error;
        }
      }),
    );
    expect(taken).toBeGreaterThan(10);
  });
});

describe('adding an edit to those that wait', () => {
  const merged = (edits: readonly Edit[]) => edits.reduce<Edit[]>(withEdit, []);

  test('what is sent comes to the same as all that was typed', () => {
    fc.assert(
      fc.property(fc.array(fieldEdit, { maxLength: 12 }), (edits) => {
        expect(isEqual(applyEdits(START, merged(edits)), applyEdits(START, edits))).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  test('typing in a field does not pile up', () => {
    const typed = [1, 12, 123].map((number) => ({ path: ['minimumCoverage'], value: number }));
    const other = { path: ['dimensions', 'billing', 'weight'], value: 4 };
    expect(merged([...typed, other, { path: ['minimumCoverage'], value: 5 }])).toEqual([
      { path: ['minimumCoverage'], value: 5 },
      other,
    ]);
  });

  test('what needs an entry that came in between stays behind it', () => {
    const edits: Edit[] = [
      { path: ['caps', 1], value: null },
      { path: ['caps', 2, 'from'], value: 7 },
      { path: ['caps', 1, 'from'], value: 5 },
      { path: ['caps', 2, 'from'], value: 8 },
    ];
    expect(merged(edits)).toEqual(edits);
  });

  test('what follows a removal stays behind it', () => {
    const edits: Edit[] = [
      { path: ['caps', 0, 'from'], value: 7 },
      { path: ['caps', 0], value: null },
      { path: ['caps', 0, 'from'], value: 8 },
    ];
    expect(merged(edits)).toEqual(edits);
  });
});

describe('whether somebody else’s draft is ours, whose answer got lost', () => {
  const edits: Edit[] = [{ path: ['minimumCoverage'], value: 0.6 }];
  test.each<[string, Content, Edit[], boolean]>([
    ['just ours', applyEdits(START, edits), edits, true],
    ['ours, with what the server added', { ...applyEdits(START, edits), added: 1 }, edits, true],
    ['another number', { ...START, minimumCoverage: 0.7 }, edits, false],
    [
      'an entry that was taken away',
      applyEdits(START, [{ path: ['caps', 0], value: null }]),
      [{ path: ['caps', 0], value: null }],
      true,
    ],
    [
      'another entry taken away',
      applyEdits(START, [{ path: ['caps', 1], value: null }]),
      [{ path: ['caps', 0], value: null }],
      false,
    ],
  ])('%s', (_name, theirs, ours, wanted) => expect(holdsAlready(theirs, START, ours)).toBe(wanted));
});

test('what stands at a place', () => {
  expect(valueAt(START, ['caps', 1, 'key'])).toBe('b');
  expect(valueAt(START, ['caps', 9, 'key'])).toBeUndefined();
  expect(valueAt(START, ['minimumCoverage', 'x'])).toBeUndefined();
});
