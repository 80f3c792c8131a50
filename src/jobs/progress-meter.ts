import {
  type CycleFailure,
  type CycleProgress,
  NO_CYCLE_YET,
  type TypeProgress,
} from '@account-health/contract/progress';
import type { BudgetUse } from '../hubspot/budget.ts';
import type { CallCounts } from '../hubspot/call.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import { type ReadPlan, readPlan } from '../scoring/read-plan.ts';
import { SIGNALS } from '../scoring/signals/registry.ts';
import { failureKind } from './failure-kind.ts';
import { makePace, type Pace } from './pace.ts';
import type { Progress } from './refresh-portal.ts';

/** Watches one portal's cycles, one at a time, and tells at any moment how far they have come. */
export interface ProgressMeter {
  /** Runs a cycle under watch; gives and throws what the cycle does. */
  run<T>(cycle: () => Promise<T>): Promise<T>;
  /** The cycle under way reads this, whatever cycles read before; to be told before anything is read. */
  reads(plan: ReadPlan): void;
  /** What the cycle under way tells: its `onProgress`. */
  readonly see: (progress: Progress) => void;
  readonly snapshot: () => CycleProgress;
}

export interface ProgressMeterOptions {
  readonly client: Pick<PortalClient, 'calls' | 'budgets'>;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** What cycles read; left out: what all signals read. */
  readonly plan?: ReadPlan;
  /** When the last cycle of an earlier process ended well, ms since 1970 UTC. */
  readonly lastFinishedAt?: number | undefined;
}

/** Nothing in it waits or repeats: who wants to show progress asks for it as often as it likes. */
export function makeProgressMeter({
  client,
  clock,
  plan = readPlan(SIGNALS),
  lastFinishedAt,
}: ProgressMeterOptions): ProgressMeter {
  let types = new Map<ObjectType, TypeProgress>();
  let pace: Pace = makePace();
  let callsBefore: CallCounts = client.calls;
  let shown: CycleProgress = {
    ...NO_CYCLE_YET,
    last: lastFinishedAt === undefined ? null : { finishedAt: iso(lastFinishedAt), failure: null },
  };

  function start(): void {
    types = notBegunOf(plan);
    pace = makePace();
    callsBefore = client.calls;
    const { last } = shown;
    shown = {
      ...NO_CYCLE_YET,
      state: 'running',
      step: 'sync',
      startedAt: iso(clock()),
      types: [...types.values()],
      last,
    };
  }

  function end(failure: CycleFailure | null): void {
    const last = { finishedAt: iso(clock()), failure };
    shown = { ...shown, calls: callsSince(callsBefore, client.calls), state: 'idle', step: null, last };
  }

  function see(progress: Progress): void {
    if (progress.step === 'sync') {
      const { objectType, read, expected, done } = progress;
      // HubSpot's count is of a moment before: records that came since are read as well, others are gone.
      const due = done ? read : expected === null ? null : Math.max(expected, read);
      types.set(objectType, { objectType, read, expected: due, done });
      shown = { ...shown, types: [...types.values()], records: inAll([...types.values()]) };
      pace.see(shown.records.read, clock());
      return;
    }
    // Companies are no records: they have a rate of their own.
    if (shown.step === 'sync') pace = makePace();
    const { step, companies, of } = progress;
    shown = { ...shown, step, companies: { scored: companies, expected: Math.max(of, companies) } };
    pace.see(companies, clock());
  }

  /** What changes without anything being told. */
  function atThisMoment(): Partial<CycleProgress> {
    if (shown.state === 'idle') return {};
    const rate = pace.perSecond(clock());
    const { expected } = shown.step === 'sync' ? shown.records : shown.companies;
    return {
      perSecond: rate === null ? null : Math.round(rate * 10) / 10,
      calls: callsSince(callsBefore, client.calls),
      secondsLeft: expected === null || shown.step === 'write' ? null : pace.secondsLeft(expected, clock()),
    };
  }

  return {
    async run(cycle) {
      start();
      try {
        const result = await cycle();
        end(null);
        return result;
      } catch (error) {
        end(failureKind(error));
        throw error;
      }
    },
    reads(now) {
      types = notBegunOf(now);
      shown = { ...shown, types: [...types.values()] };
    },
    see,
    snapshot() {
      const { general, search, associations } = client.budgets;
      const budgets = { general: share(general), search: share(search), associations: share(associations) };
      return { ...shown, ...atThisMoment(), budgets, highestBudget: Math.max(...Object.values(budgets)) };
    },
  };
}

const iso = (moment: number): string => new Date(moment).toISOString();
const share = ({ used, limit }: BudgetUse): number => Math.min(1, used / limit);
const notBegunOf = (plan: ReadPlan): Map<ObjectType, TypeProgress> =>
  new Map(plan.map(({ objectType }) => [objectType, { objectType, read: 0, expected: null, done: false }]));

function inAll(types: readonly TypeProgress[]): CycleProgress['records'] {
  const read = types.reduce((sum, type) => sum + type.read, 0);
  const expected = types.reduce<number | null>(
    (sum, type) => (sum === null || type.expected === null ? null : sum + type.expected),
    0,
  );
  return { read, expected };
}

const callsSince = (before: CallCounts, now: CallCounts): CycleProgress['calls'] => ({
  total: now.total - before.total,
  rateLimited: now.rateLimited - before.rateLimited,
  failed: now.failed - before.failed,
});
