import { isDeepStrictEqual } from 'node:util';
import { InputError } from '../errors.ts';
import { type Model, modelSchema } from '../scoring/model.ts';
import type { PortalStore } from '../store/portal-store.ts';

/**
 * Sees to it that a version of a model always means the same, so that a score can be told from its model's version. Call `keep`
 * when the model is about to score what is published.
 * @throws InputError where another model has scored the portal under this name and version.
 */
export async function checkVersion(store: PortalStore, model: Model): Promise<void> {
  const { name, version } = model;
  const stored = await store.model(name, version);
  if (stored === undefined) return;
  // Parsed again: what this version of the app can set besides has its default there, too.
  const used = modelSchema.safeParse(stored);
  if (used.success && isDeepStrictEqual(plain(used.data), plain(model))) return;
  throw new InputError(
    `The model "${name}" has changed, but its version ${version} has scored this portal before. Raise the version in the model file, then run again.`,
  );
}

/** @param at now, ms since 1970 UTC. The model is a file of the service's: whoever may change that publishes it. */
export const keepModel = (store: PortalStore, model: Model, at: number): Promise<void> =>
  store.saveModel(model.name, model.version, model, { at, by: { kind: 'service' } });

/** As it is stored: keys without a value are left out. */
const plain = (model: Model): unknown => JSON.parse(JSON.stringify(model));
