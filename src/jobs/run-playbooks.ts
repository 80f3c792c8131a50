/** When accounts worsened by themselves, makes a task for whoever looks after each: decided once, kept, then made. */
import type { Playbooks } from '@account-health/contract/playbooks';
import { RetryLater } from '../errors.ts';
import { TASK_SCOPES } from '../hubspot/needed-scopes.ts';
import type { Owner } from '../hubspot/owners.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import { type CompanyId, companyId } from '../ids.ts';
import { type Choice, choosePlays, type Fall, pastNeededMs } from '../insight/choose-plays.ts';
import { keptPlaybooks } from '../playbooks/kept-playbooks.ts';
import type { BandEvent } from '../store/band-events.ts';
import type { NewPlay } from '../store/plays.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Wording } from '../wording/make-wording.ts';
import { type TaskToWord, taskBody, taskSubject } from '../wording/task-text.ts';
import { activeOwners, ownerName } from './active-owners.ts';
import { dueMoment } from './due-moment.ts';
import { ownerAfter } from './owner-after.ts';
import { type PlayAccount, type PlayView, playAccount } from './play-account.ts';
import { sendPlay } from './send-play.ts';

const DAY_MS = 86_400_000;
/** A fall of before is no news: a service that stood still must not wake up with a heap of tasks. */
const FRESH_MS = 3 * DAY_MS;
/** Of one run: then HubSpot is out of reach, and the others wait. A single task that it never answers to holds up no other. */
const MOST_UNANSWERED = 3;

export interface PlaybookJob extends PlayView {
  readonly client: PortalClient;
  readonly store: PortalStore;
  /** Of the texts written into the portal, and discreet: everybody who sees a company reads its tasks. */
  readonly wording: Wording;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

/**
 * Answers every fall that nobody answered yet, with a task or with the reason for none: one query where there is none. Only where the
 * portal may be written. What HubSpot does not answer to waits for the next run; whatever else the client throws is thrown.
 */
export async function runPlaybooks(job: PlaybookJob): Promise<void> {
  const { value: playbooks } = await keptPlaybooks.read(job.store);
  try {
    await finishIntended(job, playbooks);
    await answerFalls(job, playbooks);
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error;
  }
}

async function answerFalls(job: PlaybookJob, playbooks: Playbooks): Promise<void> {
  const { store, client, clock } = job;
  const now = clock();
  const installation = await store.installation();
  const events = await store.unplayedFalls(Math.max(now - FRESH_MS, installation?.writingSince ?? 0));
  if (events.length === 0) return;
  const mayMake = installation === undefined || TASK_SCOPES.every((scope) => installation.scopes.includes(scope));
  const owners = playbooks.enabled && mayMake ? await activeOwners(client) : null;
  const accounts = playbooks.enabled
    ? await accountsOf(
        job,
        events.map((event) => event.companyId),
      )
    : new Map();
  const falls = new Map(events.map((event) => [fallOf(event, accounts.get(event.companyId)), event]));

  const decided = await store.decidePlays(now - pastNeededMs(playbooks), (recent) => {
    const past = recent.filter(({ kind, state }) => kind === 'playbook' && state !== 'failed');
    const active = owners && new Set(owners.keys());
    return choosePlays({ falls: [...falls.keys()], past, playbooks, activeOwners: active, now }).map((choice) =>
      newPlay(job, choice, {
        event: falls.get(choice.fall),
        owners,
        playbooks,
        account: accounts.get(choice.fall.companyId),
      }),
    );
  });
  let unanswered = 0;
  for (const play of decided) {
    const account = accounts.get(play.companyId);
    if (play.state !== 'intended' || account === undefined) continue;
    const fromScore = events.find((event) => event.companyId === play.companyId)?.fromScore ?? null;
    const body = await bodyOf(job, play, account, playbooks, fromScore);
    const nextOwner = ownerAfter(job, playbooks, account);
    const sent = await sendPlay({ ...job, play, body, priority: priorityOf(play), mayExist: false, nextOwner });
    if (sent.state === 'no_answer' && ++unanswered === MOST_UNANSWERED) return;
  }
}

/** What a run before this one left: a task is looked for before it is made. */
async function finishIntended(job: PlaybookJob, playbooks: Playbooks): Promise<void> {
  const { store, clock } = job;
  const left = await store.plays({ kinds: ['playbook'], states: ['intended'], limit: 200 });
  if (left.length === 0) return;
  const accounts = await accountsOf(
    job,
    left.map((play) => play.companyId),
  );
  let unanswered = 0;
  for (const play of left) {
    const account = accounts.get(play.companyId);
    const isLate = play.decidedAt < clock() - FRESH_MS;
    const isDue = playbooks.enabled && !isLate && account?.health.state === 'scored';
    const body = isDue && account ? await bodyOf(job, play, account, playbooks, null) : null;
    const nextOwner = ownerAfter(job, playbooks, account);
    const sent = await sendPlay({ ...job, play, body, priority: priorityOf(play), mayExist: true, nextOwner });
    if (sent.state === 'no_answer' && ++unanswered === MOST_UNANSWERED)
      throw new RetryLater('HubSpot does not answer for tasks', 60_000);
    if (sent.state !== 'undone') continue;
    const reason = !playbooks.enabled ? 'disabled' : isLate ? 'too_late' : 'not_scored';
    await store.settlePlay(play, { state: 'skipped', reason });
  }
}

async function accountsOf(job: PlaybookJob, ids: readonly CompanyId[]): Promise<Map<string, PlayAccount>> {
  const accounts = new Map<string, PlayAccount>();
  for await (const page of job.store.accountsOf(ids)) {
    for (const facts of page) {
      const account = playAccount(facts, job);
      if (account !== undefined) accounts.set(account.companyId, account);
    }
  }
  return accounts;
}

const fallOf = (event: BandEvent, account: PlayAccount | undefined): Fall => ({
  companyId: event.companyId,
  at: event.at,
  to: account?.health.state === 'scored' && event.toStatus !== 'healthy' ? event.toStatus : null,
  score: event.toScore ?? 0,
  revenue: account?.revenue ?? null,
  owners: account?.owners ?? [],
});

interface Decided {
  readonly event: BandEvent | undefined;
  readonly owners: ReadonlyMap<string, Owner> | null;
  readonly playbooks: Playbooks;
  readonly account: PlayAccount | undefined;
}

function newPlay(
  job: PlaybookJob,
  { fall, ownerId, skip }: Choice,
  { event, owners, playbooks, account }: Decided,
): NewPlay {
  const now = job.clock();
  const owner = ownerId === null ? undefined : owners?.get(ownerId);
  const named = { kind: 'playbook', companyName: account?.name ?? null } as const;
  const told = { to: event?.toStatus ?? '', fromScore: event?.fromScore ?? null, score: fall.score };
  return {
    companyId: companyId(fall.companyId),
    kind: 'playbook',
    at: fall.at,
    decidedAt: now,
    state: skip === null ? 'intended' : 'skipped',
    reason: skip,
    from: event?.fromStatus ?? null,
    to: event?.toStatus ?? null,
    score: event?.toScore ?? null,
    ownerId,
    ownerName: owner === undefined ? null : ownerName(owner),
    subject: skip === null ? taskSubject(job.wording, { ...named, fall: told }) : null,
    dueAt: skip === null ? dueMoment(now, playbooks.dueInDays, job.calendar) : null,
  };
}

async function bodyOf(
  { store, wording }: PlaybookJob,
  play: Pick<NewPlay, 'companyId' | 'to' | 'score'>,
  { name, health, stage }: PlayAccount,
  playbooks: Playbooks,
  fromScore: number | null,
): Promise<string> {
  const uiDomain = (await store.profile())?.uiDomain ?? 'app.hubspot.com';
  const task: TaskToWord = {
    kind: 'playbook',
    companyName: name,
    health,
    fall: { to: play.to ?? '', fromScore, score: play.score ?? 0 },
    advice: playbooks.advice[stage] ?? wording.say(`play.advice.${stage}`),
    person: null,
    url: `https://${uiDomain}/contacts/${store.portalId}/record/0-2/${play.companyId}`,
  };
  return taskBody(wording, task);
}

const priorityOf = ({ to }: Pick<NewPlay, 'to'>) => (to === 'unhealthy' ? 'HIGH' : 'MEDIUM');
