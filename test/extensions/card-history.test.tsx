import { LineChart } from '@hubspot/ui-extensions';
import type { ReactElement } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { HealthTab } from '../../extensions/app/cards/HealthTab.tsx';
import { type Card, loaded, texts } from './render-card.tsx';
import { atRisk, healthy } from './scorecards.ts';

afterEach(() => vi.restoreAllMocks());

const rows = (card: Card) =>
  card.renderer.find(LineChart).props.data as { date: number; score: number; kind: string }[];

test('replayed and published points are two lines that meet, and weeks without a score leave no point', async () => {
  const card = await loaded(atRisk);
  const kinds = rows(card).map((row) => [row.kind, row.score]);
  expect(kinds.filter(([kind]) => kind === 'As published')).toHaveLength(4);
  expect(kinds.filter(([kind]) => kind === 'Calculated later').map(([, score]) => score)).toEqual([
    66, 68, 64, 61, 58, 60, 54,
  ]);
  expect(card.renderer.find(LineChart).props.options?.showLegend).toBe(true);
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
