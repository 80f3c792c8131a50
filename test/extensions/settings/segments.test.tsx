import { Checkbox, Link } from '@hubspot/ui-extensions';
import { afterEach, expect, test, vi } from 'vitest';
import { confirm, dialogue, primaryOnPage } from './model-page.tsx';
import { segmentsAnswer } from './play-fixtures.ts';
import { button, buttons, deepText, homeIn, NOTHING, openTab, texts } from './render-settings.tsx';

afterEach(() => vi.restoreAllMocks());

const POST = 'POST /api/settings/segments';
const open = (more = {}, setting = {}) =>
  openTab('segments', { 'GET /api/settings/segments': segmentsAnswer, ...more }, setting);

test('each with its rules in words, its state, its size and its link; a failure at its row', async () => {
  const page = await open();
  expect(texts(page)).toEqual(
    expect.arrayContaining([
      'Who is in it: Health status is Unhealthy.',
      'Not made',
      'In HubSpot',
      'Deleted in HubSpot',
      'Companies in it: 12',
      'HubSpot did not take it: “too many lists”',
    ]),
  );
  expect(page.renderer.findAll(Link).map(({ props }) => props.href)).toEqual([
    { url: 'https://app.example.com/lists/8', external: true },
  ]);
  expect(page.renderer.findAll(Checkbox).map(({ text }) => text)).toEqual(['Unhealthy customers', 'Dropped 15 points']);
  expect(primaryOnPage(page)).toEqual(['Make in HubSpot']);
});

test('only what is chosen is made, and only after a yes', async () => {
  const made = segmentsAnswer.segments.map((segment) => ({ ...segment, state: 'made' as const, failure: null }));
  const page = await open({ [POST]: { ...segmentsAnswer, segments: made } });
  expect(button(page, 'Make in HubSpot').props.disabled).toBe(true);
  page.renderer.findAll(Checkbox)[0]?.trigger('onChange', true as never);
  await vi.waitFor(() => expect(button(page, 'Make in HubSpot').props.disabled).toBe(false));
  expect(deepText(dialogue(page, 'Make in HubSpot'))).toMatch(
    /where all its users can see them:.*Unhealthy customers/s,
  );
  expect(page.sent(POST)).toEqual([]);
  confirm(page, 'Make in HubSpot');
  await vi.waitFor(() => expect(primaryOnPage(page)).toEqual([]));
  expect(page.sent(POST)).toEqual([{ keys: ['unhealthy'] }]);
});

test('no answer: it says so, and the choice stays', async () => {
  const page = await open({ [POST]: new Error('offline') }, { locale: 'ro' });
  page.renderer.findAll(Checkbox)[0]?.trigger('onChange', true as never);
  await vi.waitFor(() => expect(button(page, 'Creați în HubSpot').props.disabled).toBe(false));
  confirm(page, 'Creați în HubSpot');
  await vi.waitFor(() => expect(texts(page)).toContain('Listele nu s-au putut crea'));
  expect(page.renderer.findAll(Checkbox)[0]?.props.checked).toBe(true);
});

test.each<[string, object, object]>([
  [
    'none can be made now, and why',
    { 'GET /api/settings/segments': { ...segmentsAnswer, refused: 'The app lacks lists.' } },
    {},
  ],
  ['who may only look', {}, { home: homeIn('en', { may: NOTHING }) }],
])('%s: nothing to press', async (_name, more, setting) => {
  const page = await open(more, setting);
  expect(buttons(page)).toEqual([]);
  expect(page.renderer.findAll(Checkbox)).toEqual([]);
  if ('GET /api/settings/segments' in more) expect(texts(page)).toContain('The app lacks lists.');
});
