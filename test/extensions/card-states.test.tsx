/** Every state of the company's card in each of its places: one primary button, one language, and nothing that only code understands. */
import { CARD_WORDS } from '@account-health/contract/card-words';
import { Accordion, Alert, EmptyState, Panel, ScoreCircle, StatusTag } from '@hubspot/ui-extensions';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HealthCard } from '../../extensions/app/cards/HealthCard.tsx';
import { HealthPreview } from '../../extensions/app/cards/HealthPreview.tsx';
import { HealthTab } from '../../extensions/app/cards/HealthTab.tsx';
import { CATALOGUES } from '../../src/wording/make-wording.ts';
import { bars, buttons, type Card, loaded, primaries, texts } from './render-card.tsx';
import { atRisk, healthy, judged, STATES, spoken, stale, unknown } from './scorecards.ts';

afterEach(() => vi.restoreAllMocks());

const PLACES: Readonly<Record<string, ReactElement>> = {
  sidebar: <HealthCard />,
  tab: <HealthTab />,
  preview: <HealthPreview />,
};

/** Everything that a person reads, names of controls included. */
const shown = (card: Card): readonly string[] => [
  ...texts(card).map(String),
  ...buttons(card).map(({ text }) => String(text)),
  ...bars(card).map(({ title, valueDescription }) => `${title} ${valueDescription}`),
  ...card.renderer.findAll(StatusTag).map(({ text }) => String(text)),
  ...card.renderer.findAll(Accordion).map(({ props }) => props.title),
  ...card.renderer.findAll(EmptyState).map(({ props }) => String(props.title)),
  ...card.renderer.findAll(Panel).map(({ props }) => String(props.title)),
  ...card.renderer.findAll(Alert).flatMap(({ props, text }) => [props.title, String(text)]),
];

/** The card's own words in English that read otherwise in another language, without those that hold a value. */
const englishAlone = (locale: string) =>
  CARD_WORDS.map((word) => [CATALOGUES.en?.[`card.word.${word}`], CATALOGUES[locale]?.[`card.word.${word}`]])
    .filter(([en, other]) => en !== other && !en?.includes('{'))
    .map(([en]) => en);

const CASES = Object.entries(PLACES).flatMap(([place, card]) =>
  Object.entries(STATES).map(([state, scorecard]) => ({ place, state, card, scorecard })),
);

describe.each(['en', 'it', 'ko'])('in %s', (locale) => {
  test.each(CASES)('$place, $state', async ({ card, scorecard }) => {
    const seen = await loaded(spoken(scorecard, locale), { card, language: locale, locale });
    expect(primaries(seen).length).toBeLessThanOrEqual(1);
    const all = shown(seen);
    expect(all.length).toBeGreaterThan(1);
    expect(all.join('\n')).not.toMatch(/\d{4}-\d\d|[a-z]_[a-z]|4711|undefined|null|NaN|\{\w+\}/);
    expect(all.filter((text) => text.trim() === '')).toEqual([]);
    expect(all.filter((text) => englishAlone(locale).includes(text))).toEqual([]);
  });
});

test('there is an English word to be found out, and the look-out sees panels', async () => {
  expect(englishAlone('it')).toContain('Save');
  expect(shown(await loaded(healthy))).toEqual(expect.arrayContaining(['Save', 'Set the status by hand']));
});

test('a score that is old says so before all else, and stays', async () => {
  for (const card of Object.values(PLACES)) {
    const seen = await loaded(stale, { card });
    expect(seen.renderer.find(Alert).props).toMatchObject({ title: 'This score is old', variant: 'warning' });
    expect(seen.renderer.find(Alert).text).toBe(stale.stale);
    expect(texts(seen)).toContain('Points lost: 59');
  }
  expect((await loaded(atRisk)).renderer.maybeFind(Alert)).toBeNull();
});

test('of whom too little is known, the list that is spoken of is there in every place', async () => {
  for (const card of Object.values(PLACES)) {
    const seen = await loaded(unknown, { card });
    const titles = seen.renderer.findAll(Accordion).map(({ props }) => props.title);
    expect(titles.filter((title) => title?.endsWith(`(${unknown.missing.length})`))).toHaveLength(1);
  }
});

test('in the preview there is no panel to open, and no more than the dearest three rows', async () => {
  const seen = await loaded(atRisk, { card: <HealthPreview /> });
  expect(seen.renderer.maybeFind(Panel)).toBeNull();
  expect(texts(seen).filter((text) => /^-\d+$/.test(text ?? ''))).toEqual(['-22', '-14', '-9']);
  expect(buttons(seen).map(({ text }) => text)).toEqual(['Make a task: remind them to pay']);
});

test('on the tab the receipt is whole', async () => {
  const seen = await loaded(atRisk, { card: <HealthTab /> });
  expect(texts(seen).filter((text) => /^-\d+$/.test(text ?? ''))).toEqual(['-22', '-14', '-9', '-8', '-4', '-2']);
});

describe('a server of another version', () => {
  test('that knows nothing of what came later is shown without it', async () => {
    const { locale, state, score, status, dimensions, receipt, missing, history, words } = healthy;
    const older = { locale, state, score, status, dimensions, receipt, missing, history, words };
    const rest = { coverage: null, asOf: '2026-11-20T22:30:00Z', timeZone: 'Europe/Rome', change30d: 4 };
    for (const card of Object.values(PLACES)) {
      const seen = await loaded({ ...older, ...rest }, { card });
      expect(texts(seen)).toContain('+4 in 30 days');
      expect(seen.renderer.maybeFind(Panel, { id: 'account-health-pulse' })).toBeNull();
    }
  });

  test('that lacks a word leaves its place empty', async () => {
    const { pointsLost: _, ...fewer } = healthy.words;
    expect(texts(await loaded({ ...healthy, words: fewer }))).toContain('Open tickets');
  });

  test('from before it sent words: the card says that the app is being updated', async () => {
    const { words: _, ...older } = healthy;
    expect(texts(await loaded(older))).toEqual(['The app is being updated. Try again in a few minutes.']);
  });

  test('that sends what the card does not know is shown as before', async () => {
    const seen = await loaded({ ...judged, more: { of: ['this'] }, state: 'scored' });
    expect(seen.renderer.find(StatusTag).text).toBe('Unhealthy');
  });
});

test('an override makes the status, and is told beside it; an unknown account may have one as well', async () => {
  const seen = await loaded(judged);
  expect(seen.renderer.find(StatusTag).text).toBe('Unhealthy');
  expect(texts(seen)[0]).toBe('Status set by hand. By the score: Healthy');
  // The score has the colour of its own band: red would say that 88 is bad.
  expect(seen.renderer.find(ScoreCircle).props.score).toBe(88);
  const barred = await loaded({ ...judged, score: 60, scoreStatus: 'healthy' });
  expect(bars(barred)[0]).toMatchObject({ value: 60, variant: 'success' });
  const other = await loaded({ ...unknown, status: 'at_risk', override: judged.override });
  expect(other.renderer.find(StatusTag).text).toBe('At risk');
});
