import { styleText } from 'node:util';
import type { CycleResult } from '../jobs/refresh-portal.ts';
import type { ScoredCompany } from '../jobs/score-portal.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import { makeWording } from '../wording/make-wording.ts';
import { withMapped } from '../wording/mapped-wording.ts';
import { receiptText } from '../wording/receipt-text.ts';

const LISTED = 10;
const NAME_WIDTH = 32;

type Scored = ScoredCompany & { health: { state: 'scored' } };

/** Collects the companies with the lowest scores while a cycle runs; memory does not grow with the portal. */
export function worstCompanies(): { see: (company: ScoredCompany) => void; list: () => readonly Scored[] } {
  let worst: Scored[] = [];
  return {
    see: (company) => {
      if (company.health.state !== 'scored') return;
      const full = worst.length >= LISTED * 20;
      worst.push(company as Scored);
      if (full) worst = lowest(worst);
    },
    list: () => lowest(worst),
  };
}

const lowest = (companies: readonly Scored[]): Scored[] =>
  companies
    .toSorted((a, b) => a.health.score - b.health.score || (a.companyId < b.companyId ? -1 : 1))
    .slice(0, LISTED);

/** What a cycle says whose portal's admin lets nothing be written yet. */
export const PREVIEW_NOTE =
  'Preview, nothing is written: no admin of the portal pressed "Start writing" on the app\'s setup page yet';

type Written = CycleResult['report']['written'];

/** What became of the scores in the portal, in one line. */
const SENT = {
  sent: ({ changed, unchanged, failed }: Written) =>
    `Written back: ${number(changed)} changed, ${number(unchanged)} unchanged, ${number(failed)} refused`,
  dry_run: (written: Written) => `Dry run, nothing is written: ${wouldChange(written)}`,
  preview: (written: Written) => `${PREVIEW_NOTE}; ${wouldChange(written)}`,
};

const wouldChange = ({ changed, unchanged }: Written): string =>
  `${number(changed)} would change, ${number(unchanged)} would not`;

/** The cycle in figures, and the worst accounts with their first reason, for a terminal. */
export function reportText(
  result: CycleResult,
  worst: readonly Scored[],
  sent: keyof typeof SENT = 'sent',
  placeOf: SegmentPlace = () => 'The model',
): string {
  const { bands, companies, reasons, written, calls, synced, asOf, durationMs } = result.report;
  const day = makeCalendar(result.timeZone).isoDay(Date.parse(asOf));
  const lines = [
    `${bold('Health as of')} ${day}: ${number(companies.scored)} scored, ${number(companies.unknown)} unknown, ${number(companies.notCustomer)} not customers`,
    '',
    ...Object.entries(bands).map(
      ([band, count]) => `  ${band.replace('_', ' ').padEnd(10)} ${number(count).padStart(7)}`,
    ),
    '',
    ...reasonLine('Unknown', reasons.unknown),
    ...reasonLine('Not customers', reasons.notCustomer),
    `Read: ${Object.entries(synced)
      .filter(([, count]) => count > 0)
      .map(([type, count]) => `${number(count)} ${type.replace('_', ' ')}`)
      .join(', ')}`,
    `HubSpot calls: ${number(calls.total)} (${number(calls.rateLimited)} over the limit, ${number(calls.failed)} failed), ${(durationMs / 1000).toFixed(1)} s`,
    SENT[sent](written),
    ...reportNotes(result, placeOf),
  ];
  if (worst.length > 0) {
    lines.push('', `${bold('Worst accounts')} (score, and the first reason with the points it costs)`);
    const named = worst.map(({ companyId, name, health }) => ({ name: oneLine(name || companyId), health }));
    const width = Math.min(NAME_WIDTH, Math.max(...named.map(({ name }) => name.length)));
    const wording = withMapped(makeWording({ locale: 'en', timeZone: result.timeZone }), result.mapped);
    for (const { name, health } of named) {
      const reason = health.receipt[0];
      const lost = reason === undefined ? '' : `-${reason.pointsLost}`;
      const why = reason === undefined ? '' : oneLine(receiptText(wording, reason).evidence);
      lines.push(
        `  ${String(health.score).padStart(3)}  ${name.slice(0, width).padEnd(width)}  ${lost.padStart(4)}  ${why}`.trimEnd(),
      );
    }
  }
  return lines.join('\n');
}

/** How many have no score for which reason: "Not customers: 30 no purchase or stage, 4 partner". */
function reasonLine(who: string, reasons: Readonly<Record<string, number>>): string[] {
  const parts = Object.entries(reasons).map(([reason, count]) => `${number(count)} ${reason.replaceAll('_', ' ')}`);
  return parts.length === 0 ? [] : [`${who}: ${parts.join(', ')} (npm run cli -- accounts)`];
}

/** Where the model's segment of an index is written, for people. */
type SegmentPlace = (index: number) => string;

/** What somebody should look at after a cycle, a line each: what was not read, not created, or refused. */
export function reportNotes(result: CycleResult, placeOf: SegmentPlace = () => 'The model'): string[] {
  const { sync, leftOut, uncreated, unwritable, missingOptions, refused } = result;
  const notes: string[] = [];
  for (const [type, { blocked, dirtyValues }] of Object.entries(sync)) {
    for (const [property, count] of Object.entries(dirtyValues))
      notes.push(
        `Not readable, and taken as empty: ${property} of ${type} (${number(count)} ${count === 1 ? 'value' : 'values'})`,
      );
    if (blocked === null) continue;
    const lacks = `the token lacks ${blocked.scopes.join(', ') || 'a scope'}`;
    notes.push(`Not read: ${type} (${blocked.reason === 'scope_missing' ? lacks : 'this portal has none'})`);
  }
  if (uncreated !== null)
    notes.push(
      `Not created: ${uncreated.properties.join(', ')} (the token lacks ${uncreated.scopes.join(', ') || 'a scope'})`,
    );
  if (unwritable !== null)
    notes.push(
      `Not written: any company (the token lacks ${unwritable.join(', ') || 'a scope'}). The card shows the scores.`,
    );
  if (leftOut.length > 0)
    notes.push(
      `No room in the portal for these properties: ${leftOut.join(', ')}. Delete custom properties that nobody uses, then run again.`,
    );
  for (const { property, options } of missingOptions)
    notes.push(`The property ${property} lacks its options ${options.join(', ')}. Add them again in HubSpot.`);
  for (const { companyId, message } of refused.slice(0, LISTED))
    notes.push(`HubSpot refused company ${companyId}: ${oneLine(message)}`);
  if (refused.length > LISTED) notes.push(`... and ${number(refused.length - LISTED)} more`);
  for (const { index, name } of result.unmetSegments)
    notes.push(
      `${placeOf(index)}: no customer meets the segment "${oneLine(name)}". Check its property and values, or leave it out.`,
    );
  return notes;
}

const number = (value: number): string => value.toLocaleString('en');
const bold = (text: string): string => styleText('bold', text);

/** Names and messages come from the portal: what they hold must not break the table, or steer the terminal. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
