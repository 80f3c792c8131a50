/** Runs one signal over a table of accounts, through the as-of view, and holds its sentences against the catalogue. */

import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import type { Evidence, EvidenceValue } from '../../../src/scoring/evidence.ts';
import type { Measurement, Setting, Signal, Unknown, UnknownReason } from '../../../src/scoring/signal.ts';
import { en } from '../../../src/wording/en.ts';
import { makeWording } from '../../../src/wording/make-wording.ts';
import { type AccountLiteral, account } from '../account-builder.ts';

const ENGLISH: Readonly<Record<string, string>> = en;
type Values = Readonly<Record<string, EvidenceValue>>;

export interface Case {
  readonly name: string;
  readonly account: AccountLiteral;
  readonly settings?: Readonly<Record<string, Setting>>;
  readonly expected:
    | {
        readonly raw: number;
        readonly message: string;
        /** Those that are named are compared. */
        readonly values?: Values;
        /** Ids in order. */
        readonly records?: readonly string[];
        readonly more?: number;
        readonly silent?: true;
      }
    | { readonly unknown: UnknownReason; readonly values?: Values };
}

export const eur = (amount: number): EvidenceValue => ({ kind: 'money', amount, currency: 'EUR' });
export const percent = (share: number): EvidenceValue => ({ kind: 'percent', share });
export const day = (isoMoment: string): EvidenceValue => ({ kind: 'day', at: Date.parse(isoMoment) });

type Measured = Exclude<Measurement, Unknown>;

/** A measurement with its evidence worked out. */
export type Told = Unknown | (Omit<Measured, 'evidence'> & { readonly evidence: Evidence });

export const tellAll = (measured: Measurement): Told =>
  measured.kind === 'unknown' ? measured : { ...measured, evidence: measured.evidence() };

export const measure = (signal: Signal, literal: AccountLiteral, settings: Case['settings'] = {}): Told =>
  tellAll(signal.measure(account(literal).view, { ...signal.settings, ...settings }));

/** The raw value. @throws Error where it is unknown. */
export function rawOf(signal: Signal, literal: AccountLiteral): number {
  const measured = measure(signal, literal);
  if (measured.kind === 'unknown') throw new Error(`Unknown: ${measured.reason}.`);
  return measured.raw;
}

function check(measured: Told, expected: Case['expected']): void {
  if ('unknown' in expected) {
    expect(measured).toMatchObject({ kind: 'unknown', reason: expected.unknown });
    if (expected.values !== undefined) expect(measured).toHaveProperty('values', expected.values);
    return;
  }
  if (measured.kind === 'unknown') throw new Error(`Unknown: ${measured.reason}.`);
  expect(measured.raw).toBeCloseTo(expected.raw, 9);
  expect(measured.evidence.message).toBe(expected.message);
  expect(measured.silent ?? false).toBe(expected.silent ?? false);
  expect(measured.evidence.values).toMatchObject(expected.values ?? {});
  if (expected.records !== undefined) {
    expect(measured.evidence.records.map(({ id }) => id)).toEqual(expected.records);
    expect(measured.evidence.moreRecords).toBe(expected.more ?? 0);
  }
}

const placeholders = (sentence: string): readonly string[] => {
  const names = (elements: ReturnType<IntlMessageFormat['getAst']>): readonly string[] =>
    elements.flatMap((element) => [
      ...('value' in element && element.type !== 0 ? [element.value] : []),
      ...('options' in element ? Object.values(element.options).flatMap(({ value }) => names(value)) : []),
    ]);
  return names(new IntlMessageFormat(sentence, 'en').getAst());
};

/** Every sentence that the cases reach exists and is filled, and every one that the catalogue has is reached. */
function checkWording(signal: Signal, cases: readonly Case[]): void {
  const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
  const prefix = `signal.${signal.key}.evidence.`;
  const reached = new Set<string>();
  for (const { account: literal, settings } of cases) {
    const measured = measure(signal, literal, settings);
    const [key, values] =
      measured.kind === 'unknown'
        ? [`missing.${measured.reason}`, measured.values]
        : [`${prefix}${measured.evidence.message}`, measured.evidence.values];
    for (const name of placeholders(ENGLISH[key] ?? '')) expect(values, `${key} needs {${name}}`).toHaveProperty(name);
    const text = wording.say(key, values);
    expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
    if (measured.kind === 'measured') reached.add(measured.evidence.message);
  }
  const written = Object.keys(en).filter((key) => key.startsWith(prefix));
  expect([...reached].toSorted()).toEqual(written.map((key) => key.slice(prefix.length)).toSorted());
  expect(wording.say(`signal.${signal.key}.label`)).not.toBe('');
  expect(wording.say(`signal.${signal.key}.remedy`)).not.toBe('');
  // A remedy of its own is for a sentence that there is.
  const remedies = Object.keys(en).filter((key) => key.startsWith(`signal.${signal.key}.remedy.`));
  for (const key of remedies) expect(reached).toContain(key.split('.').at(-1));
}

/** The tests of one signal: each case, and its sentences. */
export function describeSignal(signal: Signal, cases: readonly Case[]): void {
  describe(signal.key, () => {
    it.each(cases)('$name', ({ account: literal, settings, expected }) => {
      check(measure(signal, literal, settings), expected);
    });
    it('has a sentence for every outcome, and no sentence without one', () => checkWording(signal, cases));
  });
}
