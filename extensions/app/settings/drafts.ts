import { useCallback, useState } from 'react';
import type { SettingsApi } from './settings-api.ts';
import { type ModelDraft, useModelDraft } from './use-model-draft.ts';
import { type Preview, usePreview } from './use-preview.ts';

/** What is to outlive the tab that it is edited in: the model's draft and the preview of it. */
export interface Drafts {
  readonly model: ModelDraft;
  readonly preview: Preview;
  /** Has both loaded: whoever shows them says so. Nothing is asked for people who never open them. */
  want(): void;
}

/** To be called above the tabs, once. */
export function useDrafts({ api }: { readonly api: SettingsApi }): Drafts {
  const [wanted, setWanted] = useState(false);
  const model = useModelDraft(api);
  const preview = usePreview(api, wanted);
  const { load } = model;
  const want = useCallback(() => {
    setWanted(true);
    load();
  }, [load]);
  return { model, preview, want };
}
