/** What became of the tasks, and of the accounts that got one. */
import { RetryLater, ScopeMissing } from '../errors.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { Play, PlayOutcome } from '../store/plays.ts';
import type { PortalStore } from '../store/portal-store.ts';

const DAY_MS = 86_400_000;
/** Of one cycle; what is left is the next one's. */
const MOST_PLAYS = 500;

export interface FollowJob {
  readonly client: Pick<PortalClient, 'taskStates'>;
  readonly store: PortalStore;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

/**
 * Sees which of our tasks were done, and keeps how each account stood 30 and 90 days after its task, once those days have come. One
 * call for a hundred open tasks.
 */
export async function followPlays(job: FollowJob): Promise<void> {
  for (const days of [30, 90] as const) await keepOutcomes(job, days);
  await seeTasks(job);
}

async function seeTasks({ client, store }: FollowJob): Promise<void> {
  const open = await store.plays({ states: ['made'], taskState: 'open', limit: MOST_PLAYS });
  if (open.length === 0) return;
  try {
    const states = await client.taskStates(open.flatMap(({ taskId }) => taskId ?? []));
    for (const play of open) {
      const taskState = states.get(play.taskId ?? '');
      if (taskState !== undefined && taskState !== 'open') await store.settlePlay(play, { taskState });
    }
  } catch (error) {
    // The next cycle sees it.
    if (!(error instanceof RetryLater || error instanceof ScopeMissing)) throw error;
  }
}

/** By the scores as they stood published then; a company that is not held now is gone, whatever it was last. */
async function keepOutcomes({ store, clock }: FollowJob, days: 30 | 90): Promise<void> {
  const waitedMs = days * DAY_MS;
  const until = clock() - waitedMs;
  const due = await store.plays({ kinds: ['playbook'], states: ['made'], lacksAfter: days, until, limit: MOST_PLAYS });
  if (due.length === 0) return;
  const held = await store.heldCompanies(due.map(({ companyId }) => companyId));
  // Those of one run are looked up together.
  for (const [decidedAt, plays] of Map.groupBy(due, (play: Play) => play.decidedAt)) {
    const ids = plays.map(({ companyId }) => companyId);
    const published = await store.publishedAt(decidedAt + waitedMs, ids);
    for (const play of plays) {
      const score = published.get(play.companyId);
      const outcome: PlayOutcome = held.has(play.companyId)
        ? { status: score?.status ?? 'unknown', score: score?.score ?? null }
        : { status: 'gone', score: null };
      await store.settlePlay(play, days === 30 ? { after30: outcome } : { after90: outcome });
    }
  }
}
