import type { Family as FamilyFacts } from '@account-health/contract';
import { Flex, Link, StatusTag, Text } from '@hubspot/ui-extensions';
import { knownStatus, TAG_COLOURS } from './bands.ts';
import type { Labels } from './labels.ts';

/** How the child companies fare together, and the one that fares worst. A company without any shows nothing. */
export function Family(props: { family: FamilyFacts | undefined; locale: string; labels: Labels }) {
  const { family, locale, labels } = props;
  if (family === undefined) return null;
  const { facts, worst } = family;
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'demibold' }}>{labels.family}</Text>
      {facts.map((fact) => (
        <Text key={fact}>{fact}</Text>
      ))}
      {worst === null ? null : <Worst worst={worst} locale={locale} labels={labels} />}
    </Flex>
  );
}

function Worst(props: { worst: NonNullable<FamilyFacts['worst']>; locale: string; labels: Labels }) {
  const { worst, locale, labels } = props;
  const status = knownStatus(worst.status);
  return (
    <Flex direction="row" gap="extra-small" align="center" wrap>
      <Text>{labels.worstChild}</Text>
      <Link href={{ url: worst.url, external: true }}>{worst.label}</Link>
      <Text>{new Intl.NumberFormat(locale).format(worst.score)}</Text>
      <StatusTag variant={TAG_COLOURS[status]}>{labels.statuses[status]}</StatusTag>
    </Flex>
  );
}
