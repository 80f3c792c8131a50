import type { SettingsHome } from '@account-health/contract/settings';
import { Alert, Text } from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';

/** By the server's rules: `change_schedule`, `change_model` ... What it does not name, nobody may. */
export const may = (home: SettingsHome, action: string): boolean => home.you.may[action] === true;

/** Why a section is only to be read; nothing for who may change it. */
export function ReadOnlyNote({ home, say, action }: Pick<SectionProps, 'home' | 'say'> & { action: string }) {
  if (may(home, action)) return null;
  return (
    <Alert variant="info" title={say.settings('readOnly')}>
      <Text>{home.you.unknown ?? say.settings('readOnlyWhy')}</Text>
    </Alert>
  );
}
