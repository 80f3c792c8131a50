import type { Mark, MissingSignal, ReceiptRow, Scorecard } from '@account-health/contract';
import { CARD_WORDS } from '@account-health/contract/card-words';
import type { CompanyId, PortalId } from '../ids.ts';
import type { HealthScore } from '../scoring/score.ts';
import type { ReceiptEntry } from '../scoring/weigh.ts';
import { cutText } from '../wording/cut-text.ts';
import { historyMarks } from '../wording/history-marks.ts';
import { historyNotes } from '../wording/history-notes.ts';
import type { Wording } from '../wording/make-wording.ts';
import { notScoredText } from '../wording/not-scored-text.ts';
import { missingText, receiptText } from '../wording/receipt-text.ts';
import type { ComputedFamily } from './compute-family.ts';
import type { ComputedScorecard } from './compute-scorecard.ts';
import type { LatestCycle } from './latest-cycle.ts';
import { makeRecordUrl, makeTaskUrl, type RecordUrl } from './record-url.ts';
import { shownJudgements } from './shown-judgements.ts';
import { wordChange } from './word-change.ts';
import { wordFamily } from './word-family.ts';
import { wordNextAction } from './word-next-action.ts';
import { wordsOf } from './words-of.ts';

const NOTHING_MEASURED = {
  score: null,
  status: null,
  scoreStatus: null,
  pulse: null,
  override: null,
  coverage: null,
  change30d: null,
  changes: [],
  dimensions: [],
  receipt: [],
  missing: [],
  marks: [],
  history: [],
  historyMarks: [],
  historyNotes: [],
  hint: null,
  // What hangs on the moment and the person of a reading is put in where those are known.
  stale: null,
  nextAction: null,
  you: { mayJudge: false, mayMakeTasks: false },
};

/** The scorecard of a portal of which nothing can be told of any company: no cycle has ended yet, or its connection has. */
export function cardWithoutCycle(wording: Wording, timeZone: string, why: 'no_cycle' | 'not_connected'): Scorecard {
  return {
    ...NOTHING_MEASURED,
    locale: wording.locale,
    companyName: null,
    timeZone,
    asOf: null,
    model: null,
    historyBasis: 'published',
    state: why === 'no_cycle' ? 'not_found' : 'not_connected',
    explanation: wording.say(why === 'no_cycle' ? 'state.no_cycle' : 'card.not_connected'),
    hint: wording.say(`card.hint.${why}`),
    words: wordsOf(wording, 'card.word', CARD_WORDS),
  };
}

export interface ScorecardWords {
  readonly cycle: LatestCycle;
  /** In the cycle's time zone, with the sentences of its model. */
  readonly wording: Wording;
  /** Undefined: no child companies, or the model does not ask. */
  readonly family: ComputedFamily | undefined;
  readonly portalId: PortalId;
  readonly companyId: CompanyId;
  /** Where check-ups are booked; null: nowhere. */
  readonly meetingLink: string | null;
  /** The moment at which what people said must hold, ms. Undefined: the moment of the score. */
  readonly now: number | undefined;
}

/** A computed scorecard in its reader's language, with what people said of the company as it holds now. Undefined: the company is not held. */
export function wordScorecard(computed: ComputedScorecard | undefined, words: ScorecardWords): Scorecard {
  const { cycle, wording, family, companyId, portalId } = words;
  const { model, calendar } = cycle;
  const base = {
    ...NOTHING_MEASURED,
    locale: wording.locale,
    companyName: null,
    timeZone: calendar.timeZone,
    asOf: new Date(computed?.asOf ?? cycle.asOf).toISOString(),
    model: { name: cycle.modelName, version: cycle.modelVersion },
    historyBasis: computed?.historyBasis ?? ('published' as const),
    words: wordsOf(wording, 'card.word', CARD_WORDS),
  };
  if (computed === undefined) return { ...base, state: 'not_found', explanation: wording.say('state.not_found') };

  const { health, lastHealth, companyName, history } = computed;
  const now = words.now ?? computed.asOf;
  const judged = shownJudgements(computed.judgements, calendar, now);
  const urlOf = makeRecordUrl({ uiDomain: cycle.uiDomain, portalId, companyId });
  const named = {
    ...base,
    ...judged,
    companyName: companyName && cutText(companyName),
    history: [...history],
    historyMarks: historyMarks(wording, computed, calendar),
    historyNotes: historyNotes(wording, computed.history, computed.historyBasis, calendar),
    nextAction: wordNextAction(health, {
      wording,
      openTasks: computed.openTasks,
      meetingLink: words.meetingLink,
      taskUrl: makeTaskUrl({ uiDomain: cycle.uiDomain, portalId, companyId }),
      isoDay: (ms) => calendar.isoDay(ms),
    }),
    ...(family && { family: wordFamily(family, { wording, urlOf, calendar, now }) }),
  };
  const receiptOf = (scored: HealthScore | undefined): ReceiptRow[] =>
    scored?.state === 'scored' ? scored.receipt.map((row) => receiptRow(row, wording, urlOf)) : [];
  if (health.state === 'not_customer') {
    const explanation = notScoredText(wording, health, model);
    const hint = wording.say(health.reason === 'churned' ? 'card.hint.churned' : 'card.hint.not_customer');
    return { ...named, state: 'not_customer', receipt: receiptOf(lastHealth), explanation, hint };
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
      hint: wording.say('card.hint.unknown'),
    };
  }
  return {
    ...named,
    ...measured,
    state: 'scored',
    score: health.score,
    status: judged.override?.status ?? health.status,
    scoreStatus: health.status,
    change30d: computed.change30d,
    changes: computed.changes.map((change) => wordChange(change, wording, urlOf)),
    receipt: receiptOf(health),
    explanation: null,
  };
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
            reason: missingText(wording, signal, reading),
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
