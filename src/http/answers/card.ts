import {
  ACTION_KINDS,
  type CompanyHealth,
  type Computation,
  type ComputedSignal,
  type NextAction,
  RECORD_CARD_WORDS,
  type RecordHealth,
  type RescoreAnswer,
  type TaskAnswer,
} from '@account-health/contract/card';
import { z } from 'zod';
import { address, count, day, moment, points, recordLink, share, status, weight, wholeScore, words } from './parts.ts';
import { schemaOf } from './schema-of.ts';

export const nextAction = schemaOf<NextAction>()(
  z.object({
    kind: z.enum(ACTION_KINDS),
    label: z.string(),
    reason: z.string(),
    url: address.nullable(),
    open: z.object({ label: z.string(), url: address, dueOn: day }).nullable(),
  }),
);

export const taskAnswer = schemaOf<TaskAnswer>()(
  z.discriminatedUnion('state', [
    z.object({
      state: z.enum(['made', 'open_already']),
      task: z.object({ label: z.string(), url: address }),
      owner: z.string().nullable(),
      text: z.string(),
    }),
    z.object({ state: z.literal('refused'), text: z.string() }),
  ]),
);

export const rescoreAnswer = schemaOf<RescoreAnswer>()(z.object({ since: moment }));

const computedSignal = schemaOf<ComputedSignal>()(
  z.object({
    signal: z.string(),
    label: z.string(),
    evidence: z.string(),
    raw: z.string().nullable(),
    points: points.nullable(),
    rule: z.string().nullable(),
    weight,
    share,
    pointsLost: count,
    records: z.array(recordLink),
    moreRecords: count,
  }),
);

export const computation = schemaOf<Computation>()(
  z.object({
    locale: z.string(),
    companyName: z.string().nullable(),
    model: z.object({ name: z.string(), version: z.string() }),
    asOf: moment,
    steps: z.array(z.object({ label: z.string(), text: z.string() })),
    score: wholeScore.nullable(),
    status: status.nullable(),
    dimensions: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        weight,
        share,
        score: points.nullable(),
        signals: z.array(computedSignal),
      }),
    ),
    general: z.array(z.string()),
  }),
);

const companyHealth = schemaOf<CompanyHealth>()(
  z.object({
    id: z.string(),
    name: z.string(),
    url: address,
    state: z.enum(['scored', 'unknown', 'not_customer']),
    score: wholeScore.nullable(),
    status: status.nullable(),
    change30d: z.int().min(-100).max(100).nullable(),
    text: z.string().nullable(),
    overridden: z.boolean(),
  }),
);

export const recordHealth = schemaOf<RecordHealth>()(
  z.object({
    locale: z.string(),
    asOf: moment.nullable(),
    timeZone: z.string(),
    companies: z.array(companyHealth).max(3),
    moreCompanies: count,
    title: z.string().nullable(),
    explanation: z.string().nullable(),
    stale: z.string().nullable(),
    words: words(RECORD_CARD_WORDS),
  }),
);
