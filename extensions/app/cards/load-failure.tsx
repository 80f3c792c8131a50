import { Button, ErrorState, Flex, Text } from '@hubspot/ui-extensions';
import type { Labels } from './labels.ts';
import type { FailureReason } from './use-scorecard.ts';

export function LoadFailure(props: { reason: FailureReason; labels: Labels; onRetry: () => void }) {
  const { reason, labels, onRetry } = props;
  return (
    <ErrorState title={labels.failed} type="error">
      <Flex direction="column" gap="small" align="center">
        <Text>{labels.failures[reason]}</Text>
        <Button variant="secondary" size="sm" onClick={onRetry}>
          {labels.retry}
        </Button>
      </Flex>
    </ErrorState>
  );
}
