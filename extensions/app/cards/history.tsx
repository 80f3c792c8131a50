import { Flex, LineChart, Text } from '@hubspot/ui-extensions';
import type { OfView } from './card-view.ts';

/**
 * A calendar day as a moment, for the chart: its noon in UTC, which falls on the same day wherever the chart is drawn
 * between UTC-12 and UTC+11.
 */
const noonOf = (date: string) => Date.parse(`${date}T12:00:00Z`);

/** The latest of them; the tab shows all that the server sends. */
const MOST_MARKS = 4;

/**
 * The line of the last twelve months; weeks without a score leave no point. Points computed afterwards and scores as published are
 * two lines that meet, so that the seam is seen. HubSpot's chart has no annotations, and would join points of a series of marks by a
 * line of their own: so the days on which the seam, another model or an override began stand below, in words, and nobody needs to
 * tell colours apart.
 */
export function History({ view, isWide = false }: OfView & { isWide?: boolean }) {
  const { card, say } = view;
  const points = card.history.filter((point) => point.score !== null);
  if (points.length < 2) return null;
  const [replayed, published] = [say('replayed'), say('published')];
  const rows = points.flatMap((point, index) => {
    const row = (isReplayed: boolean) => ({
      date: noonOf(point.date),
      score: point.score ?? 0,
      kind: isReplayed ? replayed : published,
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
          x: { field: 'date', fieldType: 'datetime', label: say('date') },
          y: { field: 'score', fieldType: 'linear', label: say('score') },
          options: { groupFieldByColor: 'kind', colors: { [replayed]: 'aqua', [published]: 'blue' } },
        }}
        options={{ title: say('history'), showLegend: seam, showTooltips: true }}
      />
      <Notes view={view} isWide={isWide} />
    </Flex>
  );
}

/** The marks; where there are none, what the server says of the history, such as that all of it was computed anew. */
function Notes({ view: { card, say, format }, isWide }: OfView & { isWide: boolean }) {
  const marks = isWide ? card.historyMarks : card.historyMarks.slice(-MOST_MARKS);
  const lines =
    marks.length > 0
      ? marks.map(({ date, label }) => say('mark', { day: format.day(date), label }))
      : card.historyNotes;
  return lines.map((line) => (
    <Text key={line} variant="microcopy">
      {line}
    </Text>
  ));
}
