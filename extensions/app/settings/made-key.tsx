import { Alert, Button, Flex, Input, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { SectionProps } from './section.ts';

/** The key that was just made: nobody can see it again, so it stays until its reader says that they have it. */
export function MadeKey({ madeKey, say, onDone }: Pick<SectionProps, 'say'> & { madeKey: string; onDone: () => void }) {
  const { copyTextToClipboard } = useExtensionActions<'settings'>();
  const [copied, setCopied] = useState<boolean | null>(null);
  const w = say.settings;
  const copy = async () => {
    try {
      await copyTextToClipboard(madeKey);
      setCopied(true);
    } catch {
      // A browser may refuse; the key is there to be selected.
      setCopied(false);
    }
  };
  return (
    <Alert variant="warning" title={w('keyMade')}>
      <Flex direction="column" gap="small">
        <Text>{w('keyMadeText')}</Text>
        <Input name="madeKey" label={w('newKey')} value={madeKey} readOnly />
        <Flex direction="row" gap="small" align="center">
          <Button variant="secondary" size="sm" onClick={copy}>
            {w('copy')}
          </Button>
          <Button variant="secondary" size="sm" onClick={onDone}>
            {w('keyDone')}
          </Button>
          {copied === null ? null : <Text>{w(copied ? 'copied' : 'copyFailed')}</Text>}
        </Flex>
      </Flex>
    </Alert>
  );
}
