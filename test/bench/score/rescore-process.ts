/** A process of its own, so that its memory is its own: scores a loaded portal by night, twice, and prints what that took as a line of JSON. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { PortalClient } from '../../../src/hubspot/portal-client.ts';
import { publishScores } from '../../../src/jobs/publish-scores.ts';
import { scorePortal } from '../../../src/jobs/score-portal.ts';
import { readModel, STANDARD_MODEL } from '../../../src/model-file.ts';
import { propertiesOf } from '../../../src/publish/company-properties.ts';
import { DAY_MS, makeCalendar } from '../../../src/scoring/calendar.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { PortalStore } from '../../../src/store/portal-store.ts';
import { makeWording } from '../../../src/wording/make-wording.ts';
import { PORTAL } from './load-portal.ts';
import { AS_OF } from './made-accounts.ts';
import { madeContext } from './made-portal.ts';

/** What a pass over the portal took. */
export interface Pass {
  readonly companies: number;
  readonly facts: number;
  readonly seconds: number;
  /** Of the one thread that scores; the database's is its own. */
  readonly cpuSeconds: number;
  /** What it stood still for, by call of the store; 'accounts': for the next page. */
  readonly waitedSeconds: Readonly<Record<string, number>>;
  readonly peakMb: number;
  /** The longest that nobody else had a turn of the event loop. */
  readonly longestPauseMs: number;
}

export interface Rescored {
  /** The same accounts read, and nothing done with them. */
  readonly read: Pass;
  /** With every score new, and everything still to be written. */
  readonly first: Pass;
  /** Again, with nothing changed. */
  readonly second: Pass;
  /** A month on: what the score was 30 days before is looked up, not replayed. */
  readonly monthOn: Pass;
}

const MB = 1024 * 1024;

const [databaseUrl = ''] = process.argv.slice(2);
const store = await openStore({ databaseUrl });
const model = await readModel(STANDARD_MODEL);
const context = madeContext();
const calendar = makeCalendar(context.timeZone);
const wording = makeWording({ locale: 'en', timeZone: context.timeZone });
const available = propertiesOf(model).map(({ name }) => name);

/** HubSpot's place, which takes everything at once. */
const client = {
  updateBatch: async (_type: string, updates: readonly { readonly id: string }[]) => ({
    updated: updates.map(({ id }) => id),
    refused: [],
  }),
} as unknown as PortalClient;

interface Seen {
  facts: number;
  readonly waited: Map<string, number>;
}

/** The store, with the time noted that each call took. */
function watched(portal: PortalStore, seen: Seen): PortalStore {
  const note = (name: string, startedAt: number) =>
    seen.waited.set(name, (seen.waited.get(name) ?? 0) + performance.now() - startedAt);
  return new Proxy(portal, {
    get(target, name: keyof PortalStore & string) {
      if (name === 'accounts') return () => accounts();
      const call = target[name];
      if (typeof call !== 'function') return call;
      return (...args: unknown[]) => {
        const startedAt = performance.now();
        const answer = (call as (...args: unknown[]) => unknown)(...args);
        // Pages of a few companies are not timed.
        return answer instanceof Promise ? answer.finally(() => note(name, startedAt)) : answer;
      };
    },
  });
  async function* accounts() {
    let askedAt = performance.now();
    for await (const page of portal.accounts()) {
      note('accounts', askedAt);
      for (const { company, records } of page) {
        seen.facts += company.length;
        for (const { versions } of records) seen.facts += versions.length;
      }
      yield page;
      askedAt = performance.now();
    }
    note('accounts', askedAt);
  }
}

async function pass(work: (portal: PortalStore) => Promise<number>): Promise<Pass> {
  globalThis.gc?.();
  const seen: Seen = { facts: 0, waited: new Map() };
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 25);
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  const cpu = process.threadCpuUsage();
  const startedAt = performance.now();
  const companies = await work(watched(store.portal(PORTAL), seen));
  const seconds = (performance.now() - startedAt) / 1_000;
  const used = process.threadCpuUsage(cpu);
  pauses.disable();
  clearInterval(sampling);
  return {
    companies,
    facts: seen.facts,
    seconds,
    cpuSeconds: (used.user + used.system) / 1e6,
    waitedSeconds: Object.fromEntries([...seen.waited].map(([name, ms]) => [name, ms / 1_000])),
    peakMb: Math.round(peak / MB),
    longestPauseMs: Math.round(pauses.max / 1e6),
  };
}

async function readAll(portal: PortalStore): Promise<number> {
  let companies = 0;
  for await (const page of portal.accounts()) companies += page.length;
  return companies;
}

/** What a cycle does once it has synced. */
async function rescore(portal: PortalStore, asOf: number): Promise<number> {
  let companies = 0;
  async function* counted() {
    for await (const page of scorePortal({ store: portal, portal: context, model, calendar, asOf })) {
      companies += page.length;
      yield page;
    }
  }
  const clock = () => asOf;
  const job = {
    client,
    store: portal,
    portal: context,
    model,
    asOf,
    keep: true,
    calendar,
    wording,
    available,
    clock,
    dryRun: false,
  };
  await publishScores({ ...job, scored: counted() });
  await portal.saveCycle({
    published: true,
    asOf,
    finishedAt: asOf,
    modelName: model.name,
    modelVersion: model.version,
    context: { portal: context, model },
  });
  return companies;
}

const rescored: Rescored = {
  read: await pass(readAll),
  first: await pass((portal) => rescore(portal, AS_OF)),
  second: await pass((portal) => rescore(portal, AS_OF + 1)),
  monthOn: await pass((portal) => rescore(portal, AS_OF + 31 * DAY_MS)),
};
await store.close();
process.stdout.write(`${JSON.stringify(rescored)}\n`);
