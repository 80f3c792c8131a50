import { Button, ErrorState, Flex, Text } from '@hubspot/ui-extensions';
import type { OwnWords } from './own-words.ts';
import type { Failed } from './settings-api.ts';

export function LoadFailure({ failed, own, onRetry }: { failed: Failed; own: OwnWords; onRetry: () => void }) {
  return (
    <ErrorState title={own.failed} type={failed.reason === 'refused' ? 'lock' : 'error'}>
      <Flex direction="column" gap="small" align="center">
        <Text>{failed.text ?? own.reasons[failed.reason]}</Text>
        <Button variant="secondary" size="sm" onClick={onRetry}>
          {own.retry}
        </Button>
      </Flex>
    </ErrorState>
  );
}
