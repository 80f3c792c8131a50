import type { Json as ContractJson, ModelState } from '@account-health/contract/model';
import { type ModelText, readModelYaml } from '../../../model-file.ts';
import { type ModelFiles, TEMPLATES } from '../../../model-files.ts';
import { activeModel, type ModelStore, type ShownModel } from '../../../portal-model/active-model.ts';
import type { Json } from '../../../portal-model/apply-edit.ts';
import { versionToBe } from '../../../portal-model/publish-draft.ts';
import type { Actor } from '../../../store/audit-log.ts';
import type { PortalStore } from '../../../store/portal-store.ts';
import { wordingFor } from '../../gate.ts';
import { actorText } from '../word-audit.ts';
import { editorDimensions } from './editor-dimensions.ts';
import { knownShares } from './known-shares.ts';
import { objectOf, placeLabels } from './place-labels.ts';
import { wordChanges } from './word-changes.ts';
import { wordMistakes } from './word-mistakes.ts';

/** The portal's model as the settings page shows it, in the reader's language. */
export async function modelState(
  store: ModelStore & Pick<PortalStore, 'latestCycle'>,
  files: ModelFiles,
  locale: unknown,
): Promise<ModelState> {
  const wording = wordingFor(locale);
  const active = await activeModel(store, files);
  const { revision, draft } = await store.modelDraft();
  const read: ModelText | undefined = draft === null ? undefined : readModelYaml(draft.yaml);
  const latest = await store.latestCycle();
  const { model: standard } = await files.standard();
  const content = contentOf(read) ?? contentOf(active) ?? {};
  const labels = placeLabels(wording, [content, active.content]);
  return {
    locale: wording.locale,
    active: {
      name: active.name,
      version: active.version,
      publishedAt: active.publishedAt === null ? null : new Date(active.publishedAt).toISOString(),
      by: byText(active.by, wording),
    },
    revision,
    draft: draft && {
      yaml: draft.yaml,
      basedOn: draft.basedOn,
      changedAt: new Date(draft.changedAt).toISOString(),
      by: byText(draft.by, wording),
      mistakes: wordMistakes(read ?? { mistakes: [] }, labels, wording),
    },
    content: content as { [key: string]: ContractJson },
    dimensions:
      read !== undefined && contentOf(read) === undefined
        ? []
        : editorDimensions(content, standard, labels, knownShares(latest)),
    templates: await templates(files, wording.say),
    changes: read === undefined || contentOf(read) === undefined ? [] : wordChanges(active, read, wording),
    nextVersion: await versionToBe(store, active, namesIn(content, active)),
    pendingCycle: latest === undefined || latest.modelName !== active.name || latest.modelVersion !== active.version,
  };
}

/** Undefined: nothing that could be a model. */
function contentOf(said: { readonly content: unknown } | undefined): { readonly [key: string]: Json } | undefined {
  const content = said?.content as Json | undefined;
  const object = objectOf(content);
  return object === content ? object : undefined;
}

/** A draft that says nothing of either goes by what is active. */
function namesIn(content: { readonly [key: string]: Json }, active: ShownModel) {
  const { name, version } = content;
  return {
    name: typeof name === 'string' && name !== '' ? name : active.name,
    version: typeof version === 'string' && version !== '' ? version : active.version,
  };
}

/** Who it was, as people call them. */
export const byText = (by: Actor | null, wording: Parameters<typeof actorText>[1]): string | null =>
  by && actorText(by, wording);

const templates = (files: ModelFiles, say: (key: string) => string): Promise<ModelState['templates']> =>
  Promise.all(
    TEMPLATES.map(async (key) => ({
      key,
      name: (await files.template(key)).model.name,
      description: say(`model.template.${key}`),
    })),
  );
