import { describe, expect, it } from 'vitest';
import { readModel } from '../../src/model-file.ts';
import type { HealthScore } from '../../src/scoring/score.ts';
import { type UnknownReason, unknown } from '../../src/scoring/signal.ts';
import type { SignalResult } from '../../src/scoring/weigh.ts';
import { summarise } from './summarise.ts';
import { summaryText } from './summary-text.ts';

const EVIDENCE = { message: 'none', values: {}, records: [], moreRecords: 0 };

const read = (signal: string, points: number, message = 'none'): SignalResult => ({
  signal,
  dimension: 'support',
  reading: { kind: 'scored', raw: 0, points, evidence: { ...EVIDENCE, message } },
});
const unread = (signal: string, reason: UnknownReason): SignalResult => ({
  signal,
  dimension: 'support',
  reading: unknown(reason),
});

const customer = (coverage: number, signals: readonly SignalResult[], segment: string | null = null) => ({
  segment,
  coverage,
  dimensions: [],
  marks: [],
  signals,
});

const HEALTHS: readonly HealthScore[] = [
  {
    state: 'scored',
    score: 90,
    status: 'healthy',
    losses: [],
    receipt: [{ key: 'open_tickets', signal: 'open_tickets', dimension: 'support', pointsLost: 10, cause: EVIDENCE }],
    ...customer(1, [read('open_tickets', 90), unread('training', 'not_connected'), unread('nps', 'no_data')]),
  },
  {
    state: 'scored',
    score: 32,
    status: 'unhealthy',
    losses: [],
    receipt: [{ key: 'long_overdue', signal: 'overdue_balance', dimension: null, pointsLost: 68, cause: EVIDENCE }],
    ...customer(
      0.5,
      [read('open_tickets', 70, 'silent'), unread('training', 'not_connected'), read('nps', 50)],
      'New customers',
    ),
  },
  {
    state: 'unknown',
    reason: 'low_coverage',
    ...customer(0.3, [
      unread('open_tickets', 'not_read_yet'),
      unread('training', 'not_connected'),
      unread('nps', 'too_few'),
    ]),
  },
  { state: 'not_customer', reason: 'partner' },
  { state: 'not_customer', reason: 'no_purchase_or_stage' },
  { state: 'not_customer', reason: 'no_purchase_or_stage' },
];
const ALL = HEALTHS.map((health) => ({ health }));

describe('a day’s scores in figures', () => {
  it('counts companies, bands and reasons; coverage over all customers, scores over those that have one', () => {
    const { signals: _, ...figures } = summarise(ALL);
    expect(figures).toEqual({
      companies: 6,
      notCustomers: { no_purchase_or_stage: 2, partner: 1 },
      unknown: { low_coverage: 1 },
      bands: { healthy: 1, at_risk: 0, unhealthy: 1 },
      score: { mean: 61, median: 61, least: 32, most: 90 },
      coverage: { mean: expect.closeTo(0.6), median: 0.5, least: 0.3, most: 1 },
      caps: { long_overdue: 1 },
      segments: { 'New customers': 1 },
    });
  });

  it('counts of each signal who is known, and why the others are not', () => {
    expect(summarise(ALL).signals).toEqual([
      { signal: 'open_tickets', known: 2, silent: 1, unknown: { not_read_yet: 1 } },
      { signal: 'training', known: 0, silent: 0, unknown: { not_connected: 3 } },
      { signal: 'nps', known: 1, silent: 0, unknown: { no_data: 1, too_few: 1 } },
    ]);
  });

  it('has no means where nobody is a customer', () => {
    expect(summarise(ALL.slice(3))).toMatchObject({ companies: 3, score: null, coverage: null, signals: [] });
    expect(summarise([])).toMatchObject({ companies: 0, notCustomers: {}, score: null });
  });

  it('is written as a table; what is known of nobody is one line', async () => {
    const model = await readModel('models/standard-b2b.yaml');
    const lines = summaryText([{ day: '2026-03-01', summary: summarise(ALL) }], model).split('\n');
    expect(lines).toContain(
      '| 2026-03-01 | 6 | 3 (no purchase or stage 2, partner 1) | 1 (low coverage) | 1 | 0 | 1 | 1 (long overdue) | 61.0, 61, 32–90 | 60 %, 50 % |',
    );
    expect(lines).toContain('| open_tickets | 67 % | 50 % | 1 (not read yet) |');
    expect(lines).toContain('| nps | 33 % | – | 2 (no data 1, too few 1) |');
    expect(lines).toContain('Known of nobody, not connected: training (weight 0).');
    expect(lines).toContain('Customers in a segment: 1 (New customers).');
  });
});
