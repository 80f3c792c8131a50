/** What is usual in the portal reaches its context, for the types that have been read to their end, and as plain JSON. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountInfo } from '../../src/hubspot/account.ts';
import type { PortalClient } from '../../src/hubspot/portal-client.ts';
import { portalId } from '../../src/ids.ts';
import { gatherPortalContext } from '../../src/jobs/portal-context.ts';
import type { ObjectType } from '../../src/scoring/object-types.ts';
import { type PortalContext, quarterOf } from '../../src/scoring/portal-context.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import type { SyncState } from '../../src/store/sync-state.ts';
import { openTestStore } from '../store/test-store.ts';

const HOUR = 3_600_000;
const at = (isoDay: string) => Date.parse(isoDay);
const RUNNING_SINCE = at('2026-06-01');

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** A portal with a ticket and a meeting, of which these types have been read to their end. */
async function portalWith(id: number, read: readonly ObjectType[]): Promise<PortalStore> {
  const portal = store.portal(portalId(id));
  const ticket = {
    createdate: at('2026-02-01') - 5 * HOUR,
    closed_date: at('2026-02-01'),
    hs_is_closed: true,
    time_to_first_agent_reply: HOUR,
    hs_ticket_category: 'TRAINING',
  };
  const meeting = {
    hs_meeting_start_time: at('2026-02-01'),
    hs_timestamp: at('2026-05-01'),
    hs_activity_type: 'Training',
  };
  const record = { id: '1', effectiveAt: 1, companyIds: [] };
  await portal.saveRecords('tickets', [{ ...record, values: ticket }], at('2026-05-31'));
  await portal.saveRecords('meetings', [{ ...record, values: meeting }], at('2026-05-31'));
  for (const objectType of read)
    await portal.saveSyncState(objectType, { blocked: null, runningSince: RUNNING_SINCE } as SyncState);
  return portal;
}

async function normsOf(portal: PortalStore): Promise<Pick<PortalContext, 'ticketMedians' | 'kindQuarters'>> {
  const none = async () => [];
  const client = { pipelines: none, properties: none, owners: none } as Partial<PortalClient> as PortalClient;
  const account: AccountInfo = {
    portalId: portal.portalId,
    timeZone: 'UTC',
    companyCurrency: 'EUR',
    additionalCurrencies: [],
    uiDomain: 'app.hubspot.com',
  };
  const context = await gatherPortalContext(account, client, portal, readPlan(SIGNALS));
  expect(JSON.parse(JSON.stringify(context))).toEqual(context);
  return { ticketMedians: context.ticketMedians, kindQuarters: context.kindQuarters };
}

const FIRST = quarterOf(at('2026-02-01'));
const SOLVED = { resolution: { ms: 5 * HOUR, tickets: 1 }, firstReply: { ms: HOUR, tickets: 1 } };

test('of tickets and meetings; a category counts from when it was seen, an activity type from its meeting', async () => {
  const norms = await normsOf(await portalWith(1, ['tickets', 'meetings']));
  expect(norms).toEqual({
    ticketMedians: Object.fromEntries([1, 2, 3, 4].map((later) => [FIRST + later, SOLVED])),
    kindQuarters: { meetings: { Training: [FIRST] }, tickets: { TRAINING: [FIRST + 1] } },
  });
});

test('a type that is still being read tells nothing', async () => {
  expect(await normsOf(await portalWith(2, ['meetings']))).toEqual({
    ticketMedians: {},
    kindQuarters: { meetings: { Training: [FIRST] }, tickets: {} },
  });
  expect(await normsOf(await portalWith(3, ['tickets']))).toMatchObject({
    ticketMedians: { [FIRST + 1]: SOLVED },
    kindQuarters: { meetings: {} },
  });
});
