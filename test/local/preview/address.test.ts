import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Address, addressText, readAddress, WIDTHS } from '../../../src/local/preview/page/address.ts';
import { FORCED_STATES, type ForcedState } from '../../../src/local/preview/preview-setting.ts';

const word = fc.option(fc.string({ minLength: 1 }), { nil: undefined });
const address: fc.Arbitrary<Address> = fc.record({
  surface: word,
  record: word,
  locale: fc.string({ minLength: 1 }),
  person: word,
  state: fc.constantFrom(...(Object.keys(FORCED_STATES) as ForcedState[])),
  width: fc.constantFrom(...(Object.keys(WIDTHS) as Address['width'][])),
});

test('whatever is shown is shown again by its address', () => {
  fc.assert(
    fc.property(address, (shown) => {
      expect(readAddress(new URL(addressText(shown), 'http://preview').search)).toEqual(shown);
    }),
  );
});

test('an address says nothing that goes without saying, and what it does not know is left out', () => {
  expect(addressText(readAddress(''))).toBe('/?locale=en');
  expect(readAddress('?state=constructor&width=7&locale=it')).toEqual({ locale: 'it', state: 'none', width: 'usual' });
});
