import type { Scorecard } from '@account-health/contract';
import type { RecordHealth } from '@account-health/contract/card';
import { Button, hubspot, LoadingButton, LoadingSpinner, ProgressBar, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { ReactElement } from 'react';
import { expect, vi } from 'vitest';
import { HealthCard } from '../../extensions/app/cards/HealthCard.tsx';

export interface CardSetting {
  readonly language?: string;
  readonly locale?: string;
  readonly backendUrl?: string | undefined;
  /** Default: the sidebar's. */
  readonly card?: ReactElement;
  readonly objectTypeId?: string;
}

type Given = Scorecard | RecordHealth | Response | Error | Readonly<Record<string, unknown>>;

/**
 * Renders a card on record 4711 with HubSpot's testing utilities; `answers` are what the server gives, one per call, and the last of them
 * again and again where `goesOn`. The utilities do not mock `hubspot.fetch`, so it is spied on.
 */
export function renderCard(answers: readonly Given[], setting: CardSetting = {}, goesOn = false) {
  const { language = 'en', locale = 'en-gb', backendUrl = 'https://backend.test', objectTypeId = '0-2' } = setting;
  const queue = [...answers];
  const fetch = vi.spyOn(hubspot, 'fetch').mockImplementation(async () => {
    const answer = goesOn && queue.length === 1 ? queue[0] : queue.shift();
    if (answer === undefined) return new Promise<Response>(() => undefined);
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer : Response.json(answer);
  });
  const renderer = createRenderer('crm.record.sidebar');
  const { context } = renderer.mocks;
  context.user = { ...context.user, language, locale };
  context.crm = { objectId: 4711, objectTypeId };
  context.variables = 'backendUrl' in setting && setting.backendUrl === undefined ? {} : { BACKEND_URL: backendUrl };
  renderer.render(setting.card ?? <HealthCard />);
  return { renderer, fetch };
}

export type Card = ReturnType<typeof renderCard>;

/** The card once it has its answer. */
export async function loaded(given: Given, setting?: CardSetting): Promise<Card> {
  return await loadedWith([given], setting);
}

/** The card once it has the first of its answers. */
export async function loadedWith(answers: readonly Given[], setting?: CardSetting, goesOn?: boolean): Promise<Card> {
  const card = renderCard(answers, setting, goesOn);
  // A panel that nobody opened may still be loading.
  await card.renderer.waitFor(() => expect(card.renderer.maybeFind(LoadingSpinner, { layout: 'centered' })).toBeNull());
  return card;
}

export const texts = ({ renderer }: Card) => renderer.findAll(Text).map((node) => node.text);
export const bars = ({ renderer }: Card) => renderer.findAll(ProgressBar).map((node) => node.props);

/** Buttons of both kinds, those in panels included. */
export const buttons = ({ renderer }: Card) => [...renderer.findAll(Button), ...renderer.findAll(LoadingButton)];
export const primaries = (card: Card) => buttons(card).filter(({ props }) => props.variant === 'primary');
/** The button of a name. */
export function button(card: Card, name: string) {
  const found = buttons(card).find(({ text }) => text === name);
  if (found === undefined) throw new Error(`There is no button "${name}".`);
  return found;
}

/** What was asked of the server, without its address: method, path and body. */
export const asked = ({ fetch }: Card) =>
  fetch.mock.calls.map(([url, options]) => [
    options?.method,
    String(url).replace('https://backend.test', '').replace(/\?.*/, ''),
    ...(options?.body === undefined ? [] : [options.body]),
  ]);
