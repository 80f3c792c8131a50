import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../../src/http/install/html.ts';

test('whatever text is put in stays text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('<script>', '"onload="x', "'", '&lt;', '</style>')), (text) => {
      const inside = html`<p title="${text}">${text}</p>`.text.slice('<p title="'.length, -'</p>'.length);
      expect(inside.replace('">', '')).not.toMatch(/[<>"']/);
      const decoded = inside.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
      expect(decoded).toBe(`${text}">${text}`);
    }),
  );
});

test('pieces, lists of them and nothing are put in as they are', () => {
  expect(html`<ul>${['a', '<'].map((text) => html`<li>${text}</li>`)}${null}</ul>${0}`.text).toBe(
    '<ul><li>a</li><li>&#60;</li></ul>0',
  );
});
