import type { PropertiesAnswer } from '@account-health/contract/model';
import { LoadingSpinner } from '@hubspot/ui-extensions';
import { type ReactNode, useEffect } from 'react';
import { valueAt } from './draft-edits.ts';
import { contentOf } from './draft-state.ts';
import { LoadFailure } from './load-failure.tsx';
import { may } from './may.tsx';
import type { ModelProps, ModelSectionProps } from './model-props.ts';
import { shapeOf } from './settings-api.ts';
import { useAnswer } from './use-answer.ts';

const isProperties = shapeOf<PropertiesAnswer>({ properties: 'array' });
const NONE: PropertiesAnswer = { properties: [], refused: null };

/** Shows what is about the model once it has loaded. */
export function WithModel({ children, ...props }: ModelSectionProps & { children: (props: ModelProps) => ReactNode }) {
  const { home, api, own, drafts } = props;
  const { loaded, edit } = drafts.model;
  const properties = useAnswer(api, '/api/settings/properties?objectType=companies', isProperties);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each time the section is opened
  useEffect(() => drafts.want(), []);
  if (loaded.kind === 'loading') return <LoadingSpinner label={own.loading} showLabel layout="centered" />;
  if (loaded.kind === 'failed') return <LoadFailure failed={loaded} own={own} onRetry={drafts.model.load} />;
  const { draft } = loaded;
  const mistakes = draft.server.draft?.mistakes ?? [];
  const mayChange = may(home, 'change_model');
  return children({
    ...props,
    draft,
    content: contentOf(draft),
    mistakes,
    mayChange,
    settled: draft.status === 'saved' && !drafts.model.changing,
    readOnly: !mayChange || mistakes.some(({ path }) => path.length === 0),
    edit: (path, value) =>
      edit(
        typeof value === 'function' ? (content) => [{ path, value: value(valueAt(content, path)) }] : [{ path, value }],
      ),
    properties: properties.state.kind === 'loaded' ? properties.state.body : NONE,
  });
}
