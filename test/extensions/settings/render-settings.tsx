import { MODEL_WORDS } from '@account-health/contract/model-words';
import { PLAY_WORDS } from '@account-health/contract/play-words';
import type { SettingsHome } from '@account-health/contract/settings';
import { SETTINGS_WORDS } from '@account-health/contract/settings-words';
import {
  Alert,
  Button,
  Heading,
  hubspot,
  LoadingButton,
  LoadingSpinner,
  StatusTag,
  TableCell,
  TableHeader,
  Tabs,
  Text,
} from '@hubspot/ui-extensions';
import { createRenderer, type RenderedChildNode } from '@hubspot/ui-extensions/testing';
import { vi } from 'vitest';
import { SettingsPage } from '../../../extensions/app/settings/SettingsPage.tsx';
import { wordsOf } from '../../../src/http/words-of.ts';
import { RULES } from '../../../src/permissions/may.ts';
import { makeWording } from '../../../src/wording/make-wording.ts';

export const PORTAL = 4_711_000;

/** A busy machine is no failure. */
export const PATIENCE = { timeout: 10_000 };

/** What the server knows of the page's first question, for somebody who may do everything, in a language. */
export function homeIn(locale: string, change: Partial<SettingsHome['you']> = {}): SettingsHome {
  const wording = makeWording({ locale, timeZone: 'UTC' });
  return {
    locale,
    portalId: PORTAL,
    timeZone: 'Europe/Rome',
    currency: 'EUR',
    you: {
      userId: '1',
      may: Object.fromEntries(Object.keys(RULES).map((action) => [action, true])),
      unknown: null,
      ...change,
    },
    words: {
      settings: wordsOf(wording, 'settings.word', SETTINGS_WORDS),
      model: wordsOf(wording, 'model.word', MODEL_WORDS),
      play: wordsOf(wording, 'play.word', PLAY_WORDS),
    },
  };
}

/** Of somebody who may do nothing but look. */
export const NOTHING = Object.fromEntries(Object.keys(RULES).map((action) => [action, false]));

/** A body, an answer, a failure of the call, or what gives one of them, now or later, by the body that was sent. */
type Answered = object | Response | Error | ((sent: unknown) => object | Promise<object>);
/** By method and path, without the query: `GET /api/settings/schedule`. What is not named never answers. */
export type Served = Readonly<Record<string, Answered>>;

interface Setting {
  readonly locale?: string;
  readonly home?: Answered;
  readonly backendUrl?: string | null;
}

/** Renders the page with HubSpot's testing utilities, which do not mock `hubspot.fetch`: it is spied on. */
export function renderSettings(served: Served, setting: Setting = {}) {
  const { locale = 'en', home = homeIn(locale), backendUrl = 'https://backend.test' } = setting;
  const routes: Record<string, Answered> = { 'GET /api/settings': home, ...served };
  const fetch = vi.spyOn(hubspot, 'fetch').mockImplementation(async (url, options = {}) => {
    const answered = routes[`${options.method} ${new URL(String(url)).pathname}`];
    if (answered === undefined) return new Promise<Response>(() => undefined);
    const answer = typeof answered === 'function' ? await answered(options.body) : answered;
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
  const renderer = createRenderer('settings');
  const { context } = renderer.mocks;
  context.user = { ...context.user, language: locale, locale };
  context.variables = backendUrl === null ? {} : { BACKEND_URL: backendUrl };
  renderer.render(<SettingsPage />);
  return {
    renderer,
    fetch,
    /** Answers otherwise from now on. */
    serve: (more: Served) => void Object.assign(routes, more),
    /** What was sent by calls of a method and path, in order. */
    sent: (route: string) =>
      fetch.mock.calls
        .filter(([url, options]) => `${options?.method} ${new URL(String(url)).pathname}` === route)
        .map(([, options]) => options?.body),
  };
}

export type Page = ReturnType<typeof renderSettings>;

/** The page with one of its tabs open and loaded. */
export async function openTab(tab: string, served: Served, setting?: Setting): Promise<Page> {
  const page = renderSettings(served, setting);
  await show(page, tab);
  return page;
}

/** Opens a tab, whatever is shown in it then. */
export async function turnTo(page: Page, tab: string): Promise<void> {
  await vi.waitFor(() => page.renderer.find(Tabs), PATIENCE);
  page.renderer.find(Tabs).trigger('onSelectedChange', tab as never);
  await vi.waitFor(() => {
    if (page.renderer.find(Tabs).props.selected !== tab) throw new Error('Another tab is open.');
  }, PATIENCE);
}

/** Opens a tab, and waits until it has loaded. */
export async function show(page: Page, tab: string): Promise<void> {
  await turnTo(page, tab);
  await loaded(page);
}

/** React works between timers by this one, also where a test's clock stands still. */
const realTurn = setImmediate;

/** Lets time pass on a test's clock, with what the page does meanwhile. */
export async function pass(ms: number): Promise<void> {
  const stepMs = 250;
  for (let passed = 0; passed < ms; passed += stepMs) {
    await vi.advanceTimersByTimeAsync(stepMs);
    await new Promise<void>((resolve) => void realTurn(resolve));
  }
}

export const loaded = (page: Page) =>
  vi.waitFor(() => {
    if (page.renderer.maybeFind(LoadingSpinner) !== null) throw new Error('It is still loading.');
  }, PATIENCE);

/** All text in a node, pieces apart: a node's own `text` is there only where it holds nothing else. */
export const deepText = (node: { readonly childNodes: readonly RenderedChildNode[] }): string =>
  node.childNodes
    .map((child) => ('childNodes' in child ? deepText(child) : child.text))
    .join(' ')
    .trim();

/** Everything that is to be read, a text each. */
export function texts({ renderer }: Page): string[] {
  const inside = [Text, Heading, TableCell, TableHeader, StatusTag] as const;
  return [
    ...inside.flatMap((component) => renderer.findAll(component as typeof Text).map(deepText)),
    ...renderer.findAll(Alert).flatMap((alert) => [alert.props.title, deepText(alert)]),
  ];
}

export function button({ renderer }: Page, text: string) {
  const found = [...renderer.findAll(Button), ...renderer.findAll(LoadingButton)].find((one) => one.text === text);
  if (found === undefined) throw new Error(`There is no button "${text}".`);
  return found;
}

/** Presses a button as it stands now, whatever is drawn meanwhile: what a field tells as it is left by pressing may come first. */
export function drawn(page: Page, text: string): () => void {
  const { onClick } = button(page, text).props as { onClick?: () => void };
  if (onClick === undefined) throw new Error(`"${text}" does nothing.`);
  return onClick;
}

export const buttons = ({ renderer }: Page) =>
  [...renderer.findAll(Button), ...renderer.findAll(LoadingButton)].map((one) => one.text);

/** HubSpot's rule: one at most. */
export const primaryButtons = ({ renderer }: Page) =>
  [...renderer.findAll(Button), ...renderer.findAll(LoadingButton)]
    .filter((one) => one.props.variant === 'primary')
    .map((one) => one.text);
