import type { HistoryMark, HistoryPoint } from '@account-health/contract';
import { type ChartColor, Flex, LineChart, Text } from '@hubspot/ui-extensions';
import type { OfView } from './card-view.ts';

/**
 * A calendar day as a moment, for the chart: its noon in UTC, which falls on the same day wherever the chart is drawn
 * between UTC-12 and UTC+11.
 */
const noonOf = (date: string) => Date.parse(`${date}T12:00:00Z`);

/** The latest of them; the tab shows all that the server sends. */
const MOST_MARKS = 4;

/** One after the other; none that means a status elsewhere. */
const COLORS: readonly ChartColor[] = ['aqua', 'blue', 'purple', 'pink', 'darkAqua', 'darkBlue', 'darkPurple'];

interface Row {
  readonly date: number;
  readonly score: number;
  /** Names the line that the point is of, in the legend. */
  readonly stretch: string;
}

/**
 * The line of the last twelve months; weeks without a score leave no point. HubSpot's chart has no annotations, so the line changes its
 * colour where something else than the account's own doing began to count: scores as published, another model, an override. Each stretch
 * is named by the day on which it began, and what began then stands below in words, so that nobody needs to tell colours apart.
 */
export function History({ view, isWide = false }: OfView & { isWide?: boolean }) {
  const { card, say, format } = view;
  const points = card.history.filter((point) => point.score !== null);
  if (points.length < 2) return null;
  const marks = isWide ? card.historyMarks : card.historyMarks.slice(-MOST_MARKS);
  const stretchOf = ({ date, replayed }: HistoryPoint) => {
    const mark = marks.findLast((one) => one.date <= date);
    return mark ? say('from', { day: format.day(mark.date) }) : replayed ? say('replayed') : say('published');
  };
  const rows = points.flatMap((point, index): Row[] => {
    const row = { date: noonOf(point.date), score: point.score ?? 0, stretch: stretchOf(point) };
    const before = points[index - 1];
    // The lines meet: the first point of a stretch also ends the one before.
    const ended = before && stretchOf(before);
    return ended === undefined || ended === row.stretch ? [row] : [{ ...row, stretch: ended }, row];
  });
  const stretches = [...new Set(rows.map(({ stretch }) => stretch))];
  // Also where nothing was calculated later: scores as published have one colour everywhere.
  const shift = points[0]?.replayed ? 0 : 1;
  return (
    <Flex direction="column" gap="flush">
      <LineChart
        data={rows.map((row) => ({ ...row }))}
        axes={{
          x: { field: 'date', fieldType: 'datetime', label: say('date') },
          y: { field: 'score', fieldType: 'linear', label: say('score') },
          options: {
            groupFieldByColor: 'stretch',
            colors: Object.fromEntries(
              stretches.map((stretch, index) => [stretch, COLORS[(index + shift) % COLORS.length] ?? 'blue']),
            ),
          },
        }}
        options={{ title: say('history'), showLegend: stretches.length > 1, showTooltips: true }}
      />
      <Notes view={view} marks={marks} />
    </Flex>
  );
}

/** The marks; where there are none, what the server says of the history, such as that all of it was computed anew. */
function Notes({ view: { card, say, format }, marks }: OfView & { marks: readonly HistoryMark[] }) {
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
