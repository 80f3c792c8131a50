import { StatusTag } from '@hubspot/ui-extensions';
import { afterEach, expect, test, vi } from 'vitest';
import { bars, loaded, texts } from './render-card.tsx';
import { healthy, STATES, spoken } from './scorecards.ts';

afterEach(() => vi.restoreAllMocks());

test('says of what moment it speaks, in the portal’s time zone and the reader’s locale', async () => {
  expect(texts(await loaded(healthy))).toContain('As of 20 Nov 2026, 23:30');
  const italian = await loaded(spoken(healthy, 'it'), { language: 'it', locale: 'it' });
  expect(texts(italian)).toContain('Ultimo aggiornamento: 20 nov 2026, 23:30');
  expect(texts(italian)).toContain('Dati noti tra quelli su cui si basa il punteggio: 92%');
});

test.each([
  ['it', 'In salute'],
  ['tr', 'Sağlıklı'],
  ['ko', '양호'],
  ['ro', 'Sănătos'],
  ['fi', 'Healthy'],
])('%s', async (language, status) => {
  const card = await loaded(spoken(healthy, language), { language, locale: language });
  expect(card.renderer.find(StatusTag).text).toBe(status);
});

test('is in one language: where the server answers in English, so do the labels', async () => {
  const card = await loaded(healthy, { language: 'it', locale: 'it' });
  expect(card.renderer.find(StatusTag).text).toBe('Healthy');
  expect(texts(card)).toContain('As of 20 Nov 2026, 23:30');
});

test.each(Object.entries(STATES))('shows no ids, ISO dates or code words (%s)', async (_name, scorecard) => {
  const card = await loaded(scorecard);
  const shown = [...texts(card), ...bars(card).map((bar) => `${bar.title} ${bar.valueDescription}`)].join('\n');
  expect(shown).not.toMatch(/\d{4}-\d\d|[a-z]_[a-z]|4711|undefined|null|NaN/);
});
