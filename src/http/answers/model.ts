import type {
  EditorDimension,
  EditorSignal,
  Json,
  Mistake,
  ModelChange,
  ModelCheck,
  ModelDiff,
  ModelState,
  ModelVersions,
  ModelYaml,
  PipelinesAnswer,
  PropertiesAnswer,
  SignalSetting,
} from '@account-health/contract/model';
import { z } from 'zod';
import { count, moment, share, weight } from './parts.ts';
import { schemaOf } from './schema-of.ts';

/** As somebody wrote it: to be shown, mistakes and all. */
const json = z.custom<Json>();
const path = z.array(z.union([z.string(), count]));

const mistake = schemaOf<Mistake>()(z.object({ path, line: z.int().min(1), text: z.string() }));

const signalSetting = schemaOf<SignalSetting>()(
  z.object({ key: z.string(), label: z.string(), standard: z.union([weight, z.array(z.string())]) }),
);

const editorSignal = schemaOf<EditorSignal>()(
  z.object({
    key: z.string(),
    label: z.string(),
    measures: z.string(),
    mapped: z.boolean(),
    inModel: z.boolean(),
    weight,
    share,
    curve: z.array(z.tuple([z.number(), z.number()])).nullable(),
    whenUnknown: z.enum(['skip', 'neutral', 'penalise']),
    settings: z.array(signalSetting),
    known: share.nullable(),
  }),
);

const editorDimension = schemaOf<EditorDimension>()(
  z.object({ key: z.string(), label: z.string(), weight, share, signals: z.array(editorSignal) }),
);

const modelChange = schemaOf<ModelChange>()(
  z.object({ path, label: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
);

export const modelState = schemaOf<ModelState>()(
  z.object({
    locale: z.string(),
    active: z.object({
      name: z.string(),
      version: z.string(),
      publishedAt: moment.nullable(),
      by: z.string().nullable(),
    }),
    revision: count,
    draft: z
      .object({
        yaml: z.string(),
        basedOn: z.string(),
        changedAt: moment,
        by: z.string().nullable(),
        mistakes: z.array(mistake),
      })
      .nullable(),
    content: z.record(z.string(), json),
    dimensions: z.array(editorDimension),
    templates: z.array(z.object({ key: z.string(), name: z.string(), description: z.string() })),
    changes: z.array(modelChange),
    nextVersion: z.string(),
    pendingCycle: z.boolean(),
  }),
);

export const modelCheck = schemaOf<ModelCheck>()(
  z.object({ mistakes: z.array(mistake), changes: z.array(modelChange) }),
);

export const modelVersions = schemaOf<ModelVersions>()(
  z.object({
    versions: z.array(
      z.object({
        name: z.string(),
        version: z.string(),
        publishedAt: moment.nullable(),
        by: z.string().nullable(),
        active: z.boolean(),
      }),
    ),
  }),
);

export const modelDiff = schemaOf<ModelDiff>()(
  z.object({ from: z.string(), to: z.string(), changes: z.array(modelChange) }),
);

export const modelYaml = schemaOf<ModelYaml>()(z.object({ fileName: z.string().min(1), yaml: z.string() }));

export const propertiesAnswer = schemaOf<PropertiesAnswer>()(
  z.object({
    properties: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        type: z.string(),
        options: z.array(z.object({ value: z.string(), label: z.string() })),
      }),
    ),
    refused: z.string().nullable(),
  }),
);

export const pipelinesAnswer = schemaOf<PipelinesAnswer>()(
  z.object({
    pipelines: z.array(z.object({ id: z.string(), label: z.string() })),
    refused: z.string().nullable(),
  }),
);
