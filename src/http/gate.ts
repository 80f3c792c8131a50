import type { RequestHandler } from 'express';
import { keptPermissions } from '../permissions/kept-permissions.ts';
import { type Action, may, RULES, type Rule, type UnknownRights, type UserRights } from '../permissions/may.ts';
import type { ReadRights, SignedPerson } from '../permissions/user-rights.ts';
import type { PortalHandles } from '../store/open-store.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { makeWording } from '../wording/make-wording.ts';
import type { SignedLocals } from './require-signature.ts';
import { refuse } from './send-answer.ts';
import { signedPerson } from './signed-person.ts';

/** Why somebody may not do something. */
export interface Refusal {
  readonly rule: Rule;
  /** Why their rights in HubSpot could not be told; null: they are known, and do not suffice. */
  readonly unknown: UnknownRights | null;
}

/** Everything that somebody may do in a portal. */
export interface Leave {
  readonly rights: UserRights;
  readonly may: Readonly<Record<Action, boolean>>;
}

/** Tells who may do what, of people whom a signature proves. */
export interface Gate {
  /** Undefined: they may. HubSpot is asked only where that depends on it. */
  refusal(store: PortalStore, person: SignedPerson | undefined, action: Action): Promise<Refusal | undefined>;
  everything(store: PortalStore, person: SignedPerson | undefined): Promise<Leave>;
}

const UNNAMED: UserRights = { known: false, reason: 'unnamed' };

export function makeGate(readRights: ReadRights): Gate {
  /** Of the installation only where a rule goes by it: a card asks with every look at it. */
  const setupOf = async (store: PortalStore, goesByInstaller: boolean) => ({
    permissions: (await keptPermissions.read(store)).value,
    installedBy: goesByInstaller ? ((await store.installation())?.installedBy ?? null) : null,
  });
  const rightsOf = async ({ portalId }: PortalStore, person: SignedPerson | undefined) =>
    person === undefined ? UNNAMED : await readRights(portalId, person);

  return {
    async refusal(store, person, action) {
      // A card asks of several with every look at it: what everybody may is not looked up.
      if (RULES[action] === 'everybody') return undefined;
      const setup = await setupOf(store, RULES[action] === 'managers_or_installer');
      const userId = person?.userId;
      if (may(action, { userId, rights: UNNAMED }, setup)) return undefined;
      const rights = await rightsOf(store, person);
      if (may(action, { userId, rights }, setup)) return undefined;
      return { rule: RULES[action], unknown: rights.known ? null : rights.reason };
    },
    async everything(store, person) {
      const [setup, rights] = [await setupOf(store, true), await rightsOf(store, person)];
      const actions = Object.keys(RULES) as Action[];
      const asker = { userId: person?.userId, rights };
      return {
        rights,
        may: Object.fromEntries(actions.map((one) => [one, may(one, asker, setup)])) as Record<Action, boolean>,
      };
    },
  };
}

/** A refusal in one line, in the language of whoever asked. */
export function refusalText({ rule, unknown }: Refusal, locale: unknown): string {
  const { say } = wordingFor(locale);
  return [say(`permission.refused.${rule}`), ...(unknown === null ? [] : [say(`permission.unknown.${unknown}`)])].join(
    ' ',
  );
}

/** Sentences for whoever asked, by the query's `locale`; English where it names none. No day is told in them. */
export const wordingFor = (locale: unknown) =>
  makeWording({ locale: typeof locale === 'string' && locale.length <= 35 ? locale : 'en', timeZone: 'UTC' });

/** Lets through only who may do this; others get 403 and one sentence. For behind `requireSignature`. */
export const onlyWhoMay =
  (action: Action, { gate, store }: { readonly gate: Gate; readonly store: PortalHandles }): RequestHandler =>
  async (request, response, next) => {
    const portal = store.portal((response.locals as SignedLocals).portalId);
    const refusal = await gate.refusal(portal, signedPerson(request), action);
    if (refusal === undefined) return next();
    refuse(response, 403, refusalText(refusal, request.query.locale));
  };
