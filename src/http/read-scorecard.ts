import type { HistoryPoint, Mark, MissingSignal, ReceiptRow, Scorecard } from '@account-health/contract';
import type { CompanyId } from '../ids.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import { type AccountFacts, seenBy } from '../scoring/facts.ts';
import { modelAsKept } from '../scoring/model.ts';
import { mappedTexts } from '../scoring/model-signals.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import { change30d, type Past, scoreAt, weeklyHistory } from '../scoring/replay.ts';
import type { HealthScore, ReceiptEntry } from '../scoring/score.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { makeWording, type Wording } from '../wording/make-wording.ts';
import { withMapped } from '../wording/mapped-wording.ts';
import { notScoredText } from '../wording/not-scored-text.ts';
import { receiptText } from '../wording/receipt-text.ts';
import { latestLook } from './latest-look.ts';
import { readFamily } from './read-family.ts';
import { makeRecordUrl, type RecordUrl } from './record-url.ts';
import { shownJudgements } from './shown-judgements.ts';

const NOTHING_MEASURED = {
  score: null,
  status: null,
  scoreStatus: null,
  pulse: null,
  override: null,
  coverage: null,
  change30d: null,
  dimensions: [],
  receipt: [],
  missing: [],
  marks: [],
};

/**
 * The scorecard of a company, computed as the portal's latest cycle did, or as after the latest event since that touched it: at
 * that moment, with the cycle's context and model, so that it says what was written back, to the digit. What people said of it
 * shows as soon as it is said, and for as long as it holds at `now` (ms; left out: the moment of the score).
 */
export async function readScorecard(
  store: PortalStore,
  companyId: CompanyId,
  locale: string,
  now?: number,
): Promise<Scorecard> {
  const [profile, cycle] = [await store.profile(), await store.latestCycle()];
  const context = cycle?.context as { portal: PortalContext; model: unknown } | undefined;
  const model = context && modelAsKept(context.model);
  // The cycle's, not the profile's: the portal may have moved to another one since.
  const timeZone = context?.portal.timeZone ?? profile?.timeZone ?? 'UTC';
  const wording = withMapped(makeWording({ locale, timeZone }), model ? mappedTexts(model) : {});
  const empty = {
    ...NOTHING_MEASURED,
    locale: wording.locale,
    companyName: null,
    timeZone,
    asOf: null,
    model: null,
    history: [],
  };
  if (profile === undefined || cycle === undefined || context === undefined || model === undefined) {
    return { ...empty, state: 'not_found', explanation: wording.say('state.no_cycle') };
  }
  const { portal } = context;
  const { asOf, seenUntil } = await latestLook(store, cycle, companyId);
  const base = {
    ...empty,
    asOf: new Date(asOf).toISOString(),
    model: { name: cycle.modelName, version: cycle.modelVersion },
  };
  const calendar = makeCalendar(timeZone);
  const held = await store.account(companyId);
  const facts = held && seenBy(held, seenUntil);
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
  const judged = await shownJudgements(store, companyId, calendar, now ?? asOf);
  const urlOf = makeRecordUrl({ uiDomain: profile.uiDomain, portalId: store.portalId, companyId });
  const family = await readFamily(
    { store, portal, model, calendar, cycle, now: now ?? asOf, wording, urlOf },
    companyId,
  );
  const named = { ...base, ...judged, companyName: nameOf(facts), history, ...(family && { family }) };
  const receiptOf = (scored: HealthScore | undefined): ReceiptRow[] =>
    scored?.state === 'scored' ? scored.receipt.map((row) => receiptRow(row, wording, urlOf)) : [];
  if (health.state === 'not_customer') {
    const explanation = notScoredText(wording, health, model);
    // Of a customer that left, what cost it points just before stays.
    const last = health.leftAt === undefined ? undefined : scoreAt(facts, health.leftAt - 1, portal, model, calendar);
    return { ...named, state: 'not_customer', receipt: receiptOf(last), explanation };
  }
  const measured = {
    coverage: health.coverage,
    dimensions: dimensionsOf(health, wording),
    missing: missingOf(health, wording),
    marks: health.marks.map(
      ({ key, values }): Mark => ({
        key,
        label: wording.say(`mark.${key}.label`),
        text: wording.say(`mark.${key}.text`, values),
      }),
    ),
  };
  if (health.state === 'unknown') {
    return {
      ...named,
      ...measured,
      state: 'unknown',
      status: judged.override?.status ?? 'unknown',
      scoreStatus: 'unknown',
      explanation: notScoredText(wording, health, model),
    };
  }
  return {
    ...named,
    ...measured,
    state: 'scored',
    score: health.score,
    status: judged.override?.status ?? health.status,
    scoreStatus: health.status,
    change30d: change30d(past, asOf, health),
    receipt: receiptOf(health),
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
