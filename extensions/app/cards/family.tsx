import type { Family as FamilyFacts } from '@account-health/contract';
import { Flex, Link, StatusTag, Text } from '@hubspot/ui-extensions';
import { knownStatus, TAG_COLOURS } from './bands.ts';
import type { OfView } from './card-view.ts';

/** How the child companies fare together, and the one that fares worst. A company without any shows nothing. */
export function Family({ view }: OfView) {
  const { family } = view.card;
  if (family === undefined) return null;
  const { facts, worst } = family;
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'demibold' }}>{view.say('family')}</Text>
      {facts.map((fact) => (
        <Text key={fact}>{fact}</Text>
      ))}
      {worst === null ? null : <Worst view={view} worst={worst} />}
    </Flex>
  );
}

function Worst({ view: { say, format }, worst }: OfView & { worst: NonNullable<FamilyFacts['worst']> }) {
  const status = knownStatus(worst.status);
  return (
    <Flex direction="row" gap="extra-small" align="center" wrap>
      <Text>{say('worstChild')}</Text>
      <Link href={{ url: worst.url, external: true }}>{worst.label}</Link>
      <Text>{format.number(worst.score)}</Text>
      <StatusTag variant={TAG_COLOURS[status]}>{say(status)}</StatusTag>
    </Flex>
  );
}
