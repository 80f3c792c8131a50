/**
 * What `npm run demo` serves, and what takes a real portal months or other people's hands: tasks of playbooks made 30 and 90 days ago with
 * what became of the accounts, lists that have our names already, and a tier that allows few lists. Here, so that pictures can show it.
 */
import { openCardPage } from '../../../src/commands/card-page.ts';
import { makeDemoService } from '../../../src/commands/demo-service.ts';
import { nameManager, withPeople } from '../../../src/commands/local-people.ts';
import { localPortal } from '../../../src/commands/local-portal.ts';
import { sleep } from '../../../src/commands/sleep.ts';
import { makePortalClient } from '../../../src/hubspot/make-portal-client.ts';
import { companyId } from '../../../src/ids.ts';
import { refreshPortal } from '../../../src/jobs/refresh-portal.ts';
import type { PortalData } from '../../../src/local/sandbox/portal-data.ts';
import { type Sandbox, startSandbox } from '../../../src/local/sandbox/start-sandbox.ts';
import { readModel, STANDARD_MODEL } from '../../../src/model-file.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { NewPlay, PlayOutcome } from '../../../src/store/plays.ts';
import type { PortalStore } from '../../../src/store/portal-store.ts';

const DAY_MS = 86_400_000;

/** Two lists are made, and the next is refused. */
const DYNAMIC_LISTS = 2;

/** Deals that stand with no company and with three. */
export const DEALS = { alone: '990001', shared: '990002' } as const;

export interface PortalWithPast {
  readonly url: string;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

export async function openPortalWithPast(companies: number): Promise<PortalWithPast> {
  const clock = Date.now;
  const generated = await localPortal({ companies: String(companies), seed: '1' }, clock());
  const data = withDeals(withPeople(generated));
  const model = await readModel(STANDARD_MODEL);
  const sandbox = await startSandbox({ data, clock, dynamicListLimit: DYNAMIC_LISTS });
  const store = await openStore({ memory: true });
  const client = makePortalClient({ token: async () => sandbox.token, baseUrl: sandbox.url, clock, sleep });
  const service = makeDemoService({ store, client, model, clock });
  const page = await openCardPage(service.work, data, 0);
  const close = async () => {
    await page.close();
    await service.stop();
    await sandbox.close();
    await store.close();
  };
  try {
    const { report } = await refreshPortal({ client, store, model, pastForMs: 0, language: 'en', clock });
    const portal = store.portal(report.portalId);
    await nameManager(portal, clock);
    await addPlays({ portal, sandbox, data, now: clock() });
    await service.start();
    return { url: page.url, sandbox, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** With two deals more, made of the first. */
function withDeals(data: PortalData): PortalData {
  const { deals = [], companies = [] } = data.objects;
  const [first] = deals;
  if (first === undefined) throw new Error('The generated portal has no deal.');
  const deal = (id: string, dealname: string, ids: readonly string[]) => ({
    ...first,
    id,
    properties: { ...first.properties, dealname },
    associations: { companies: ids },
  });
  const added = [
    deal(DEALS.alone, 'A deal without a company', []),
    deal(
      DEALS.shared,
      'A deal of three companies',
      companies.slice(0, 3).map(({ id }) => id),
    ),
  ];
  return { ...data, objects: { ...data.objects, deals: [...added, ...deals] } };
}

interface PastPlay extends Pick<NewPlay, 'from' | 'to' | 'score'> {
  readonly daysAgo: number;
  /** Null: the day has not come. */
  readonly after30: PlayOutcome | null;
  readonly after90: PlayOutcome | null;
}

const stood = (status: PlayOutcome['status'], score: number | null = null): PlayOutcome => ({ status, score });

/** One of every way in which an account may have fared. */
const PLAYS: readonly PastPlay[] = [
  { daysAgo: 4, from: 'healthy', to: 'at_risk', score: 58, after30: null, after90: null },
  { daysAgo: 33, from: 'at_risk', to: 'unhealthy', score: 29, after30: stood('at_risk', 44), after90: null },
  { daysAgo: 41, from: 'healthy', to: 'at_risk', score: 61, after30: stood('unknown'), after90: null },
  { daysAgo: 52, from: 'healthy', to: 'at_risk', score: 55, after30: stood('unhealthy', 21), after90: null },
  {
    ...{ daysAgo: 96, from: 'healthy', to: 'unhealthy', score: 27 },
    ...{ after30: stood('unhealthy', 30), after90: stood('healthy', 71) },
  },
  {
    ...{ daysAgo: 103, from: 'healthy', to: 'at_risk', score: 49 },
    ...{ after30: stood('at_risk', 50), after90: stood('gone') },
  },
  {
    ...{ daysAgo: 118, from: 'at_risk', to: 'unhealthy', score: 18 },
    ...{ after30: stood('unhealthy', 12), after90: stood('not_customer') },
  },
];

/** Falls that got no task, by why. */
const SKIPPED = ['cooldown', 'cap', 'cap', 'no_owner'];

async function addPlays(given: {
  readonly portal: PortalStore;
  readonly sandbox: Sandbox;
  readonly data: PortalData;
  readonly now: number;
}): Promise<void> {
  const { portal, sandbox, data, now } = given;
  const { companies = [] } = data.objects;
  const ofPlace = (place: number) => companyId(companies[place]?.id ?? '');
  const { owners = [] } = data;
  for (const [place, { daysAgo, after30, after90, ...fall }] of PLAYS.entries()) {
    const at = now - daysAgo * DAY_MS;
    // The last one's owner is gone.
    const owner = place === PLAYS.length - 1 ? undefined : owners[place % Math.max(1, owners.length)];
    const ownerName = owner === undefined ? null : `${owner.firstName} ${owner.lastName}`;
    const play: NewPlay = {
      ...{ companyId: ofPlace(place), kind: 'playbook', at, decidedAt: at, state: 'intended', reason: null, ...fall },
      ...{ ownerId: owner?.id ?? null, ownerName, subject: `Task ${place + 1}`, dueAt: at + 3 * DAY_MS },
    };
    await portal.decidePlays(0, () => [play]);
    const taskId = sandbox.portal.upsert('tasks', {
      properties: { hs_task_subject: play.subject, hs_timestamp: String(play.dueAt), hs_task_status: 'COMPLETED' },
    });
    await portal.settlePlay(play, {
      ...{ state: 'made', taskId, taskState: 'done' },
      ...(after30 && { after30 }),
      ...(after90 && { after90 }),
    });
  }
  await portal.decidePlays(0, () =>
    SKIPPED.map((reason, place) => ({
      ...{ companyId: ofPlace(PLAYS.length + place), kind: 'playbook', at: now - DAY_MS, decidedAt: now - DAY_MS },
      ...{ state: 'skipped', reason, from: 'healthy', to: 'at_risk', score: 60, ownerId: null, ownerName: null },
      ...{ subject: null, dueAt: null },
    })),
  );
}
