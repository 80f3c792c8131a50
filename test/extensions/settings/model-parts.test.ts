/** The small pure parts of the model's and the playbooks' pages. */
import type { Playbooks } from '@account-health/contract/playbooks';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutRow, withPoints, withRaw, withRow } from '../../../extensions/app/settings/curve-rows.ts';
import { applyEdits } from '../../../extensions/app/settings/draft-edits.ts';
import { editorView } from '../../../extensions/app/settings/editor-view.ts';
import { addMappedSignal, keyFor, kindOf } from '../../../extensions/app/settings/mapped-signal.ts';
import { differing, faultsOf } from '../../../extensions/app/settings/playbooks-form.ts';
import { type Step, type StepState, stepState } from '../../../extensions/app/settings/set-up-steps.ts';
import { readModelYaml } from '../../../src/model-file.ts';
import { dimensions, modelState, properties, smallModel } from './model-fixtures.ts';
import { playbooks } from './play-fixtures.ts';

describe('rows of a curve', () => {
  const curve = [
    [0, 100],
    [10, 40],
    [30, 0],
  ] as const;
  test('a further row changes nothing yet, and its value rises', () =>
    expect(withRow(curve)).toEqual([
      [0, 100],
      [10, 40],
      [30, 0],
      [50, 0],
    ]));
  test('a row is changed in place', () => {
    expect(withRaw(curve, 1, 12)).toEqual([
      [0, 100],
      [12, 40],
      [30, 0],
    ]);
    expect(withPoints(curve, 0, 90)).toEqual([
      [0, 90],
      [10, 40],
      [30, 0],
    ]);
  });
  test('a row is taken away, but the last two', () => {
    expect(withoutRow(curve, 1)).toEqual([
      [0, 100],
      [30, 0],
    ]);
    expect(
      withoutRow(
        [
          [0, 0],
          [1, 1],
        ],
        0,
      ),
    ).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});

describe('the model as typed', () => {
  const weights = (...path: string[]) => editorView(dimensions, applyEdits(modelState.content, [{ path, value: 40 }]));

  test('shares follow weights that are not saved', () => {
    const shares = (view: typeof dimensions) => view.map(({ key, share }) => [key, share]);
    expect(shares(editorView(dimensions, modelState.content))).toEqual([
      ['billing', 0.5],
      ['support', 0.5],
      ['adoption', 0],
    ]);
    expect(shares(weights('dimensions', 'billing', 'weight'))).toEqual([
      ['billing', 2 / 3],
      ['support', 1 / 3],
      ['adoption', 0],
    ]);
  });

  test('a signal that the model does not name is in it once it has a weight', () => {
    const [billing] = weights('dimensions', 'billing', 'signals', 'paid_early', 'weight');
    expect(billing?.signals.find(({ key }) => key === 'paid_early')).toMatchObject({ inModel: true, weight: 40 });
  });

  test('all shares together are the whole score, or nothing', () => {
    const weight = fc.nat(5);
    fc.assert(
      fc.property(weight, weight, weight, weight, (a, b, c, d) => {
        const view = editorView(
          dimensions,
          applyEdits(modelState.content, [
            { path: ['dimensions', 'billing', 'weight'], value: a },
            { path: ['dimensions', 'support', 'weight'], value: b },
            { path: ['dimensions', 'billing', 'signals', 'overdue_balance', 'weight'], value: c },
            { path: ['dimensions', 'support', 'signals', 'open_tickets', 'weight'], value: d },
          ]),
        );
        const total = view.flatMap(({ signals }) => signals).reduce((sum, { share }) => sum + share, 0);
        expect(total).toBeCloseTo(a * c + b * d > 0 ? 1 : 0);
      }),
    );
  });
});

describe('signals of the portal’s own', () => {
  test.each([
    ['logins', [], 'logins'],
    ['logins', ['logins', 'logins_2'], 'logins_3'],
    ['2nd_plan', [], 'own_2nd_plan'],
    ['Net-Score', [], 'net_score'],
  ])('key for %s beside %j: %s', (property, taken, wanted) => expect(keyFor(property, taken)).toBe(wanted));

  test.each(
    properties.properties
      .filter((property) => kindOf(property) !== null)
      .map((property) => [property.name, property] as const),
  )('of %s, the model takes it as it is', (_name, property) => {
    const edits = addMappedSignal({
      property,
      dimension: 'adoption',
      taken: [],
      label: { own: 'Accessi', english: 'Logins' },
      locale: 'it-IT',
    });
    const { mistakes } = readModelYaml(JSON.stringify(applyEdits(smallModel, edits)));
    expect(mistakes).toEqual([]);
    expect(edits[0]?.value).toMatchObject({ mapped: { label: { en: 'Logins', it: 'Accessi' } }, weight: 1 });
  });

  test('free text is no signal', () => expect(kindOf({ type: 'string' })).toBeNull());
});

test.each<[Step, object, boolean, StepState]>([
  ['customers', {}, false, 'usual'],
  ['customers', { eligibility: { customers: { values: ['x'] } } }, false, 'set'],
  ['churn', {}, false, 'open'],
  ['churn', { churn: { values: ['x'] } }, false, 'set'],
  ['account', {}, false, 'open'],
  ['account', { account: { revenue: 'arr' } }, false, 'partly'],
  ['account', { account: { revenue: 'arr', csOwner: 'o', renewalDate: 'd' } }, false, 'set'],
  ['renewals', { renewalPipelines: [] }, false, 'usual'],
  ['renewals', { renewalPipelines: ['1'] }, false, 'set'],
  ['publish', {}, true, 'open'],
  ['publish', {}, false, 'set'],
])('set-up: %s with %j', (step, content, hasDraft, wanted) =>
  expect(stepState(step, content as never, hasDraft)).toBe(wanted),
);

describe('the playbooks’ form', () => {
  test.each<[Partial<Playbooks>, object]>([
    [{}, {}],
    [{ cooldownDays: 0 }, { cooldownDays: 'range' }],
    [
      { cooldownDays: 366, perPersonAWeek: 201, dueInDays: 61 },
      { cooldownDays: 'range', perPersonAWeek: 'range', dueInDays: 'range' },
    ],
    [{ dueInDays: 1.5 }, { dueInDays: 'range' }],
    [{ meetingLink: 'meet.example.com' }, { meetingLink: 'https' }],
    [{ meetingLink: 'http://meet.example.com' }, { meetingLink: 'https' }],
    [{ meetingLink: 'https://meet.example.com/a' }, {}],
    [{ enabled: true, toBands: [] }, { toBands: 'bands' }],
    [{ enabled: false, toBands: [] }, {}],
  ])('%j', (change, wanted) => expect(faultsOf({ ...playbooks, ...change })).toEqual(wanted));

  test('what differs is named, the order of bands aside', () => {
    expect(differing(playbooks, { ...playbooks, toBands: playbooks.toBands.toReversed() })).toEqual([]);
    expect(
      differing(playbooks, { ...playbooks, cooldownDays: 3, advice: { ...playbooks.advice, renewal: 'x' } }),
    ).toEqual(['cooldownDays', 'advice_renewal']);
  });
});
