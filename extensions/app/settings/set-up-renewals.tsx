import type { PipelinesAnswer } from '@account-health/contract/model';
import { Alert, LoadingSpinner, MultiSelect, Text } from '@hubspot/ui-extensions';
import { valueAt } from './draft-edits.ts';
import { LoadFailure } from './load-failure.tsx';
import { fault, type ModelProps } from './model-props.ts';
import { shapeOf } from './settings-api.ts';
import { useAnswer } from './use-answer.ts';

const isPipelines = shapeOf<PipelinesAnswer>({ pipelines: 'array' });
const PATH = ['renewalPipelines'];

/** Which deal pipelines hold renewals. */
export function SetUpRenewals({ api, content, mistakes, own, readOnly, edit, say }: ModelProps) {
  const w = say.model;
  const { state, reload } = useAnswer(api, '/api/settings/pipelines', isPipelines);
  if (state.kind === 'loading') return <LoadingSpinner label={own.loading} />;
  if (state.kind === 'failed') return <LoadFailure failed={state} own={own} onRetry={reload} />;
  const { pipelines, refused } = state.body;
  const held = valueAt(content, PATH);
  const value = Array.isArray(held) ? held.map(String) : [];
  const gone = value.filter((id) => !pipelines.some((pipeline) => pipeline.id === id));
  return (
    <>
      {refused === null ? null : <Alert variant="warning" title={refused} />}
      {pipelines.length === 0 && gone.length === 0 ? (
        <Text>{w('noPipelines')}</Text>
      ) : (
        <MultiSelect
          label={w('renewalPipelines')}
          name="renewalPipelines"
          value={value}
          readOnly={readOnly}
          options={[
            ...pipelines.map(({ id, label }) => ({ value: id, label })),
            // Deleted in HubSpot, or not to be read just now: it has no name here.
            ...gone.map((id, index) => ({ value: id, label: w('gonePipeline', { number: String(index + 1) }) })),
          ]}
          {...fault(mistakes, PATH)}
          onChange={(chosen) => edit(PATH, chosen.map(String))}
        />
      )}
    </>
  );
}
