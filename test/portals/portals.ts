/**
 * Scores the portal folders that lie beside the project (see portal-runs.ts): `npm run portals`. Each is served by the local portal,
 * synced once and replayed at its dates. Prints who is scored, how, and what is known; and the lowest scores with their first reason.
 *   -- --folder NAME     only this one
 *   -- --as-of DAY       at the close of this day instead (YYYY-MM-DD); may be given again
 *   -- --receipt ID      of this company every sentence, with the ids of the records behind it; may be given again
 *   -- --write           writes docs/portals.md: figures alone, nothing of any single company
 */
import { writeFileSync } from 'node:fs';
import { readOptions } from '../../src/commands/options.ts';
import { runOrExplain } from '../../src/commands/run-or-explain.ts';
import { InputError } from '../../src/errors.ts';
import { parseAsOf } from '../../src/jobs/as-of.ts';
import { readPortalFolder } from '../../src/local/sandbox/folder.ts';
import { readModel } from '../../src/model-file.ts';
import { openStore } from '../../src/store/open-store.ts';
import { holdPortal } from './held-portal.ts';
import { absentText, PORTAL_RUNS, type PortalRun, portalFolder } from './portal-runs.ts';
import { lowestText, receiptLines } from './receipt-lines.ts';
import { summarise } from './summarise.ts';
import { type DaySummary, summaryText } from './summary-text.ts';

const USAGE = 'npm run portals [-- [--folder NAME] [--as-of DAY]... [--receipt ID]...] | -- --write';
const DOCUMENT = 'docs/portals.md';
const HEAD = `# The app on portals of real and public data

Written by \`npm run portals -- --write\`, from folders of CSV files that are no part of the project and are looked for beside it;
one that is absent is skipped, with a message that says where it was looked for. Each was served by the local portal, synced once as of its last
day, and replayed at the close of each day named, in the portal's time zone. Figures only: \`npm run portals\` also prints the lowest scores,
and \`npm run portals -- --folder NAME --as-of DAY --receipt ID\` all that is said of one account, with the records behind it. The tests in
\`test/portals\` hold what is said of accounts against sums done anew from the rows.

A company that had not bought by that day is no customer yet. *Capped*: something held the score down whatever the rest said. *Known*: the
share of customers of whom the signal could be read. *Only silence*: nothing bad is recorded,
and the account did not use that channel.
`;

await runOrExplain(async () => {
  const options = {
    folder: { type: 'string' },
    'as-of': { type: 'string', multiple: true },
    receipt: { type: 'string', multiple: true },
    write: { type: 'boolean' },
  } as const;
  const asked = readOptions(process.argv.slice(2), options, USAGE);
  const runs = PORTAL_RUNS.filter(({ folder }) => asked.folder === undefined || folder === asked.folder);
  if (runs.length === 0)
    throw new InputError(
      `There is no portal ${asked.folder}. Use one of: ${PORTAL_RUNS.map(({ folder }) => folder).join(', ')}.`,
    );
  if (asked.write && (asked.folder ?? asked['as-of'] ?? asked.receipt) !== undefined)
    throw new InputError(`--write writes ${DOCUMENT} whole. Leave --folder, --as-of and --receipt out.`);
  const days = asked['as-of']?.map(dayOf);

  const parts: string[] = [];
  for (const run of runs) {
    const dir = portalFolder(run.folder);
    if (dir === undefined) {
      console.error(absentText(run.folder));
      if (asked.write) throw new InputError(`${DOCUMENT} stays as it is: it speaks of every folder.`);
    } else parts.push(await runText(dir, days === undefined ? run : { ...run, days }, asked.receipt));
  }
  if (asked.write) writeFileSync(DOCUMENT, `${[HEAD, ...parts].join('\n')}\n`);
});

function dayOf(text: string): string {
  const asOf = parseAsOf(text);
  if (!('day' in asOf)) throw new InputError(`--as-of ${text}: give a day, YYYY-MM-DD.`);
  return asOf.day;
}

/** Scores one folder and prints it; the part of the document that speaks of it. */
async function runText(
  dir: string,
  { folder, model: file, days }: PortalRun,
  receipts: readonly string[] | undefined,
): Promise<string> {
  const startedAt = performance.now();
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
  const model = await readModel(file);
  const data = await readPortalFolder(dir, (note) => console.error(`Note: ${note}`));
  const store = await openStore({ memory: true });
  try {
    const portal = await holdPortal(data, model, store);
    console.error(`${folder}: ${portal.records} records synced after ${seconds()} s`);
    const summaries: DaySummary[] = [];
    const singles: string[] = [];
    for (const day of days) {
      const scored = await portal.scoredAt(day);
      summaries.push({ day, summary: summarise(scored) });
      if (receipts === undefined) singles.push(lowestText(day, scored, data.timeZone));
      for (const id of receipts ?? []) {
        const company = scored.find(({ companyId }) => companyId === id);
        if (company === undefined)
          throw new InputError(`${folder} has no company ${id}. Give an id of its companies.csv.`);
        singles.push(receiptLines(day, company, data.timeZone).join('\n'));
      }
    }
    const text = `## ${folder}\n\n${model.name} ${model.version}, ${portal.records.toLocaleString('en')} records.\n\n${summaryText(summaries, model)}\n`;
    if (receipts === undefined) console.log(text);
    console.log(singles.join('\n'));
    console.error(`${folder}: ${days.length} days scored after ${seconds()} s\n`);
    return text;
  } finally {
    await store.close();
  }
}
