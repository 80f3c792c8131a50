import { Flex, Text } from '@hubspot/ui-extensions';
import type { OfView } from './card-view.ts';

/** How much the score knows, and of what moment it speaks, in the portal's time zone. */
export function AsOf({ view: { card, say, format } }: OfView) {
  const { coverage, asOf } = card;
  return (
    <Flex direction="column" gap="flush">
      {coverage === null ? null : (
        <Text variant="microcopy">{say('coverage', { percent: format.percent(coverage) })}</Text>
      )}
      {asOf === null ? null : <Text variant="microcopy">{say('asOf', { moment: format.moment(asOf) })}</Text>}
    </Flex>
  );
}
