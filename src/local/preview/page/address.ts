/** What the page shows, in its address: reloading keeps it, and a link shows somebody the same. */
import { FORCED_STATES, type ForcedState } from '../preview-setting.ts';

export const LANGUAGES = { en: 'English', it: 'Italiano', ko: '한국어', ro: 'Română', tr: 'Türkçe' };

/** Widths in pixels, besides the surface's own. */
export const WIDTHS = {
  usual: 'As in HubSpot',
  320: '320 pixels',
  480: '480 pixels',
  768: '768 pixels',
  full: 'All there is',
};
export type Width = keyof typeof WIDTHS;

export interface Address {
  /** Undefined: the first. */
  readonly surface?: string | undefined;
  /** Undefined: the first that is listed. */
  readonly record?: string | undefined;
  readonly locale: string;
  /** Undefined: the first. */
  readonly person?: string | undefined;
  readonly state: ForcedState;
  readonly width: Width;
}

const isOneOf = <Keys extends object>(keys: Keys, value: string | null): value is keyof Keys & string =>
  value !== null && Object.hasOwn(keys, value);

/** Whatever is unknown there reads as left out. */
export function readAddress(search: string): Address {
  const asked = new URLSearchParams(search);
  const [state, width] = [asked.get('state'), asked.get('width')];
  return {
    surface: asked.get('surface') ?? undefined,
    record: asked.get('record') ?? undefined,
    locale: asked.get('locale') ?? 'en',
    person: asked.get('person') ?? undefined,
    state: isOneOf(FORCED_STATES, state) ? state : 'none',
    width: isOneOf(WIDTHS, width) ? (width as Width) : 'usual',
  };
}

/** Without what goes without saying. */
export function addressText({ surface, record, locale, person, state, width }: Address): string {
  const said = { surface, record, locale, person, state, width };
  const usual: Readonly<Record<string, string>> = { state: 'none', width: 'usual' };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) {
    if (value !== undefined && value !== usual[name]) query.set(name, String(value));
  }
  return `/?${query}`;
}
