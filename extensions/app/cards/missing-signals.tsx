import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { OfView } from './card-view.ts';

/** What is not known, by the reason why, so that one reason is read once; open where it is why there is no score. */
export function MissingSignals({ view: { card, say, format } }: OfView) {
  const { missing, state } = card;
  if (missing.length === 0) return null;
  const reasons = [...new Set(missing.map(({ reason }) => reason))];
  return (
    <Accordion
      title={say('missing', { count: format.number(missing.length) })}
      defaultOpen={state === 'unknown'}
      size="xs"
    >
      <Flex direction="column" gap="extra-small">
        {reasons.map((reason) => (
          <Flex key={reason} direction="column" gap="flush">
            <Text>{reason}</Text>
            <Text variant="microcopy">
              {missing
                .filter((one) => one.reason === reason)
                .map(({ label }) => label)
                .join(' · ')}
            </Text>
          </Flex>
        ))}
      </Flex>
    </Accordion>
  );
}
