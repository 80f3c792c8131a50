import type { ScoredCompany } from '../../src/jobs/score-portal.ts';
import type { Evidence } from '../../src/scoring/evidence.ts';
import type { Unknown } from '../../src/scoring/signal.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { causeText } from '../../src/wording/receipt-text.ts';

/** The ids behind a cause, worst first, and how many more there are. */
function recordsText(cause: Evidence | Unknown): string {
  if ('kind' in cause || cause.records.length === 0) return '';
  const ids = cause.records.map(({ objectType, id }) => `${objectType} ${id}`).join(', ');
  return ` [${ids}${cause.moreRecords > 0 ? `, ${cause.moreRecords} more` : ''}]`;
}

/** Everything that a scorecard says of one company: rows of the receipt, then every reading, with the records behind them. */
export function receiptLines(
  day: string,
  { companyId, name, health }: ScoredCompany,
  timeZone: string,
): readonly string[] {
  const wording = makeWording({ locale: 'en', timeZone });
  const head = `${day}  company ${companyId} (${name ?? 'no name'})`;
  if (health.state === 'not_customer') return [`${head}: not a customer (${health.reason})`];
  const said = (signal: string, cause: Evidence | Unknown) =>
    `${causeText(wording, signal, cause)}${recordsText(cause)}`;
  const coverage = `coverage ${(health.coverage * 100).toFixed(1)} %${health.segment === null ? '' : `, ${health.segment}`}`;
  return [
    health.state === 'scored'
      ? `${head}: ${health.score} ${health.status}, ${coverage}`
      : `${head}: unknown (${health.reason}), ${coverage}`,
    ...(health.state === 'scored' ? health.receipt : []).map(
      ({ key, signal, cause, pointsLost }) => `  -${pointsLost}  ${key}: ${said(signal, cause)}`,
    ),
    ...health.signals.map(({ signal, reading }) =>
      reading.kind === 'scored'
        ? `      ${signal} = ${reading.raw.toFixed(3)} -> ${reading.points.toFixed(2)}: ${said(signal, reading.evidence)}`
        : `      ${signal}: ${reading.reason}`,
    ),
  ];
}

const LISTED = 5;

/** The lowest scores of a day, each with the row that cost it most. */
export function lowestText(day: string, scored: readonly ScoredCompany[], timeZone: string): string {
  const wording = makeWording({ locale: 'en', timeZone });
  const lowest = scored
    .flatMap(({ companyId, health }) => (health.state === 'scored' ? [{ companyId, health }] : []))
    .toSorted((a, b) => a.health.score - b.health.score || (a.companyId < b.companyId ? -1 : 1))
    .slice(0, LISTED);
  const lines = lowest.map(({ companyId, health: { score, receipt } }) => {
    const row = receipt[0];
    const why = row === undefined ? '' : `-${row.pointsLost} ${causeText(wording, row.signal, row.cause)}`;
    return `  ${String(score).padStart(3)}  ${companyId}  ${why}`;
  });
  return [`Lowest at the close of ${day}:`, ...lines].join('\n');
}
