import { MODEL_WORDS } from '@account-health/contract/model-words';
import { PLAY_WORDS } from '@account-health/contract/play-words';
import {
  type CompaniesAnswer,
  type Connection,
  type IngestKeysAnswer,
  type PeopleAnswer,
  SCHEDULES,
  type ScheduleAnswer,
  type SettingsHome,
  type StartWritingAnswer,
} from '@account-health/contract/settings';
import { SETTINGS_WORDS } from '@account-health/contract/settings-words';
import { z } from 'zod';
import { address, count, moment, words } from './parts.ts';
import { you } from './permissions.ts';
import { schemaOf } from './schema-of.ts';

export const settingsHome = schemaOf<SettingsHome>()(
  z.object({
    locale: z.string(),
    portalId: z.int().min(1),
    timeZone: z.string(),
    currency: z.string().nullable(),
    you,
    words: z.object({ settings: words(SETTINGS_WORDS), model: words(MODEL_WORDS), play: words(PLAY_WORDS) }),
  }),
);

export const startWritingAnswer = schemaOf<StartWritingAnswer>()(z.object({ writingSince: moment.nullable() }));

export const connection = schemaOf<Connection>()(
  z.object({
    locale: z.string(),
    portalId: z.int().min(1),
    way: z.enum(['installed', 'private']),
    installedAt: moment.nullable(),
    writingSince: moment.nullable(),
    scopes: z.array(
      z.object({
        scope: z.string(),
        granted: z.boolean().nullable(),
        required: z.boolean(),
        buys: z.string(),
      }),
    ),
    reauthorizeUrl: address.nullable(),
    findings: z.array(
      z.object({ mark: z.enum(['ok', 'look', 'broken']), text: z.string(), remedy: z.string().nullable() }),
    ),
    lastCycleAt: moment.nullable(),
    held: z.array(z.object({ objectType: z.string(), label: z.string(), records: count })),
  }),
);

export const scheduleAnswer = schemaOf<ScheduleAnswer>()(
  z.object({
    version: count,
    schedule: z.object({ every: z.enum(SCHEDULES), atHour: count.max(23) }).nullable(),
    next: z.string().nullable(),
  }),
);

export const ingestKeysAnswer = schemaOf<IngestKeysAnswer>()(
  z.object({
    keys: z.array(z.object({ id: z.string(), label: z.string(), madeAt: moment, revokedAt: moment.nullable() })),
    made: z.object({ id: z.string(), key: z.string().nullable() }).nullable(),
    refused: z.string().nullable(),
    url: address,
    lastPostedAt: moment.nullable(),
  }),
);

export const peopleAnswer = schemaOf<PeopleAnswer>()(
  z.object({
    people: z
      .array(
        z.object({
          userId: z.string(),
          ownerId: z.string().nullable(),
          name: z.string(),
          email: z.string().nullable(),
        }),
      )
      .max(1_000),
    teams: z.array(z.object({ id: z.string(), name: z.string() })),
    refused: z.string().nullable(),
  }),
);

export const companiesAnswer = schemaOf<CompaniesAnswer>()(
  z.object({ companies: z.array(z.object({ id: z.string(), name: z.string() })) }),
);
