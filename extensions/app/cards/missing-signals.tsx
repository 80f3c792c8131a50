import type { MissingSignal } from '@account-health/contract';
import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { Labels } from './labels.ts';

/** What the score could not read, and why; open where it is the reason that there is no score. */
export function MissingSignals(props: { missing: readonly MissingSignal[]; open: boolean; labels: Labels }) {
  const { missing, open, labels } = props;
  if (missing.length === 0) return null;
  return (
    <Accordion title={`${labels.missing} (${missing.length})`} defaultOpen={open} size="xs">
      <Flex direction="column" gap="extra-small">
        {missing.map((signal) => (
          <Flex key={signal.signal} direction="column" gap="flush">
            <Text format={{ fontWeight: 'demibold' }}>{signal.label}</Text>
            <Text variant="microcopy">{signal.reason}</Text>
          </Flex>
        ))}
      </Flex>
    </Accordion>
  );
}
