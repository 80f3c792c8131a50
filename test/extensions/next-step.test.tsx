/** What to do about an account, and what the button does. */
import { Button, Link, LoadingButton } from '@hubspot/ui-extensions';
import { afterEach, expect, test, vi } from 'vitest';
import { asked, button, loaded, loadedWith, primaries, texts } from './render-card.tsx';
import { atRisk, healthy, inHand, toMeet } from './scorecards.ts';

afterEach(() => vi.restoreAllMocks());

const LABEL = 'Make a task: remind them to pay';
const TASK = { label: 'Remind Harbour & Lindqvist to pay', url: 'https://app.hubspot.com/x/0-2/4711?engagement=99' };

test('the task is made, and shown in the place of the button with a link', async () => {
  const made = { state: 'made', task: TASK, owner: 'Ann', text: 'Ann has a task for this, due tomorrow.' };
  const card = await loadedWith([atRisk, made]);
  expect(texts(card)).toEqual(expect.arrayContaining(['What to do now', 'Overdue balance costs 22 points.']));
  button(card, LABEL).trigger('onClick');
  // Nobody makes two by pressing twice.
  expect(card.renderer.find(LoadingButton, { variant: 'primary' }).props).toMatchObject({
    loading: true,
    disabled: true,
  });
  await card.renderer.waitFor(() => expect(texts(card)).toContain(made.text));
  expect(asked(card).at(-1)).toEqual(['POST', '/api/companies/4711/tasks', { kind: 'payment_reminder' }]);
  expect(primaries(card)).toEqual([]);
  const link = card.renderer.findAll(Link).find(({ text }) => text === TASK.label);
  expect(link?.props.href).toEqual({ url: TASK.url, external: true });
});

test('one that is open already is told in the same place', async () => {
  const card = await loadedWith([atRisk, { state: 'open_already', task: TASK, owner: null, text: 'There is one.' }]);
  button(card, LABEL).trigger('onClick');
  await card.renderer.waitFor(() => expect(texts(card)).toContain('There is one.'));
  expect(primaries(card)).toEqual([]);
});

test.each([
  [
    'refused',
    { state: 'refused', text: 'The app may not make tasks in this account.' },
    'The app may not make tasks in this account.',
  ],
  ['no connection', new Error('offline'), 'No task was made. Try again in a minute.'],
  ['500', new Response('', { status: 500 }), 'No task was made. Try again in a minute.'],
  ['something else', { state: 'made' }, 'No task was made. Try again in a minute.'],
  ['null', new Response('null'), 'No task was made. Try again in a minute.'],
])('%s: it says so, and the button stays', async (_name, answer, text) => {
  const card = await loadedWith([atRisk, answer]);
  button(card, LABEL).trigger('onClick');
  await card.renderer.waitFor(() => expect(texts(card)).toContain(text));
  expect(button(card, LABEL).props).toMatchObject({ disabled: false, variant: 'primary' });
});

test('an open task of ours stands in the place of the button, with the day on which it is due', async () => {
  const card = await loaded(inHand);
  expect(primaries(card)).toEqual([]);
  expect(texts(card)).toContain('A task for this is open, due on 24 Nov 2026:');
  expect(card.renderer.findAll(Link).map(({ text }) => text)).toContain('Look into Harbour & Lindqvist');
});

test('a check-up is booked where the portal books them', async () => {
  const card = await loaded(toMeet);
  expect(card.renderer.find(Button, { variant: 'primary' }).props.href).toEqual({
    url: 'https://meetings.example.com/ann',
    external: true,
  });
});

test('who may make no tasks reads what to do, and has no button that fails', async () => {
  const card = await loaded({ ...atRisk, you: { mayJudge: true, mayMakeTasks: false } });
  expect(texts(card)).toContain('Overdue balance costs 22 points.');
  expect(primaries(card)).toEqual([]);
});

test('where the receipt calls for nothing, nothing is offered', async () => {
  expect(texts(await loaded(healthy))).not.toContain('What to do now');
});
