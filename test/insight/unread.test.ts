import { describe, expect, test } from 'vitest';
import { explainScore } from '../../src/insight/explained-score.ts';
import { unreadOf } from '../../src/insight/unread.ts';
import { viewAt } from '../../src/scoring/account-view.ts';
import { type Model, modelSchema } from '../../src/scoring/model.ts';
import { namedProperties } from '../../src/scoring/model-signals.ts';
import { AS_OF, CONNECTED } from '../scoring/arbitrary-account.ts';
import { model as active, calendar, debtor } from '../scoring/rules/customers.ts';

type Signals = Model['dimensions'][string]['signals'];

const withSignals = (model: Model, dimension: string, signals: Signals): Model =>
  modelSchema.parse({
    ...model,
    dimensions: {
      ...model.dimensions,
      [dimension]: { weight: 10, signals: { ...model.dimensions[dimension]?.signals, ...signals } },
    },
  });
const without = (model: Model, dimension: string, signal: string): Model => {
  const { [signal]: _, ...signals } = model.dimensions[dimension]?.signals ?? {};
  return { ...model, dimensions: { ...model.dimensions, [dimension]: { weight: 10, signals } } };
};

const mapped = (property: string, more: object = {}): Signals[string] => ({
  weight: 1,
  whenUnknown: 'skip',
  settings: {},
  mapped: { property, kind: 'number', label: { en: 'Logins' }, ...more },
  curve: [
    [0, 0],
    [10, 100],
  ],
});

describe('what a draft looks at and nobody has read', () => {
  test('nothing, of the model that is active: the very portal', () => {
    const { portal, signals, deciding } = unreadOf(structuredClone(active), active, CONNECTED);
    expect(portal).toBe(CONNECTED);
    expect({ signals, deciding }).toEqual({ signals: [], deciding: [] });
  });

  test('other weights, curves and bands need nothing', () => {
    const draft = {
      ...active,
      bands: { by: 'quartiles' as const, atRiskFrom: 20, healthyFrom: 80 },
      silencePoints: 10,
    };
    expect(unreadOf(draft, active, CONNECTED)).toMatchObject({ signals: [], deciding: [] });
  });

  test.each<readonly [string, Model, Model, readonly string[]]>([
    ['a mapped property', withSignals(active, 'usage', { logins: mapped('logins_30d') }), active, ['logins']],
    [
      'a custom object',
      withSignals(active, 'usage', {
        orders: mapped('ordered_on', { object: '2-4567', kind: 'count', windowDays: 90 }),
      }),
      active,
      ['orders'],
    ],
    ['a signal of ours', active, without(active, 'sentiment', 'pulse'), ['pulse']],
    [
      'a property that is read already, under another key',
      withSignals(active, 'usage', { logins: mapped('logins_30d') }),
      withSignals(active, 'usage', { other: mapped('logins_30d') }),
      [],
    ],
  ])('%s', (_what, draft, held, expected) => {
    expect(unreadOf(draft, held, CONNECTED).signals).toEqual(expected);
  });

  test('properties that decide who is a customer, who left, and who is in which segment', () => {
    const draft = modelSchema.parse({
      ...active,
      eligibility: {
        ...active.eligibility,
        customers: { property: 'plan', values: ['Gold'] },
        exclude: [{ reason: 'ours', property: 'kind_of', values: ['Us'] }],
      },
      churn: { property: 'plan', values: ['Gone'], date: 'gone_on' },
      segments: [{ name: 'Large', when: { property: 'size_class', values: ['L'] } }],
    });
    expect(unreadOf(draft, active, CONNECTED).deciding).toEqual(['gone_on', 'kind_of', 'plan', 'size_class']);
    expect(unreadOf(draft, draft, CONNECTED).deciding).toEqual([]);
  });
});

test('it reads unknown, not yet read: never a guess, and never “there is no such data”', () => {
  for (const [draft, before, key] of [
    [withSignals(active, 'usage', { logins: mapped('logins_30d') }), active, 'logins'],
    [active, without(active, 'support', 'sla_breaches'), 'sla_breaches'],
  ] as const) {
    const { portal, signals } = unreadOf(draft, before, CONNECTED);
    const view = viewAt(debtor, AS_OF, portal, calendar, namedProperties(draft));
    if (view === undefined) throw new Error('The company is always held here.');
    const all = explainScore(view, draft).dimensions.flatMap((dimension) => dimension.signals);
    const reasons = (wanted: boolean) =>
      new Set(
        all.flatMap(({ key: one, reading }) =>
          signals.includes(one) === wanted ? [reading.kind === 'unknown' ? reading.reason : reading.kind] : [],
        ),
      );
    expect(signals, key).toContain(key);
    expect([...reasons(true)]).toEqual(['not_read_yet']);
    expect(reasons(false)).not.toContain('not_read_yet');
  }
});
