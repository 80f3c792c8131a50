/** Which model scores a portal, and what is being made of it. */
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { type ModelText, readModelYaml } from '../model-file.ts';
import { type Model, modelSchema } from '../scoring/model.ts';
import { MODEL_SETTING } from '../store/model-setting.ts';
import type { KeptModel } from '../store/models.ts';
import type { PortalStore } from '../store/portal-store.ts';

const named = z.object({ name: z.string(), version: z.string() });

/** The version that the portal's people published; undefined: none. @throws InputError where it is named and not there. */
export async function publishedModel(
  store: Pick<PortalStore, 'setting' | 'keptModel'>,
): Promise<KeptModel | undefined> {
  const setting = await store.setting(MODEL_SETTING);
  if (setting === undefined) return undefined;
  const { data } = named.safeParse(setting.value);
  const kept = data && (await store.keptModel(data.name, data.version));
  if (kept === undefined) throw new InputError(`The portal's own health model is not there any more. ${REMEDY}`);
  return kept;
}

const REMEDY = "Publish one on the app's settings page, or set MODEL_FILE to a model file for `npm run cycle`.";

/**
 * The model that scores a portal from now on: the one that its people published, else the service's.
 * @throws InputError where this version of the app cannot read the one that was published.
 */
export async function portalModel(store: Pick<PortalStore, 'setting' | 'keptModel'>, fallback: Model): Promise<Model> {
  const kept = await publishedModel(store);
  if (kept === undefined) return fallback;
  const { name, version, content } = kept;
  const read = modelSchema.safeParse(content);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const why = first === undefined ? '' : ` (${[...first.path, ''].join('.')} ${first.message})`;
  throw new InputError(
    `The portal's own health model "${name}" ${version} cannot be read by this version of the app${why}. ${REMEDY}`,
  );
}

/** What is being made of the portal's model, as it stands; undefined: nothing. */
export async function draftModel(
  store: Pick<PortalStore, 'modelDraft'>,
): Promise<{ readonly revision: number; readonly yaml: string; readonly checked: ModelText } | undefined> {
  const { revision, draft } = await store.modelDraft();
  return draft === null ? undefined : { revision, yaml: draft.yaml, checked: readModelYaml(draft.yaml) };
}
