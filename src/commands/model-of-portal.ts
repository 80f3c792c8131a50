import type { FileModel } from '../model-files.ts';
import { portalModel, publishedModel } from '../portal-model/portal-model.ts';
import type { Model } from '../scoring/model.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { oneLine } from './one-line.ts';

/** The model that counts for a portal, and how it is written. */
export interface ChosenModel {
  readonly model: Model;
  readonly yaml: string | null;
  /** Whether the portal's people published it. */
  readonly isOwn: boolean;
  /** Which of two models counts; undefined: there is but one. */
  readonly note: string | undefined;
}

/**
 * The portal's own model where its people published one, unless whoever runs the command named a file (`isFileNamed`); else the file's.
 * @throws InputError where this version of the app cannot read the portal's own
 */
export async function modelOfPortal(
  store: Pick<PortalStore, 'setting' | 'keptModel'>,
  file: FileModel,
  isFileNamed: boolean,
): Promise<ChosenModel> {
  const own = await publishedModel(store);
  if (own === undefined) return { ...file, isOwn: false, note: undefined };
  const called = ({ name, version }: { readonly name: string; readonly version: string }) =>
    `${oneLine(name)} ${oneLine(version)}`;
  if (isFileNamed) {
    const note = `By MODEL_FILE, ${called(file.model)}, and not by the portal's own health model, ${called(own)}.`;
    return { ...file, isOwn: false, note };
  }
  const note = `By the portal's own health model, ${called(own)}, as published on the app's settings page.`;
  return { model: await portalModel(store, file.model), yaml: own.yaml, isOwn: true, note };
}
