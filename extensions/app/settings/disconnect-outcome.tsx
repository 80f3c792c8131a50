import { Alert, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';
import type { Disconnecting } from './use-disconnect.ts';

/** What came of disconnecting: above the form, or alone where there is nothing left to set. */
export function DisconnectOutcome({
  state,
  say,
  format,
  own,
}: Pick<SectionProps, 'say' | 'format' | 'own'> & { state: Disconnecting }) {
  const w = say.settings;
  if (state.kind === 'asking') return <LoadingSpinner label={w('disconnecting')} showLabel />;
  if (state.kind === 'disconnecting') {
    return (
      <>
        <LoadingSpinner label={w('disconnecting')} showLabel />
        <Text>{w('disconnectingText')}</Text>
      </>
    );
  }
  if (state.kind === 'done') {
    return (
      <Alert variant="success" title={w('disconnected')}>
        <Text>{w('disconnectedText')}</Text>
        {state.cleared === 0 ? null : <Text>{w('disconnectedCleared', { count: format.number(state.cleared) })}</Text>}
      </Alert>
    );
  }
  if (state.kind === 'silent') {
    return (
      <Alert variant="warning" title={w('disconnectSilent')}>
        {w('disconnectSilentText')}
      </Alert>
    );
  }
  if (state.kind === 'not_cleared' || state.kind === 'failed') {
    return (
      <Alert variant="error" title={w('notCleared')}>
        <Text>
          {state.kind === 'not_cleared'
            ? w('notClearedText', { count: format.number(state.failed) })
            : (state.text ?? own.reasons[state.reason])}
        </Text>
      </Alert>
    );
  }
  return null;
}
