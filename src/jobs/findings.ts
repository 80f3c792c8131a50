/** What an examination of a portal finds, in words. */
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { PortalId } from '../ids.ts';
import type { Model } from '../scoring/model.ts';
import type { Installation } from '../store/installations.ts';
import type { Store } from '../store/open-store.ts';
import type { MessageValues, Wording } from '../wording/make-wording.ts';

export const SECTIONS = ['connection', 'granted', 'missing', 'stale'] as const;
export type Section = (typeof SECTIONS)[number];

/** `broken`: the app does not do its work until it is mended. `look`: it works, but somebody should know. */
export type Mark = 'ok' | 'look' | 'broken';

export interface Finding {
  readonly section: Section;
  readonly mark: Mark;
  /** Names the kind of finding; `doctor.<key>` is its sentence in the catalogues. */
  readonly key: string;
  readonly text: string;
  /** What to do; null where there is nothing to do. */
  readonly remedy: string | null;
  /** Where one sentence speaks of several things: each of them, for scripts. Moments in ISO 8601. */
  readonly details?: readonly Detail[];
}

export type Detail = Readonly<Record<string, string | number | null>>;

/** Makes findings of one section. */
export type Note = (mark: Mark, key: string, values?: MessageValues, details?: readonly Detail[]) => Finding;

export const makeNote =
  (wording: Wording, section: Section): Note =>
  (mark, key, values = {}, details = undefined) => {
    const remedy = `doctor.${key}.remedy`;
    return {
      section,
      mark,
      key,
      text: wording.say(`doctor.${key}`, values),
      remedy: wording.has(remedy) ? wording.say(remedy, values) : null,
      ...(details && { details }),
    };
  };

/** Puts together the items of which the same words can be said, in the order of the first of each. Words: plain JSON. */
export const alike = <T, W>(
  items: readonly T[],
  wordsOf: (item: T) => W,
): readonly { readonly words: W; readonly items: readonly T[] }[] =>
  [...Map.groupBy(items, (item) => JSON.stringify(wordsOf(item)))].map(([words, group]) => ({
    words: JSON.parse(words) as W,
    items: group,
  }));

export type TypeName = (type: string) => string;
export const asHubSpotNames: TypeName = (type) => type;

export interface Examination {
  readonly client: PortalClient;
  /** Left out: the account tells which it is. */
  readonly portal?: PortalId;
  /** Of a portal that is called by the token of its installation; left out: a private app's token. */
  readonly installation?: Installation | undefined;
  /** Where HubSpot is called, for people. */
  readonly host: string;
  /** Undefined where it cannot be opened: then what it holds is not told of. */
  readonly store: Pick<Store, 'portal' | 'portals'> | undefined;
  /** Undefined where it cannot be read. */
  readonly model: Model | undefined;
  /** The service's cron expression. */
  readonly schedule: string | undefined;
  /** BCP 47, of the words. */
  readonly locale: string;
  /** What people call records of a type; left out: HubSpot's plural, for whoever runs the service. */
  readonly typeName?: TypeName;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

/** How scopes are granted, as the catalogues' `way`: by installing anew, or to the private app. */
export const grantedBy = ({ installation }: Pick<Examination, 'installation'>) =>
  installation === undefined ? 'private' : 'installed';

/** An error's message on one line, without its closing stop. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').replace(/\.$/, '');
