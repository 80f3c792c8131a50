/** The starter segments of a portal, as the settings page shows them, and the making of those that somebody asks for. */
import type { SegmentKey, SegmentsAnswer } from '@account-health/contract/playbooks';
import { PortalDisconnected, RetryLater, ScopeMissing } from '../errors.ts';
import type { CompanyList } from '../hubspot/lists.ts';
import { LISTS_READ_SCOPE, LISTS_WRITE_SCOPE } from '../hubspot/needed-scopes.ts';
import type { PortalId } from '../ids.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { portalModel } from '../portal-model/portal-model.ts';
import { keepSegment, readKeptSegments } from '../publish/kept-segments.ts';
import { lackOf, makeSegment, type SegmentFailure } from '../publish/make-segment.ts';
import { STARTER_SEGMENTS, type StarterSegment } from '../publish/starter-segments.ts';
import type { Actor } from '../store/audit-log.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { makeWording, type Wording } from '../wording/make-wording.ts';
import { reasonOf } from './findings.ts';
import { servedClient, type WorkOptions } from './work-options.ts';

/** Under which a list goes whose name is another one's already. */
const SUFFIXES = ['', ' (Account Health)', ' (Account Health 2)', ' (Account Health 3)'];

type Answered = SegmentsAnswer['segments'][number];

interface Seen {
  /** What HubSpot has of the lists that we made, by id; undefined where it did not tell. */
  readonly lists: ReadonlyMap<string, CompanyList> | undefined;
  readonly failures: ReadonlyMap<SegmentKey, SegmentFailure>;
  /** Why HubSpot cannot be asked. */
  readonly refused: unknown;
}

export function makePortalSegments(options: Pick<WorkOptions, 'store' | 'clientOf' | 'model' | 'language' | 'clock'>) {
  const turns = new Map<PortalId, ReturnType<typeof oneAtATime>>();
  const { language, clock } = options;
  const ofPortal = makeWording({ locale: language, timeZone: 'UTC' });
  const nameOf = (key: SegmentKey) => ofPortal.say(`segment.${key}.name`);

  async function readAll(portal: PortalId, failures: Seen['failures'] = new Map()): Promise<Seen> {
    const store = options.store.portal(portal);
    const ids = Object.values((await readKeptSegments(store)).lists).map(({ id }) => id);
    try {
      const client = servedClient(options, portal);
      await requireListScopes(store);
      return { lists: await client.companyLists(ids), failures, refused: undefined };
    } catch (error) {
      return { lists: undefined, failures, refused: error };
    }
  }

  /** One after the other, so that HubSpot's refusal of one does not undo another; each is remembered as soon as it is there. */
  async function makeAll(portal: PortalId, keys: readonly SegmentKey[], by: Actor): Promise<Seen> {
    const before = await readAll(portal);
    if (before.lists === undefined) return before;
    const [store, client] = [options.store.portal(portal), servedClient(options, portal)];
    const failures = new Map<SegmentKey, SegmentFailure>();
    try {
      const timeZone = (await store.profile())?.timeZone ?? (await client.account()).timeZone;
      const existing = new Set((await client.properties('companies')).map(({ name }) => name));
      const model = await portalModel(store, options.model);
      for (const segment of STARTER_SEGMENTS) {
        const held = (await readKeptSegments(store)).lists[segment.key];
        if (!keys.includes(segment.key) || (held !== undefined && before.lists.has(held.id))) continue;
        const made = lackOf(segment, model, existing) ?? (await makeSegment(client, toMake(segment, timeZone)));
        if ('kind' in made) failures.set(segment.key, made);
        else
          await keepSegment(store, { key: segment.key, list: { id: made.id, name: made.name } }, { at: clock(), by });
      }
    } catch (error) {
      return { ...(await readAll(portal, failures)), refused: error };
    }
    return await readAll(portal, failures);
  }

  const toMake = ({ key, filters }: StarterSegment, timeZone: string) => ({
    key,
    names: SUFFIXES.map((suffix) => nameOf(key) + suffix),
    filters: filters(timeZone),
  });

  async function answer(portal: PortalId, seen: Seen, locale: string): Promise<SegmentsAnswer> {
    const store = options.store.portal(portal);
    const wording = makeWording({ locale, timeZone: 'UTC' });
    const { lists: kept } = await readKeptSegments(store);
    const uiDomain = (await store.profile())?.uiDomain;
    const isInstalled = (await store.installation()) !== undefined;
    const refused = seen.refused instanceof ScopeMissing ? await withAllScopes(portal, seen.refused) : seen.refused;
    const segments = STARTER_SEGMENTS.map(({ key }): Answered => {
      const made = kept[key];
      const list = made === undefined ? undefined : seen.lists?.get(made.id);
      const isGone = made !== undefined && seen.lists !== undefined && list === undefined;
      const failure = seen.failures.get(key);
      const isThere = made !== undefined && !isGone;
      return {
        key,
        name: list?.name ?? made?.name ?? nameOf(key),
        description: wording.say(`segment.${key}.description`),
        rules: wording.say(`segment.${key}.rules`),
        state: isThere ? 'made' : isGone ? 'gone' : 'not_made',
        url: isThere && uiDomain !== undefined ? listUrl(uiDomain, portal, made.id) : null,
        size: list?.size ?? null,
        failure: failure === undefined ? null : failureText(wording, failure),
      };
    });
    return { segments, refused: refusedText(wording, refused, isInstalled) };
  }

  /** HubSpot's refusal names the scopes of one call: those of the calls that would follow are added, where they are known. */
  async function withAllScopes(portal: PortalId, error: ScopeMissing): Promise<ScopeMissing> {
    const { scopes } = (await options.store.portal(portal).installation()) ?? {};
    const client = options.clientOf(portal);
    const granted = scopes ?? (await client?.grantedScopes().catch(() => undefined));
    return new ScopeMissing(error.message, [...new Set([...error.scopes, ...lackingOf(granted)])]);
  }

  return {
    /** In the reader's language. Where HubSpot does not tell, what is remembered, and why. */
    read: async (portal: PortalId, locale: string) => await answer(portal, await readAll(portal), locale),
    /** Makes those of these that are not there. Asked again it makes none twice. */
    async make(portal: PortalId, asked: { keys: readonly SegmentKey[]; by: Actor; locale: string }) {
      const inTurn = turns.get(portal) ?? oneAtATime();
      turns.set(portal, inTurn);
      const seen = await inTurn(() => makeAll(portal, asked.keys, asked.by));
      return await answer(portal, seen, asked.locale);
    },
  };
}

const lackingOf = (granted: readonly string[] | undefined): readonly string[] =>
  granted === undefined ? [] : [LISTS_READ_SCOPE, LISTS_WRITE_SCOPE].filter((scope) => !granted.includes(scope));

/** What the installation was not granted need not be tried. @throws ScopeMissing */
async function requireListScopes(store: Pick<PortalStore, 'installation'>): Promise<void> {
  const missing = lackingOf((await store.installation())?.scopes);
  if (missing.length > 0) throw new ScopeMissing('The app may not make and look at lists.', missing);
}

/** As HubSpot's pages have it. */
const listUrl = (uiDomain: string, portal: PortalId, id: string): string =>
  `https://${uiDomain}/contacts/${portal}/objectLists/${id}/filters`;

function failureText(wording: Wording, failure: SegmentFailure): string {
  if (failure.kind === 'names_taken') return wording.say('segment.failure.names_taken');
  if (failure.kind === 'refused')
    return wording.say('segment.failure.refused', { reason: reasonOf(new Error(failure.reason)) });
  return wording.say(`segment.failure.${failure.kind}`, { properties: failure.properties.join(', ') });
}

/** Null where nothing was. @throws what is no refusal. */
function refusedText(wording: Wording, error: unknown, isInstalled: boolean): string | null {
  if (error === undefined) return null;
  if (error instanceof RetryLater) return wording.say('portal.unreachable');
  if (error instanceof PortalDisconnected) return wording.say('portal.disconnected');
  if (!(error instanceof ScopeMissing)) throw error;
  const way = isInstalled ? 'installed' : 'private';
  return wording.say('segment.refused.scope', { scopes: error.scopes.join(', '), way });
}
