import { describe, expect, test } from 'vitest';
import { evidence } from '../../src/scoring/evidence.ts';
import { unknown } from '../../src/scoring/signal.ts';
import { type Company, worstExample } from './examples.ts';

interface Told {
  readonly points: number;
  /** Left out: on no receipt. */
  readonly lost?: number;
  readonly message?: string;
}

/** A scored company by its reading of one signal. Evidence names the company. */
function company(id: string, { points, lost, message = 'said' }: Told): Company {
  const reading = { kind: 'scored', raw: 1, points, evidence: evidence(message, { id }) } as const;
  return {
    companyId: id,
    health: {
      state: 'scored',
      signals: [{ signal: 'nps', dimension: 'sentiment', reading }],
      receipt: [
        // A cap may be named as a signal is: it is no row of the signal's own.
        { key: 'nps', dimension: null, pointsLost: 90 },
        ...(lost === undefined ? [] : [{ key: 'nps', dimension: 'sentiment', pointsLost: lost }]),
      ],
    },
  };
}

describe('the example of a signal', () => {
  const table: readonly (readonly [string, Readonly<Record<string, Told>>, string | undefined, number | null])[] = [
    ['the most points lost', { 1: { points: 20, lost: 3 }, 2: { points: 40, lost: 7 } }, '2', 7],
    ['of as many the first company', { 3: { points: 0, lost: 7 }, 2: { points: 40, lost: 7 } }, '2', 7],
    ['a receipt goes before a worse reading', { 1: { points: 0 }, 2: { points: 90, lost: 1 } }, '2', 1],
    ['without a receipt the fewest points', { 1: { points: 60 }, 2: { points: 10 }, 3: { points: 10 } }, '2', null],
    ['nothing', {}, undefined, null],
  ];
  test.each(table)('%s', (_, told, id, lost) => {
    const example = worstExample(
      Object.entries(told).map(([of, one]) => company(of, one)),
      'nps',
    );
    expect(example?.evidence.values.id).toBe(id);
    expect(example?.pointsLost ?? null).toBe(lost);
  });

  test('by one of its sentences', () => {
    const scored = [company('1', { points: 0, lost: 9 }), company('2', { points: 50, lost: 2, message: 'given' })];
    expect(worstExample(scored, 'nps', 'given')?.evidence.values.id).toBe('2');
    expect(worstExample(scored, 'nps', 'other')).toBeUndefined();
    expect(worstExample(scored, 'csat')).toBeUndefined();
  });

  test('what is unknown, and who is no customer, is no example; what is known of who has no score is one', () => {
    const signals = [{ signal: 'nps', dimension: 'sentiment', reading: unknown('no_data') }];
    const scored: Company[] = [
      { companyId: '1', health: { state: 'scored', signals, receipt: [] } },
      { companyId: '2', health: { state: 'not_customer' } },
    ];
    expect(worstExample(scored, 'nps')).toBeUndefined();
    const { health } = company('3', { points: 0 });
    if (health.state !== 'scored') throw new Error('It is scored.');
    const unscored: Company = { companyId: '3', health: { state: 'unknown', signals: health.signals } };
    expect(worstExample([...scored, unscored], 'nps')?.evidence.values.id).toBe('3');
  });
});
