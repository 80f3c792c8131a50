import type { HistoryPoint } from '@account-health/contract';
import { Flex, LineChart, Text } from '@hubspot/ui-extensions';
import type { Labels } from './labels.ts';

/**
 * A calendar day as a moment, for the chart: its noon in UTC, which falls on the same day wherever the chart is drawn
 * between UTC-12 and UTC+11.
 */
const noonOf = (date: string) => Date.parse(`${date}T12:00:00Z`);

interface HistoryProps {
  readonly history: readonly HistoryPoint[];
  /** The server's sentences on it; left out by a server older than this. */
  readonly notes?: readonly string[] | undefined;
  readonly labels: Labels;
}

/**
 * The line of the last twelve months; weeks without a score leave no point. Points computed afterwards and scores as
 * published are two lines that meet, so that the seam is seen. It is told in words as well, below, as are the days from which another
 * version of the health model counted: nobody needs to tell colours apart.
 */
export function History({ history, notes, labels }: HistoryProps) {
  const points = history.filter((point) => point.score !== null);
  if (points.length < 2) return null;
  const rows = points.flatMap((point, index) => {
    const row = (replayed: boolean) => ({
      date: noonOf(point.date),
      score: point.score ?? 0,
      kind: replayed ? labels.replayed : labels.published,
    });
    // The first published point also ends the replayed line.
    return points[index - 1]?.replayed && !point.replayed ? [row(true), row(false)] : [row(point.replayed)];
  });
  const seam = new Set(rows.map((row) => row.kind)).size > 1;
  return (
    <Flex direction="column" gap="flush">
      <LineChart
        data={rows}
        axes={{
          x: { field: 'date', fieldType: 'datetime', label: labels.date },
          y: { field: 'score', fieldType: 'linear', label: labels.score },
          options: {
            groupFieldByColor: 'kind',
            colors: { [labels.replayed]: 'aqua', [labels.published]: 'blue' },
          },
        }}
        options={{ title: labels.history, showLegend: seam, showTooltips: true }}
      />
      {notes?.map((note) => (
        <Text key={note} variant="microcopy">
          {note}
        </Text>
      ))}
    </Flex>
  );
}
