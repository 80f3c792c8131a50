/** What the service counts of itself, for Prometheus. Nothing in it is global: each service, and each test, has counters of its own. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BudgetName, BudgetUse } from '../hubspot/budget.ts';
import type { CallOutcome } from '../hubspot/call.ts';
import type { PortalId } from '../ids.ts';
import type { Upkeep } from '../store/upkeep.ts';
import type { SawRequest } from './request-log.ts';

/** A portal's companies as its last cycle found them. */
export type Bands = Readonly<Record<'healthy' | 'at_risk' | 'unhealthy' | 'unknown' | 'not_customer', number>>;

export interface Metrics {
  readonly sawRequest: SawRequest;
  readonly sawCall: (budget: BudgetName, outcome: CallOutcome) => void;
  readonly sawCycle: (result: 'done' | 'failed' | 'stopped', tookMs: number) => void;
  readonly sawScores: (portal: PortalId, bands: Bands) => void;
  readonly sawEvents: (records: number) => void;
  /** All of it, in Prometheus' text format, and what type that is. */
  readonly contentType: string;
  text(): Promise<string>;
}

export interface MetricsOptions {
  /** Of each portal, in no order. */
  readonly upkeep: () => Promise<readonly Upkeep[]>;
  /** Of each portal's client. */
  readonly budgets: () => Iterable<Readonly<Record<BudgetName, BudgetUse>>>;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

const CYCLE_SECONDS = [1, 5, 15, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200];
/** HubSpot waits 15 s for a card's answer, and 5 s for a webhook's. */
const REQUEST_SECONDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 5, 15];

/** Labels are bounded by the code, whatever is asked and however many portals there are: routes are patterns, and no label names a portal. */
export function makeMetrics({ upkeep, budgets, clock }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const bandsOf = new Map<PortalId, Bands>();

  const requests = new Counter({
    name: 'account_health_http_requests_total',
    help: 'Answered requests by the pattern of their route and the class of their status',
    labelNames: ['route', 'status'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'account_health_http_request_duration_seconds',
    help: 'How long requests took to answer',
    labelNames: ['route'],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const calls = new Counter({
    name: 'account_health_hubspot_calls_total',
    help: 'Tries of calls to HubSpot by budget and what came of them; rate_limited are the 429s',
    labelNames: ['budget', 'outcome'],
    registers,
  });
  const cycles = new Counter({
    name: 'account_health_cycles_total',
    help: 'Ended cycles by result',
    labelNames: ['result'],
    registers,
  });
  const cycleSeconds = new Histogram({
    name: 'account_health_cycle_duration_seconds',
    help: 'How long cycles took, however they ended',
    buckets: CYCLE_SECONDS,
    registers,
  });
  const scored = new Counter({
    name: 'account_health_companies_scored_total',
    help: 'Companies that cycles gave a score',
    registers,
  });
  const events = new Counter({
    name: 'account_health_event_records_total',
    help: 'Records looked at because webhook events told of them',
    registers,
  });
  new Gauge({
    name: 'account_health_companies',
    help: 'Companies by band, as the last cycles of this process found them',
    labelNames: ['band'],
    registers,
    collect() {
      this.reset();
      for (const bands of bandsOf.values())
        for (const [band, count] of Object.entries(bands)) this.inc({ band }, count);
    },
  });
  new Gauge({
    name: 'account_health_hubspot_budget_use_ratio',
    help: 'How much of a call budget is used now, 0 to 1, of the portal that uses most of it',
    labelNames: ['budget'],
    registers,
    collect() {
      this.reset();
      const highest: Partial<Record<string, number>> = {};
      for (const uses of budgets())
        for (const [budget, { used, limit }] of Object.entries(uses))
          highest[budget] = Math.max(highest[budget] ?? 0, Math.min(1, used / limit));
      for (const [budget, share] of Object.entries(highest)) this.set({ budget }, share ?? 0);
    },
  });
  const lag = new Gauge({
    name: 'account_health_sync_lag_seconds',
    help: 'Seconds since the last finished cycle: of the portal that waits longest, and of the middle one',
    labelNames: ['of'],
    registers,
  });
  const portals = new Gauge({
    name: 'account_health_portals',
    help: 'Portals with data, by whether a cycle of theirs has finished',
    labelNames: ['cycle'],
    registers,
  });
  const waiting = new Gauge({
    name: 'account_health_waiting_records',
    help: 'Records that webhook events told of and nobody has looked at yet',
    registers,
  });

  async function readStore(): Promise<void> {
    lag.reset();
    const held = await upkeep();
    waiting.set(held.reduce((sum, { waitingRecords }) => sum + waitingRecords, 0));
    const now = clock();
    const lags = held
      .flatMap(({ lastCycleAt }) => (lastCycleAt === null ? [] : [Math.max(0, now - lastCycleAt) / 1_000]))
      .toSorted((a, b) => a - b);
    portals.set({ cycle: 'finished' }, lags.length);
    portals.set({ cycle: 'none_yet' }, held.length - lags.length);
    const [oldest, median] = [lags.at(-1), lags[Math.floor(lags.length / 2)]];
    // Where no cycle has finished nothing is known: no value, rather than none to worry about.
    if (oldest !== undefined) lag.set({ of: 'oldest' }, oldest);
    if (median !== undefined) lag.set({ of: 'median' }, median);
  }

  return {
    sawRequest({ route, status, ms }) {
      requests.inc({ route, status: `${Math.floor(status / 100)}xx` });
      requestSeconds.observe({ route }, ms / 1_000);
    },
    sawCall: (budget, outcome) => calls.inc({ budget, outcome }),
    sawCycle(result, tookMs) {
      cycles.inc({ result });
      cycleSeconds.observe(tookMs / 1_000);
    },
    sawScores(portal, bands) {
      bandsOf.set(portal, bands);
      scored.inc(bands.healthy + bands.at_risk + bands.unhealthy);
    },
    sawEvents: (records) => events.inc(records),
    contentType: registry.contentType,
    async text() {
      // Once a scrape: both queries serve several gauges.
      await readStore();
      return await registry.metrics();
    },
  };
}
