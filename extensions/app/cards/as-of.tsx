import { Flex, Text } from '@hubspot/ui-extensions';
import type { Labels } from './labels.ts';

interface AsOfProps {
  /** ISO 8601 UTC. */
  readonly asOf: string;
  /** 0..1. */
  readonly coverage: number | null;
  /** The portal's, IANA. */
  readonly timeZone: string;
  readonly locale: string;
  readonly labels: Labels;
}

/** How much the score knows, and of what moment it speaks, in the portal's time zone. */
export function AsOf({ asOf, coverage, timeZone, locale, labels }: AsOfProps) {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <Flex direction="column" gap="flush">
      {coverage === null ? null : <Text variant="microcopy">{labels.coverage(percent.format(coverage))}</Text>}
      <Text variant="microcopy">{labels.asOf(moment.format(new Date(asOf)))}</Text>
    </Flex>
  );
}
