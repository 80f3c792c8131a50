/** Scoring anew from the card: it waits for the score, and not for ever. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asked, button, type Card, loadedWith, renderCard, texts } from './render-card.tsx';
import { healthy, notFound } from './scorecards.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const SINCE = { since: '2026-11-21T08:00:00.000Z' };
const fresh = { ...healthy, asOf: '2026-11-21T08:00:02Z', score: 71 };

/** Lets what is under way go on for so long, ms. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function start(answers: Parameters<typeof renderCard>[0], goesOn = false): Promise<Card> {
  const card = renderCard(answers, {}, goesOn);
  await pass(0);
  button(card, 'Score again now').trigger('onClick');
  return card;
}

test('waits until a scorecard is as fresh as was asked, shows it, and has the record’s page read its values again', async () => {
  const card = await start([healthy, SINCE, healthy, fresh]);
  expect(button(card, 'Scoring …').props).toMatchObject({ loading: true, disabled: true });
  await pass(2_000);
  expect(texts(card)).not.toContain('The score is up to date.');
  await pass(2_000);
  expect(texts(card)).toEqual(expect.arrayContaining(['The score is up to date.', 'As of 21 Nov 2026, 09:00']));
  expect(asked(card).map(([method, path]) => `${method} ${path}`)).toEqual([
    'GET /api/companies/4711/scorecard',
    'POST /api/companies/4711/rescore',
    'GET /api/companies/4711/scorecard',
    'GET /api/companies/4711/scorecard',
  ]);
  expect(asked(card)[1]?.[2]).toEqual({});
  expect(card.renderer.mocks.actions.refreshObjectProperties.calls).toHaveLength(1);
});

test('a look that fails meanwhile takes nothing away', async () => {
  const card = await start([healthy, SINCE, new Error('offline'), fresh]);
  await pass(100);
  expect(texts(card)).toContain('As of 20 Nov 2026, 23:30');
  await pass(4_000);
  expect(texts(card)).toContain('The score is up to date.');
});

test('after a minute it waits no more, and says so kindly', async () => {
  const card = await start([healthy, SINCE, healthy], true);
  await pass(120_000);
  expect(texts(card)).toContain('This takes longer than usual. Look again in a few minutes.');
  expect(button(card, 'Score again now').props).toMatchObject({ disabled: false });
  expect(card.fetch.mock.calls.length).toBeLessThan(30);
});

test.each([new Error('offline'), new Response('', { status: 500 }), { hello: 1 }])(
  'what cannot begin says so (%#)',
  async (answer) => {
    const card = await start([healthy, answer]);
    await pass(0);
    expect(texts(card)).toContain('The new scoring could not be started. Try again in a minute.');
    expect(card.fetch).toHaveBeenCalledTimes(2);
  },
);

test('a company that was not read yet can be asked for', async () => {
  vi.useRealTimers();
  const card = await loadedWith([notFound, SINCE, fresh]);
  button(card, 'Score again now').trigger('onClick');
  await card.renderer.waitFor(() => expect(texts(card)).toContain('As of 21 Nov 2026, 09:00'));
});
