import { Button, ErrorState, Flex, Text } from '@hubspot/ui-extensions';
import type { CardTexts, FailureReason } from './card-texts.ts';

export function LoadFailure(props: { reason: FailureReason; texts: CardTexts; onRetry: () => void }) {
  const { reason, texts, onRetry } = props;
  return (
    <ErrorState title={texts.failed} type="error">
      <Flex direction="column" gap="small" align="center">
        <Text>{texts.failures[reason]}</Text>
        <Button variant="secondary" size="sm" onClick={onRetry}>
          {texts.retry}
        </Button>
      </Flex>
    </ErrorState>
  );
}
