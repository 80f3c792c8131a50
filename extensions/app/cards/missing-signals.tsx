import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { OfView } from './card-view.ts';

/** What the score could not read, and why; open where it is the reason that there is no score. */
export function MissingSignals({ view: { card, say, format } }: OfView) {
  const { missing, state } = card;
  if (missing.length === 0) return null;
  return (
    <Accordion
      title={say('missing', { count: format.number(missing.length) })}
      defaultOpen={state === 'unknown'}
      size="xs"
    >
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
