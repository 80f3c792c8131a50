import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextVersion } from '../../src/portal-model/next-version.ts';

test.each<[string, string, readonly string[], string]>([
  ['the first', '2.1.0', [], '2.2.0'],
  ['after one that was used', '2.1.0', ['2.1.0'], '2.2.0'],
  ['after the highest, not the latest', '2.1.0', ['2.1.0', '2.10.0', '2.9.0'], '2.11.0'],
  ['of two numbers', '1.1', ['1.1'], '1.2'],
  ['of one number', '7', ['7', '12'], '13'],
  ['patches go', '2.1.7', [], '2.2.0'],
  ['no numbers', 'beta', ['beta'], 'beta.1'],
  ['no numbers, again', 'beta', ['beta', 'beta.1'], 'beta.2'],
  ['zero is a number', 'beta', ['0'], '1'],
  ['numbers above what has none', 'beta', ['beta', '1.0'], '1.1'],
])('%s', (_what, from, used, expected) => {
  expect(nextVersion(from, used)).toBe(expected);
});

test('never one that was used, nor the one that it comes from', () => {
  const version = fc.oneof(
    fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }).map((numbers) => numbers.join('.')),
    fc.string({ minLength: 1 }),
    fc.constantFrom('beta', 'beta.1', 'beta.2', '1.0.0-rc', '007', '1.'),
  );
  fc.assert(
    fc.property(version, fc.array(version, { maxLength: 12 }), (from, used) => {
      const next = nextVersion(from, used);
      expect([from, ...used]).not.toContain(next);
    }),
  );
});
