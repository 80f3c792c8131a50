import type { PublishPreview } from '@account-health/contract/model';
import { Alert, EmptyState, Flex, List, ProgressBar, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import { useEffect } from 'react';
import type { ModelProps } from './model-props.ts';
import { PreviewBands } from './preview-bands.tsx';
import { PreviewHistogram } from './preview-histogram.tsx';
import { PreviewMoves } from './preview-moves.tsx';

/** What publishing the draft would do: to how many, to whom, and why. */
export function PreviewView(props: ModelProps) {
  const { draft, drafts, say, format } = props;
  const w = say.model;
  const { state, look } = drafts.preview;
  const shown = state?.state === 'ready' ? state.revision : null;
  useEffect(() => {
    if (shown !== null) look(shown);
  }, [look, shown]);
  if (state?.state === 'running') {
    const { done, of } = state;
    return (
      <Flex direction="column" gap="small">
        <Text>{w('previewRunning')}</Text>
        {of === null || of === 0 ? null : (
          <ProgressBar
            title={w('previewDone', { done: format.number(done ?? 0), of: format.number(of) })}
            value={done ?? 0}
            maxValue={of}
            showPercentage
          />
        )}
      </Flex>
    );
  }
  if (state?.state === 'failed')
    return (
      <Alert variant="danger" title={w('previewFailed')}>
        {state.failure ?? w('previewAgain')}
      </Alert>
    );
  if (state?.state !== 'ready' || state.result === null)
    return (
      <EmptyState title={w('previewNone')} layout="vertical" imageName="target" imageWidth={120}>
        <Text>{draft.server.draft === null ? w('noDraft') : w('previewNoneText')}</Text>
      </EmptyState>
    );
  return (
    <Flex direction="column" gap="medium">
      {state.revision === draft.server.revision && draft.status === 'saved' ? null : (
        <Alert variant="warning" title={w('previewOld')}>
          {w('previewOldText')}
        </Alert>
      )}
      <Result {...props} result={state.result} />
    </Flex>
  );
}

function Result({ result, ...props }: ModelProps & { result: PublishPreview }) {
  const { say, format } = props;
  const w = say.model;
  const { asOf, companies, worsened, recovered, otherMoves, notes } = result;
  return (
    <>
      <Text variant="microcopy">
        {w('previewOf', { count: format.number(companies), moment: format.moment(asOf) })}
      </Text>
      <Statistics>
        <StatisticsItem label={w('worsened')} number={format.number(worsened)} />
        <StatisticsItem label={w('recovered')} number={format.number(recovered)} />
        <StatisticsItem label={w('otherMoves')} number={format.number(otherMoves)} />
      </Statistics>
      {notes.length === 0 ? null : (
        <Alert variant="info" title={w('notes')}>
          <List>
            {notes.map((note) => (
              <Text key={note}>{note}</Text>
            ))}
          </List>
        </Alert>
      )}
      <PreviewBands result={result} say={say} format={format} />
      <PreviewHistogram result={result} say={say} format={format} />
      <PreviewMoves result={result} say={say} format={format} />
    </>
  );
}
