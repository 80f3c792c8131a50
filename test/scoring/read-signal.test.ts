import { describe, expect, test } from 'vitest';
import { evidence } from '../../src/scoring/evidence.ts';
import type { ModelSignal } from '../../src/scoring/model.ts';
import type { Reads } from '../../src/scoring/object-types.ts';
import type { Source } from '../../src/scoring/portal-context.ts';
import { readSignal } from '../../src/scoring/read-signal.ts';
import { defineSignal, type Measurement, type Signal, unknown } from '../../src/scoring/signal.ts';
import { type AccountLiteral, account } from './account-builder.ts';

const ASOF = '2026-06-15';
const ENTRY: ModelSignal = {
  weight: 1,
  whenUnknown: 'skip',
  settings: {},
  curve: [
    [0, 0],
    [10, 100],
  ],
};

const signal = (measured: Measurement, connectedBy: Reads = { tickets: [] }): Signal =>
  defineSignal({
    key: 'tried',
    unit: 'days',
    better: 'higher',
    reads: {},
    connectedBy,
    settings: { windowDays: 30, names: ['a'] },
    measure: () => measured,
  });
const measured = (raw: number, silent = false): Measurement => ({
  kind: 'measured',
  raw,
  silent,
  evidence: () => evidence('told', { raw }),
});
const read = (tried: Signal, sources: AccountLiteral['sources'] = {}, entry: Partial<ModelSignal> = {}) =>
  readSignal(tried, { ...ENTRY, ...entry }, account({ asOf: ASOF, sources }).view, { silencePoints: 70 });

describe('points', () => {
  test.each([
    [-5, 0],
    [0, 0],
    [2.5, 25],
    [10, 100],
    [99, 100],
  ])('of a raw value of %d: %d', (raw, points) => {
    expect(read(signal(measured(raw)))).toEqual({ kind: 'scored', raw, points, evidence: evidence('told', { raw }) });
  });

  test('of silence are at most the model’s', () => {
    expect(read(signal(measured(10, true)))).toMatchObject({ raw: 10, points: 70 });
    expect(read(signal(measured(3, true)))).toMatchObject({ raw: 3, points: 30 });
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('a raw value of %d is a defect of the signal', (raw) => {
    expect(() => read(signal(measured(raw)))).toThrow(/Signal tried measured .* for company/);
  });
});

test('the model’s settings go before the signal’s own', () => {
  let seen: unknown;
  const listening: Signal = {
    ...signal(measured(1)),
    measure: (_account, settings) => {
      seen = settings;
      return measured(1);
    },
  };
  read(listening, {}, { settings: { windowDays: 7 } });
  expect(seen).toEqual({ windowDays: 7, names: ['a'] });
});

test('what the signal does not know stays unknown, with its reason and values', () => {
  expect(read(signal(unknown('too_few', { count: 1, minimum: 3 })))).toEqual({
    kind: 'unknown',
    reason: 'too_few',
    values: { count: 1, minimum: 3 },
  });
});

describe('a source that is not there', () => {
  const at = Date.parse(`${ASOF}T23:59:59.999Z`);
  const reasons: readonly (readonly [string, Partial<Source>, readonly string[], string | null])[] = [
    ['no scope', { blocked: 'scope_missing' }, [], 'scope_missing'],
    ['no such type', { blocked: 'type_missing' }, [], 'type_missing'],
    ['never a record', { firstRecordAt: null }, [], 'not_connected'],
    ['the first record later', { firstRecordAt: at + 1 }, [], 'not_connected'],
    ['the first record now', { firstRecordAt: at }, [], null],
    [
      'none of the properties',
      { missingProperties: ['subject', 'createdate'] },
      ['subject', 'createdate'],
      'property_missing',
    ],
    ['properties never filled', { filledSince: {} }, ['subject'], 'not_connected'],
    ['properties filled later', { filledSince: { subject: at + 1 } }, ['subject'], 'not_connected'],
    ['one of two properties filled', { filledSince: { subject: at } }, ['createdate', 'subject'], null],
    [
      'the filled property gone from the portal',
      { filledSince: { subject: 0 }, missingProperties: ['subject'] },
      ['createdate', 'subject'],
      'not_connected',
    ],
  ];
  test.each(reasons)('%s', (_what, source, properties, reason) => {
    const connectedBy = { tickets: properties } as Reads;
    const reading = read(signal(measured(1), connectedBy), { tickets: source });
    expect(reading.kind === 'unknown' ? reading.reason : null).toBe(reason);
  });

  test('of two, one is enough', () => {
    const either = signal(measured(1), { deals: [], invoices: [] });
    expect(read(either, { deals: { blocked: 'scope_missing' } }).kind).toBe('scored');
  });

  test('of two that are missing, the reason is what an admin can mend', () => {
    const either = signal(measured(1), { deals: [], invoices: [] });
    expect(read(either, { deals: { firstRecordAt: null }, invoices: { blocked: 'scope_missing' } })).toEqual({
      kind: 'unknown',
      reason: 'scope_missing',
      values: { types: 'deals,invoices' },
    });
  });

  test('while one of two is not read yet, nobody knows that the portal holds neither', () => {
    const either = signal(measured(1), { deals: [], invoices: [] });
    const reading = read(either, { deals: { firstRecordAt: null }, invoices: { blocked: 'not_read_yet' } });
    expect(reading).toMatchObject({ kind: 'unknown', reason: 'not_read_yet' });
  });
});
