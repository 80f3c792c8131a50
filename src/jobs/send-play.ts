import { RetryLater, ScopeMissing } from '../errors.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { TaskState } from '../hubspot/tasks.ts';
import type { NewPlay } from '../store/plays.ts';
import type { PortalStore } from '../store/portal-store.ts';

/** So long HubSpot may still be at work on a call that gave no answer (30 s for a try, and then some). */
const IN_FLIGHT_MS = 90_000;

/** `busy`: somebody called HubSpot for it moments ago; `no_answer`: it stays intended, to be looked for; `undone`: not there, and not made. */
export type Sent =
  | { readonly state: 'made'; readonly taskId: string; readonly taskState: TaskState; readonly isNew: boolean }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'no_scope'; readonly scopes: readonly string[] }
  | { readonly state: 'busy' | 'no_answer' | 'undone' };

export interface PlayToSend {
  readonly client: Pick<PortalClient, 'createTask' | 'findTask'>;
  readonly store: Pick<PortalStore, 'claimPlay' | 'settlePlay'>;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly play: Pick<NewPlay, 'companyId' | 'kind' | 'at' | 'decidedAt' | 'ownerId' | 'subject' | 'dueAt'>;
  /** HTML of the task's notes; null: it is not to be made any more, only found. */
  readonly body: string | null;
  readonly priority: 'MEDIUM' | 'HIGH';
  /** Whether HubSpot may have been called for it before, by a process that died or got no answer. */
  readonly mayExist: boolean;
  /**
   * Whose task it is instead, where HubSpot takes it for none of those so far; undefined: nobody's. HubSpot's docs do not say in what words
   * it refuses an owner, so every refusal may be one. Default: nobody is asked.
   */
  readonly nextOwner?: (refused: ReadonlySet<string>) => Promise<PlayOwner | undefined>;
}

export type PlayOwner = Pick<NewPlay, 'ownerId' | 'ownerName'>;

/**
 * Makes an intended play's task, once, whoever else tries to: it is taken first, then looked for where it may be there, and settled
 * after HubSpot answered. Throws what the client throws, but for what `Sent` tells.
 */
export async function sendPlay(sending: PlayToSend): Promise<Sent> {
  const { client, store, clock, play, body, priority, mayExist, nextOwner = async () => undefined } = sending;
  const { companyId, decidedAt, subject, dueAt } = play;
  const now = clock();
  if (!(await store.claimPlay(play, { at: now, before: now - IN_FLIGHT_MS }))) return { state: 'busy' };
  const task = { companyId, subject: subject ?? '', dueAt: dueAt ?? now };
  const made = async (taskId: string, taskState: TaskState, isNew: boolean): Promise<Sent> => {
    await store.settlePlay(play, { state: 'made', taskId, taskState });
    return { state: 'made', taskId, taskState, isNew };
  };
  try {
    const found = mayExist ? await client.findTask({ ...task, since: decidedAt }) : undefined;
    if (found !== undefined) return await made(found.id, found.state, false);
    if (body === null) return { state: 'undone' };
    const refused = new Set<string>();
    for (let { ownerId } = play; ; ) {
      const answer = await client.createTask({ ...task, ownerId, body, priority });
      if ('id' in answer) return await made(answer.id, 'open', true);
      const next = ownerId === null ? undefined : await nextOwner(refused.add(ownerId));
      if (next === undefined) {
        await store.settlePlay(play, { state: 'failed', reason: `refused: ${answer.refused}` });
        return { state: 'failed', reason: answer.refused };
      }
      await store.settlePlay(play, next);
      ({ ownerId } = next);
    }
  } catch (error) {
    if (error instanceof RetryLater) return { state: 'no_answer' };
    if (!(error instanceof ScopeMissing)) throw error;
    await store.settlePlay(play, { state: 'skipped', reason: 'no_scope' });
    return { state: 'no_scope', scopes: error.scopes };
  }
}
