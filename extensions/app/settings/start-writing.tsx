import type { Connection } from '@account-health/contract/settings';
import { Alert, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { may } from './may.tsx';
import type { SectionProps } from './section.ts';
import type { Failed } from './settings-api.ts';

interface StartWritingProps extends SectionProps {
  readonly connection: Connection;
  readonly onChange: () => void;
}

/** For an account that installed the app and into which nothing is written yet. */
export function StartWriting({ connection, onChange, home, api, say, own }: StartWritingProps) {
  const [state, setState] = useState<'idle' | 'starting' | 'started' | Failed>('idle');
  const w = say.settings;
  if (state === 'started') return <Alert variant="success" title={w('writingStarted')} />;
  if (connection.way !== 'installed' || connection.writingSince !== null) return null;
  const start = async () => {
    setState('starting');
    const answer = await api.post('/api/settings/start-writing', {});
    setState(
      answer.kind === 'ok'
        ? 'started'
        : answer.kind === 'failed'
          ? answer
          : { kind: 'failed', reason: 'unreachable', text: answer.text },
    );
    onChange();
  };
  return (
    <Alert variant="info" title={w('startWritingTitle')}>
      <Flex direction="column" gap="small" align="start">
        <Text>{w('startWritingText')}</Text>
        {may(home, 'start_writing') ? (
          <LoadingButton variant="primary" loading={state === 'starting'} onClick={start}>
            {w('startWriting')}
          </LoadingButton>
        ) : (
          <Text>{home.you.unknown ?? w('startWritingWho')}</Text>
        )}
        {typeof state === 'object' ? (
          <Alert variant="error" title={w('startWritingFailed')}>
            <Text>{state.text ?? own.reasons[state.reason]}</Text>
          </Alert>
        ) : null}
      </Flex>
    </Alert>
  );
}
