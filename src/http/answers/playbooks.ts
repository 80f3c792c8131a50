import {
  type Outcome,
  type Playbooks,
  type PlaybooksAnswer,
  type PlayRow,
  SEGMENT_KEYS,
  type SegmentsAnswer,
} from '@account-health/contract/playbooks';
import { z } from 'zod';
import { address, count, day, status, wholeScore } from './parts.ts';
import { schemaOf } from './schema-of.ts';

const byStage = <Text extends z.ZodType>(text: Text) =>
  z.object({ onboarding: text, adoption: text, renewal: text, mature: text });

const playbooks = schemaOf<Playbooks>()(
  z.object({
    enabled: z.boolean(),
    toBands: z.array(z.enum(['at_risk', 'unhealthy'])),
    cooldownDays: z.int().min(1).max(365),
    perPersonAWeek: z.int().min(1).max(200),
    dueInDays: z.int().min(0).max(60),
    fallbackOwnerId: z.string().nullable(),
    meetingLink: address.nullable(),
    advice: byStage(z.string().nullable()),
  }),
);

const outcome = schemaOf<Outcome>()(
  z.object({
    status: z.union([status, z.enum(['not_customer', 'gone'])]).nullable(),
    score: wholeScore.nullable(),
  }),
);

const playRow = schemaOf<PlayRow>()(
  z.object({
    companyId: z.string(),
    companyName: z.string(),
    companyUrl: address,
    taskUrl: address.nullable(),
    owner: z.string().nullable(),
    madeOn: day,
    from: status,
    to: status,
    score: wholeScore,
    after30: outcome.nullable(),
    after90: outcome.nullable(),
  }),
);

export const playbooksAnswer = schemaOf<PlaybooksAnswer>()(
  z.object({
    version: count,
    playbooks,
    advice: byStage(z.string()),
    plays: z.array(playRow).max(50),
    outcomes: z.array(
      z.object({
        days: z.literal([30, 90]),
        due: count,
        recovered: count,
        same: count,
        worse: count,
        left: count,
      }),
    ),
    refused: z.string().nullable(),
    skipped: z.array(z.object({ text: z.string(), count })),
  }),
);

export const segmentsAnswer = schemaOf<SegmentsAnswer>()(
  z.object({
    segments: z.array(
      z.object({
        key: z.enum(SEGMENT_KEYS),
        name: z.string(),
        description: z.string(),
        rules: z.string(),
        state: z.enum(['not_made', 'made', 'gone']),
        url: address.nullable(),
        size: count.nullable(),
        failure: z.string().nullable(),
      }),
    ),
    refused: z.string().nullable(),
  }),
);
