import { Alert, Button, Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { ConfirmButton } from './confirm-button.tsx';
import { Mistakes, Unsaved } from './draft-alerts.tsx';
import { type SaveStatus, unsaved } from './draft-state.ts';
import type { ModelProps } from './model-props.ts';
import { OutcomeAlert } from './outcome-alert.tsx';
import type { Outcome } from './use-model-draft.ts';

interface DraftBarProps extends ModelProps {
  /** Opens where the preview is shown. */
  readonly onPreview: () => void;
}

const TAGS = {
  saved: 'success',
  waiting: 'info',
  saving: 'info',
  not_saved: 'warning',
  conflict: 'danger',
} as const satisfies Record<SaveStatus, string>;

/** What is published, what is being changed and whether it is saved; and the one thing to do next: look, then publish. */
export function DraftBar(props: DraftBarProps) {
  const { draft, drafts, say, format, mayChange } = props;
  const [last, setLast] = useState<Outcome | null>(null);
  const { server, status } = draft;
  const w = say.model;
  const { active, changes } = server;
  const has = server.draft !== null || unsaved(draft).length > 0;
  return (
    <Flex direction="column" gap="small">
      <Flex direction="row" justify="between" align="center" gap="medium" wrap="wrap">
        <Flex direction="column" gap="flush">
          <Text format={{ fontWeight: 'bold' }}>{w('active', { name: active.name, version: active.version })}</Text>
          <Text variant="microcopy">
            {active.publishedAt === null
              ? w('activeDefault')
              : w('activeSince', { day: format.day(active.publishedAt), by: active.by ?? w('somebody') })}
          </Text>
        </Flex>
        <Flex direction="row" align="center" gap="small" wrap="wrap">
          {has ? <StatusTag variant={TAGS[status]}>{w(`status_${status}`)}</StatusTag> : null}
          {changes.length > 0 ? (
            <Text variant="microcopy">{w('changesCount', { count: format.number(changes.length) })}</Text>
          ) : null}
          {has && mayChange ? <Actions {...props} onDone={setLast} /> : null}
        </Flex>
      </Flex>
      {has ? null : <Text variant="microcopy">{w('noDraft')}</Text>}
      {server.pendingCycle ? <Text variant="microcopy">{w('pendingCycle')}</Text> : null}
      <Unsaved {...props} />
      <Mistakes {...props} />
      <OutcomeAlert outcome={last} {...props} />
      {has && server.draft !== null ? (
        <Text variant="microcopy">
          {w('draftBy', {
            by: server.draft.by ?? w('somebody'),
            moment: format.moment(server.draft.changedAt),
            version: server.draft.basedOn,
          })}
        </Text>
      ) : null}
      {drafts.preview.failed === null || !mayChange ? null : (
        <Alert variant="warning" title={w('previewFailed')}>
          {drafts.preview.failed.text ?? props.own.reasons[drafts.preview.failed.reason]}
        </Alert>
      )}
    </Flex>
  );
}

function Actions(props: DraftBarProps & { onDone: (outcome: Outcome) => void }) {
  const { draft, drafts, say, settled, onPreview, onDone } = props;
  const { server } = draft;
  const { preview, model } = drafts;
  const w = say.model;
  const mayBegin = settled && server.draft !== null;
  const isRight = mayBegin && props.mistakes.length === 0;
  // Publishing without having seen what it does asks first to look.
  const isSeen = preview.seen === server.revision;
  return (
    <>
      {isSeen ? (
        <ConfirmButton
          id="publish-model"
          variant="primary"
          label={w('publish')}
          disabled={!isRight}
          says={[w('publishSays', { version: server.nextVersion }), w('publishScores'), w('publishBack')]}
          confirm={w('publishConfirm', { version: server.nextVersion })}
          cancel={w('cancel')}
          onConfirm={() => void model.publish().then(onDone)}
        />
      ) : (
        <Button
          variant="primary"
          disabled={!isRight}
          onClick={() => {
            preview.start(server.revision);
            onPreview();
          }}
        >
          {w('preview')}
        </Button>
      )}
      <ConfirmButton
        id="discard-draft"
        variant="destructive"
        label={w('discard')}
        disabled={!mayBegin}
        says={[w('discardSays')]}
        confirm={w('discardConfirm')}
        cancel={w('cancel')}
        onConfirm={() => void model.replace({ kind: 'discard' }).then(onDone)}
      />
    </>
  );
}
