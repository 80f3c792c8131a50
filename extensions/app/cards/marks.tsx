import { Flex, Tag, Text } from '@hubspot/ui-extensions';
import type { OfView } from './card-view.ts';

/** What else is worth knowing beside the status, each with the reason. In no colour: a mark is neither good nor bad, and counts for nothing. */
export function Marks({ view }: OfView) {
  return view.card.marks.map(({ key, label, text }) => (
    <Flex key={key} direction="column" gap="extra-small" align="start">
      <Tag>{label}</Tag>
      <Text variant="microcopy">{text}</Text>
    </Flex>
  ));
}
