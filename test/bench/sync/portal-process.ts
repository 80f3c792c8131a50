/** The measured portal in a process of its own, so that its work is not counted as anybody's. Speaks over IPC with `measure.ts`. */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startSandbox } from '../../../src/local/sandbox/start-sandbox.ts';
import type { SandboxStats } from '../../../src/local/sandbox/stats.ts';
import { benchPortal, changesOf, type PortalPlan } from './bench-portal.ts';
import { valuesAfter } from './company-values.ts';

export interface PortalSetup extends PortalPlan {
  /** Added to every answer. */
  readonly latencyMs: number;
  readonly hasLimits: boolean;
  /** What a list's cursor is made of: opaque is what HubSpot's docs promise. */
  readonly listCursor?: 'opaque' | 'id';
  /** How far its clock is ahead of the machine's. */
  readonly aheadMs: number;
}

/** What happened since the start of the measuring. */
export interface PortalReport {
  readonly stats: SandboxStats;
  /** Answers 429, by the budget that was used up. */
  readonly refused: { readonly general: number; readonly search: number; readonly associations: number };
  /** How much of the time it was at work, or waited for the processor: 0..1. */
  readonly busy: number;
  /** Companies that show all the values that the write-back should have left. */
  readonly written: number;
}

const setup = JSON.parse(process.argv[2] ?? '') as PortalSetup;
const data = benchPortal(setup);
const sandbox = await startSandbox({
  data,
  latencyMs: setup.latencyMs,
  listCursor: setup.listCursor ?? 'opaque',
  clock: () => Date.now() + setup.aheadMs,
  limits: setup.hasLimits ? {} : 'off',
});
for (const { type, id, properties } of changesOf(data, setup)) sandbox.portal.upsert(type, { id, properties });

let refused = { general: 0, search: 0, associations: 0 };
subscribe('http.server.response.finish', (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  if (response.statusCode !== 429) return;
  const path = request.url ?? '';
  refused[path.endsWith('/search') ? 'search' : path.startsWith('/crm/associations/') ? 'associations' : 'general'] +=
    1;
});
let loopBefore = performance.eventLoopUtilization();

function start(): void {
  sandbox.resetStats();
  refused = { general: 0, search: 0, associations: 0 };
  loopBefore = performance.eventLoopUtilization();
}

function report(): PortalReport {
  const { utilization } = performance.eventLoopUtilization(loopBefore);
  const written = (data.objects.companies ?? []).filter(({ id }) => {
    const shown = sandbox.portal.record('companies', id)?.properties;
    return Object.entries(valuesAfter(id)).every(([name, value]) => shown?.[name] === value);
  });
  return {
    stats: sandbox.stats(),
    refused,
    busy: utilization,
    written: written.length,
  };
}

process.on('message', (asked) => {
  if (asked === 'start') start();
  process.send?.(asked === 'report' ? report() : 'started');
});
// Whoever measured is gone.
process.once('disconnect', () => process.exit());
process.send?.({ url: sandbox.url, token: sandbox.token });
