/** Lists (segments) of the local portal, by HubSpot's docs: what is taken, what is refused, and who is in one. */
import { describe, expect, test } from 'vitest';
import type { PortalData } from '../../../src/local/sandbox/portal-data.ts';
import { DATA, handClock, record, sandbox } from './sandbox-fixture.ts';

const PATH = '/crm/lists/2026-09';

const PORTAL: PortalData = {
  ...DATA,
  objects: {
    ...DATA.objects,
    companies: [
      record('1', { tier: 'gold', points: '10', renewal: '2026-06-16' }),
      record('2', { tier: 'silver', points: '-20', renewal: '2026-06-25' }),
      record('3', { tier: 'gold', renewal: '2026-06-26' }),
      record('4', { points: '-15', renewal: '2026-06-15' }),
      record('5', {}),
    ],
  },
  extraProperties: {
    companies: [
      { name: 'tier', type: 'enumeration', options: ['gold', 'silver'] },
      { name: 'points', type: 'number' },
      { name: 'renewal', type: 'date' },
    ],
  },
};

const open = async (options = {}) => {
  const { clock } = handClock();
  const portal = await sandbox({ data: PORTAL, clock, ...options });
  const create = (more: object) => portal.call(PATH, { json: { ...NEW, ...more } });
  const members = async (id: string) => {
    const { body } = await portal.call(`${PATH}/${id}/memberships`);
    return body.results.map(({ recordId }: { recordId: string }) => recordId);
  };
  return { ...portal, create, members };
};

const branch = (...filters: readonly object[]) => ({
  filterBranchType: 'OR',
  filterBranches: [{ filterBranchType: 'AND', filterBranches: [], filters }],
  filters: [],
});
const filter = (property: string, operation: object) => ({
  filterType: 'PROPERTY',
  property,
  operation: { includeObjectsWithNoValueSet: false, ...operation },
});
const GOLD = filter('tier', { operationType: 'ENUMERATION', operator: 'IS_ANY_OF', values: ['gold'] });
const points = (operator: string, value: unknown) => filter('points', { operationType: 'NUMBER', operator, value });
const point = (referenceType: string, days?: number) => ({
  timeType: 'INDEXED',
  timezoneSource: 'CUSTOM',
  zoneId: 'Europe/Rome',
  indexReference: { referenceType },
  ...(days !== undefined && { offset: { days } }),
});
const SPAN = {
  operationType: 'TIME_RANGED',
  type: 'TIME_RANGED',
  operator: 'IS_BETWEEN',
  propertyParser: 'VALUE',
  lowerBoundEndpointBehavior: 'INCLUSIVE',
  upperBoundEndpointBehavior: 'INCLUSIVE',
  lowerBoundTimePoint: point('NOW'),
  upperBoundTimePoint: point('TODAY', 10),
};
const renewal = (more: object = {}) => filter('renewal', { ...SPAN, ...more });
const NEW = { name: 'Gold', objectTypeId: '0-2', processingType: 'DYNAMIC', filterBranch: branch(GOLD) };

describe('who is in a list', () => {
  test.each<[string, readonly object[], readonly string[]]>([
    ['a choice', [GOLD], ['1', '3']],
    [
      'no such choice; none at all counts only where it is said',
      [
        filter('tier', {
          operationType: 'ENUMERATION',
          operator: 'IS_NONE_OF',
          values: ['gold'],
          includeObjectsWithNoValueSet: true,
        }),
      ],
      ['2', '4', '5'],
    ],
    ['a number, its bound in', [points('IS_LESS_THAN_OR_EQUAL_TO', -15)], ['2', '4']],
    ['a number, its bound out', [points('IS_LESS_THAN', -15)], ['2']],
    // At noon of 15 June: that day's own midnight is over.
    ['the coming days, the last one to its end', [renewal()], ['1', '2']],
    ['both of two', [GOLD, points('IS_GREATER_THAN', 0)], ['1']],
    ['more than a number, its bound out', [points('IS_GREATER_THAN', -15)], ['1']],
    ['more than a number, its bound in', [points('IS_GREATER_THAN_OR_EQUAL_TO', -15)], ['1', '4']],
    // What is still to come is out.
    ['the past days', [renewal({ lowerBoundTimePoint: point('TODAY', -1), upperBoundTimePoint: point('NOW') })], ['4']],
  ])('%s', async (_what, filters, expected) => {
    const { create, members } = await open();
    const { status, body } = await create({ filterBranch: branch(...filters) });
    expect(status).toBe(200);
    expect(await members(body.list.listId)).toEqual(expected);
  });

  test('one branch of several is enough', async () => {
    const { create, members } = await open();
    const [gold] = branch(GOLD).filterBranches;
    const both = { ...branch(points('IS_LESS_THAN', -15)) };
    const filterBranch = { ...both, filterBranches: [...both.filterBranches, gold] };
    const { body } = await create({ filterBranch });
    expect(await members(body.list.listId)).toEqual(['1', '2', '3']);
  });

  test('follows the records', async () => {
    const { create, members, portal } = await open();
    const { body } = await create({});
    portal.upsert('companies', { id: '2', properties: { tier: 'gold' } });
    portal.archive('companies', '1');
    expect(await members(body.list.listId)).toEqual(['2', '3']);
  });
});

test('a list is shown by id, by name in any case, and by a search that tells its size; filters where asked for', async () => {
  const { create, call } = await open();
  const { listId } = (await create({})).body.list;
  const plain = (await call(`${PATH}/${listId}`)).body.list;
  expect(plain).toMatchObject({ name: 'Gold', objectTypeId: '0-2', processingType: 'DYNAMIC' });
  expect(plain.filterBranch).toBeUndefined();
  const named = await call(`${PATH}/object-type-id/0-2/name/gOLD?includeFilters=true`);
  expect(named.body.list.filterBranch).toEqual(NEW.filterBranch);
  const found = await call(`${PATH}/search`, { json: { listIds: [listId, '99'] } });
  expect(found.body).toMatchObject({
    total: 1,
    hasMore: false,
    lists: [{ additionalProperties: { hs_list_size: '2' } }],
  });
});

test('a name is looked up among the lists of its type', async () => {
  const { create, call } = await open();
  await create({});
  expect((await call(`${PATH}/object-type-id/0-1/name/Gold`)).status).toBe(404);
});

test('a search goes by a part of the name, page by page', async () => {
  const { create, call } = await open();
  for (const name of ['Gold', 'Golden', 'Silver', 'Old gold']) await create({ name });
  const search = async (json: object) => {
    const { status, body } = await call(`${PATH}/search`, { json });
    return [status, body.lists?.map(({ name }: { name: string }) => name), body.offset, body.hasMore, body.total];
  };
  expect(await search({ query: 'gold', count: 2 })).toEqual([200, ['Gold', 'Golden'], 2, true, 3]);
  expect(await search({ query: 'gold', count: 2, offset: 2 })).toEqual([200, ['Old gold'], 3, false, 3]);
  for (const wrong of [{ count: 501 }, { count: 0 }, { offset: -1 }]) expect((await search(wrong))[0]).toBe(400);
});

test('a deleted list is not there any more', async () => {
  const { create, call } = await open();
  const { listId } = (await create({})).body.list;
  expect((await call(`${PATH}/${listId}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`${PATH}/${listId}`)).status).toBe(404);
  expect((await call(`${PATH}/search`, { json: {} })).body.total).toBe(0);
  expect((await create({})).status).toBe(200);
});

test('a name is one list’s alone, whatever its type and case', async () => {
  const { create } = await open();
  await create({ objectTypeId: '0-1', processingType: 'MANUAL', filterBranch: undefined });
  const { status, body } = await create({ name: 'gold' });
  expect([status, body.subCategory]).toEqual([400, 'ILS.DUPLICATE_LIST_NAMES']);
});

test('an account holds no more active lists than its tier allows; others do not count', async () => {
  const { create } = await open({ dynamicListLimit: 1 });
  expect((await create({ name: 'Static', processingType: 'SNAPSHOT' })).status).toBe(200);
  expect((await create({})).status).toBe(200);
  const { status, body } = await create({ name: 'Second' });
  expect([status, body.message]).toEqual([400, 'This account has reached its limit of 1 active lists.']);
});

test.each<[string, object]>([
  ['no name', { name: ' ' }],
  ['a type that there is not', { objectTypeId: '0-999' }],
  ['a way of processing that there is not', { processingType: 'ACTIVE' }],
  ['an active list without filters', { filterBranch: undefined }],
  ['a manual list with filters', { processingType: 'MANUAL' }],
  ['a branch without filters', { filterBranch: branch() }],
  [
    'branches within a branch',
    {
      filterBranch: { ...branch(GOLD), filterBranches: [{ ...branch(GOLD).filterBranches[0], filterBranches: [{}] }] },
    },
  ],
  ['a filter by something else', { filterBranch: branch({ ...GOLD, filterType: 'IN_LIST' }) }],
  ['no options', { filterBranch: branch(filter('tier', { ...GOLD.operation, values: [] })) }],
  [
    'an operator that choices do not have',
    { filterBranch: branch(filter('tier', { ...GOLD.operation, operator: 'IS_EQUAL_TO' })) },
  ],
  ['a value read another way', { filterBranch: branch(renewal({ propertyParser: 'UPDATED_AT' })) }],
  ['a bound that is out', { filterBranch: branch(renewal({ upperBoundEndpointBehavior: 'EXCLUSIVE' })) }],
  ['half a day', { filterBranch: branch(renewal({ upperBoundTimePoint: point('TODAY', 1.5) })) }],
  ['days from now on', { filterBranch: branch(renewal({ lowerBoundTimePoint: point('NOW', 1) })) }],
  ['a root that is no OR', { filterBranch: { ...branch(GOLD), filterBranchType: 'AND' } }],
  ['filters at the root', { filterBranch: { ...branch(GOLD), filters: [GOLD] } }],
  ['no branch below the root', { filterBranch: { ...branch(GOLD), filterBranches: [] } }],
  ['a property that there is not', { filterBranch: branch({ ...GOLD, property: 'nothing' }) }],
  ['an option that there is not', { filterBranch: branch(filter('tier', { ...GOLD.operation, values: ['tin'] })) }],
  ['an operation for another type', { filterBranch: branch({ ...GOLD, property: 'points' }) }],
  ['a number as text', { filterBranch: branch(points('IS_LESS_THAN', '3')) }],
  ['an operator that there is not', { filterBranch: branch(points('LTE', 3)) }],
  ['another time zone', { filterBranch: branch(renewal({ lowerBoundTimePoint: { ...point('NOW'), zoneId: 'UTC' } })) }],
  ['both bounds from today', { filterBranch: branch(renewal({ lowerBoundTimePoint: point('TODAY') })) }],
  ['bounds the wrong way round', { filterBranch: branch(renewal({ upperBoundTimePoint: point('TODAY', -1) })) }],
  [
    'no word on those without a value',
    { filterBranch: branch({ ...GOLD, operation: { ...GOLD.operation, includeObjectsWithNoValueSet: undefined } }) },
  ],
])('%s is refused', async (_what, more) => {
  const { create } = await open();
  const { status, body } = await create(more);
  expect([status, body.category]).toEqual([400, 'VALIDATION_ERROR']);
});

test('looking takes one scope, making and deleting another', async () => {
  const { create, call, portal } = await open();
  const { listId } = (await create({})).body.list;
  portal.setScopes(['crm.lists.read']);
  expect((await call(`${PATH}/${listId}`)).status).toBe(200);
  for (const refused of [await create({ name: 'Two' }), await call(`${PATH}/${listId}`, { method: 'DELETE' })])
    expect([refused.status, refused.body.category]).toEqual([403, 'MISSING_SCOPES']);
  portal.setScopes(['crm.lists.write']);
  for (const path of [`/${listId}`, '/object-type-id/0-2/name/Gold', `/${listId}/memberships`])
    expect((await call(PATH + path)).status).toBe(403);
  expect((await call(`${PATH}/search`, { json: {} })).status).toBe(403);
});
