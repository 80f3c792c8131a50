import { styleText } from 'node:util';
import type { CycleResult } from '../jobs/refresh-portal.ts';
import type { ScoredCompany } from '../jobs/score-portal.ts';
import { makeWording } from '../wording/make-wording.ts';
import { receiptText } from '../wording/receipt-text.ts';

const WORST = 10;

type Scored = ScoredCompany & { health: { state: 'scored' } };

/** Collects the companies with the lowest scores while a cycle runs; memory does not grow with the portal. */
export function worstCompanies(): { see: (company: ScoredCompany) => void; list: () => readonly Scored[] } {
  let worst: Scored[] = [];
  return {
    see: (company) => {
      if (company.health.state !== 'scored') return;
      const full = worst.length >= WORST * 20;
      worst.push(company as Scored);
      if (full) worst = lowest(worst);
    },
    list: () => lowest(worst),
  };
}

const lowest = (companies: readonly Scored[]): Scored[] =>
  companies.toSorted((a, b) => a.health.score - b.health.score || (a.companyId < b.companyId ? -1 : 1)).slice(0, WORST);

/** The cycle in figures, and the worst accounts with their first reason, for a terminal. */
export function reportText(
  { report, refused, leftOut, sync }: CycleResult,
  worst: readonly Scored[],
  timeZone: string,
): string {
  const { bands, companies, written, calls } = report;
  const bold = (text: string) => styleText('bold', text);
  const wording = makeWording({ locale: 'en', timeZone });
  const number = (value: number) => value.toLocaleString('en');
  const lines = [
    `${bold('Health as of')} ${report.asOf.slice(0, 10)}: ${number(companies.scored)} customers scored, ${number(companies.unknown)} unknown, ${number(companies.notCustomer)} not customers`,
    '',
    ...Object.entries(bands).map(
      ([band, count]) => `  ${band.replace('_', ' ').padEnd(10)} ${number(count).padStart(7)}`,
    ),
    '',
    `Read: ${Object.entries(report.synced)
      .map(([type, count]) => `${number(count)} ${type}`)
      .join(', ')}`,
    `HubSpot calls: ${number(calls.total)} (${number(calls.rateLimited)} over the limit, ${number(calls.failed)} failed), ${(report.durationMs / 1000).toFixed(1)} s`,
    `Written back: ${number(written.changed)} companies changed, ${number(written.unchanged)} unchanged, ${number(written.failed)} refused`,
  ];
  for (const [type, outcome] of Object.entries(sync)) {
    if (outcome.blocked !== null)
      lines.push(
        `Not read: ${type} (${outcome.blocked.reason === 'scope_missing' ? `the token lacks ${outcome.blocked.scopes.join(', ') || 'a scope'}` : 'this portal has none'})`,
      );
  }
  if (leftOut.length > 0)
    lines.push(
      `No room in the portal for these properties: ${leftOut.join(', ')}. Delete custom properties that nobody uses, then run again.`,
    );
  for (const { companyId, message } of refused.slice(0, WORST))
    lines.push(`HubSpot refused company ${companyId}: ${message}`);
  if (refused.length > WORST) lines.push(`... and ${refused.length - WORST} more`);
  if (worst.length > 0) {
    lines.push('', bold('Worst accounts'));
    const width = Math.min(32, Math.max(...worst.map(({ name }) => name?.length ?? 0)));
    for (const { companyId, name, health } of worst) {
      const reason = health.receipt[0];
      const why = reason === undefined ? '' : `-${reason.pointsLost} ${receiptText(wording, reason).evidence}`;
      lines.push(`  ${String(health.score).padStart(3)}  ${(name ?? companyId).slice(0, width).padEnd(width)}  ${why}`);
    }
  }
  return lines.join('\n');
}
