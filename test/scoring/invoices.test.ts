import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesInvoice } from '../../src/scoring/invoices.ts';

describe('a text that names an invoice', () => {
  it.each([
    ['INV-204', 'Reminder: INV-204', true],
    ['INV-204', 'inv-204 is overdue', true],
    ['INV-204', 'Invoice INV-204.', true],
    ['INV-204', 'Re:INV-204, please', true],
    ['INV-204', '(INV-204)', true],
    ['INV-204', 'INV-2041', false],
    ['INV-204', 'XINV-204', false],
    ['INV-204', 'INV-204-2', false],
    ['INV-204', '7-INV-204', false],
    ['INV-204', 'INV-204/2026', false],
    ['INV-204', 'INV 204', false],
    ['INV-204', '', false],
    ['R7-204', 'Reminder: r7-204', true],
    ['R7-204', 'Reminder: R8-204', false],
    ['A.204+', 'Invoice A.204+ is due', true],
    ['A.204+', 'Invoice AX204+ is due', false],
    [' 20417 ', 'Invoice 20417 is due', true],
    ['20417', 'Invoice 120417 is due', false],
    ['20417', 'Invoice 20417é', false],
    ['청구-204', '알림: 청구-204', true],
  ])('%s in "%s": %s', (number, text, expected) => {
    expect(namesInvoice(number)?.(text)).toBe(expected);
  });

  it.each(['', ' ', '7', '204', '2026', '1999', 'invoice'])(
    '"%s" is too plain to be told from anything else',
    (number) => {
      expect(namesInvoice(number)).toBeNull();
    },
  );

  it('any number is found among other words, and never inside another', () => {
    const number = fc.stringMatching(/^[A-Z]{1,4}[-_.]?[0-9]{1,6}$/);
    fc.assert(
      fc.property(number, fc.constantFrom('', 'Re: ', 'Payment of #'), (one, before) => {
        const names = namesInvoice(one);
        expect(names?.(`${before}${one} please`)).toBe(true);
        expect(names?.(`${before}${one}0`)).toBe(false);
        expect(names?.(`${before}X${one}`)).toBe(false);
      }),
    );
  });
});
