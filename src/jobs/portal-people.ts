/** The portal's users and teams, for pickers. */
import type { PeopleAnswer } from '@account-health/contract/settings';
import { PortalDisconnected, RetryLater, ScopeMissing } from '../errors.ts';
import type { PortalId } from '../ids.ts';
import { makeWording } from '../wording/make-wording.ts';
import { rememberBriefly } from './remember-briefly.ts';
import { servedClient, type WorkOptions } from './work-options.ts';

/** Somebody types into a picker: that is one look at HubSpot, not one for each letter. */
const REMEMBERED_MS = 60_000;
/** Of those that somebody looks for, and of all. */
const MOST = { found: 50, all: 1_000 };

export function makeFindPeople(options: WorkOptions) {
  const owners = rememberBriefly({
    forMs: REMEMBERED_MS,
    clock: options.clock,
    read: async (portal) => await servedClient(options, portal).owners(),
  });

  /** By name; at most so many people and teams. */
  async function find(portal: PortalId, { text, locale }: { text: string; locale: string }): Promise<PeopleAnswer> {
    try {
      const held = await owners.read(portal);
      const wanted = text.toLowerCase();
      const { compare } = new Intl.Collator(makeWording({ locale, timeZone: 'UTC' }).locale);
      const isWanted = (...texts: readonly (string | null)[]) =>
        texts.some((one) => one?.toLowerCase().includes(wanted) === true);
      const people = held
        // Who owns records but is no user cannot be named in settings.
        .flatMap(({ id, userId, name, email, isPerson }) =>
          isPerson && userId !== null ? [{ userId, ownerId: id, name: name || (email ?? id), email }] : [],
        )
        .filter(({ name, email }) => isWanted(name, email))
        .toSorted((a, b) => compare(a.name, b.name));
      const teams = [...new Map(held.flatMap((owner) => owner.teams.map((team) => [team.id, team] as const))).values()]
        .filter(({ name }) => isWanted(name))
        .toSorted((a, b) => compare(a.name, b.name));
      const most = wanted === '' ? MOST.all : MOST.found;
      return { people: people.slice(0, most), teams: teams.slice(0, most), refused: null };
    } catch (error) {
      return { people: [], teams: [], refused: await refusedText(portal, locale, error) };
    }
  }

  async function refusedText(portal: PortalId, locale: string, error: unknown): Promise<string> {
    const { say } = makeWording({ locale, timeZone: 'UTC' });
    if (error instanceof RetryLater) return say('portal.unreachable');
    if (error instanceof PortalDisconnected) return say('portal.disconnected');
    if (!(error instanceof ScopeMissing)) throw error;
    const way = (await options.store.portal(portal).installation()) === undefined ? 'private' : 'installed';
    return say('people.refused.scope', { scopes: error.scopes.join(', '), way });
  }

  return { find, forget: owners.forget };
}
