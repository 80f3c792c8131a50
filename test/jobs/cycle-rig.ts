import { readFileSync } from 'node:fs';
import type { PortalClient } from '../../src/hubspot/portal-client.ts';
import { portalId } from '../../src/ids.ts';
import { type CycleOptions, type CycleResult, refreshPortal } from '../../src/jobs/refresh-portal.ts';
import { type ScoredCompany, scorePortal } from '../../src/jobs/score-portal.ts';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { parseModel } from '../../src/model-file.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import { modelAsKept } from '../../src/scoring/model.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { ShownValues } from '../../src/store/shown-values.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';
import { NOW, SMALL_PORTAL } from './small-portal.ts';

/** The model that the rig's cycles score by. */
export const MODEL = parseModel(readFileSync('models/standard-b2b.yaml', 'utf8'), 'models/standard-b2b.yaml');

export interface CycleRig {
  readonly sandbox: Sandbox;
  readonly client: PortalClient;
  readonly store: PortalStore;
  now(): number;
  /** Moves the portal's clock and ours. */
  advance(ms: number): void;
  /** Runs a cycle; with what each company came out as. */
  cycle(
    options?: Partial<CycleOptions>,
  ): Promise<CycleResult & { readonly scored: ReadonlyMap<string, ScoredCompany> }>;
  /** Our properties of a company, as the portal holds them; a property that does not exist is absent. */
  shown(company: string): ShownValues;
  /** Calls since the stats were reset, by method and path without version. */
  calls(): Readonly<Record<string, number>>;
  close(): Promise<void>;
}

let portals = 0;

/** A sandbox with a portal of its own, and what it takes to run cycles against it. Time stands still but for `advance`. */
export async function openCycleRig(
  store: Store,
  data: Partial<PortalData> = {},
  options: Partial<SandboxOptions> = {},
): Promise<CycleRig> {
  portals += 1;
  let now = NOW;
  const clock = () => now;
  const portal = { ...SMALL_PORTAL, portalId: SMALL_PORTAL.portalId + portals, ...data };
  const sandbox = await startSandbox({ data: portal, limits: 'off', clock, ...options });
  const { client } = makeUnpacedClient({ baseUrl: sandbox.url, token: async () => sandbox.token, clock: () => now });
  const ofPortal = store.portal(portalId(portal.portalId));
  /** A cycle reads the signals that count; whoever looks at a company sees the others too. */
  async function readEverySignal(scored: Map<string, ScoredCompany>): Promise<void> {
    const cycle = await ofPortal.latestCycle();
    if (cycle === undefined) throw new Error('The cycle was not kept.');
    const { portal: context, model } = cycle.context as { portal: PortalContext; model: unknown };
    const job = { store: ofPortal, portal: context, model: modelAsKept(model), asOf: cycle.asOf };
    const calendar = makeCalendar(context.timeZone);
    for await (const page of scorePortal({ ...job, calendar, extent: 'every_signal' }))
      for (const { companyId, health } of page) {
        const company = scored.get(companyId);
        if (company !== undefined) scored.set(companyId, { ...company, health });
      }
  }
  return {
    sandbox,
    client,
    store: ofPortal,
    now: clock,
    advance: (ms) => {
      now += ms;
    },
    async cycle(given = {}) {
      const scored = new Map<string, ScoredCompany>();
      const onScored = (company: ScoredCompany) => void scored.set(company.companyId, company);
      const result = await refreshPortal({ client, store, model: MODEL, language: 'en', clock, onScored, ...given });
      if (given.dryRun !== true) await readEverySignal(scored);
      return { ...result, scored };
    },
    shown(company) {
      const { properties = {} } = sandbox.portal.record('companies', company) ?? {};
      return Object.fromEntries(Object.entries(properties).filter(([name]) => name.startsWith('account_health_')));
    },
    calls() {
      const named = Object.entries(sandbox.stats().byPath).map(
        ([path, count]) => [path.replace(/\/crm\/(\w+)\/\d{4}-\d{2}/, '$1'), count] as const,
      );
      return Object.fromEntries(named);
    },
    close: () => sandbox.close(),
  };
}
