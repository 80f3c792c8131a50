import { LineChart, Text } from '@hubspot/ui-extensions';
import { afterEach, expect, test, vi } from 'vitest';
import { type Card, loaded } from './render-card.tsx';
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

test('what the server says of the history stands below the chart: colours are not all that tells', async () => {
  const notes = ['From Nov 2, 2026 on, as published.', 'From Nov 9, 2026 on, by version 2 of the health model.'];
  const card = await loaded({ ...atRisk, historyNotes: notes });
  const texts = card.renderer.findAll(Text).map(({ text }) => text);
  expect(texts.filter((text) => notes.includes(text ?? ''))).toEqual(notes);
});

test('a server that says nothing of it is older', async () => {
  const { historyNotes: _, ...older } = atRisk;
  const card = await loaded(older as typeof atRisk);
  expect(card.renderer.find(LineChart)).toBeTruthy();
});
