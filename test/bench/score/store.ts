/** What a portal's nightly rescoring takes on PostgreSQL, and the bare aggregate in SQL and in typed arrays. */
import { measureRescoring } from './rescore-portal.ts';
import type { Pass } from './rescore-process.ts';
import { measureBareAggregate } from './sql-aggregate.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const WRITING = ['savePublished', 'saveBandEvents', 'saveCycle'];

function row(companies: number, what: string, pass: Pass): string {
  const { seconds, cpuSeconds, facts, peakMb, longestPauseMs, waitedSeconds } = pass;
  // What HubSpot took is kept beside the scoring, up to 16 batches at once: nobody waits for it.
  const { accounts: reading = 0, saveShown: _, ...others } = waitedSeconds;
  const sum = (of: readonly [string, number][]) => of.reduce((total, [, waited]) => total + waited, 0);
  const writing = sum(Object.entries(others).filter(([name]) => WRITING.includes(name)));
  const asking = sum(Object.entries(others).filter(([name]) => !WRITING.includes(name)));
  const share = (part: number) => `${Math.round((100 * part) / seconds)} %`;
  const cells = [
    companies,
    what,
    seconds.toFixed(1),
    cpuSeconds.toFixed(1),
    Math.round(facts / seconds),
    share(reading),
    share(asking),
    share(writing),
    peakMb,
    longestPauseMs,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Read, scored and kept on PostgreSQL. */
export async function printRescoring(serverUrl: string, sizes: readonly number[]): Promise<void> {
  print(
    '| companies | | wall s | CPU s | facts/s | waits to read | to look up | to write | peak MB | longest pause ms |',
  );
  print('|---|---|---|---|---|---|---|---|---|---|');
  for (const companies of sizes) {
    const { read, first, second, monthOn } = await measureRescoring(serverUrl, companies);
    print(row(companies, 'read alone', read));
    print(row(companies, 'all new', first));
    print(row(companies, 'nothing changed', second));
    print(row(companies, 'a month on', monthOn));
  }
}

/** The bare aggregate. */
export async function printAggregate(serverUrl: string, sizes: readonly number[]): Promise<void> {
  print('| rows | columns | SQL s | workers | without workers s | typed arrays s |\n|---|---|---|---|---|---|');
  for (const companies of sizes) {
    const { rows, inSql, typedArrays } = await measureBareAggregate(serverUrl, companies);
    for (const { columns, parallel, serial } of inSql) {
      const [both, alone, bound] = [parallel, serial, typedArrays].map(({ seconds }) => seconds.toFixed(2));
      print(`| ${[rows, columns, both, parallel.workers, alone, bound].join(' | ')} |`);
    }
  }
}
