import { expect, test } from 'vitest';
import { cutText } from '../../src/wording/cut-text.ts';
import { makeWording } from '../../src/wording/make-wording.ts';

test.each([
  ['', ''],
  ['Alder & Sons', 'Alder & Sons'],
  ['x'.repeat(200), 'x'.repeat(200)],
  ['x'.repeat(201), `${'x'.repeat(199)}…`],
  // The 199th is the first half of an emoji.
  [`${'x'.repeat(198)}🌳${'x'.repeat(100)}`, `${'x'.repeat(198)}…`],
  [`${'x'.repeat(190)}${' '.repeat(20)}y`, `${'x'.repeat(190)}…`],
])('%s', (text, shown) => {
  expect(cutText(text)).toBe(shown);
});

test('sentences and labels stay short, whatever a record is called', () => {
  const wording = makeWording({ locale: 'en', timeZone: 'Europe/Rome' });
  const name = 'x'.repeat(65_536);
  expect(wording.record({ objectType: 'deals', id: '1', name, at: 0 }).length).toBeLessThanOrEqual(200);
  expect(wording.record({ objectType: 'invoices', id: '1', name, at: 0 }).length).toBeLessThan(250);
});
