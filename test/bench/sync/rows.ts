/** How measurements are printed: rows of Markdown tables. */

import { type Sizes, totalOf } from './bench-portal.ts';
import { type Floor, fewestCalls } from './floors.ts';
import type { Measured } from './measure.ts';

const MB = 1024 * 1024;

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function head(cells: readonly string[]): string {
  return `${row(cells)}\n${row(cells.map(() => '---'))}`;
}

export const LIMITS_HEAD = head([
  'what',
  'latency',
  'calls',
  'over the fewest',
  'wall',
  'over the bound',
  'first scorecards',
  '429s (general)',
  'peak calls in 10 s / searches in 1 s',
  'peak MB (before)',
  'exact',
]);

export interface Judgement {
  readonly floor: Floor | null;
  readonly fewest: number;
  readonly exact: string;
  /** Of a first sync: when scorecards could be shown, s. */
  readonly firstScorecards?: number;
}

/** A measurement against HubSpot's limits. Without a floor, where the work was not done to its end. */
export function limitsRow(
  name: string,
  latencyMs: number,
  measured: Measured,
  { floor, fewest, exact, firstScorecards }: Judgement,
): string {
  const { stats, refused, seconds } = measured;
  return row([
    name,
    `${latencyMs} ms`,
    stats.total,
    floor === null ? '' : signed(stats.total - fewest),
    `${seconds.toFixed(1)} s`,
    floor === null ? '' : `${signed(Number((seconds - floor.seconds).toFixed(1)))} s of ${floor.seconds} s`,
    firstScorecards === undefined ? '' : `${firstScorecards.toFixed(1)} s`,
    `${stats.byStatus['429'] ?? 0} (${refused.general})`,
    `${stats.peak.general} / ${stats.peak.search}`,
    memory(measured),
    exact + (measured.busy > 0.8 ? `; portal ${percent(measured.busy)} busy` : ''),
  ]);
}

export const CODE_HEAD = head([
  'what',
  'records',
  'calls',
  'wall',
  'records a second',
  'CPU s (speaking with HubSpot)',
  'records a CPU second',
  'peak MB (before)',
  'portal busy',
  'exact',
]);

/** A measurement of what the code itself costs. */
export function codeRow(name: string, sizes: Sizes, measured: Measured, exact: string): string {
  const records = totalOf(sizes);
  return row([
    name,
    records,
    measured.stats.total,
    `${measured.seconds.toFixed(1)} s`,
    Math.round(records / measured.seconds),
    `${measured.cpuSeconds.toFixed(1)} (${measured.mainCpuSeconds.toFixed(1)})`,
    Math.round(records / measured.cpuSeconds),
    memory(measured),
    percent(measured.busy),
    exact,
  ]);
}

/** What is best to know of the whole read of a portal of these sizes before its rows. */
export const floorText = (sizes: Sizes, { calls, seconds }: Floor): string =>
  `Reading ${totalOf(sizes)} records: the bound is ${seconds} s, at ${calls} calls (all listed: ${fewestCalls(sizes, -1)} calls; ` +
  `all searched: ${fewestCalls(sizes, Number.POSITIVE_INFINITY)}). "Over the fewest" compares with the fewest calls of any run as long.`;

/** Of one run: the machine was the same for both. */
export const ratioText = (name: string, own: Measured, other: Measured): string =>
  `Full sync against "${name}": ${(own.seconds / other.seconds).toFixed(2)} of the wall time, ` +
  `${(own.cpuSeconds / other.cpuSeconds).toFixed(2)} of the CPU time (${(own.mainCpuSeconds / other.mainCpuSeconds).toFixed(2)} of that ` +
  `which speaks with HubSpot), ${(own.memoryPeak / other.memoryPeak).toFixed(2)} of the memory.`;

const memory = ({ memoryPeak, memoryBefore }: Measured) =>
  `${Math.round(memoryPeak / MB)} (${Math.round(memoryBefore / MB)})`;
const percent = (share: number) => `${Math.round(share * 100)} %`;
const signed = (value: number) => (value > 0 ? `+${value}` : String(value));
