import type { Scorecard } from '@account-health/contract';
import { hubspot, LoadingSpinner, ProgressBar, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { expect, vi } from 'vitest';
import { HealthCard } from '../../extensions/app/cards/HealthCard.tsx';

export interface CardSetting {
  readonly language?: string;
  readonly locale?: string;
  readonly backendUrl?: string | undefined;
}

/**
 * Renders the card on company 4711 with HubSpot's testing utilities; `answers` are what the server gives, one per call.
 * The utilities do not mock `hubspot.fetch`, so it is spied on.
 */
export function renderCard(answers: readonly (Scorecard | Response | Error)[], setting: CardSetting = {}) {
  const { language = 'en', locale = 'en-gb', backendUrl = 'https://backend.test' } = setting;
  const queue = [...answers];
  const fetch = vi.spyOn(hubspot, 'fetch').mockImplementation(async () => {
    const answer = queue.shift();
    if (answer === undefined) return new Promise<Response>(() => undefined);
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer : Response.json(answer);
  });
  const renderer = createRenderer('crm.record.sidebar');
  const { context } = renderer.mocks;
  context.user = { ...context.user, language, locale };
  context.crm = { objectId: 4711, objectTypeId: '0-2' };
  context.variables = 'backendUrl' in setting && setting.backendUrl === undefined ? {} : { BACKEND_URL: backendUrl };
  renderer.render(<HealthCard />);
  return { renderer, fetch };
}

export type Card = ReturnType<typeof renderCard>;

/** The card once it has its answer. */
export async function loaded(scorecard: Scorecard, setting?: CardSetting): Promise<Card> {
  const card = renderCard([scorecard], setting);
  await card.renderer.waitFor(() => expect(card.renderer.maybeFind(LoadingSpinner)).toBeNull());
  return card;
}

export const texts = ({ renderer }: Card) => renderer.findAll(Text).map((node) => node.text);
export const bars = ({ renderer }: Card) => renderer.findAll(ProgressBar).map((node) => node.props);
