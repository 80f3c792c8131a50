import type { Model } from '../../src/scoring/model.ts';
import type { Counts, SignalSummary, Spread, Summary } from './summarise.ts';

/** One day of a portal, summarised. */
export interface DaySummary {
  readonly day: string;
  readonly summary: Summary;
}

/** The days of one portal as Markdown: a table of who is scored and how, and one of what is known, as of the last day. */
export function summaryText(days: readonly DaySummary[], model: Model): string {
  const last = days.at(-1);
  return [
    '| close of | companies | not customers | unknown | healthy | at risk | unhealthy | capped | score: mean, median, from–to | coverage: mean, median |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...days.map(dayRow),
    ...(last === undefined ? [] : ['', ...signalLines(last, model)]),
  ].join('\n');
}

function dayRow({ day, summary }: DaySummary): string {
  const { companies, notCustomers, unknown, bands, caps, score, coverage } = summary;
  const cells = [
    day,
    number(companies),
    listed(notCustomers),
    listed(unknown),
    number(bands.healthy),
    number(bands.at_risk),
    number(bands.unhealthy),
    listed(caps),
    score === null ? '–' : `${score.mean.toFixed(1)}, ${score.median}, ${score.least}–${score.most}`,
    coverage === null ? '–' : `${percent(coverage.mean)}, ${percent(coverage.median)}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** What is known of the customers: signals that are known of at least one in a table, the others in a line. */
function signalLines({ day, summary: { signals, segments } }: DaySummary, model: Model): readonly string[] {
  const weighted = new Set(
    Object.values(model.dimensions).flatMap((dimension) =>
      Object.entries(dimension.signals).flatMap(([key, { weight }]) =>
        weight > 0 && dimension.weight > 0 ? [key] : [],
      ),
    ),
  );
  const named = ({ signal }: SignalSummary) => `${signal}${weighted.has(signal) ? '' : ' (weight 0)'}`;
  const total = ({ known, unknown }: SignalSummary) => Object.values(unknown).reduce((sum, some) => sum + some, known);
  const some = signals.filter(({ known }) => known > 0).toSorted((a, b) => b.known - a.known);
  const none = signals.filter(({ known }) => known === 0);
  return [
    `| signal, ${day} | known | of these only silence | unknown, by reason |`,
    '|---|---|---|---|',
    ...some.map((signal) => {
      const silence = signal.silent === 0 ? '–' : percent(signal.silent / signal.known);
      return `| ${named(signal)} | ${percent(signal.known / total(signal))} | ${silence} | ${listed(signal.unknown)} |`;
    }),
    ...[...Map.groupBy(none, ({ unknown }) => reasons(unknown))].flatMap(([reason, group]) => [
      '',
      `Known of nobody, ${reason}: ${group.map(named).join(', ')}.`,
    ]),
    ...(Object.keys(segments).length === 0 ? [] : ['', `Customers in a segment: ${listed(segments)}.`]),
  ];
}

const number = (value: number): string => value.toLocaleString('en');
const percent = (share: Spread['mean']): string => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
const words = (key: string): string => key.replaceAll('_', ' ');
const reasons = (counts: Counts): string => Object.keys(counts).map(words).join(', ');

/** "3 (low coverage 2, no facts 1)"; 0 for none. */
function listed(counts: Counts): string {
  const entries = Object.entries(counts);
  const total = entries.reduce((sum, [, times]) => sum + times, 0);
  if (entries.length === 0) return '0';
  const parts = entries.map(([key, times]) => `${words(key)}${entries.length === 1 ? '' : ` ${number(times)}`}`);
  return `${number(total)} (${parts.join(', ')})`;
}
