/** A task that somebody asks for on a company's card. */
import { RetryLater } from '../errors.ts';
import { TASK_SCOPES } from '../hubspot/needed-scopes.ts';
import type { Owner } from '../hubspot/owners.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import { keptPlaybooks } from '../playbooks/kept-playbooks.ts';
import type { TaskAsked, TaskMade } from '../playbooks/play-work.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import { seenBy } from '../scoring/facts.ts';
import { modelAsKept } from '../scoring/model.ts';
import { mappedTexts } from '../scoring/model-signals.ts';
import type { PortalContext } from '../scoring/portal-context.ts';
import { lookOf } from '../store/past-cycles.ts';
import type { NewPlay, Play, PlayKind } from '../store/plays.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { makeWording } from '../wording/make-wording.ts';
import { withMapped } from '../wording/mapped-wording.ts';
import { taskBody, taskSubject } from '../wording/task-text.ts';
import { activeOwners, ownerName } from './active-owners.ts';
import { dueMoment } from './due-moment.ts';
import { type PlayAccount, type PlayView, playAccount } from './play-account.ts';
import { sendPlay } from './send-play.ts';
import { taskObstacle } from './task-obstacle.ts';

export interface TaskJob {
  readonly client: PortalClient;
  readonly store: PortalStore;
  /** Of the texts written into the portal. */
  readonly language: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

const HALF_YEAR_MS = 183 * 86_400_000;

/** As `PlayWork.makeTask`. Throws what the client throws, but for what `TaskMade` tells. */
export async function makeTask(job: TaskJob, asked: TaskAsked): Promise<TaskMade> {
  const { client, store } = job;
  const obstacle = await taskObstacle(store);
  if (obstacle !== null) return refused(obstacle);
  const seen = await seeAccount(store, asked);
  if (seen === undefined) return refused({ why: 'not_scored' });
  try {
    const open = await stillOpen(job, asked);
    if (open !== undefined) return open;
    const owners = await activeOwners(client);
    if (owners === null) return refused({ why: 'scopes', scopes: TASK_SCOPES });
    return await makeIt(job, asked, seen, owners);
  } catch (error) {
    if (error instanceof RetryLater) return refused({ why: 'unreachable' });
    throw error;
  }
}

type Because = Extract<TaskMade, { state: 'refused' }>['because'];
const refused = (because: Because): TaskMade => ({ state: 'refused', because });

type SeenAccount = PlayAccount & { readonly view: PlayView };

/** The account as its card shows it; undefined where it has no score, for it is no customer, or was not read yet. */
async function seeAccount(store: PortalStore, { companyId }: TaskAsked): Promise<SeenAccount | undefined> {
  const cycle = await store.latestCycle();
  const held = await store.account(companyId);
  if (cycle === undefined || held === undefined) return undefined;
  const { portal, model } = cycle.context as { portal: PortalContext; model: unknown };
  const { at: asOf, seenUntil } = lookOf(cycle, cycle.published ? ((await store.rescoredAt(companyId)) ?? 0) : 0);
  const facts = seenBy(held, seenUntil);
  const view = { portal, model: modelAsKept(model), calendar: makeCalendar(portal.timeZone), asOf };
  const account = facts && playAccount(facts, view);
  return account === undefined || account.health.state === 'not_customer' ? undefined : { ...account, view };
}

/** What a playbook asked for when the account worsened is to look into it. */
const kindsLike = (kind: TaskAsked['kind']): readonly PlayKind[] => (kind === 'task' ? ['task', 'playbook'] : [kind]);

/** Our task of the kind that is open in HubSpot now. */
async function stillOpen({ client, store }: TaskJob, { companyId, kind }: TaskAsked): Promise<TaskMade | undefined> {
  const plays = await store.plays({
    companyId,
    kinds: kindsLike(kind),
    states: ['made'],
    taskState: 'open',
    limit: 20,
  });
  const states = await client.taskStates(plays.flatMap(({ taskId }) => taskId ?? []));
  let found: TaskMade | undefined;
  for (const play of plays) {
    const taskState = states.get(play.taskId ?? '') ?? 'gone';
    if (taskState !== 'open') await store.settlePlay(play, { taskState });
    else found ??= { state: 'open_already', ...shown(play, play.taskId ?? '') };
  }
  return found;
}

const shown = (
  { subject, dueAt, ownerName: owner }: Pick<Play, 'subject' | 'dueAt' | 'ownerName'>,
  taskId: string,
) => ({
  taskId,
  subject: subject ?? '',
  dueAt: dueAt ?? 0,
  owner,
});

/** Its intent is kept before HubSpot is called; one that an earlier request left is taken up again, and looked for first. */
async function makeIt(
  job: TaskJob,
  asked: TaskAsked,
  account: SeenAccount,
  owners: ReadonlyMap<string, Owner>,
): Promise<TaskMade> {
  const { store, clock, language } = job;
  const { view } = account;
  const { companyId, kind, by } = asked;
  const { timeZone } = view.calendar;
  const texts = makeWording({ locale: language, timeZone, discreet: true });
  const wording = withMapped(texts, mappedTexts(view.model));
  const now = clock();
  const { value: playbooks } = await keptPlaybooks.read(store);
  const owner = ownerOf(account.owners, asked, owners);
  const fresh: NewPlay = {
    ...{ companyId, kind, at: now, decidedAt: now, state: 'intended', reason: null, from: null, to: null, score: null },
    ownerId: owner?.id ?? null,
    ownerName: owner === undefined ? null : ownerName(owner),
    subject: taskSubject(wording, { kind, companyName: account.name, fall: null }),
    dueAt: dueMoment(now, playbooks.dueInDays, view.calendar),
  };
  const isLeft = (play: Play) => play.companyId === companyId && play.kind === kind && play.state === 'intended';
  let left: Play | undefined;
  const [added] = await store.decidePlays(now - HALF_YEAR_MS, (recent) => {
    left = recent.find(isLeft);
    return left === undefined ? [fresh] : [];
  });
  const play = added ?? left;
  // Somebody asked for the same in the same millisecond.
  if (play === undefined) return refused({ why: 'no_answer' });

  const uiDomain = (await store.profile())?.uiDomain ?? 'app.hubspot.com';
  const body = taskBody(wording, {
    kind,
    companyName: account.name,
    health: account.health,
    fall: null,
    advice: kind === 'task' ? (playbooks.advice[account.stage] ?? texts.say(`play.advice.${account.stage}`)) : null,
    person: by.email,
    url: `https://${uiDomain}/contacts/${store.portalId}/record/0-2/${companyId}`,
  });
  const sent = await sendPlay({ ...job, play, body, priority: 'MEDIUM', mayExist: added === undefined });
  switch (sent.state) {
    case 'made': {
      const after = { kind, taskId: sent.taskId };
      const actor = { kind: 'user', ...by } as const;
      await store.recordAudit({ at: now, actor, kind: 'task_made', about: companyId, before: null, after });
      return { state: sent.isNew ? 'made' : 'open_already', ...shown(play, sent.taskId) };
    }
    case 'failed':
      return refused({ why: 'hubspot', reason: sent.reason });
    case 'no_scope':
      return refused({ why: 'scopes', scopes: sent.scopes });
    default:
      return refused({ why: 'no_answer' });
  }
}

/** The CS owner, else the company owner, else whoever asks, where they are active; undefined: nobody. */
function ownerOf(ids: readonly string[], { by }: TaskAsked, owners: ReadonlyMap<string, Owner>): Owner | undefined {
  const owned = ids.map((id) => owners.get(id)).find((owner) => owner !== undefined);
  if (owned !== undefined) return owned;
  const address = by.email?.toLowerCase();
  return [...owners.values()].find(
    ({ userId, email }) => userId === by.userId || (address !== undefined && email?.toLowerCase() === address),
  );
}
