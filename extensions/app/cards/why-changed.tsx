import type { ChangedSignal, ChangePart, ScoreChange } from '@account-health/contract';
import { Accordion, Flex, Link, Text } from '@hubspot/ui-extensions';
import type { Labels } from './labels.ts';

interface WhyChangedProps {
  readonly changes: readonly ScoreChange[] | undefined;
  readonly locale: string;
  readonly labels: Labels;
}

/** How the score moved over each period, and on request why. A server older than the card sends none; where nothing moved there is no why. */
export function WhyChanged({ changes = [], locale, labels }: WhyChangedProps) {
  const moved = changes.filter(({ parts }) => parts.length > 0);
  if (moved.length === 0) return null;
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'bold' }}>{labels.whyChanged}</Text>
      {moved.map(({ days, total, parts }) => (
        <Accordion
          key={days}
          size="xs"
          title={labels.changeOver(new Intl.NumberFormat(locale).format(days), signed.format(total))}
        >
          <Flex direction="column" gap="small">
            {parts.map((part) => (
              <Part key={part.cause} part={part} signed={signed} labels={labels} />
            ))}
          </Flex>
        </Accordion>
      ))}
    </Flex>
  );
}

function Part({ part, signed, labels }: { part: ChangePart; signed: Intl.NumberFormat; labels: Labels }) {
  return (
    <Flex direction="column" gap="extra-small">
      <Row label={part.label} points={signed.format(part.points)} weight="bold" />
      {part.signals.map((signal) => (
        <Signal key={signal.signal} signal={signal} signed={signed} labels={labels} />
      ))}
    </Flex>
  );
}

function Signal({ signal, signed, labels }: { signal: ChangedSignal; signed: Intl.NumberFormat; labels: Labels }) {
  return (
    <Flex direction="column" gap="flush">
      <Row label={signal.label} points={signed.format(signal.points)} weight="regular" />
      <Text>{signal.evidence}</Text>
      {signal.records.length === 0 ? null : (
        <Flex direction="row" gap="small" align="baseline" wrap="wrap">
          {signal.records.map((record) => (
            <Link key={`${record.objectType} ${record.id}`} href={{ url: record.url, external: true }}>
              {record.label}
            </Link>
          ))}
          {signal.moreRecords > 0 ? (
            <Text variant="microcopy">
              {labels.more(new Intl.NumberFormat(signed.resolvedOptions().locale).format(signal.moreRecords))}
            </Text>
          ) : null}
        </Flex>
      )}
    </Flex>
  );
}

function Row({ label, points, weight }: { label: string; points: string; weight: 'bold' | 'regular' }) {
  return (
    <Flex direction="row" justify="between" align="start" gap="small">
      <Text format={{ fontWeight: weight }}>{label}</Text>
      <Text format={{ fontWeight: weight }}>{points}</Text>
    </Flex>
  );
}
