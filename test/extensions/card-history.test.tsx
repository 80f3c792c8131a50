import { LineChart } from '@hubspot/ui-extensions';
import type { ReactElement } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { HealthTab } from '../../extensions/app/cards/HealthTab.tsx';
import { type Card, loaded, texts } from './render-card.tsx';
import { atRisk, healthy } from './scorecards.ts';

afterEach(() => vi.restoreAllMocks());

const rows = (card: Card) =>
  card.renderer.find(LineChart).props.data as { date: number; score: number; stretch: string }[];

const lines = (card: Card) =>
  [...Map.groupBy(rows(card), (row) => row.stretch)].map(([name, of]) => [name, of.map(({ score }) => score)]);
const legend = (card: Card) => card.renderer.find(LineChart).props.options?.showLegend;
const colours = (card: Card) => card.renderer.find(LineChart).props.axes.options?.colors;

test('replayed and published points are two lines that meet, and weeks without a score leave no point', async () => {
  const card = await loaded({ ...atRisk, historyMarks: [] });
  expect(lines(card)).toEqual([
    ['Calculated later', [66, 68, 64, 61, 58, 60, 54]],
    ['As published', [54, 52, 47, 41]],
  ]);
  expect(legend(card)).toBe(true);
});

test('where something else than the account’s own doing began to count, another line begins, named by the day', async () => {
  const card = await loaded({
    ...atRisk,
    historyMarks: [
      { date: '2026-10-26', label: 'Published from here on' },
      { date: '2026-11-04', label: 'Version 3.0.0 of the health model' },
      { date: '2026-11-17', label: 'Status set by hand: Healthy' },
    ],
  });
  expect(lines(card)).toEqual([
    ['Calculated later', [66, 68, 64, 61, 58, 60, 54]],
    ['From 26 Oct 2026', [54, 52, 47]],
    ['From 4 Nov 2026', [47, 41]],
  ]);
  expect(new Set(Object.values(colours(card) ?? {})).size).toBe(3);
});

test('nothing but published scores is one line in the colour that they have everywhere, without a legend', async () => {
  const history = atRisk.history.map((point) => ({ ...point, replayed: false }));
  const one = await loaded({ ...atRisk, history, historyMarks: [] });
  expect([Object.keys(colours(one) ?? {}), legend(one)]).toEqual([['As published'], false]);
  expect(colours(one)?.['As published']).toBe(colours(await loaded({ ...atRisk, historyMarks: [] }))?.['As published']);
});

test('a day stays the same day from UTC-11 to UTC+11', async () => {
  const last = rows(await loaded(atRisk)).at(-1)?.date ?? 0;
  for (const timeZone of ['Pacific/Pago_Pago', 'Pacific/Guadalcanal']) {
    expect(new Intl.DateTimeFormat('en-CA', { timeZone }).format(last)).toBe('2026-11-16');
  }
});

test('one point makes no line', async () => {
  const card = await loaded({ ...healthy, history: healthy.history.slice(-1) });
  expect(card.renderer.maybeFind(LineChart)).toBeNull();
});

const marks = ['2026-09-01', '2026-09-08', '2026-10-01', '2026-11-02', '2026-11-12'].map((date, index) => ({
  date,
  label: `Mark ${index}`,
}));

test('where else than in the account the score changed stands below the chart, by day: the latest four, on the tab all', async () => {
  const lines = ['8 Sept 2026: Mark 1', '1 Oct 2026: Mark 2', '2 Nov 2026: Mark 3', '12 Nov 2026: Mark 4'];
  const shown = async (card?: ReactElement) =>
    texts(await loaded({ ...atRisk, historyMarks: marks }, card && { card })).filter((text) => text?.includes('Mark'));
  expect(await shown()).toEqual(lines);
  expect(await shown(<HealthTab />)).toEqual(['1 Sept 2026: Mark 0', ...lines]);
});

test('without marks, what the server says of the history, such as that it was computed anew', async () => {
  const card = await loaded({ ...atRisk, historyMarks: [], historyNotes: ['Recalculated with version 3.'] });
  expect(texts(card)).toContain('Recalculated with version 3.');
});

test('a server that says nothing of it is older', async () => {
  const { historyNotes: _notes, historyMarks: _marks, ...older } = atRisk;
  const card = await loaded(older);
  expect(card.renderer.find(LineChart)).toBeTruthy();
});
