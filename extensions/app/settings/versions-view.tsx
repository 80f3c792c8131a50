import type { ModelVersions } from '@account-health/contract/model';
import {
  Flex,
  LoadingSpinner,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { ConfirmButton } from './confirm-button.tsx';
import { LoadFailure } from './load-failure.tsx';
import type { ModelProps } from './model-props.ts';
import { OutcomeAlert } from './outcome-alert.tsx';
import { shapeOf } from './settings-api.ts';
import { useAnswer } from './use-answer.ts';
import type { Outcome } from './use-model-draft.ts';
import { VersionsDiff } from './versions-diff.tsx';

const isVersions = shapeOf<ModelVersions>({ versions: 'array' });

/** Every version that was published; what differs between two; and the way back to one. */
export function VersionsView(props: ModelProps) {
  const { api, draft, own, say } = props;
  const { state, reload } = useAnswer(api, '/api/settings/model/versions', isVersions);
  const { version } = draft.server.active;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active version gives another list
  useEffect(() => reload(), [version]);
  if (state.kind === 'loading') return <LoadingSpinner label={own.loading} showLabel />;
  if (state.kind === 'failed') return <LoadFailure failed={state} own={own} onRetry={reload} />;
  const { versions } = state.body;
  if (versions.length === 0) return <Text>{say.model('noVersions')}</Text>;
  return (
    <Flex direction="column" gap="medium">
      <List {...props} versions={versions} />
      <VersionsDiff {...props} versions={versions} />
    </Flex>
  );
}

function List({ versions, ...props }: ModelProps & ModelVersions) {
  const { drafts, own, say, format, mayChange, settled } = props;
  const w = say.model;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <>
      <Table density="condensed">
        <TableHead>
          <TableRow>
            {[w('version'), w('publishedOn'), w('publishedBy'), w('state')].map((title) => (
              <TableHeader key={title}>{title}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {versions.map(({ name, version, publishedAt, by, active }) => (
            <TableRow key={`${name} ${version}`}>
              <TableCell>{w('versionOf', { name, version })}</TableCell>
              <TableCell>{publishedAt === null ? w('withApp') : format.moment(publishedAt)}</TableCell>
              <TableCell>{by ?? '–'}</TableCell>
              <TableCell>
                {active ? <StatusTag variant="success">{w('isActive')}</StatusTag> : null}
                {active || !mayChange ? null : (
                  <ConfirmButton
                    id={`roll-back-${name}-${version}`}
                    variant="secondary"
                    size="sm"
                    label={w('rollBack', { version })}
                    disabled={!settled}
                    says={[w('rollBackSays', { version }), w('publishScores'), w('rollBackDraft')]}
                    confirm={w('rollBackConfirm', { version })}
                    cancel={w('cancel')}
                    onConfirm={() => void drafts.model.rollBack({ name, version }).then(setOutcome)}
                  />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <OutcomeAlert outcome={outcome} say={say} own={own} />
    </>
  );
}
