import type { Playbooks, PlaybooksAnswer } from '@account-health/contract/playbooks';
import { Alert, Button, Flex, List, LoadingButton, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { LoadFailure } from './load-failure.tsx';
import { may, ReadOnlyNote } from './may.tsx';
import { PlaybooksFields } from './playbooks-fields.tsx';
import { differing, faultsOf } from './playbooks-form.ts';
import { PlaysTable } from './plays-table.tsx';
import type { SectionProps } from './section.ts';
import { type Failed, shapeOf } from './settings-api.ts';
import { useAnswer } from './use-answer.ts';

const PATH = '/api/settings/playbooks';
const isPlaybooks = shapeOf<PlaybooksAnswer>({
  version: 'number',
  playbooks: 'object',
  advice: 'object',
  plays: 'array',
  outcomes: 'array',
  skipped: 'array',
});

/** What was typed, and the version that it was begun with. */
interface Form {
  readonly version: number;
  readonly playbooks: Playbooks;
}

const FORM = 'playbooks';

/** What happens when an account worsens, and what came of it. */
export function PlaybooksSection(props: SectionProps) {
  const { api, own } = props;
  const { state, reload, put } = useAnswer(api, PATH, isPlaybooks);
  if (state.kind === 'loading') return <LoadingSpinner label={own.loading} showLabel layout="centered" />;
  if (state.kind === 'failed') return <LoadFailure failed={state} own={own} onRetry={reload} />;
  return (
    <Flex direction="column" gap="medium">
      <ReadOnlyNote {...props} action="change_playbooks" />
      <PlaybooksForm {...props} answer={state.body} onAnswer={put} />
      <PlaysTable {...props} answer={state.body} />
    </Flex>
  );
}

interface FormProps extends SectionProps {
  readonly answer: PlaybooksAnswer;
  readonly onAnswer: (answer: PlaybooksAnswer) => void;
}

function PlaybooksForm({ answer, onAnswer, ...props }: FormProps) {
  const { home, api, kept, own, say } = props;
  const w = say.play;
  // Asked for anew wherever something is pressed: the field left by pressing may have been told of, and not been drawn yet.
  const latest = () => kept.get<Form>(FORM) ?? { version: answer.version, playbooks: answer.playbooks };
  const form = latest();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failed | null>(null);
  const [saved, setSaved] = useState(false);
  const readOnly = !may(home, 'change_playbooks');
  const isChanged = differing(form.playbooks, answer.playbooks).length > 0;
  // Somebody else saved since this was begun: told by a refused save, or found on coming back.
  const isStale = form.version !== answer.version && isChanged;
  const save = async () => {
    const { version, playbooks } = latest();
    if (Object.keys(faultsOf(playbooks)).length > 0) return;
    setBusy(true);
    const came = await api.put(PATH, { version, playbooks });
    setBusy(false);
    if (came.kind === 'failed') return setFailed(came);
    if (!isPlaybooks(came.body)) return setFailed({ kind: 'failed', reason: 'unreachable', text: null });
    setFailed(null);
    if (came.kind === 'ok') kept.set(FORM, undefined);
    setSaved(came.kind === 'ok');
    onAnswer(came.body);
  };
  return (
    <Flex direction="column" gap="medium">
      {answer.refused === null ? null : (
        <Alert variant="warning" title={w('cannotNow')}>
          <Text>{answer.refused}</Text>
        </Alert>
      )}
      <PlaybooksFields
        {...props}
        readOnly={readOnly}
        playbooks={form.playbooks}
        isOn={answer.playbooks.enabled}
        advice={answer.advice}
        onChange={(change) => {
          setSaved(false);
          const now = latest();
          kept.set(FORM, { ...now, playbooks: { ...now.playbooks, ...change(now.playbooks) } });
        }}
      />
      {isStale ? (
        <Alert variant="danger" title={w('conflict')}>
          <Flex direction="column" gap="small" align="start">
            <Text>{w('conflictText')}</Text>
            <List>
              {differing(form.playbooks, answer.playbooks).map((field) => (
                <Text key={field}>{w(field)}</Text>
              ))}
            </List>
            <Flex direction="row" gap="small">
              <Button
                variant="secondary"
                size="sm"
                onClick={() => kept.set(FORM, { version: answer.version, playbooks: form.playbooks })}
              >
                {w('keepMine')}
              </Button>
              <Button variant="secondary" size="sm" onClick={() => kept.set(FORM, undefined)}>
                {w('takeTheirs')}
              </Button>
            </Flex>
          </Flex>
        </Alert>
      ) : null}
      {failed === null ? null : (
        <Alert variant="danger" title={w('notSaved')}>
          <Text>{failed.text ?? own.reasons[failed.reason]}</Text>
        </Alert>
      )}
      {saved ? <Alert variant="success" title={w('saved')} /> : null}
      {readOnly ? null : (
        <Flex direction="row" gap="small">
          <LoadingButton
            variant="primary"
            loading={busy}
            // Not by what is entered: HubSpot tells of a field only once it is left, maybe by pressing this.
            disabled={isStale}
            onClick={() => void save()}
          >
            {w('save')}
          </LoadingButton>
          {isChanged && !isStale ? (
            <Button variant="secondary" onClick={() => kept.set(FORM, undefined)}>
              {w('giveUp')}
            </Button>
          ) : null}
        </Flex>
      )}
    </Flex>
  );
}
