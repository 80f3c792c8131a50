import { describe, expect, test } from 'vitest';
import { scoreAccount } from '../../src/scoring/score.ts';
import { modelFor, withSegment } from '../../src/scoring/segments.ts';
import type { AccountLiteral } from './account-builder.ts';
import { modelWith, ownAccount } from './own-account.ts';

const ASOF = '2026-06-15';
const won = (closedate: string) => [{ closedate, hs_is_closed: true, hs_is_closed_won: true, amount: 100 }];

const model = modelWith({
  segments: [
    { name: 'New', when: { customerForLessThanDays: 90 }, minimumCoverage: 0.1 },
    { name: 'Retail', when: { property: 'industry', values: ['RETAIL', 'Fashion'] }, silencePoints: 50 },
    { name: 'Fans', when: { values: ['evangelist'] } },
  ],
  churn: { property: 'left', values: ['yes'], date: 'left_on' },
});
const segment = (literal: Partial<AccountLiteral>, own = {}) =>
  modelFor(ownAccount({ asOf: ASOF, ...literal }, own, model), model).segment;

describe('which segment holds', () => {
  const OLD = { deals: won('2025-01-01') };
  test.each([
    ['none', {}, {}, null],
    ['by a property', OLD, { industry: 'RETAIL' }, 'Retail'],
    ['in any case', OLD, { industry: 'fashion' }, 'Retail'],
    ['by one of several values at once', OLD, { industry: 'ENERGY;FASHION' }, 'Retail'],
    ['not by a part of a value', OLD, { industry: 'RETAILER' }, null],
    [
      'by lifecycle stage where no property is named',
      { ...OLD, company: { lifecyclestage: 'evangelist' } },
      {},
      'Fans',
    ],
    ['the first that is met', { deals: won('2026-06-01') }, { industry: 'RETAIL' }, 'New'],
    ['new: on the 89th day', { deals: won('2026-03-18') }, {}, 'New'],
    ['new no more: on the 90th day', { deals: won('2026-03-17') }, {}, null],
    ['not new: an earlier purchase', { deals: [...won('2026-06-01'), ...won('2020-01-01')] }, {}, null],
    ['not new: nothing tells since when', { company: { lifecyclestage: 'customer' } }, {}, null],
    [
      'new: it became a customer lately',
      { company: { hs_lifecyclestage_customer_date: Date.parse('2026-06-01') } },
      {},
      'New',
    ],
    [
      'not new: it became a customer long ago, and bought lately',
      { company: { hs_lifecyclestage_customer_date: Date.parse('2020-01-01') }, deals: won('2026-06-01') },
      {},
      null,
    ],
    [
      'new again: won back, whenever it first became a customer',
      { company: { hs_lifecyclestage_customer_date: Date.parse('2020-01-01') }, deals: won('2026-06-01') },
      { left: 'no', left_on: Date.parse('2025-01-01') },
      'New',
    ],
    [
      'new again: won back',
      { deals: [...won('2020-01-01'), ...won('2026-06-01')] },
      { left: 'no', left_on: Date.parse('2025-01-01') },
      'New',
    ],
  ] as const)('%s', (_what, literal, own, expected) => {
    expect(segment(literal, own)).toBe(expected);
  });

  test('what kind of company it is holds at any time: also before we saw it', () => {
    expect(segment({ ...OLD, seenAt: '2026-06-20' }, { industry: 'RETAIL' })).toBe('Retail');
  });
});

describe('what a segment changes', () => {
  const rising = [
    [0, 0],
    [1, 100],
  ] as [number, number][];
  const base = modelWith({
    dimensions: {
      deals: {
        weight: 3,
        signals: {
          spend_trend: { weight: 2, curve: rising, settings: { windowDays: 100 } },
          renewal_outcome: { weight: 1, curve: rising },
        },
      },
      support: {
        weight: 1,
        signals: {
          open_tickets: {
            weight: 1,
            curve: [
              [0, 100],
              [1, 0],
            ],
          },
        },
      },
    },
    caps: [],
    segments: [
      {
        name: 'S',
        when: { values: ['customer'] },
        minimumCoverage: 0.9,
        caps: [{ key: 'c', signal: 'pulse', from: 100, scoreAtMost: 10 }],
        dimensions: {
          deals: { signals: { spend_trend: { weight: 5 } } },
          support: { weight: 0 },
          sentiment: {
            weight: 2,
            signals: {
              pulse: {
                weight: 1,
                curve: [
                  [0, 0],
                  [100, 100],
                ],
              },
            },
          },
        },
      },
    ],
  });
  const [first] = base.segments;
  if (first === undefined) throw new Error('There is a segment.');
  const whole = withSegment(base, first);

  test('what it says, and of everything else what the model says', () => {
    expect(whole).toMatchObject({ minimumCoverage: 0.9, minimumDimensions: 2, silencePoints: 70 });
    expect(whole.caps.map(({ key }) => key)).toEqual(['c']);
    expect(whole.dimensions.deals).toEqual({
      weight: 3,
      signals: {
        spend_trend: { weight: 5, curve: rising, whenUnknown: 'skip', settings: { windowDays: 100 } },
        renewal_outcome: { weight: 1, curve: rising, whenUnknown: 'skip', settings: {} },
      },
    });
    expect(whole.dimensions.support?.weight).toBe(0);
    expect(whole.dimensions.sentiment).toMatchObject({ weight: 2, signals: { pulse: { weight: 1 } } });
    expect(Object.keys(base.dimensions)).toEqual(['deals', 'support']);
  });

  test('an account that meets it is scored by it, and says so', () => {
    const literal = {
      asOf: ASOF,
      company: { lifecyclestage: 'customer', hs_csm_sentiment: 'positive' },
      deals: won('2026-06-01'),
    };
    const health = scoreAccount(ownAccount(literal, {}, base), {
      ...base,
      segments: [{ ...first, minimumCoverage: 0, minimumDimensions: 1 }],
    });
    expect(health).toMatchObject({ state: 'scored', segment: 'S', score: 10 });
  });
});
