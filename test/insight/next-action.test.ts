import { describe, expect, it } from 'vitest';
import { nextStepOf } from '../../src/insight/next-action.ts';
import type { HealthScore, Scored } from '../../src/scoring/score.ts';
import type { ReceiptEntry, SignalResult } from '../../src/scoring/weigh.ts';

const evidence = { message: 'x', values: {}, records: [], moreRecords: 0 };
const row = (key: string, pointsLost: number, more: Partial<ReceiptEntry> = {}): ReceiptEntry => ({
  ...{ key, signal: key, dimension: 'any', pointsLost, cause: evidence },
  ...more,
});
const read = (signal: string, raw: number): SignalResult => ({
  ...{ signal, dimension: 'any', reading: { kind: 'scored', raw, points: 100, evidence } },
});
const scored = (
  status: Scored['status'],
  receipt: readonly ReceiptEntry[],
  signals: readonly SignalResult[] = [],
): HealthScore => ({
  ...{ state: 'scored', status, receipt, signals, losses: [], segment: null, coverage: 1, dimensions: [], marks: [] },
  score: 100 - receipt.reduce((sum, { pointsLost }) => sum + pointsLost, 0),
});
const kindOf = (health: HealthScore) => nextStepOf(health)?.kind ?? null;

describe('what to do', () => {
  it.each<[string, readonly ReceiptEntry[], string]>([
    ['overdue invoices', [row('overdue_balance', 30), row('two_way_contact', 20)], 'payment_reminder'],
    ['payments that failed', [row('failed_payments', 30)], 'payment_reminder'],
    [
      'a cap on an overdue invoice',
      [row('long_overdue', 30, { dimension: null, signal: 'overdue_balance' })],
      'payment_reminder',
    ],
    [
      'a cap on an overdue invoice, which holds the score whatever else costs more',
      [
        row('two_way_contact', 40),
        row('overdue_balance', 14),
        row('long_overdue', 5, { dimension: null, signal: 'overdue_balance' }),
      ],
      'payment_reminder',
    ],
    ['a habit of paying late, of which nothing is owed', [row('payment_habit', 30)], 'task'],
    ['silence', [row('two_way_contact', 30), row('overdue_balance', 20)], 'check_up'],
    ['more owed than not said', [row('two_way_contact', 19), row('overdue_balance', 20)], 'payment_reminder'],
    ['less use', [row('product_usage', 40)], 'check_up'],
    ['what people say', [row('pulse', 40)], 'check_up'],
    ['a renewal lost', [row('renewal_outcome', 40), row('pulse', 20)], 'task'],
    ['a signal of the portal’s own', [row('my_signal', 40)], 'task'],
    ['as much not said as owed, told first', [row('two_way_contact', 20), row('overdue_balance', 20)], 'check_up'],
    ['a source that went, and little else', [row('source_lost', 40, { dimension: null }), row('pulse', 5)], 'check_up'],
    ['a source that went, and nothing else', [row('source_lost', 40, { dimension: null })], 'task'],
  ])('about %s', (_what, receipt, expected) => {
    expect(kindOf(scored('at_risk', receipt))).toBe(expected);
  });

  it('names the row that costs most, as the receipt does', () => {
    const [owed, quiet, said] = [row('overdue_balance', 20), row('two_way_contact', 12), row('pulse', 11)];
    expect(nextStepOf(scored('unhealthy', [quiet, owed, said]))).toEqual({ kind: 'payment_reminder', row: owed });
  });

  it('is nothing for a healthy account that loses little; asking for a review where it would recommend us', () => {
    const little = [row('two_way_contact', 9)];
    expect(nextStepOf(scored('healthy', little))).toBeNull();
    expect(nextStepOf(scored('healthy', []))).toBeNull();
    expect(nextStepOf(scored('healthy', little, [read('nps', 9)]))).toEqual({ kind: 'ask_review', row: null });
    expect(kindOf(scored('healthy', [], [read('referrals', 1)]))).toBe('ask_review');
    expect(kindOf(scored('healthy', [], [read('nps', 8.9)]))).toBeNull();
    const unknown = { ...read('nps', 9), reading: { kind: 'unknown', reason: 'no_data' } } as const;
    expect(kindOf(scored('healthy', [], [unknown]))).toBeNull();
  });

  it('is not a review where there is something to talk about first', () => {
    expect(kindOf(scored('healthy', [row('two_way_contact', 10)], [read('nps', 10)]))).toBe('check_up');
    expect(kindOf(scored('at_risk', [], [read('nps', 10)]))).toBe('task');
  });

  it('is a talk with whom nobody knows enough of, and nothing about who is no customer', () => {
    const measured = { segment: null, coverage: 0, dimensions: [], signals: [], marks: [] };
    expect(nextStepOf({ state: 'unknown', reason: 'no_facts', ...measured })).toEqual({ kind: 'check_up', row: null });
    expect(nextStepOf({ state: 'not_customer', reason: 'lead' })).toBeNull();
  });
});
