import type { Scorecard } from '@account-health/contract';
import {
  Accordion,
  EmptyState,
  ErrorState,
  Link,
  LoadingSpinner,
  ScoreCircle,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { bars, button, type Card, loaded, primaries, renderCard, texts } from './render-card.tsx';
import {
  atRisk,
  beforeFirstCycle,
  churned,
  healthy,
  notConnected,
  notCustomer,
  notFound,
  unknown,
} from './scorecards.ts';

afterEach(() => vi.restoreAllMocks());

describe('asking', () => {
  const asked = async (card: Card) => {
    await vi.waitFor(() => expect(card.fetch).toHaveBeenCalled());
    return card.fetch.mock.calls;
  };

  test('asks for the record in the reader’s locale, and shows that it is loading', async () => {
    const card = renderCard([]);
    expect(card.renderer.find(LoadingSpinner).props.label).toBe('Loading the health score');
    expect(await asked(card)).toEqual([
      ['https://backend.test/api/companies/4711/scorecard?locale=en-GB', { method: 'GET' }],
    ]);
  });

  test.each([
    ['en', 'it', 'en'],
    ['it', 'it_IT', 'it-IT'],
    ['', 'not a locale', 'en'],
  ])('language %j and locale %j ask for %j', async (language, locale, wanted) => {
    const [[url] = []] = await asked(renderCard([], { language, locale }));
    expect(String(url)).toMatch(new RegExp(`locale=${wanted}$`));
  });
});

describe('failing', () => {
  test.each<[string, Response | Error, string]>([
    ['no connection', new Error('timeout'), 'The server gave no usable answer. Try again in a minute.'],
    ['500', new Response('oops', { status: 500 }), 'The server gave no usable answer. Try again in a minute.'],
    ['not JSON', new Response('<html>'), 'The server gave no usable answer. Try again in a minute.'],
    [
      'half a scorecard',
      Response.json({ state: 'scored', receipt: [] }),
      'The server gave no usable answer. Try again in a minute.',
    ],
    ['no scorecard', Response.json({ hello: 1 }), 'The server gave no usable answer. Try again in a minute.'],
    [
      '401',
      new Response('', { status: 401 }),
      'The server did not accept the request. Ask an admin to check how the app is set up.',
    ],
  ])('%s', async (_name, answer, sentence) => {
    const card = renderCard([answer]);
    await card.renderer.waitFor(() => card.renderer.find(ErrorState));
    expect(texts(card)).toEqual([sentence]);
  });

  test('without a backend address nothing is asked, and it says so', async () => {
    const card = renderCard([], { backendUrl: undefined });
    await card.renderer.waitFor(() => card.renderer.find(ErrorState));
    expect(texts(card)).toEqual(['The card does not know its server. Ask an admin to check how the app is set up.']);
    expect(card.fetch).not.toHaveBeenCalled();
  });

  test('retry asks again and shows what comes', async () => {
    const card = renderCard([new Error('offline'), healthy]);
    await card.renderer.waitFor(() => card.renderer.find(ErrorState));
    button(card, 'Try again').trigger('onClick');
    await card.renderer.waitFor(() => card.renderer.find(ScoreCircle));
    expect(card.fetch).toHaveBeenCalledTimes(2);
  });
});

describe('without a score', () => {
  test.each<[string, Scorecard, string, string]>([
    ['not a customer', notCustomer, 'Not a customer', 'Score again now'],
    ['a customer that left', churned, 'Not a customer', 'Score again now'],
    ['not found', notFound, 'Company not found', 'Score again now'],
    ['before the first cycle', beforeFirstCycle, 'No score yet', 'Try again'],
    ['not connected', notConnected, 'Not connected', 'Try again'],
  ])('%s: why, and what to do next', async (_name, scorecard, title, next) => {
    const card = await loaded(scorecard);
    expect(card.renderer.find(EmptyState).props.title).toBe(title);
    const said = [scorecard.explanation, scorecard.hint].filter((text) => text !== null);
    expect(texts(card).slice(0, said.length)).toEqual(said);
    expect(button(card, next)).toBeTruthy();
    expect(card.renderer.maybeFind(ScoreCircle)).toBeNull();
  });

  test('what cost a customer points that left is kept below', async () => {
    expect(texts(await loaded(churned))).toContain('Overdue balance');
    expect(texts(await loaded(notCustomer))).not.toContain('Nothing costs this customer points.');
  });

  test('before the first cycle one can look again', async () => {
    const card = renderCard([beforeFirstCycle, healthy]);
    await card.renderer.waitFor(() => card.renderer.find(EmptyState));
    button(card, 'Try again').trigger('onClick');
    await card.renderer.waitFor(() => card.renderer.find(ScoreCircle));
  });

  test('unknown says what is missing, and shows no circle and no change', async () => {
    const card = await loaded(unknown);
    const { renderer } = card;
    expect(renderer.maybeFind(ScoreCircle)).toBeNull();
    expect(renderer.find(StatusTag).props.variant).toBe('default');
    expect(renderer.find(StatusTag).text).toBe('Unknown');
    expect(texts(card)).toEqual(expect.arrayContaining([unknown.explanation, unknown.hint]));
    expect(texts(card)).not.toContain('Nothing costs this customer points.');
    expect(texts(card)).not.toContain('No score 30 days ago');
    expect(renderer.find(Accordion).props.defaultOpen).toBe(true);
    expect(texts(card)).toContain('The app may not read invoices in this account.');
  });

  test('a score in a state that has none is not shown, and an unheard-of status is unknown', async () => {
    const card = await loaded({ ...unknown, score: 90, status: 'splendid' as 'healthy' });
    expect(card.renderer.maybeFind(ScoreCircle)).toBeNull();
    expect(card.renderer.find(StatusTag).text).toBe('Unknown');
  });
});

describe('scored', () => {
  test('says the score, the status and the change', async () => {
    const card = await loaded(healthy);
    expect(card.renderer.find(ScoreCircle).props.score).toBe(88);
    expect(card.renderer.find(StatusTag).props.variant).toBe('success');
    expect(card.renderer.find(StatusTag).text).toBe('Healthy');
    expect(texts(card)).toContain('+4 in 30 days');
  });

  test.each([
    [null, 'No score 30 days ago'],
    [0, 'No change in 30 days'],
    [-13, '-13 in 30 days'],
  ])('a change of %j reads %j', async (change30d, sentence) => {
    expect(texts(await loaded({ ...healthy, change30d }))).toContain(sentence);
  });

  test('a score whose circle would contradict the status is a bar in the status’ colour', async () => {
    const card = await loaded({ ...healthy, score: 70, status: 'at_risk' });
    expect(card.renderer.maybeFind(ScoreCircle)).toBeNull();
    expect(bars(card)[0]).toMatchObject({ title: 'Score', value: 70, variant: 'warning' });
  });

  test('a score under an unknown status has neither circle nor coloured bar', async () => {
    const card = await loaded({ ...healthy, score: 70, status: 'unknown', dimensions: [] });
    expect(card.renderer.maybeFind(ScoreCircle)).toBeNull();
    expect(bars(card)).toEqual([]);
    expect(texts(card)).toContain('Score: 70');
  });

  test('the dearest three rows come first, with evidence, links and remedy; the rest on request', async () => {
    const card = await loaded(atRisk);
    const { renderer } = card;
    const points = () => texts(card).filter((text) => /^-\d+$/.test(text ?? ''));
    expect(texts(card)).toContain('Points lost: 59');
    expect(points()).toEqual(['-22', '-14', '-9']);
    expect(texts(card)).toContain('Four invoices over €18,400.00 are overdue, the oldest by 51 days.');
    expect(texts(card)).toContain('and 1 more');
    expect(renderer.findAll(Link).map((link) => [link.text, link.props.href])).toEqual(
      [
        ['INV-2041', 9001],
        ['INV-2077', 9002],
        ['INV-2103', 9003],
      ].map(([label, id]) => [
        label,
        { url: `https://app-eu1.hubspot.com/contacts/100000001/record/0-53/${id}`, external: true },
      ]),
    );
    button(card, 'Show all (6)').trigger('onClick');
    expect(points()).toEqual(['-22', '-14', '-9', '-8', '-4', '-2']);
    button(card, 'Show fewer').trigger('onClick');
    expect(points()).toHaveLength(3);
  });

  test('a full score says that nothing costs points', async () => {
    const card = await loaded({ ...healthy, score: 100, receipt: [] });
    expect(texts(card)).toContain('Nothing costs this customer points.');
  });

  test('areas are bars in their own colour; unknown ones have no bar, uncounted ones do not show', async () => {
    const card = await loaded(healthy);
    expect(bars(card).map(({ title, value, variant }) => [title, value, variant])).toEqual([
      ['Deals and renewals', 95, 'success'],
      ['Support', 70, 'success'],
    ]);
    expect(texts(card)).toEqual(expect.arrayContaining(['Sentiment', 'No data']));
    expect(texts(card)).not.toContain('Advocacy');
  });

  test('what is not known is there, folded, each reason once', async () => {
    const missing = ['Pulse', 'Spend', 'Training'].map((label, index) => ({
      ...{ signal: label.toLowerCase(), label, reason: index === 1 ? 'Too new.' : 'No data.' },
    }));
    const card = await loaded({ ...healthy, missing });
    const { props } = card.renderer.find(Accordion);
    expect(props).toMatchObject({ title: 'Not known (3)', defaultOpen: false });
    const [first] = card.renderer.findAll(Accordion);
    expect(first?.findAll(Text).map(({ text }) => text)).toEqual(['No data.', 'Pulse · Training', 'Too new.', 'Spend']);
  });

  test('the next best action is its one primary button', async () => {
    expect(primaries(await loaded(atRisk)).map(({ text }) => text)).toEqual(['Make a task: remind them to pay']);
  });
});
