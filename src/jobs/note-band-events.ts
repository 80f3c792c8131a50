import { breathe } from '../breathe.ts';
import { companyId } from '../ids.ts';
import { bandsOf } from '../scoring/bands.ts';
import type { Calendar } from '../scoring/calendar.ts';
import { type BandStep, bandStep, isOwnMove, marginOf, type Outcome } from '../scoring/confirmed-band.ts';
import type { AccountFacts } from '../scoring/facts.ts';
import type { Model } from '../scoring/model.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import type { HealthScore } from '../scoring/score.ts';
import { SOURCE_CHANGES } from '../scoring/source-change.ts';
import { sourcesChanged } from '../scoring/sources-changed.ts';
import type { BandEvent } from '../store/band-events.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { type LookThen, type Move, makeExplainMove } from './explain-move.ts';
import type { ScoredCompany } from './score-portal.ts';

export interface BandNotes {
  readonly store: PortalStore;
  /** What the companies were scored with. */
  readonly portal: PortalContext;
  readonly model: Model;
  readonly calendar: Calendar;
  /** The moment they were scored as of, ms since 1970 UTC. */
  readonly asOf: number;
}

/** Something that happened to a company's band, before it is explained. */
interface Happened {
  readonly company: ScoredCompany;
  readonly step: BandStep;
  /** The last score in the band before; undefined where it started. */
  readonly last: LookThen | undefined;
}

/**
 * Makes what keeps, a page of published scores at a time, what they did to the companies' confirmed bands. A company of which
 * something was told as of this moment or a later one is left alone: a cycle that is repeated tells nothing twice, and one that ends
 * late does not speak for what came after it. One query a page where nothing happened.
 */
export function makeNoteBandEvents(notes: BandNotes): (scored: readonly ScoredCompany[]) => Promise<void> {
  const { store, portal, model, asOf } = notes;
  const bands = bandsOf(model, portal);
  const margin = marginOf(model);
  const explain = makeExplainMove(notes);

  async function happenedTo(scored: readonly ScoredCompany[]): Promise<readonly Happened[]> {
    const latest = await store.latestBandEvents(scored.map((company) => company.companyId));
    const steps = scored.flatMap((company) => {
      const before = latest.get(company.companyId);
      if (before !== undefined && before.at >= asOf) return [];
      const step = bandStep(before?.toStatus ?? null, outcomeOf(company.health), bands, margin);
      return step === null ? [] : [{ company, before, step }];
    });
    const asked = steps.flatMap(({ company, before, step }) =>
      before && step.from ? [{ companyId: company.companyId, status: step.from, since: before.at, before: asOf }] : [],
    );
    const shown = asked.length === 0 ? undefined : await store.lastPublishedAs(asked);
    return steps.map(({ company, before, step }) => ({
      company,
      step,
      last: step.from === null ? undefined : (shown?.get(company.companyId) ?? confirming(before)),
    }));
  }

  /** Without an explanation, the account moved itself where neither the model nor a source changed. */
  function isOwn({ from, to, last }: Move, step: BandStep, parts: BandEvent['parts'], health: HealthScore): boolean {
    if (parts === null && (last.modelVersion !== model.version || sourcesChanged(portal, last.asOf))) return false;
    const foreign = (parts ?? []).filter(({ cause }) => cause === 'model' || cause === 'sources');
    const own = to - foreign.reduce((sum, { points }) => sum + points, 0);
    return isOwnMove(step, { fromScore: from, ownScore: own, isCapped: isCapped(health) }, bands, margin);
  }

  async function told({ company, step, last }: Happened, facts?: AccountFacts): Promise<BandEvent> {
    const { companyId: id, health } = company;
    const event = {
      companyId: id,
      at: asOf,
      kind: step.kind,
      fromStatus: step.from,
      toStatus: step.to,
      fromAt: last?.asOf ?? null,
      fromScore: last?.score ?? null,
      toScore: health.state === 'scored' ? health.score : null,
      modelVersion: model.version,
    };
    if (last?.score == null || health.state !== 'scored') return { ...event, own: null, parts: null };
    const move: Move = { from: last.score, to: health.score, last };
    const explained = facts && (await explain(facts, health, move));
    const parts = explained?.parts ?? null;
    return { ...event, fromAt: explained?.at ?? event.fromAt, own: isOwn(move, step, parts, health), parts };
  }

  return async (scored) => {
    const happened = await happenedTo(scored);
    if (happened.length === 0) return;
    const moved = happened.flatMap(({ company, step }) => (step.from && step.to ? [company.companyId] : []));
    const events: BandEvent[] = [];
    for (const one of happened) if (one.step.from === null || one.step.to === null) events.push(await told(one));
    const moves = new Map(happened.map((one) => [one.company.companyId, one]));
    for await (const page of store.accountsOf(moved)) {
      for (const facts of page) {
        const one = moves.get(companyId(facts.companyId));
        if (one !== undefined) events.push(await told(one, facts));
        // An explanation takes a few scorings.
        await breathe();
      }
    }
    await store.saveBandEvents(events);
  };
}

/** Whether a cap of the model holds the score down: its row of the receipt is in no dimension, as is only that of a source that came or went. */
const isCapped = (health: HealthScore): boolean =>
  health.state === 'scored' &&
  health.receipt.some(({ dimension, key }) => dimension === null && !SOURCE_CHANGES.some((change) => change === key));

const outcomeOf = (health: HealthScore): Outcome =>
  health.state === 'scored'
    ? { state: 'scored', score: health.score, isCapped: isCapped(health) }
    : { state: health.state };

/** The score that confirmed a band; one that went on past the next threshold was never published as of that band. */
const confirming = (event: BandEvent | undefined): LookThen | undefined =>
  event && { asOf: event.at, heldUntil: event.at + 1, score: event.toScore, modelVersion: event.modelVersion };
