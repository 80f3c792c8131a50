import type { Family } from '@account-health/contract';
import { Link, StatusTag } from '@hubspot/ui-extensions';
import { afterEach, expect, test, vi } from 'vitest';
import { loaded, texts } from './render-card.tsx';
import { healthy, notCustomer, spoken, unknown } from './scorecards.ts';

afterEach(() => vi.restoreAllMocks());

const family: Family = {
  facts: ['Customers among the child companies: 3 of 4.', 'Mean health: 61.'],
  mean: 61,
  worst: { label: 'Northwind Iberia', url: 'https://app.hubspot.com/x/0-2/7', score: 24, status: 'unhealthy' },
};

test.each([
  ['scored', healthy],
  ['unknown', unknown],
  ['not_customer', notCustomer],
])('on the card of a company that is %s: the sentences, and the worst child with its status', async (_state, base) => {
  const card = await loaded({ ...base, locale: 'en', family });
  expect(texts(card)).toEqual(expect.arrayContaining(['Child companies', ...family.facts, 'Lowest score:', '24']));
  const link = card.renderer.findAll(Link).find(({ text }) => text === 'Northwind Iberia');
  expect(link?.props.href).toEqual({ url: 'https://app.hubspot.com/x/0-2/7', external: true });
  expect(card.renderer.findAll(StatusTag).map(({ text, props }) => [text, props.variant])).toContainEqual([
    'Unhealthy',
    'danger',
  ]);
});

test('without a scored child there is no worst one; without children there is nothing', async () => {
  const unscored = texts(await loaded({ ...notCustomer, family: { ...family, mean: null, worst: null } }));
  expect(unscored).toEqual(expect.arrayContaining(family.facts));
  expect(unscored).not.toContain('Lowest score:');
  expect(texts(await loaded(healthy))).not.toContain('Child companies');
});

test.each([
  ['it', 'Aziende controllate', 'Punteggio più basso:'],
  ['ko', '하위 회사', '가장 낮은 점수:'],
  ['ro', 'Companii subordonate', 'Cel mai mic scor:'],
  ['tr', 'Alt şirketler', 'En düşük puan:'],
])('in the server’s language: %s', async (locale, ...labels) => {
  expect(texts(await loaded({ ...spoken(healthy, locale), family }))).toEqual(expect.arrayContaining(labels));
});
