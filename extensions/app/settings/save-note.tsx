import { Alert, Button, Flex, Icon, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { SectionProps } from './section.ts';
import type { Form } from './use-form.ts';
import type { Saving } from './use-save.ts';

interface SaveNoteProps extends Pick<SectionProps, 'say' | 'own'> {
  readonly saving: Saving;
  /** Left out where nobody else can have changed it. */
  readonly form?: Pick<Form<unknown>, 'isStale' | 'reset' | 'isChanged'>;
  /** What holds now, in words, where somebody else changed it. */
  readonly theirs?: ReactNode;
}

/** What came of saving, beside the button that saves. */
export function SaveNote({ saving, form, theirs, say, own }: SaveNoteProps) {
  if (form?.isStale) {
    return (
      <Alert variant="warning" title={say.settings('stale')}>
        <Flex direction="column" gap="small">
          <Text>{say.settings('staleText')}</Text>
          {theirs}
          <Button variant="secondary" size="sm" onClick={form.reset}>
            {say.settings('takeTheirs')}
          </Button>
        </Flex>
      </Alert>
    );
  }
  if (saving.kind === 'failed') {
    return (
      <Alert variant="error" title={say.settings('notSaved')}>
        <Text>{saving.text ?? own.reasons[saving.reason]}</Text>
        <Text>{say.settings('notSavedText')}</Text>
      </Alert>
    );
  }
  if (saving.kind !== 'saved' || form?.isChanged) return null;
  return (
    <Flex direction="row" gap="extra-small" align="center">
      <Icon name="success" color="success" screenReaderText={say.settings('saved')} />
      <Text>{say.settings('saved')}</Text>
    </Flex>
  );
}
