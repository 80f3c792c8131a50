/** What people say of an account: shown, said, and ended. */
import { DateInput, Form, Panel, Select, TextArea } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asked, button, buttons, type Card, loaded, loadedWith, texts } from './render-card.tsx';
import { healthy, judged } from './scorecards.ts';

beforeEach(() => {
  // Past midnight in Rome, the portal's zone, and not yet in UTC.
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 20, 23, 30), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What an input gives: the utilities' types ask for the handler in its place. */
const as = (value: unknown) => value as never;

/** The panel behind a button, as the card has it now. */
const panel = (card: Card, id: 'pulse' | 'override') => card.renderer.find(Panel, { id: `account-health-${id}` });

test('what holds is shown: who said it, when, why and until when, and what the score says', async () => {
  const shown = texts(await loaded(judged));
  expect(shown).toEqual(
    expect.arrayContaining([
      'What people say',
      'Status set by hand: Unhealthy',
      'They gave notice on the phone.',
      'On 12 Nov 2026',
      'Holds until 12 Dec 2026',
      'Opinion: Negative',
      'Their director said that they look around.',
      'ann@example.com, 10 Nov 2026',
      'Holds until 8 Feb 2027',
    ]),
  );
});

test('who may not judge reads it and has nothing to press; where nothing is said there is no heading', async () => {
  const you = { mayJudge: false, mayMakeTasks: true };
  const card = await loaded({ ...judged, you });
  expect(texts(card)).toContain('They gave notice on the phone.');
  expect(buttons(card).map(({ text }) => text)).not.toContain('Go by the score again');
  expect(card.renderer.maybeFind(Panel, { id: 'account-health-pulse' })).toBeNull();
  expect(texts(await loaded({ ...healthy, you }))).not.toContain('What people say');
});

describe.each([
  ['pulse', 'value', 'negative', '2027-02-19'],
  ['override', 'status', 'unhealthy', '2026-12-21'],
] as const)('%s', (kind, field, value, byDefault) => {
  const said = { ...healthy, asOf: '2026-11-20T23:31:00Z' };

  const fill = (card: Card, reason: string) => {
    panel(card, kind).find(Select).trigger('onChange', as(value));
    panel(card, kind).find(TextArea).trigger('onChange', as(reason));
  };

  test('is sent with its reason and the last day on which it holds; the panel closes', async () => {
    const card = await loadedWith([healthy, { pulse: null, override: null }, said]);
    expect(panel(card, kind).find(DateInput).props).toMatchObject({
      label: 'Last day on which it holds',
      min: { year: 2026, month: 10, date: 21 },
    });
    fill(card, '  They called.  ');
    panel(card, kind).find(Form).trigger('onSubmit');
    await card.renderer.waitFor(() => expect(card.fetch).toHaveBeenCalledTimes(3));
    expect(asked(card)[1]).toEqual([
      'POST',
      `/api/companies/4711/${kind}`,
      { [field]: value, reason: 'They called.', expiresOn: byDefault },
    ]);
    expect(card.renderer.mocks.actions.closeOverlay.calls).toEqual([[`account-health-${kind}`]]);
    await card.renderer.waitFor(() => expect(texts(card)).toContain('As of 21 Nov 2026, 00:31'));
    expect(panel(card, kind).find(TextArea).props.value).toBe('');
  });

  test('pressed before what was typed last is drawn, it says what was typed', async () => {
    const card = await loadedWith([healthy, {}, said]);
    const submit = panel(card, kind).find(Form).props.onSubmit as unknown as () => void;
    fill(card, 'They called.');
    submit();
    await card.renderer.waitFor(() => expect(card.fetch).toHaveBeenCalledTimes(3));
    expect(asked(card)[1]?.[2]).toMatchObject({ [field]: value, reason: 'They called.' });
  });

  test('another day is sent as chosen', async () => {
    const card = await loadedWith([healthy, {}, said]);
    fill(card, 'They called.');
    panel(card, kind)
      .find(DateInput)
      .trigger('onChange', as({ year: 2026, month: 11, date: 1, formattedDate: 'x' }));
    panel(card, kind).find(Form).trigger('onSubmit');
    await card.renderer.waitFor(() => expect(card.fetch).toHaveBeenCalledTimes(3));
    expect(asked(card)[1]?.[2]).toMatchObject({ expiresOn: '2026-12-01' });
  });

  test('without a reason, or for a day that is over, nothing is sent, and the field says why', async () => {
    const card = await loaded(healthy);
    panel(card, kind).find(TextArea).trigger('onChange', as(' x '));
    panel(card, kind)
      .find(DateInput)
      .trigger('onChange', as({ year: 2026, month: 10, date: 20 }));
    panel(card, kind).find(Form).trigger('onSubmit');
    expect(panel(card, kind).find(TextArea).props).toMatchObject({
      error: true,
      validationMessage: 'Say why, in a few words.',
    });
    expect(panel(card, kind).find(DateInput).props.validationMessage).toMatch(/^Choose a day from 21 Nov 2026 to /);
    expect(card.fetch).toHaveBeenCalledTimes(1);
  });

  test('what could not be saved stays in the form, and says so', async () => {
    const card = await loadedWith([healthy, new Error('offline')]);
    fill(card, 'They called.');
    panel(card, kind).find(Form).trigger('onSubmit');
    await card.renderer.waitFor(() =>
      expect(texts(card)).toContain('This could not be saved. What you entered is still here: try again in a minute.'),
    );
    expect(panel(card, kind).find(TextArea).props.value).toBe('They called.');
    expect(panel(card, kind).find(Select).props.value).toBe(value);
    expect(card.renderer.mocks.actions.closeOverlay.calls).toEqual([]);
  });

  test('every field has a label, and nothing in the panel is primary', async () => {
    const { renderer } = await loaded(healthy);
    const inputs = [renderer.find(Select), renderer.find(TextArea), renderer.find(DateInput)];
    expect(inputs.every(({ props }) => String(props.label).length > 2)).toBe(true);
    expect(panel({ renderer } as Card, kind).props).toMatchObject({ variant: 'modal' });
  });
});

describe('ending an override', () => {
  test('asks the server to, and shows the score’s status', async () => {
    const card = await loadedWith([judged, { pulse: null, override: null }, healthy]);
    button(card, 'Go by the score again').trigger('onClick');
    expect(button(card, 'Go by the score again').props).toMatchObject({ disabled: true });
    await card.renderer.waitFor(() => expect(texts(card)).not.toContain('They gave notice on the phone.'));
    expect(asked(card)[1]).toEqual(['DELETE', '/api/companies/4711/override']);
  });

  test('that fails says so, and the override stays', async () => {
    const card = await loadedWith([judged, new Response('', { status: 503 })]);
    button(card, 'Go by the score again').trigger('onClick');
    await card.renderer.waitFor(() =>
      expect(texts(card).some((text) => text?.startsWith('This could not'))).toBe(true),
    );
    expect(button(card, 'Go by the score again').props).toMatchObject({ disabled: false });
  });
});
