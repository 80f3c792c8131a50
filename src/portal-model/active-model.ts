import { parse, stringify } from 'yaml';
import type { ModelFiles } from '../model-files.ts';
import { type Model, modelSchema } from '../scoring/model.ts';
import type { KeptModel, KeptVersion } from '../store/models.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Json } from './apply-edit.ts';
import { publishedModel } from './portal-model.ts';

/** A version of a model as people may look at it. */
export interface ShownModel extends KeptVersion {
  readonly yaml: string;
  /** What the YAML says, without defaults. */
  readonly content: Json;
  /** Undefined: this version of the app cannot read it. */
  readonly model: Model | undefined;
}

export type ModelStore = Pick<PortalStore, 'setting' | 'keptModel' | 'modelVersions' | 'modelDraft'>;

/** What scores the portal now: the version that its people published, else the service's file. */
export async function activeModel(store: ModelStore, files: ModelFiles): Promise<ShownModel> {
  const kept = await publishedModel(store);
  if (kept !== undefined) return shown(kept);
  const { model, yaml } = await files.service();
  const { name, version } = model;
  const { publishedAt = null, by = null } = (await store.keptModel(name, version)) ?? {};
  return { name, version, publishedAt, by, yaml, content: parse(yaml), model };
}

/** A version by its number, of the model's own name where none is given; undefined: there is none. */
export async function findVersion(
  store: ModelStore,
  files: ModelFiles,
  asked: { readonly version: string; readonly name?: string | undefined },
): Promise<ShownModel | undefined> {
  const active = await activeModel(store, files);
  const name = asked.name ?? active.name;
  if (name === active.name && asked.version === active.version) return active;
  const kept = await store.keptModel(name, asked.version);
  return kept && shown(kept);
}

function shown(kept: KeptModel): ShownModel {
  const yaml = kept.yaml ?? stringify(kept.content, { lineWidth: 0 });
  const content = kept.yaml === null ? (kept.content as Json) : (parse(kept.yaml) as Json);
  return { ...kept, yaml, content, model: modelSchema.safeParse(kept.content).data };
}

/** Every version of the portal's models, the newest first. One that has not scored yet is the service's, and comes first. */
export async function allVersions(store: ModelStore, active: ShownModel): Promise<readonly KeptVersion[]> {
  const kept = await store.modelVersions();
  const isKept = kept.some(({ name, version }) => name === active.name && version === active.version);
  return isKept ? kept : [active, ...kept];
}
