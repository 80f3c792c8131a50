import {
  CHANGE_CAUSES,
  type ChangedSignal,
  type ChangePart,
  type DimensionScore,
  type Family,
  type HistoryMark,
  type HistoryPoint,
  type Mark,
  type MissingSignal,
  type Override,
  type Pulse,
  type ReceiptRow,
  type ScoreChange,
  type Scorecard,
} from '@account-health/contract';
import { CARD_WORDS } from '@account-health/contract/card-words';
import { z } from 'zod';
import { nextAction } from './card.ts';
import { address, count, day, moment, recordLink, share, status, weight, wholeScore, words } from './parts.ts';
import { schemaOf } from './schema-of.ts';

const dimensionScore = schemaOf<DimensionScore>()(
  z.object({ key: z.string(), label: z.string(), score: wholeScore.nullable(), weight, coverage: share }),
);

const receiptRow = schemaOf<ReceiptRow>()(
  z.object({
    signal: z.string(),
    label: z.string(),
    dimension: z.string().nullable(),
    pointsLost: count.min(1),
    evidence: z.string(),
    records: z.array(recordLink),
    moreRecords: count,
    remedy: z.string(),
  }),
);

const missingSignal = schemaOf<MissingSignal>()(
  z.object({ signal: z.string(), label: z.string(), reason: z.string() }),
);

const mark = schemaOf<Mark>()(z.object({ key: z.string(), label: z.string(), text: z.string() }));

const historyPoint = schemaOf<HistoryPoint>()(
  z.object({
    date: day,
    score: wholeScore.nullable(),
    status,
    replayed: z.boolean(),
    modelVersion: z.string().nullable(),
  }),
);

const changedSignal = schemaOf<ChangedSignal>()(
  z.object({
    signal: z.string(),
    label: z.string(),
    points: z.int(),
    evidence: z.string(),
    records: z.array(recordLink),
    moreRecords: count,
  }),
);

const changePart = schemaOf<ChangePart>()(
  z.object({
    cause: z.enum(CHANGE_CAUSES),
    label: z.string(),
    points: z.int(),
    signals: z.array(changedSignal).min(1),
  }),
);

const scoreChange = schemaOf<ScoreChange>()(
  z.object({
    days: z.literal([7, 30, 90]),
    from: wholeScore,
    to: wholeScore,
    total: z.int().min(-100).max(100),
    title: z.string(),
    sentence: z.string(),
    parts: z.array(changePart),
  }),
);

const pulse = schemaOf<Pulse>()(
  z.object({
    value: z.enum(['positive', 'neutral', 'negative']),
    reason: z.string(),
    by: z.string().nullable(),
    givenOn: day,
    expiresOn: day,
  }),
);

const override = schemaOf<Override>()(
  z.object({
    status: z.enum(['healthy', 'at_risk', 'unhealthy']),
    reason: z.string(),
    by: z.string().nullable(),
    setOn: day,
    expiresOn: day,
  }),
);

const family = schemaOf<Family>()(
  z.object({
    facts: z.array(z.string()),
    mean: wholeScore.nullable(),
    worst: z.object({ label: z.string(), url: address, score: wholeScore, status }).nullable(),
  }),
);

const historyMark = schemaOf<HistoryMark>()(z.object({ date: day, label: z.string() }));

export const scorecard = schemaOf<Scorecard>()(
  z.object({
    locale: z.string(),
    state: z.enum(['scored', 'unknown', 'not_customer', 'not_found', 'not_connected']),
    companyName: z.string().nullable(),
    score: wholeScore.nullable(),
    status: status.nullable(),
    scoreStatus: status.nullable(),
    pulse: pulse.nullable(),
    override: override.nullable(),
    coverage: share.nullable(),
    asOf: moment.nullable(),
    timeZone: z.string(),
    change30d: z.int().min(-100).max(100).nullable(),
    changes: z.array(scoreChange),
    model: z.object({ name: z.string(), version: z.string() }).nullable(),
    dimensions: z.array(dimensionScore),
    receipt: z.array(receiptRow),
    missing: z.array(missingSignal),
    marks: z.array(mark),
    history: z.array(historyPoint),
    historyBasis: z.enum(['published', 'recomputed']),
    historyMarks: z.array(historyMark),
    historyNotes: z.array(z.string()),
    family: family.exactOptional(),
    explanation: z.string().nullable(),
    hint: z.string().nullable(),
    stale: z.string().nullable(),
    nextAction: nextAction.nullable(),
    you: z.object({ mayJudge: z.boolean(), mayMakeTasks: z.boolean() }),
    words: words(CARD_WORDS),
  }),
);

/** The answer to whoever judges a company: what holds now. */
export const judgements = schemaOf<Pick<Scorecard, 'pulse' | 'override'>>()(
  z.object({ pulse: pulse.nullable(), override: override.nullable() }),
);
