import type { Scorecard } from '@account-health/contract';
import { ScoreCircle, StatusTag, Tag } from '@hubspot/ui-extensions';
import { afterEach, expect, test, vi } from 'vitest';
import { loaded, texts } from './render-card.tsx';
import { healthy, notCustomer, possiblySeasonal, unknown } from './scorecards.ts';

afterEach(() => vi.restoreAllMocks());

test('a mark is a grey tag that nobody can press, with the reason under it; score and status stay', async () => {
  const card = await loaded(possiblySeasonal);
  const { renderer } = card;
  expect(renderer.findAll(Tag).map((tag) => [tag.text, tag.props.variant, tag.props.onClick])).toEqual([
    ['Possibly seasonal', undefined, undefined],
  ]);
  expect(texts(card)).toContain(possiblySeasonal.marks[0]?.text);
  expect(renderer.find(StatusTag).text).toBe('At risk');
  expect(renderer.find(ScoreCircle).props.score).toBe(41);
});

test('an account without a score shows its marks, and stays unknown', async () => {
  const { renderer } = await loaded({ ...unknown, marks: possiblySeasonal.marks });
  expect(renderer.find(Tag).text).toBe('Possibly seasonal');
  expect(renderer.find(StatusTag).text).toBe('Unknown');
});

test('several marks stand in the server’s order; one that the card has not heard of shows as well', async () => {
  const other = { key: 'new', label: 'New', text: 'It came last week.' };
  const card = await loaded({ ...possiblySeasonal, marks: [other, ...possiblySeasonal.marks] });
  expect(card.renderer.findAll(Tag).map((tag) => tag.text)).toEqual(['New', 'Possibly seasonal']);
  expect(texts(card)).toContain('It came last week.');
});

test.each<[string, Scorecard]>([
  ['none', healthy],
  ['of a company that is no customer', { ...notCustomer, marks: possiblySeasonal.marks }],
  ['from a server that knows of none', { ...healthy, marks: undefined as unknown as [] }],
])('no tag: %s', async (_name, scorecard) => {
  const { renderer } = await loaded(scorecard);
  expect(renderer.maybeFind(Tag)).toBeNull();
});
