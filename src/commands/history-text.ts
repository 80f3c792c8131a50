import { styleText } from 'node:util';
import type { PortalId } from '../ids.ts';
import type { HistoryLine } from '../jobs/company-history.ts';
import type { CompanyHistory, PortalHistory } from '../jobs/read-history.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import type { PastScore } from '../scoring/replay.ts';
import { csvLine, csvText } from './csv-line.ts';
import { oneLine } from './one-line.ts';

type About = Pick<PortalHistory, 'timeZone' | 'model'>;

/** A line a week, oldest first, for a terminal. */
export function historyText(
  { companyId, name, lines }: CompanyHistory,
  { timeZone, model }: About,
  recomputed: boolean,
): string {
  const { isoDay } = makeCalendar(timeZone);
  const title = `${styleText('bold', oneLine(name || companyId))}: weekly scores (${timeZone})`;
  const says = recomputed
    ? [
        `Recomputed with ${oneLine(model.name)} ${oneLine(model.version)} and what is known now: not what was shown at the time.`,
      ]
    : [];
  if (lines.length === 0) return [title, ...says, 'No weeks in this period in which it was a customer.'].join('\n');
  return [
    title,
    ...says,
    ...lines.map((line) =>
      [
        `  ${isoDay(line.at)}`,
        String(line.score ?? '').padStart(3),
        statusOf(line).padEnd('not customer'.length),
        line.basis.padEnd('recomputed'.length),
        line.modelVersion === null ? '' : oneLine(line.modelVersion),
        line.published === undefined ? '' : `published: ${shown(line.published)}`,
      ]
        .join('  ')
        .trimEnd(),
    ),
  ].join('\n');
}

const statusOf = ({ status }: PastScore): string => status.replace('_', ' ');

const shown = (score: PastScore): string =>
  [score.score, statusOf(score), score.modelVersion && `(${oneLine(score.modelVersion)})`]
    .filter((part) => part !== null)
    .join(' ');

export const HISTORY_HEADER =
  'company_id,name,date,score,status,basis,model_version,published_score,published_status,published_model_version';

/** A line for each week; a score that there is not is empty, and so is what was published where the line says nothing else. */
export function historyCsv({ companyId, name, lines }: CompanyHistory, timeZone: string): string {
  const { isoDay } = makeCalendar(timeZone);
  const cells = (score: PastScore | undefined) => [
    String(score?.score ?? ''),
    score?.status ?? '',
    csvText(score?.modelVersion ?? ''),
  ];
  const row = (line: HistoryLine) => {
    const [score = '', status = '', version = ''] = cells(line);
    const about = [companyId, csvText(name ?? ''), isoDay(line.at)];
    return csvLine([...about, score, status, line.basis, version, ...cells(line.published)]);
  };
  return lines.map(row).join('\n');
}

/** For scripts. */
export function historyJson(portalId: PortalId, { companyId, name, lines }: CompanyHistory, about: About) {
  const { isoDay } = makeCalendar(about.timeZone);
  const dated = ({ at, ...score }: PastScore) => ({ date: isoDay(at), ...score });
  return {
    ...{ portalId, companyId, name, timeZone: about.timeZone, model: about.model },
    weeks: lines.map(({ published, ...line }) => ({
      ...dated(line),
      ...(published && {
        published: { score: published.score, status: published.status, modelVersion: published.modelVersion },
      }),
    })),
  };
}
