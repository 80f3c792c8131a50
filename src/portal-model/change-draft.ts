import { InputError } from '../errors.ts';
import { readModelYaml } from '../model-file.ts';
import type { ModelFiles, TemplateKey } from '../model-files.ts';
import type { Model } from '../scoring/model.ts';
import { signalByKey } from '../scoring/signals/registry.ts';
import type { Actor } from '../store/audit-log.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { activeModel, type ModelStore } from './active-model.ts';
import { type Edit, type Json, valueAt } from './apply-edit.ts';
import { editYaml } from './edit-yaml.ts';

export type DraftChange =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'yaml'; readonly yaml: string }
  | { readonly kind: 'template'; readonly key: TemplateKey }
  | { readonly kind: 'discard' };

/** What a model may be long; ours have 15,000 characters. With its data beside it, it has to fit into an answer of a megabyte. */
export const MOST_YAML_BYTES = 200_000;

/** A draft beyond what is kept. */
export class DraftTooLong extends InputError {}

/**
 * Changes the draft of that revision, and begins one where there is none; any text is kept, with its mistakes. `stale`: somebody changed
 * it, or what scores the portal, since. What changes nothing is done from any revision.
 * @throws CannotEdit where edits lead nowhere, DraftTooLong
 */
export async function changeDraft(
  store: ModelStore & Pick<PortalStore, 'saveModelDraft'>,
  files: ModelFiles,
  change: DraftChange,
  { revision, at, by }: { readonly revision: number; readonly at: number; readonly by: Actor },
): Promise<'done' | 'stale'> {
  const { revision: held, draft } = await store.modelDraft();
  const active = await activeModel(store, files);
  const before = draft?.yaml ?? null;
  // Edits of another text than the one that was looked at may say something else.
  if (change.kind === 'edits' && held !== revision) return 'stale';
  const after = await changed(before ?? active.yaml, change, files);
  if (after === before || (before === null && change.kind === 'edits' && after === active.yaml)) return 'done';
  if (held !== revision) return 'stale';
  if (after !== null && Buffer.byteLength(after) > MOST_YAML_BYTES)
    throw new DraftTooLong(`A model has at most ${MOST_YAML_BYTES / 1000} KB.`);
  const basedOn = draft?.basedOn ?? active.version;
  const next = after === null ? null : { yaml: after, basedOn, changedAt: at, by };
  return (await store.saveModelDraft(revision, next)) ? 'done' : 'stale';
}

/** Null: there is to be no draft. */
async function changed(yaml: string, change: DraftChange, files: ModelFiles): Promise<string | null> {
  switch (change.kind) {
    case 'discard':
      return null;
    case 'yaml':
      return change.yaml;
    case 'template':
      return (await files.template(change.key)).yaml;
    case 'edits': {
      const { model } = await files.standard();
      const content = readModelYaml(yaml).content as Json | undefined;
      return editYaml(yaml, withUsualEntries(change.edits, content, model));
    }
  }
}

/**
 * Before the first edit of a signal of ours that the model does not name: the entry that it usually has, without weight. Else it had no curve,
 * and whoever weighs it would have to know one.
 */
export function withUsualEntries(
  edits: readonly Edit[],
  content: Json | undefined,
  standard: Pick<Model, 'dimensions'>,
): readonly Edit[] {
  const made = new Set<string>();
  return edits.flatMap((edit) => {
    const [root, dimension = '', signals, signal = '', part] = edit.path;
    const path = edit.path.slice(0, 4);
    const isOne = root === 'dimensions' && signals === 'signals' && part !== undefined && edit.value !== null;
    const entry = isOne ? usualEntry(String(signal), standard) : undefined;
    const isThere = valueAt(content, path) !== undefined || made.has(path.join());
    if (entry === undefined || isThere) return [edit];
    made.add(path.join());
    const weightPath = ['dimensions', dimension, 'weight'];
    const isNew = valueAt(content, weightPath) === undefined && !made.has(`${dimension}`);
    made.add(`${dimension}`);
    const usual = standard.dimensions[dimension]?.weight ?? 0;
    return [...(isNew ? [{ path: weightPath, value: usual }] : []), { path, value: entry }, edit];
  });
}

function usualEntry(key: string, { dimensions }: Pick<Model, 'dimensions'>): Json | undefined {
  if (!signalByKey.has(key)) return undefined;
  const entry = Object.values(dimensions).find(({ signals }) => signals[key] !== undefined)?.signals[key];
  if (entry === undefined) return undefined;
  const { curve, settings } = entry;
  const set = Object.keys(settings).length > 0 ? { settings } : {};
  return JSON.parse(JSON.stringify({ weight: 0, ...set, ...(curve && { curve }) }));
}
