import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText, tableLine } from './markdown.ts';

/** What could end a cell or a line. */
const hard = fc.constantFrom('|', '\\', '\n', '\r', ' ', 'a');

test('no text breaks the table: it stays one cell on one line', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: hard }), { minLength: 1 }), (texts) => {
      const line = tableLine(texts.map((text) => plainText(`x${text}x`)));
      expect(line).not.toMatch(/[\r\n]/);
      // A cell ends at a | before which stands no backslash, or an even number of them.
      const ends = [...line.matchAll(/(?<!\\)(?:\\\\)*\|/g)];
      expect(ends.length).toBe(texts.length + 1);
    }),
  );
});

test.each([
  ['a | b', 'a \\| b'],
  ['two\n  lines', 'two lines'],
  ['**bold** _x_ `y` <br> [a](b)', '\\*\\*bold\\*\\* \\_x\\_ \\`y\\` \\<br\\> \\[a\\](b)'],
  ['3 of 4 (75%), “quoted”', '3 of 4 (75%), “quoted”'],
])('%j', (text, cell) => {
  expect(plainText(text)).toBe(cell);
});
