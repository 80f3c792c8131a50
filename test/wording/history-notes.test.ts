import { expect, test } from 'vitest';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import { historyNotes } from '../../src/wording/history-notes.ts';
import { makeWording } from '../../src/wording/make-wording.ts';

const timeZone = 'Pacific/Auckland';
const calendar = makeCalendar(timeZone);
const notes = (points: Parameters<typeof historyNotes>[1], basis: 'published' | 'recomputed' = 'published') =>
  historyNotes(makeWording({ locale: 'en', timeZone }), points, basis, calendar);
const replayed = (date: string) => ({ date, replayed: true, modelVersion: '9' });
const published = (date: string, modelVersion: string | null = '1') => ({ date, replayed: false, modelVersion });

test('the seam is told where there is one', () => {
  const [before, after] = [replayed('2026-01-01'), published('2026-01-08')];
  expect(notes([before, after])).toEqual([expect.stringMatching(/^From Jan 8, 2026 on, the scores are as they were/)]);
  expect(notes([before])).toEqual([]);
  expect(notes([after])).toEqual([]);
  expect(notes([])).toEqual([]);
});

test('so are the last changes of the model among what was published, none by a replay or by a week without a score', () => {
  const weeks = [published('2026-01-01'), published('2026-01-08'), published('2026-01-15', null)];
  expect(notes([replayed('2025-12-25'), ...weeks]).slice(1)).toEqual([]);
  expect(notes([...weeks, published('2026-01-22', '2'), published('2026-01-29', '2')])).toEqual([
    'From Jan 22, 2026 on, by version 2 of the health model.',
  ]);
  const many = ['1', '2', '3', '4', '5'].map((version, index) => published(`2026-02-0${index + 1}`, version));
  expect(notes(many).map((note) => /version (\d)/.exec(note)?.[1])).toEqual(['3', '4', '5']);
});

test('a recomputation says that it is one, and nothing of a seam', () => {
  expect(notes([replayed('2026-01-01'), replayed('2026-01-08')], 'recomputed')).toEqual([
    expect.stringMatching(/^Recalculated with version 9 /),
  ]);
  expect(notes([], 'recomputed')).toEqual([]);
});
