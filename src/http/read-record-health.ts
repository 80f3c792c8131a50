import type { Scorecard } from '@account-health/contract';
import { type CompanyHealth, RECORD_CARD_WORDS, type RecordHealth } from '@account-health/contract/card';
import { type CompanyId, companyId } from '../ids.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { makeWording } from '../wording/make-wording.ts';
import type { ReadScorecard } from './read-scorecard.ts';
import { makeRecordUrl } from './record-url.ts';
import { wordsOf } from './words-of.ts';

/** As many companies are shown; a deal mostly has one. */
const MOST_COMPANIES = 3;

interface Reading {
  readonly store: PortalStore;
  readonly readScorecard: ReadScorecard;
  /** Ms since 1970 UTC. */
  readonly now: number;
  /** For a reader who may not see amounts and subjects of emails. */
  readonly discreet: boolean;
}

interface Asked {
  readonly objectType: ObjectType;
  readonly id: string;
  readonly locale: string;
}

/**
 * The health of the companies that a record is associated with now, the lowest score first: which of them is the primary one sync does not
 * keep. Each is told as its own card tells it.
 */
export async function readRecordHealth(reading: Reading, { objectType, id, locale }: Asked): Promise<RecordHealth> {
  const { store, now } = reading;
  const profile = await store.profile();
  const timeZone = profile?.timeZone ?? 'UTC';
  const wording = makeWording({ locale, timeZone });
  const all = await lowestFirst(store, await store.companiesOf(objectType, [id], now), now);
  const shown = all.slice(0, MOST_COMPANIES);
  // One after the other: each may take the processor for a while.
  const cards: (readonly [CompanyId, Scorecard])[] = [];
  for (const company of shown)
    cards.push([company, await reading.readScorecard(store, company, locale, now, 'published', reading.discreet)]);
  const [first] = cards.map(([, card]) => card);
  const companies = cards.flatMap(([company, card]): CompanyHealth[] => {
    const urlOf = makeRecordUrl({
      uiDomain: profile?.uiDomain ?? '',
      portalId: store.portalId,
      companyId: company,
    });
    const isNamed = card.state === 'scored' || card.state === 'unknown' || card.state === 'not_customer';
    return isNamed ? [healthOf(card, company, urlOf({ objectType: 'companies', id: company }))] : [];
  });
  return {
    locale: wording.locale,
    asOf: first?.asOf ?? null,
    timeZone,
    companies,
    moreCompanies: all.length - shown.length,
    title: companies.length > 0 ? null : wording.say(`card.word.${titleOf(first)}`),
    // A company that is not held, or a portal without scores, says for itself why.
    explanation: companies.length > 0 ? null : (first?.explanation ?? wording.say('card.record.none')),
    stale: first?.stale ?? null,
    words: wordsOf(wording, 'card.word', RECORD_CARD_WORDS),
  };
}

/** What is there of a record none of whose companies can be shown, as the company's own card has it. */
function titleOf(first: Scorecard | undefined): 'noCompany' | 'notConnected' | 'noScoreYet' | 'notFound' {
  if (first === undefined) return 'noCompany';
  if (first.state === 'not_connected') return 'notConnected';
  return first.asOf === null ? 'noScoreYet' : 'notFound';
}

/** By the scores as they were published; those without one last, and all by id where they are alike. */
async function lowestFirst(
  store: PortalStore,
  companies: readonly CompanyId[],
  now: number,
): Promise<readonly CompanyId[]> {
  if (companies.length < 2) return companies;
  const published = await store.publishedAt(now, companies);
  const scoreOf = (id: CompanyId) => published.get(id)?.score ?? 101;
  return companies.map(companyId).toSorted((a, b) => scoreOf(a) - scoreOf(b) || (a < b ? -1 : 1));
}

function healthOf(card: Scorecard, id: CompanyId, url: string): CompanyHealth {
  const dearest = card.receipt.toSorted((a, b) => b.pointsLost - a.pointsLost)[0];
  return {
    id,
    name: card.companyName ?? '',
    url,
    state: card.state === 'scored' || card.state === 'unknown' ? card.state : 'not_customer',
    score: card.score,
    status: card.status,
    change30d: card.change30d,
    text: card.explanation ?? dearest?.evidence ?? null,
    overridden: card.override !== null,
  };
}
