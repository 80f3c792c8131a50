import type { Scorecard } from '@account-health/contract';
import type { CompanyId } from '../ids.ts';
import { nextStepOf } from '../insight/next-action.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { keptPlaybooks } from '../playbooks/kept-playbooks.ts';
import { mappedTexts } from '../scoring/model-signals.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { makeWording, type Wording } from '../wording/make-wording.ts';
import { withMapped } from '../wording/mapped-wording.ts';
import { computeFamily } from './compute-family.ts';
import { type ComputedScorecard, computeScorecard } from './compute-scorecard.ts';
import { type LatestCycle, readLatestCycle } from './latest-cycle.ts';
import { makeScorecardMemory, type ScorecardMemory } from './scorecard-memory.ts';
import { staleText } from './stale-text.ts';
import { cardWithoutCycle, wordScorecard } from './word-scorecard.ts';

/**
 * Gives the scorecard of a company of the store's portal. What people said of it shows as soon as it is said, and for as long as it holds
 * at `now` (ms; left out: the moment of the score). `discreet`: for a reader who may not see amounts and subjects of emails.
 */
export type ReadScorecard = (
  store: PortalStore,
  companyId: CompanyId,
  locale: string,
  now?: number,
  historyBasis?: Scorecard['historyBasis'],
  discreet?: boolean,
) => Promise<Scorecard>;

/** Some 3,500 cards. */
const MEMORY_BYTES = 64 * 1024 * 1024;
/** Parsed sentences of so many locales are kept; a caller may ask for any. */
const MOST_LOCALES = 20;
/** Contexts are large. The one before is kept, for requests that took their stamp before the latest cycle ended. */
const MOST_CYCLES = 4;

/** What is ready for a portal while its stamp is the same. */
interface PreparedCycle {
  readonly cycle: Promise<LatestCycle | undefined>;
  readonly isConnected: Promise<boolean>;
  readonly wordings: Map<string, Wording>;
}

/**
 * Makes a reader that remembers what it computed. What it gives is never older than the store was when it was asked: each answer is held
 * against the store's stamp. What depends on the language or the moment of reading is done anew for each.
 */
export function makeReadScorecard(memory: ScorecardMemory = makeScorecardMemory(MEMORY_BYTES)): ReadScorecard {
  /** By portal and stamp, in the order of their making. */
  const prepared = new Map<string, PreparedCycle>();
  const inTurn = oneAtATime();

  function prepare(store: PortalStore, stamp: string): PreparedCycle {
    const key = `${store.portalId}/${stamp}`;
    const known = prepared.get(key);
    if (known !== undefined) return known;
    const fresh = { cycle: readLatestCycle(store), isConnected: isConnectedNow(store), wordings: new Map() };
    prepared.set(key, fresh);
    const [oldest = key] = prepared.keys();
    if (prepared.size > MOST_CYCLES) prepared.delete(oldest);
    // One that could not be read is read again.
    Promise.all([fresh.cycle, fresh.isConnected]).catch(() => prepared.delete(key));
    return fresh;
  }

  return async (store, companyId, locale, now, historyBasis = 'published', discreet = false) => {
    const { portalId } = store;
    const stamp = await store.stamp(companyId);
    const { wordings, ...ready } = prepare(store, stamp.portal);
    const [cycle, isConnected] = await Promise.all([ready.cycle, ready.isConnected]);
    if (cycle === undefined || !isConnected) {
      const timeZone = cycle?.calendar.timeZone ?? (await store.profile())?.timeZone ?? 'UTC';
      return cardWithoutCycle(makeWording({ locale, timeZone }), timeZone, isConnected ? 'no_cycle' : 'not_connected');
    }
    const recomputed = historyBasis === 'recomputed' ? '/recomputed' : '';
    const computed = await memory.recall(`${portalId}/${companyId}${recomputed}`, stamp.company, () =>
      computeScorecard(store, cycle, companyId, historyBasis, inTurn),
    );
    // The children's cards change with other companies' rescorings.
    const family =
      computed && cycle.model.rollUp === true
        ? await memory.recall(`${portalId}/${companyId}/family`, (await store.stamp()).company, () =>
            computeFamily(store, cycle, companyId),
          )
        : undefined;
    // What is remembered is not in words yet, and the words of the two kinds of readers are kept apart.
    const reader = `${discreet}:${locale}`;
    const wording = wordings.get(reader) ?? wordingOf(cycle, locale, discreet);
    if (wordings.size >= MOST_LOCALES) wordings.clear();
    wordings.set(reader, wording);
    const meetingLink = await meetingLinkFor(store, computed);
    const card = wordScorecard(computed, { cycle, wording, family, portalId, companyId, meetingLink, now });
    const stale = now === undefined ? null : await staleText(store, wording, cycle.asOf, now);
    return { ...card, stale };
  };
}

/** Whether HubSpot lets us in, as far as we know: a portal of a private app has no installation. */
async function isConnectedNow(store: PortalStore): Promise<boolean> {
  const installation = await store.reading((once) => once.installation());
  return installation === undefined || installation.state === 'installed';
}

/** Read where the card offers a check-up, and nowhere else. */
async function meetingLinkFor(store: PortalStore, computed: ComputedScorecard | undefined): Promise<string | null> {
  if (computed === undefined || nextStepOf(computed.health)?.kind !== 'check_up') return null;
  return (await keptPlaybooks.read(store)).value.meetingLink;
}

/** A scorecard computed afresh. */
export const readScorecard: ReadScorecard = (...asked) => makeReadScorecard()(...asked);

const wordingOf = ({ portal: { timeZone }, model }: LatestCycle, locale: string, discreet: boolean): Wording =>
  withMapped(makeWording({ locale, timeZone, discreet }), mappedTexts(model));
