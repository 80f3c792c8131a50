import type { Connection } from '@account-health/contract/settings';
import { Accordion, Alert, Flex, Heading, Input, LoadingButton, Text, Toggle } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { DisconnectOutcome } from './disconnect-outcome.tsx';
import { may } from './may.tsx';
import type { SectionProps } from './section.ts';
import type { Disconnect } from './use-disconnect.ts';

/** Takes the app out of the account: only after its number was typed. */
export function DisconnectSection(props: SectionProps & { way: Connection['way']; leaving: Disconnect }) {
  const { way, home, say } = props;
  const { state, disconnect } = props.leaving;
  const w = say.settings;
  const [typed, setTyped] = useState('');
  const [clearValues, setClearValues] = useState(true);
  const isBusy = state.kind === 'asking';
  const isConfirmed = typed.trim() === String(home.portalId);
  return (
    <Flex direction="column" gap="small">
      <Heading>{w('disconnect')}</Heading>
      {way === 'private' ? <Text>{w('disconnectPrivate')}</Text> : null}
      {may(home, 'disconnect') ? null : <Text>{home.you.unknown ?? w('readOnlyWhy')}</Text>}
      <DisconnectOutcome {...props} state={state} />
      {way !== 'installed' || !may(home, 'disconnect') ? null : (
        <Accordion title={w('disconnectOpen')} size="sm">
          <Flex direction="column" gap="small" align="start">
            <Alert variant="danger" title={w('disconnectText')}>
              {w('disconnectListed')}
            </Alert>
            <Toggle
              name="clearValues"
              label={w('disconnectClear')}
              labelDisplay="inline"
              textChecked={w('on')}
              textUnchecked={w('off')}
              size="sm"
              checked={clearValues}
              onChange={setClearValues}
            />
            <Text variant="microcopy">{w('disconnectClearText')}</Text>
            <Input
              name="portalNumber"
              label={w('disconnectNumber', { number: String(home.portalId) })}
              description={w('disconnectNumberHint')}
              value={typed}
              onInput={setTyped}
              onChange={setTyped}
            />
            <LoadingButton
              variant="destructive"
              loading={isBusy}
              disabled={!isConfirmed || isBusy}
              onClick={() => disconnect(clearValues)}
            >
              {w('disconnectButton')}
            </LoadingButton>
          </Flex>
        </Accordion>
      )}
    </Flex>
  );
}
