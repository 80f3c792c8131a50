import type { ModelCheck } from '@account-health/contract/model';
import { Alert, Button, Flex, Heading, List, LoadingSpinner, Text, TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { ConfirmButton } from './confirm-button.tsx';
import { DiffTable } from './diff-table.tsx';
import type { ModelProps } from './model-props.ts';
import { OutcomeAlert } from './outcome-alert.tsx';
import { type Failed, shapeOf } from './settings-api.ts';
import type { Outcome } from './use-model-draft.ts';

const isCheck = shapeOf<ModelCheck>({ mistakes: 'array', changes: 'array' });

const FORM = 'model.yaml';

interface Form {
  readonly yaml: string;
  /** Of this very text; null: not checked. */
  readonly check: ModelCheck | null;
}

/** YAML from elsewhere: checked first, and only then, and only when told, in place of the draft. The text stays while one looks elsewhere. */
export function YamlImport(props: ModelProps) {
  const { api, draft, drafts, kept, own, say, settled } = props;
  const w = say.model;
  const latest = (): Form => kept.get<Form>(FORM) ?? { yaml: '', check: null };
  const form = latest();
  const [isEmpty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failed | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const check = async () => {
    // HubSpot tells of a field once it is left, maybe by pressing this: what was drawn may be older.
    const { yaml } = latest();
    setEmpty(yaml.trim() === '');
    if (yaml.trim() === '') return;
    setBusy(true);
    const answer = await api.post('/api/settings/model/check', { yaml });
    setBusy(false);
    if (answer.kind === 'ok' && isCheck(answer.body)) {
      setFailed(null);
      // Another text by now has not been checked.
      if (latest().yaml === yaml) kept.set(FORM, { yaml, check: answer.body });
    } else setFailed(answer.kind === 'failed' ? answer : { kind: 'failed', reason: 'unreachable', text: null });
  };
  const use = async () => {
    const came = await drafts.model.replace({ kind: 'yaml', yaml: form.yaml });
    setOutcome(came);
    if (came === 'done') kept.set(FORM, undefined);
  };
  return (
    <Flex direction="column" gap="small">
      <Heading>{w('import')}</Heading>
      <TextArea
        label={w('importText')}
        name="yaml.import"
        description={w('importHint')}
        rows={14}
        value={form.yaml}
        onChange={(yaml) => {
          setOutcome(null);
          setEmpty(false);
          if (yaml !== latest().yaml) kept.set(FORM, { yaml, check: null });
        }}
        error={isEmpty}
        {...(isEmpty && { validationMessage: w('importMissing') })}
      />
      <Flex direction="row">
        <Button variant="secondary" size="sm" disabled={busy} onClick={() => void check()}>
          {w('check')}
        </Button>
      </Flex>
      {busy ? <LoadingSpinner label={w('checking')} showLabel /> : null}
      {failed === null ? null : (
        <Alert variant="danger" title={w('notDone')}>
          {failed.text ?? own.reasons[failed.reason]}
        </Alert>
      )}
      {form.check === null ? null : <Checked {...props} check={form.check} />}
      {form.check === null || form.check.mistakes.length > 0 ? null : (
        <Flex direction="row">
          <ConfirmButton
            id="use-yaml"
            variant="secondary"
            size="sm"
            label={w('useYaml')}
            disabled={!settled}
            says={[draft.server.draft === null ? w('useYamlNew') : w('useYamlReplaces'), w('useYamlPublish')]}
            confirm={w('useYaml')}
            cancel={w('cancel')}
            onConfirm={() => void use()}
          />
        </Flex>
      )}
      {outcome === 'done' ? <Alert variant="success" title={w('used')} /> : null}
      <OutcomeAlert outcome={outcome} say={say} own={own} />
    </Flex>
  );
}

function Checked({ check, say, format }: ModelProps & { check: ModelCheck }) {
  const w = say.model;
  if (check.mistakes.length === 0)
    return (
      <Flex direction="column" gap="small">
        <Alert variant="success" title={w('checkRight')} />
        <DiffTable changes={check.changes} say={say} />
      </Flex>
    );
  return (
    <Alert variant="danger" title={w('mistakes', { count: format.number(check.mistakes.length) })}>
      <List>
        {check.mistakes.map(({ line, text }) => (
          <Text key={`${line} ${text}`}>{w('mistakeLine', { line: format.number(line), text })}</Text>
        ))}
      </List>
    </Alert>
  );
}
