import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCheckDue } from '../../src/publish/check-date.ts';

it.each([
  ['none is shown', '2026-06-15', '', true],
  ['it is today’s', '2026-06-15', '2026-06-15', false],
  ['it is six days old', '2026-06-15', '2026-06-09', false],
  ['it is eight days old', '2026-06-15', '2026-06-07', true],
  ['six days, in milliseconds', '2026-06-15', String(Date.UTC(2026, 5, 9)), false],
  ['eight days, in milliseconds', '2026-06-15', String(Date.UTC(2026, 5, 7)), true],
  ['it lies in the future', '2026-06-15', '2026-06-16', true],
  ['it is no day', '2026-06-15', 'yesterday', true],
  ['none is wanted, and one is shown', '', '2026-06-15', true],
  ['none is wanted, nor shown', '', '', false],
])('%s', (_, today, shown, expected) => {
  expect(isCheckDue('1', today, shown)).toBe(expected);
});

it('at seven days is due for half of the companies, the same however often and in whatever way it is asked', () => {
  const due = (shown: string) => Array.from({ length: 400 }, (_, id) => isCheckDue(String(id), '2026-06-15', shown));
  const once = due('2026-06-08');
  expect(once.filter(Boolean).length).toBeGreaterThan(150);
  expect(once.filter(Boolean).length).toBeLessThan(250);
  expect(due('2026-06-08')).toEqual(once);
  expect(due(String(Date.UTC(2026, 5, 8)))).toEqual(once);
});

it('spreads a portal that was written in one go, and leaves nobody for more than eight days', () => {
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const written = Array.from({ length: 200 }, () => 20_000);
  for (let day = 20_001; day <= 20_120; day += 1) {
    let due = 0;
    written.forEach((shown, id) => {
      expect(day - shown).toBeLessThanOrEqual(8);
      if (!isCheckDue(String(id), iso(day), iso(shown))) return;
      written[id] = day;
      due += 1;
    });
    if (day > 20_100) expect(due).toBeLessThan(100);
  }
});

it('is due by the ninth day, and never before the seventh', () => {
  fc.assert(
    fc.property(fc.nat().map(String), fc.nat({ max: 30_000 }), fc.nat({ max: 30 }), (id, from, age) => {
      const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
      const due = isCheckDue(id, iso(from + age), iso(from));
      if (age < 7) expect(due).toBe(false);
      if (age > 7) expect(due).toBe(true);
    }),
  );
});
