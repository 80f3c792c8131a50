import type { Mark } from '@account-health/contract';
import { Flex, Tag, Text } from '@hubspot/ui-extensions';

/**
 * What else is worth knowing beside the status, each with the reason. In no colour: a mark is neither good nor bad, and counts for
 * nothing. A server older than the card sends none.
 */
export function Marks({ marks = [] }: { marks: readonly Mark[] | undefined }) {
  return marks.map(({ key, label, text }) => (
    <Flex key={key} direction="column" gap="extra-small" align="start">
      <Tag>{label}</Tag>
      <Text variant="microcopy">{text}</Text>
    </Flex>
  ));
}
