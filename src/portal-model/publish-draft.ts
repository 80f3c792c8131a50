import { readModelYaml } from '../model-file.ts';
import type { ModelFiles } from '../model-files.ts';
import type { Actor } from '../store/audit-log.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { activeModel, allVersions, findVersion, type ModelStore, type ShownModel } from './active-model.ts';
import { editYaml } from './edit-yaml.ts';
import { nextVersion } from './next-version.ts';

interface Asked {
  /** Of the draft, as whoever asks saw it. */
  readonly revision: number;
  readonly at: number;
  readonly by: Actor;
}

/** The version that publishing a draft gives it: never one that was used under its name. */
export async function versionToBe(
  store: ModelStore,
  active: ShownModel,
  draft: { readonly name: string; readonly version: string },
): Promise<string> {
  const all = await allVersions(store, active);
  return nextVersion(
    draft.version,
    all.filter(({ name }) => name === draft.name).map(({ version }) => version),
  );
}

/**
 * Publishes the draft of that revision: under a version of its own it scores the portal from now on. `unfit`: there is none, or it has
 * mistakes, and nothing is changed; `stale`: somebody changed it, or what scores the portal, since.
 */
export async function publishDraft(
  store: ModelStore & Pick<PortalStore, 'putModelInUse'>,
  files: ModelFiles,
  { revision, at, by }: Asked,
): Promise<'done' | 'unfit' | 'stale'> {
  const held = await store.modelDraft();
  if (held.revision !== revision) return 'stale';
  const written = held.draft && readModelYaml(held.draft.yaml).model;
  if (held.draft === null || !written) return 'unfit';
  const active = await activeModel(store, files);
  const { name } = written;
  const version = await versionToBe(store, active, written);
  const yaml = editYaml(held.draft.yaml, [{ path: ['version'], value: version }]);
  const { model } = readModelYaml(yaml);
  if (model === undefined) throw new Error('A valid draft has a mistake under another version.');
  const isDone = await store.putModelInUse({
    name,
    version,
    fresh: { content: model, yaml },
    fromRevision: revision,
    audit: {
      ...{ at, actor: by, kind: 'model_published', about: name },
      before: { name: active.name, version: active.version },
      after: { name, version },
    },
  });
  return isDone ? 'done' : 'stale';
}

/**
 * Has a version that was kept score the portal again: the same content under the same version. The draft stays. `unfit`: there is no such
 * version, or this version of the app cannot read it.
 */
export async function rollBack(
  store: ModelStore & Pick<PortalStore, 'putModelInUse'>,
  files: ModelFiles,
  to: { readonly version: string; readonly name?: string | undefined },
  { revision, at, by }: Asked,
): Promise<'done' | 'unfit' | 'stale'> {
  const held = await store.modelDraft();
  const active = await activeModel(store, files);
  const target = await findVersion(store, files, to);
  if (target?.model === undefined) return 'unfit';
  const { name, version } = target;
  // It may be asked twice.
  if (name === active.name && version === active.version) return 'done';
  if (held.revision !== revision) return 'stale';
  const isDone = await store.putModelInUse({
    name,
    version,
    fresh: null,
    fromRevision: revision,
    audit: {
      ...{ at, actor: by, kind: 'model_rolled_back', about: name },
      before: { name: active.name, version: active.version },
      after: { name, version },
    },
  });
  return isDone ? 'done' : 'stale';
}
