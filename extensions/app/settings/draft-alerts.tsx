import { Alert, Button, Flex, List, Text } from '@hubspot/ui-extensions';
import { unsaved } from './draft-state.ts';
import type { ModelProps } from './model-props.ts';

/** What did not arrive at the server, and what to do. */
export function Unsaved({ draft, drafts, own, say, format }: ModelProps) {
  const w = say.model;
  const { model } = drafts;
  const isReached = draft.failed?.reason === 'declined' || draft.failed?.reason === 'refused';
  if (draft.status === 'not_saved')
    return (
      <Alert variant="warning" title={w('notSavedTitle')}>
        <Flex direction="column" gap="small" align="start">
          <Text>{draft.failed?.text ?? (isReached ? own.reasons.declined : w('notSavedText'))}</Text>
          <Flex direction="row" gap="small">
            <Button variant="secondary" size="sm" onClick={model.save}>
              {w('saveNow')}
            </Button>
            <Button variant="secondary" size="sm" onClick={model.drop}>
              {w('dropMine')}
            </Button>
          </Flex>
        </Flex>
      </Alert>
    );
  if (draft.status !== 'conflict' || draft.theirs === null) return null;
  const theirs = draft.theirs.draft;
  return (
    <Alert variant="danger" title={w('conflictTitle')}>
      <Flex direction="column" gap="small" align="start">
        <Text>
          {theirs === null
            ? w('conflictPublished', {
                version: draft.theirs.active.version,
                by: draft.theirs.active.by ?? w('somebody'),
              })
            : w('conflictText', { by: theirs.by ?? w('somebody'), moment: format.moment(theirs.changedAt) })}
        </Text>
        <List>
          {draft.theirs.changes.map((change) => (
            <Text key={change.label}>
              {w('changeLine', { what: change.label, before: change.before ?? '–', after: change.after ?? '–' })}
            </Text>
          ))}
        </List>
        <Text>{w('conflictMine', { count: format.number(unsaved(draft).length) })}</Text>
        <Flex direction="row" gap="small">
          <Button variant="secondary" size="sm" onClick={model.keepMine}>
            {w('keepMine')}
          </Button>
          <Button variant="secondary" size="sm" onClick={model.takeTheirs}>
            {w('takeTheirs')}
          </Button>
        </Flex>
      </Flex>
    </Alert>
  );
}

/** Every mistake with its line in the YAML; each is shown at its field too, where the page has one. */
export function Mistakes({ mistakes, say, format }: ModelProps) {
  if (mistakes.length === 0) return null;
  return (
    <Alert variant="danger" title={say.model('mistakes', { count: format.number(mistakes.length) })}>
      <List>
        {mistakes.map(({ line, text }) => (
          <Text key={`${line} ${text}`}>{say.model('mistakeLine', { line: format.number(line), text })}</Text>
        ))}
      </List>
    </Alert>
  );
}
