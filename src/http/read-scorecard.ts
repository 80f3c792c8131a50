import type { HistoryPoint, MissingSignal, ReceiptRow, Scorecard } from '@account-health/contract';
import type { CompanyId } from '../ids.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import { type AccountFacts, seenBy } from '../scoring/facts.ts';
import type { Model } from '../scoring/model.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import { change30d, type Past, scoreAt, weeklyHistory } from '../scoring/replay.ts';
import type { HealthScore, ReceiptEntry } from '../scoring/score.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { makeWording, type Wording } from '../wording/make-wording.ts';
import { receiptText } from '../wording/receipt-text.ts';
import { makeRecordUrl, type RecordUrl } from './record-url.ts';

const NOTHING_MEASURED = {
  score: null,
  status: null,
  coverage: null,
  change30d: null,
  dimensions: [],
  receipt: [],
  missing: [],
};

/**
 * The scorecard of a company, computed as the portal's latest cycle did, or as after the latest event since that touched it: at
 * that moment, with the cycle's context and model, so that it says what was written back, to the digit.
 */
export async function readScorecard(store: PortalStore, companyId: CompanyId, locale: string): Promise<Scorecard> {
  const [profile, cycle] = [await store.profile(), await store.latestCycle()];
  const context = cycle?.context as { portal: PortalContext; model: Model } | undefined;
  // The cycle's, not the profile's: the portal may have moved to another one since.
  const timeZone = context?.portal.timeZone ?? profile?.timeZone ?? 'UTC';
  const wording = makeWording({ locale, timeZone });
  const empty = {
    ...NOTHING_MEASURED,
    locale: wording.locale,
    companyName: null,
    timeZone,
    asOf: null,
    model: null,
    history: [],
  };
  if (profile === undefined || cycle === undefined || context === undefined) {
    return { ...empty, state: 'not_found', explanation: wording.say('state.no_cycle') };
  }
  const { portal, model } = context;
  // Events have single companies rescored between cycles.
  const rescoredAt = (await store.rescoredAt(companyId)) ?? 0;
  const isFresher = cycle.published && rescoredAt > cycle.finishedAt;
  const asOf = isFresher ? rescoredAt : cycle.asOf;
  const base = {
    ...empty,
    asOf: new Date(asOf).toISOString(),
    model: { name: cycle.modelName, version: cycle.modelVersion },
  };
  const calendar = makeCalendar(timeZone);
  const held = await store.account(companyId);
  // A sync that ran since, whose cycle has not ended, must not show: it would, in replayed weeks and in the change.
  const facts = held && seenBy(held, isFresher ? rescoredAt : cycle.finishedAt);
  const health = facts && scoreAt(facts, asOf, portal, model, calendar);
  if (facts === undefined || health === undefined)
    return { ...base, state: 'not_found', explanation: wording.say('state.not_found') };

  const publishedSince = (await store.publishedSince()) ?? null;
  const published = (await store.published(companyId)).map(({ asOf, score, status }) => ({ at: asOf, score, status }));
  const past: Past = { facts, portal, model, calendar, published, publishedSince };
  const history = weeklyHistory(past, asOf).map(
    ({ at, score, status, replayed }): HistoryPoint => ({
      date: calendar.isoDay(at),
      score,
      status: status === 'not_customer' ? 'unknown' : status,
      replayed,
    }),
  );
  const named = { ...base, companyName: nameOf(facts), history };
  if (health.state === 'not_customer') {
    const key = `state.${health.reason}`;
    const explanation = wording.say(wording.has(key) ? key : 'state.excluded', {
      months: model.eligibility.purchaseWithinMonths,
    });
    return { ...named, state: 'not_customer', explanation };
  }
  const measured = {
    coverage: health.coverage,
    dimensions: dimensionsOf(health, wording),
    missing: missingOf(health, wording),
  };
  if (health.state === 'unknown') {
    return {
      ...named,
      ...measured,
      state: 'unknown',
      status: 'unknown',
      explanation: wording.say(`state.${health.reason}`),
    };
  }
  const urlOf = makeRecordUrl({ uiDomain: profile.uiDomain, portalId: store.portalId, companyId });
  return {
    ...named,
    ...measured,
    state: 'scored',
    score: health.score,
    status: health.status,
    change30d: change30d(past, asOf, health),
    receipt: health.receipt.map((row) => receiptRow(row, wording, urlOf)),
    explanation: null,
  };
}

function nameOf(facts: AccountFacts): string | null {
  const name = facts.company.at(-1)?.values?.name;
  return typeof name === 'string' ? name : null;
}

type Measured = Exclude<HealthScore, { state: 'not_customer' }>;

const dimensionsOf = (health: Measured, wording: Wording): Scorecard['dimensions'] =>
  health.dimensions.map(({ key, score, weight, coverage }) => ({
    key,
    label: wording.has(`dimension.${key}`) ? wording.say(`dimension.${key}`) : key,
    score: score === null ? null : Math.round(score),
    weight,
    coverage,
  }));

const missingOf = (health: Measured, wording: Wording): MissingSignal[] =>
  health.signals.flatMap(({ signal, reading }) =>
    reading.kind === 'scored'
      ? []
      : [
          {
            signal,
            label: wording.say(`signal.${signal}.label`),
            reason: wording.say(`missing.${reading.reason}`, reading.values),
          },
        ],
  );

function receiptRow(row: ReceiptEntry, wording: Wording, urlOf: RecordUrl): ReceiptRow {
  const behind = 'kind' in row.cause ? { records: [], moreRecords: 0 } : row.cause;
  return {
    signal: row.key,
    ...receiptText(wording, row),
    dimension: row.dimension,
    pointsLost: row.pointsLost,
    records: behind.records.map((ref) => ({
      objectType: ref.objectType,
      id: ref.id,
      label: wording.record(ref),
      url: urlOf(ref),
    })),
    moreRecords: behind.moreRecords,
  };
}
