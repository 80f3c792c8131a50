import { Accordion, AutoGrid, Link, ScoreCircle, Text, Tile } from '@hubspot/ui-extensions';
import { afterEach, expect, test, vi } from 'vitest';
import { HealthTab } from '../../extensions/app/cards/HealthTab.tsx';
import { loaded, texts } from './render-card.tsx';
import { changed, healthy, spoken, unknown } from './scorecards.ts';

afterEach(() => vi.restoreAllMocks());

test('the change and its main reasons at a glance, in the place of the bare number', async () => {
  const card = await loaded(changed);
  const [, month] = changed.changes;
  expect(texts(card)).toContain(month?.sentence);
  expect(texts(card)).not.toContain('-13 in 30 days');
});

test('why, on request: each period in which anything moved, its causes and their signals with points and records', async () => {
  const card = await loaded(changed);
  const why = card.renderer.findAll(Accordion).filter(({ props }) => String(props.title).includes('days'));
  expect(why.map(({ props }) => [props.title, props.defaultOpen])).toEqual([['30 days: -13', undefined]]);
  const shown = texts(card);
  const at = (text: string) => shown.indexOf(text);
  expect(at('Why it changed')).toBeGreaterThan(-1);
  expect(shown.slice(at('Time alone'), at('Time alone') + 2)).toEqual(['Time alone', '-15']);
  expect(shown.slice(at('What happened since'), at('What happened since') + 5)).toEqual([
    'What happened since',
    '+2',
    'Open tickets',
    '+2',
    'Before: Two tickets are open. Now: No ticket is open.',
  ]);
  expect(shown).toContain('and 3 more');
  const links = card.renderer.findAll(Link).filter(({ text }) => text === 'INV-2041');
  // The receipt names it too.
  expect(links).toHaveLength(2);
});

test('where nothing moved, or the server knows of no reasons, the number alone', async () => {
  for (const changes of [[], undefined as unknown as [], changed.changes.filter(({ parts }) => parts.length === 0)]) {
    const card = await loaded({ ...healthy, changes });
    expect(texts(card)).toContain('+4 in 30 days');
    expect(texts(card)).not.toContain('Why it changed');
    expect(card.renderer.find(ScoreCircle).props.score).toBe(88);
  }
});

test('without a score there is no change', async () => {
  expect(texts(await loaded(unknown))).not.toContain('Why it changed');
});

test.each([
  ['it', 'Perché è cambiato'],
  ['ko', '바뀐 이유'],
  ['ro', 'De ce s-a schimbat'],
  ['tr', 'Neden değişti'],
])('in %s', async (locale, title) => {
  const card = await loaded(spoken(changed, locale), { language: locale, locale });
  expect(texts(card)).toContain(title);
});

test('a server older than the card sends no title of a period: its sentence stands there', async () => {
  const changes = changed.changes.map(({ title: _, ...older }) => older);
  const card = await loaded({ ...changed, changes });
  const titles = card.renderer.findAll(Accordion).map(({ props }) => props.title);
  expect(titles).toContain(changed.changes[1]?.sentence);
});

test('on the tab the periods stand side by side, and nothing is folded', async () => {
  const card = await loaded(changed, { card: <HealthTab /> });
  const grid = card.renderer.findAll(AutoGrid).at(-1);
  const [period] = grid?.findAll(Tile) ?? [];
  expect(
    period
      ?.findAll(Text)
      .map(({ text }) => text)
      .slice(0, 3),
  ).toEqual(['30 days: -13', 'Time alone', '-15']);
  expect(card.renderer.findAll(Accordion).map(({ props }) => props.title)).not.toContain('30 days: -13');
});
