import type { Connection } from '@account-health/contract/settings';
import { Divider, Flex, Heading } from '@hubspot/ui-extensions';
import { ConnectionFacts } from './connection-facts.tsx';
import { DisconnectSection } from './disconnect-section.tsx';
import { Findings } from './findings.tsx';
import { HeldRecords } from './held-records.tsx';
import { KeysSection } from './keys-section.tsx';
import { ReadOnlyNote } from './may.tsx';
import { ScheduleSection } from './schedule-section.tsx';
import { ScopesTable } from './scopes-table.tsx';
import type { SectionProps } from './section.ts';
import { shapeOf } from './settings-api.ts';
import { StartWriting } from './start-writing.tsx';
import { SyncSection } from './sync-section.tsx';
import { useAnswer } from './use-answer.ts';
import type { Disconnect } from './use-disconnect.ts';
import { WithAnswer } from './with-answer.tsx';

const isConnection = shapeOf<Connection>({ scopes: 'array', findings: 'array', held: 'array', way: 'string' });

/** How the account is connected and read, and how to end that. The one primary button is that which starts the writing. */
export function ConnectionTab(props: SectionProps & { leaving: Disconnect }) {
  const { api, say, own } = props;
  const answer = useAnswer(api, '/api/settings/connection', isConnection);
  const connection = answer.state.kind === 'loaded' ? answer.state.body : null;
  return (
    <Flex direction="column" gap="large">
      <Flex direction="column" gap="medium">
        <Heading>{say.settings('connection')}</Heading>
        <ReadOnlyNote {...props} action="change_schedule" />
        <WithAnswer answer={answer} own={own}>
          {(loaded) => (
            <>
              <StartWriting {...props} connection={loaded} onChange={answer.reload} />
              <ConnectionFacts {...props} connection={loaded} />
              <Findings {...props} connection={loaded} />
            </>
          )}
        </WithAnswer>
      </Flex>
      <Divider />
      <SyncSection {...props} held={connection?.held ?? []} onEnd={answer.reload} />
      <Divider />
      <ScheduleSection {...props} />
      {connection === null ? null : (
        <>
          <Divider />
          <ScopesTable {...props} connection={connection} />
          <HeldRecords {...props} connection={connection} />
        </>
      )}
      <Divider />
      <KeysSection {...props} />
      {connection === null ? null : (
        <>
          <Divider />
          <DisconnectSection {...props} way={connection.way} />
        </>
      )}
    </Flex>
  );
}
