import { z } from 'zod';
import { readModelYaml } from '../../../model-file.ts';
import type { ModelFiles } from '../../../model-files.ts';
import { activeModel, findVersion, type ModelStore } from '../../../portal-model/active-model.ts';
import type { Model } from '../../../scoring/model.ts';

/** Something that can be looked at as a model: the draft, what is active, or a version. */
export interface AskedModel {
  readonly name: string;
  readonly version: string;
  readonly yaml: string;
  readonly content: unknown;
  /** Undefined: it has mistakes, or this version of the app cannot read it. */
  readonly model: Model | undefined;
}

/** A version, `active` or `draft`, as an address names it. */
export const modelName = z.string({ error: 'say which version, active or draft' }).min(1).max(500);

/** Undefined: there is none. `name`: of the model, where it is not the active one's. */
export async function askedModel(
  store: ModelStore,
  files: ModelFiles,
  of: string,
  name?: string,
): Promise<AskedModel | undefined> {
  if (of === 'active') return await activeModel(store, files);
  if (of !== 'draft') return await findVersion(store, files, { version: of, name });
  const { draft } = await store.modelDraft();
  if (draft === null) return undefined;
  const { content, model } = readModelYaml(draft.yaml);
  const active = await activeModel(store, files);
  return { name: model?.name ?? active.name, version: 'draft', yaml: draft.yaml, content, model };
}
