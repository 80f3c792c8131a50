/** Starter segments over HTTP, against the local portal: made once, named safely, and told of truly whatever HubSpot says. */
import { SEGMENT_KEYS, type SegmentKey, type SegmentsAnswer } from '@account-health/contract/playbooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PortalDisconnected, RetryLater, ScopeMissing } from '../../../src/errors.ts';
import { allOf, compares } from '../../../src/hubspot/list-filters.ts';
import type { PortalClient } from '../../../src/hubspot/portal-client.ts';
import { ALL_SCOPES } from '../../../src/local/sandbox/object-types.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { MODEL } from '../../jobs/cycle-rig.ts';
import { NO_FACTS, OVERDUE, PAID, PARTNER, PROSPECT } from '../../jobs/small-portal.ts';
import { onEachEngine, openTestStore } from '../../store/test-store.ts';
import { openServedPortal, type ServedPortal } from './served-portal.ts';

const PATH = '/api/settings/segments';
const LISTS = '/crm/lists/2026-09';
const ALL = [...SEGMENT_KEYS];
const NAMES = {
  unhealthy: 'Unhealthy customers',
  renewing: 'At risk and renewing within 90 days',
  dropped: 'Dropped 15 points in 30 days',
  overdue_falling: 'Overdue and falling',
  ask_review: 'Healthy, ask for a review',
} as const;

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const look = async (portal: ServedPortal, query = '') => (await portal.ask<SegmentsAnswer>('GET', PATH + query)).body;
const make = async (portal: ServedPortal, keys: readonly SegmentKey[] = ALL, query = '') =>
  (await portal.ask<SegmentsAnswer>('POST', PATH + query, { body: { keys } })).body;
const states = ({ segments }: SegmentsAnswer) => segments.map(({ state }) => state);
const one = ({ segments }: SegmentsAnswer, key: SegmentKey) => segments.find((segment) => segment.key === key);

/** HubSpot's lists API, asked by somebody else of the portal. */
async function hubspot({ rig }: ServedPortal, method: string, path: string, json?: unknown) {
  const response = await fetch(rig.sandbox.url + LISTS + path, {
    method,
    headers: { authorization: `Bearer ${rig.sandbox.token}`, 'content-type': 'application/json' },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}
const inHubSpot = async (portal: ServedPortal): Promise<readonly { listId: string; name: string }[]> =>
  (await hubspot(portal, 'POST', '/search', { count: 100 })).lists;
const members = async (portal: ServedPortal, id: string): Promise<readonly string[]> =>
  (await hubspot(portal, 'GET', `/${id}/memberships`)).results.map(({ recordId }: { recordId: string }) => recordId);
const idOf = (answer: SegmentsAnswer, key: SegmentKey) => one(answer, key)?.url?.split('/').at(-2) ?? '';

/** A portal whose scores are written, so that it has the properties. */
async function written(given: Parameters<typeof openServedPortal>[1] = {}): Promise<ServedPortal> {
  const portal = await openServedPortal(store, given);
  await portal.rig.cycle();
  return portal;
}

test('nothing is made before somebody asks', async () => {
  const portal = await written();
  const answer = await look(portal);
  expect(states(answer)).toEqual(ALL.map(() => 'not_made'));
  expect(answer.segments.map(({ name }) => name)).toEqual(Object.values(NAMES));
  expect(answer.refused).toBeNull();
  expect(await inHubSpot(portal)).toEqual([]);
});

test('those that are asked for are made, and they hold who they say', async () => {
  const portal = await written();
  const { sandbox, store: held } = portal.rig;
  const shape = (id: string, values: Readonly<Record<string, string>>) =>
    sandbox.portal.upsert('companies', {
      id,
      properties: Object.fromEntries(Object.entries(values).map(([name, value]) => [`account_health_${name}`, value])),
    });
  // At noon of 15 June in Rome; 90 days on is 13 September.
  shape(PAID, { status: 'healthy', change_30d: '0', next_renewal: '2026-06-20', overdue_amount: '0' });
  shape(OVERDUE, { status: 'unhealthy', change_30d: '-15', next_renewal: '2026-09-13', overdue_amount: '0.5' });
  shape(NO_FACTS, { status: 'unknown', change_30d: '', next_renewal: '2026-07-01', overdue_amount: '5' });
  shape(PARTNER, { status: 'at_risk', change_30d: '-14', next_renewal: '2026-09-14', overdue_amount: '7' });
  shape(PROSPECT, { status: 'healthy', change_30d: '-1', next_renewal: '', overdue_amount: '' });

  const answer = await make(portal);
  expect(states(answer)).toEqual(ALL.map(() => 'made'));
  const who = Object.fromEntries(
    await Promise.all(ALL.map(async (key) => [key, await members(portal, idOf(answer, key))] as const)),
  );
  expect(who).toEqual({
    unhealthy: [OVERDUE],
    renewing: [OVERDUE],
    dropped: [OVERDUE],
    overdue_falling: [OVERDUE, PARTNER],
    ask_review: [PAID],
  });
  expect(one(await look(portal), 'overdue_falling')).toMatchObject({
    state: 'made',
    size: 2,
    failure: null,
    url: `https://app.hubspot.com/contacts/${held.portalId}/objectLists/${idOf(answer, 'overdue_falling')}/filters`,
  });
});

test('asked twice, or at once, makes none twice; what was not asked for is not made', async () => {
  const portal = await written();
  await Promise.all([make(portal, ['unhealthy']), make(portal, ['unhealthy', 'dropped']), make(portal, ['unhealthy'])]);
  const names = (await inHubSpot(portal)).map(({ name }) => name);
  expect(names.toSorted()).toEqual([NAMES.dropped, NAMES.unhealthy]);
  expect(states(await make(portal, ['unhealthy']))).toEqual(['made', 'not_made', 'made', 'not_made', 'not_made']);
});

test('one that was made by a call of which nobody saw the end is found again', async () => {
  let isCut = true;
  const portal = await written({
    client: (own) => ({
      ...own,
      async createCompanyList(list) {
        const made = await own.createCompanyList(list);
        if (isCut) throw new RetryLater('The answer was lost.', 1_000);
        return made;
      },
    }),
  });
  const cut = await make(portal, ['renewing']);
  expect(cut.refused).toMatch(/does not answer/);
  expect(one(cut, 'renewing')?.state).toBe('not_made');
  isCut = false;
  expect(one(await make(portal, ['renewing']), 'renewing')).toMatchObject({ state: 'made', name: NAMES.renewing });
  expect(await inHubSpot(portal)).toHaveLength(1);
});

test('one whose making HubSpot carried out and we had to repeat is ours', async () => {
  const portal = await written({
    client: (own) => ({
      ...own,
      async createCompanyList(list) {
        await own.createCompanyList(list);
        return await own.createCompanyList(list);
      },
    }),
  });
  expect(one(await make(portal, ['renewing']), 'renewing')).toMatchObject({ state: 'made', name: NAMES.renewing });
  expect(await inHubSpot(portal)).toHaveLength(1);
});

describe('a name that is taken', () => {
  const theirs = (name: string, more: object = {}) => ({
    name,
    objectTypeId: '0-2',
    processingType: 'MANUAL',
    ...more,
  });

  test.each<[string, object]>([
    ['by a list of companies', theirs(NAMES.dropped)],
    ['in other letters', theirs(NAMES.dropped.toUpperCase())],
    [
      'by an active list with other filters',
      theirs(NAMES.dropped, {
        processingType: 'DYNAMIC',
        filterBranch: allOf([compares('account_health_change_30d', 'IS_LESS_THAN_OR_EQUAL_TO', -16)]),
      }),
    ],
    // It is not found by its name among companies: only the making tells.
    ['by a list of contacts', theirs(NAMES.dropped, { objectTypeId: '0-1' })],
  ])('%s: that one is left alone, and ours says what it is called', async (_what, list) => {
    const portal = await written();
    const { listId } = (await hubspot(portal, 'POST', '', list)).list;
    const answer = await make(portal, ['dropped']);
    expect(one(answer, 'dropped')).toMatchObject({ state: 'made', name: `${NAMES.dropped} (Account Health)` });
    expect(idOf(answer, 'dropped')).not.toBe(listId);
    expect((await hubspot(portal, 'GET', `/${listId}`)).list).toMatchObject({
      listId,
      name: 'name' in list && list.name,
    });
  });

  test('and so is every other one: none is made, and it says so', async () => {
    const portal = await written();
    for (const suffix of ['', ' (Account Health)', ' (Account Health 2)', ' (Account Health 3)'])
      await hubspot(portal, 'POST', '', theirs(NAMES.dropped + suffix));
    const answer = await make(portal, ['dropped']);
    expect(one(answer, 'dropped')).toMatchObject({ state: 'not_made', url: null });
    expect(one(answer, 'dropped')?.failure).toMatch(/every name/);
    expect(await inHubSpot(portal)).toHaveLength(4);
    // Only right after it was asked for.
    expect(one(await look(portal), 'dropped')?.failure).toBeNull();
  });
});

test('one that was deleted in HubSpot is gone, and may be made again', async () => {
  const portal = await written();
  const id = idOf(await make(portal, ['unhealthy']), 'unhealthy');
  await hubspot(portal, 'DELETE', `/${id}`);
  expect(one(await look(portal), 'unhealthy')).toMatchObject({ state: 'gone', url: null, size: null });
  const again = await make(portal, ['unhealthy']);
  expect(one(again, 'unhealthy')?.state).toBe('made');
  expect(idOf(again, 'unhealthy')).not.toBe(id);
});

test('what the model does not write makes no list, and says which property lacks', async () => {
  const portal = await written({ model: { ...MODEL, write: MODEL.write.filter((name) => name !== 'next_renewal') } });
  const answer = await make(portal);
  expect(states(answer)).toEqual(['made', 'not_made', 'made', 'made', 'made']);
  expect(one(answer, 'renewing')?.failure).toContain('Next renewal');
});

test('before anything is written there is nothing to go by', async () => {
  const portal = await openServedPortal(store);
  const answer = await make(portal, ['unhealthy']);
  expect(one(answer, 'unhealthy')?.failure).toMatch(/Health status.*Start writing/);
  expect(await inHubSpot(portal)).toEqual([]);
});

test('the limit of the portal’s tier is told in HubSpot’s words; what was made before it stays', async () => {
  const portal = await written({ sandbox: { dynamicListLimit: 2 } });
  const answer = await make(portal);
  expect(states(answer)).toEqual(['made', 'made', 'not_made', 'not_made', 'not_made']);
  expect(one(answer, 'dropped')?.failure).toContain('This account has reached its limit of 2 active lists.');
  expect(one(answer, 'dropped')?.failure).not.toContain('..');
});

describe('where the app may not', () => {
  test('a private app’s token: it says which scope lacks, and where to grant it', async () => {
    const portal = await written();
    portal.rig.sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => scope !== 'crm.lists.write'));
    const answer = await make(portal, ['unhealthy']);
    expect(answer.refused).toMatch(/crm\.lists\.write\. Add them to the private app/);
    expect(states(answer)).toEqual(ALL.map(() => 'not_made'));
  });

  test('a private app’s token without either: both are named, though HubSpot names one a call', async () => {
    const portal = await written();
    portal.rig.sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => !scope.startsWith('crm.lists.')));
    expect((await make(portal, ['unhealthy'])).refused).toMatch(
      /scopes crm\.lists\.read, crm\.lists\.write\. Add them/,
    );
  });

  test.each([
    ['does not tell what was granted', () => Promise.resolve(undefined)],
    ['does not answer what was granted', () => Promise.reject(new RetryLater('no answer', 1_000))],
  ])('HubSpot %s: those that it named, once each and in its order', async (_what, grantedScopes) => {
    const named = ['crm.lists.write', 'crm.lists.read', 'crm.lists.write'];
    const client = (own: PortalClient) => ({
      ...own,
      grantedScopes,
      createCompanyList: () => Promise.reject(new ScopeMissing('403', named)),
    });
    const portal = await written({ client });
    expect((await make(portal, ['unhealthy'])).refused).toMatch(
      /scopes crm\.lists\.write, crm\.lists\.read\. Add them/,
    );
  });

  test('an installation that was not granted it is not even tried', async () => {
    const portal = await written();
    const { store: held, sandbox } = portal.rig;
    const scopes = ['crm.lists.read'];
    await held.install({ at: 1, by: '1', scopes, sealedTokens: 'sealed', accessExpiresAt: 2 });
    sandbox.resetStats();
    expect((await look(portal)).refused).toMatch(/crm\.lists\.write\. Have an admin agree anew/);
    expect(portal.rig.calls()).toEqual({});
  });

  test('what was made before is still told, without its size', async () => {
    const portal = await written();
    await make(portal, ['unhealthy']);
    portal.rig.sandbox.portal.setScopes(ALL_SCOPES.filter((scope) => scope !== 'crm.lists.read'));
    const answer = await look(portal);
    expect(one(answer, 'unhealthy')).toMatchObject({ state: 'made', size: null, name: NAMES.unhealthy });
    expect(answer.refused).toContain('crm.lists.read');
  });

  test.each([
    ['HubSpot is out of reach', new RetryLater('no answer', 1_000), /does not answer/],
    ['HubSpot took our access back', new PortalDisconnected('401'), /does not let the app in/],
  ])('%s', async (_what, error, said) => {
    const portal = await written({ client: (own) => ({ ...own, companyLists: () => Promise.reject(error) }) });
    expect((await look(portal)).refused).toMatch(said);
  });

  test('nobody serves the portal here', async () => {
    const portal = await openServedPortal(store, { client: () => null });
    expect((await make(portal)).refused).toMatch(/does not answer/);
  });
});

test('names are in the language of what is written into the portal, all else in the reader’s', async () => {
  const portal = await written({ language: 'it' });
  const answer = await make(portal, ['unhealthy'], '?locale=tr');
  for (const told of [answer, await look(portal, '?locale=tr')])
    expect(one(told, 'unhealthy')).toMatchObject({ name: 'Clienti critici', description: 'İlk bakılacak müşteriler.' });
  expect((await inHubSpot(portal)).map(({ name }) => name)).toEqual(['Clienti critici']);
});

test('only who may makes them; anybody looks', async () => {
  const portal = await written();
  const refused = await portal.ask<{ error: string }>('POST', PATH, { as: 'rep', body: { keys: ['unhealthy'] } });
  expect([refused.status, refused.body.error]).toEqual([403, expect.stringContaining('super admins')]);
  expect((await portal.ask('GET', PATH, { as: 'rep' })).status).toBe(200);
  expect(await inHubSpot(portal)).toEqual([]);
});

test.each([[{}], [{ keys: [] }], [{ keys: ['all'] }], [{ keys: 'unhealthy' }], [{ keys: ['unhealthy'], more: 1 }]])(
  'what is no choice of segments is refused: %j',
  async (body) => {
    const portal = await openServedPortal(store);
    expect((await portal.ask('POST', PATH, { body })).status).toBe(400);
  },
);

onEachEngine('what was made', (engine) => {
  let engineStore: Store;
  beforeAll(async () => {
    engineStore = await openTestStore(engine);
  });
  afterAll(() => engineStore.close());

  test('is remembered with who asked, and logged once', async () => {
    const portal = await openServedPortal(engineStore);
    await portal.rig.cycle();
    await make(portal, ['unhealthy']);
    await make(portal, ['unhealthy']);
    const id = idOf(await look(portal), 'unhealthy');
    await hubspot(portal, 'DELETE', `/${id}`);
    await make(portal, ['unhealthy', 'dropped']);
    const log = await portal.rig.store.auditEntries({ below: null, limit: 10 });
    const actor = { kind: 'user', userId: '1', email: 'admin@portal.example' };
    expect(
      log
        .filter(({ kind }) => kind === 'segments_made')
        .map(({ about, before, after, actor: by }) => [about, before, after, by]),
    ).toEqual([
      ['dropped', null, { name: NAMES.dropped }, actor],
      ['unhealthy', { name: NAMES.unhealthy }, { name: NAMES.unhealthy }, actor],
      ['unhealthy', null, { name: NAMES.unhealthy }, actor],
    ]);
  });
});
