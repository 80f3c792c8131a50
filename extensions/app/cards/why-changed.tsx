import type { ChangedSignal, ChangePart, ScoreChange } from '@account-health/contract';
import { Accordion, AutoGrid, Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { OfView } from './card-view.ts';
import { Records } from './records.tsx';

/** Of a period in the tab, pixels. */
const COLUMN_WIDTH = 320;

/** How the score moved over each period and why: folded, or, where there is room, side by side. Where nothing moved there is no why. */
export function WhyChanged({ view, isWide = false }: OfView & { isWide?: boolean }) {
  const moved = view.card.changes.filter(({ parts }) => parts.length > 0);
  if (moved.length === 0) return null;
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'bold' }}>{view.say('whyChanged')}</Text>
      {isWide ? (
        <AutoGrid columnWidth={COLUMN_WIDTH} flexible gap="small">
          {moved.map((change) => (
            <Tile key={change.days} compact>
              <Flex direction="column" gap="small">
                <Text format={{ fontWeight: 'demibold' }}>{titleOf(change)}</Text>
                <Reasons view={view} change={change} />
              </Flex>
            </Tile>
          ))}
        </AutoGrid>
      ) : (
        moved.map((change) => (
          <Accordion key={change.days} size="xs" title={titleOf(change)}>
            <Reasons view={view} change={change} />
          </Accordion>
        ))
      )}
    </Flex>
  );
}

/** A server older than the card sends no title. */
const titleOf = ({ title, sentence }: ScoreChange): string => title ?? sentence;

function Reasons({ view, change }: OfView & { change: ScoreChange }) {
  return (
    <Flex direction="column" gap="small">
      {change.parts.map((part) => (
        <Part key={part.cause} view={view} part={part} />
      ))}
    </Flex>
  );
}

function Part({ view, part }: OfView & { part: ChangePart }) {
  return (
    <Flex direction="column" gap="extra-small">
      <Row label={part.label} points={view.format.signed(part.points)} weight="bold" />
      {part.signals.map((signal) => (
        <Signal key={signal.signal} view={view} signal={signal} />
      ))}
    </Flex>
  );
}

function Signal({ view, signal }: OfView & { signal: ChangedSignal }) {
  return (
    <Flex direction="column" gap="flush">
      <Row label={signal.label} points={view.format.signed(signal.points)} weight="regular" />
      <Text>{signal.evidence}</Text>
      <Records view={view} records={signal.records} more={signal.moreRecords} />
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
