/** The scores of the generated portal at a fixed date, for each model that ships: what a change must not move unnoticed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { ScoredCompany } from '../../src/jobs/score-portal.ts';
import { generatePortal } from '../../src/local/sandbox/generate/generate-portal.ts';
import { parseModel } from '../../src/model-file.ts';
import type { Model } from '../../src/scoring/model.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import type { Store } from '../../src/store/open-store.ts';
import { syncedPortal } from './synced-portal.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
const DATA = generatePortal({ seed: 7, companies: 60, now: NOW, whaleRecords: 60 });
/** Rows of a receipt that are kept. */
const TOP_ROWS = 3;

const GOLDEN_FOLDER = 'test/golden';

/** A model that ships, and its golden file. */
export interface GoldenModel {
  readonly file: string;
  readonly golden: string;
  readonly model: Model;
}

export const goldenModels: readonly GoldenModel[] = readdirSync('models').map((name) => ({
  file: `models/${name}`,
  golden: `${GOLDEN_FOLDER}/${name.replace(/\.yaml$/, '.csv')}`,
  model: parseModel(readFileSync(`models/${name}`, 'utf8'), `models/${name}`),
}));

/** What a golden file speaks of: where the portal differs, scores may, whatever the model's version. */
export interface GoldenHead {
  readonly model: string;
  readonly portal: string;
}

export const headOf = ({ name, version }: Model): GoldenHead => ({
  model: `${name} ${version}`,
  portal: createHash('sha256').update(JSON.stringify(DATA)).digest('hex').slice(0, 12),
});

/** One line a company, by id: its name, score, status, coverage in percent, and the rows that cost it most. */
export async function goldenLines(store: Store): Promise<ReadonlyMap<GoldenModel, readonly string[]>> {
  const scoreBy = await syncedPortal(store, DATA, readPlan(SIGNALS));
  const lines = new Map<GoldenModel, readonly string[]>();
  for (const golden of goldenModels) lines.set(golden, (await scoreBy(golden.model)).map(lineOf));
  return lines;
}

function lineOf({ companyId, name, health }: ScoredCompany): string {
  const named = `${companyId},${(name ?? '').replaceAll(',', ' ')}`;
  if (health.state === 'not_customer') return `${named},,not_customer,,${health.reason}`;
  const coverage = Math.round(health.coverage * 100);
  if (health.state === 'unknown') return `${named},,unknown,${coverage},${health.reason}`;
  const rows = health.receipt.slice(0, TOP_ROWS).map(({ key, pointsLost }) => `${key} -${pointsLost}`);
  return `${named},${health.score},${health.status},${coverage},${rows.join('; ')}`;
}

const COLUMNS = 'company,name,score,status,coverage,worst';

export const goldenText = ({ model }: GoldenModel, lines: readonly string[]): string => {
  const head = headOf(model);
  return [`# ${head.model}`, `# portal ${head.portal}`, COLUMNS, ...lines, ''].join('\n');
};

/** A golden file as it stands; undefined where there is none. */
export function readGolden({ golden }: GoldenModel): (GoldenHead & { readonly lines: readonly string[] }) | undefined {
  let text: string;
  try {
    text = readFileSync(golden, 'utf8');
  } catch {
    return undefined;
  }
  const [model = '', portal = '', _columns, ...lines] = text.trimEnd().split('\n');
  return { model: model.slice('# '.length), portal: portal.slice('# portal '.length), lines };
}

/** What changed, a company at a time, for who reviews it; empty: nothing. */
export function goldenDiff(before: readonly string[], now: readonly string[]): readonly string[] {
  const byId = (lines: readonly string[]) => new Map(lines.map((line) => [line.slice(0, line.indexOf(',')), line]));
  const [old, fresh] = [byId(before), byId(now)];
  return [...new Set([...old.keys(), ...fresh.keys()])].toSorted().flatMap((id) => {
    const [was, is] = [old.get(id), fresh.get(id)];
    if (was === is) return [];
    return [...(was === undefined ? [] : [`- ${was}`]), ...(is === undefined ? [] : [`+ ${is}`])];
  });
}
