import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ScopeMissing } from '../../src/errors.ts';
import { allOf, areFilters, compares, isAnyOf, isWithinNext } from '../../src/hubspot/list-filters.ts';
import { HUBSPOT, makeTestClient } from './test-client.ts';

const PATH = '/crm/lists/2026-09';
const NAME = 'At risk & renewing';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const filters = allOf([isAnyOf('account_health_status', ['at_risk']), isWithinNext('renewal', 90, 'Europe/Rome')]);
/** Word for word what HubSpot's docs, "List filters", have for choices and for "in the next X days". */
const WIRE = {
  filterBranchType: 'OR',
  filterBranchOperator: 'OR',
  filters: [],
  filterBranches: [
    {
      filterBranchType: 'AND',
      filterBranchOperator: 'AND',
      filterBranches: [],
      filters: [
        {
          filterType: 'PROPERTY',
          property: 'account_health_status',
          operation: {
            operationType: 'ENUMERATION',
            operator: 'IS_ANY_OF',
            values: ['at_risk'],
            includeObjectsWithNoValueSet: false,
          },
        },
        {
          filterType: 'PROPERTY',
          property: 'renewal',
          operation: {
            operator: 'IS_BETWEEN',
            includeObjectsWithNoValueSet: false,
            lowerBoundEndpointBehavior: 'INCLUSIVE',
            upperBoundEndpointBehavior: 'INCLUSIVE',
            propertyParser: 'VALUE',
            lowerBoundTimePoint: {
              timeType: 'INDEXED',
              timezoneSource: 'CUSTOM',
              zoneId: 'Europe/Rome',
              indexReference: { referenceType: 'NOW' },
            },
            upperBoundTimePoint: {
              timeType: 'INDEXED',
              timezoneSource: 'CUSTOM',
              zoneId: 'Europe/Rome',
              indexReference: { referenceType: 'TODAY' },
              offset: { days: 90 },
            },
            type: 'TIME_RANGED',
            operationType: 'TIME_RANGED',
          },
        },
      ],
    },
  ],
};
const listed = (more = {}) => ({
  listId: '7',
  listVersion: 1,
  name: NAME,
  objectTypeId: '0-2',
  processingType: 'DYNAMIC',
  processingStatus: 'COMPLETE',
  ...more,
});
const LIST = { id: '7', name: NAME, isDynamic: true, filters: undefined, size: null };
const refusal = (message: string, subCategory?: string) => ({
  status: 'error',
  message,
  correlationId: 'c',
  category: 'VALIDATION_ERROR',
  subCategory,
});

describe('a list is made', () => {
  const body = { name: NAME, objectTypeId: '0-2', processingType: 'DYNAMIC', filterBranch: WIRE };
  const make = () => makeTestClient().client.createCompanyList({ name: NAME, filters });

  test('by the body that HubSpot’s docs have', async () => {
    nock(HUBSPOT)
      .post(PATH, body)
      .reply(200, { list: listed({ listId: 7, filterBranch: WIRE }) });
    expect(await make()).toEqual({ kind: 'made', list: { ...LIST, filters: WIRE } });
  });

  test.each([
    [400, refusal('A list with the name already exists.', 'ILS.DUPLICATE_LIST_NAMES')],
    [409, refusal('conflict')],
  ])('unless its name is another one’s (%d)', async (status, answer) => {
    nock(HUBSPOT).post(PATH, body).reply(status, answer);
    expect(await make()).toEqual({ kind: 'taken' });
  });

  test('unless HubSpot refuses it, with its reason', async () => {
    nock(HUBSPOT).post(PATH, body).reply(400, refusal('You have reached your limit of 5 active lists.'));
    expect(await make()).toEqual({ kind: 'refused', reason: 'You have reached your limit of 5 active lists.' });
  });

  test('with a scope of its own', async () => {
    nock(HUBSPOT).post(PATH, body).reply(403, {});
    const error = await make().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ScopeMissing);
    expect((error as ScopeMissing).scopes).toEqual(['crm.lists.write']);
  });
});

describe('a list by its name', () => {
  const byName = () =>
    nock(HUBSPOT).get(`${PATH}/object-type-id/0-2/name/At%20risk%20%26%20renewing?includeFilters=true`);
  const ask = () => makeTestClient().client.companyListByName(NAME);

  test('with its filters', async () => {
    byName().reply(200, { list: listed({ filterBranch: WIRE, size: 12 }) });
    expect(await ask()).toEqual({ ...LIST, filters: WIRE, size: 12 });
  });

  test.each([
    ['there is none', 404, refusal('List does not exist')],
    ['it is deleted', 200, { list: listed({ deletedAt: '2026-06-01T00:00:00Z' }) }],
    ['it is of contacts', 200, { list: listed({ objectTypeId: '0-1' }) }],
  ])('is none where %s', async (_what, status, body) => {
    byName().reply(status, body);
    expect(await ask()).toBeUndefined();
  });

  test('takes the scope for reading', async () => {
    byName().reply(403, {});
    expect(((await ask().catch((thrown: unknown) => thrown)) as ScopeMissing).scopes).toEqual(['crm.lists.read']);
  });
});

test('lists by their ids: with sizes from a search, and each that it does not know by itself', async () => {
  nock(HUBSPOT)
    .post(`${PATH}/search`, { listIds: ['7', '8', '9'], offset: 0, count: 3, additionalProperties: ['hs_list_size'] })
    .reply(200, {
      offset: 1,
      hasMore: false,
      total: 1,
      lists: [listed({ additionalProperties: { hs_list_size: '59' } })],
    });
  nock(HUBSPOT)
    .get(`${PATH}/8`)
    .reply(200, { list: listed({ listId: '8' }) });
  nock(HUBSPOT).get(`${PATH}/9`).reply(404, refusal('List does not exist'));
  const found = await makeTestClient().client.companyLists(['7', '8', '9']);
  expect([...found]).toEqual([
    ['7', { ...LIST, size: 59 }],
    ['8', { ...LIST, id: '8' }],
  ]);
});

test('no lists are asked for without a call', async () => {
  expect(await makeTestClient().client.companyLists([])).toEqual(new Map());
});

describe('filters that HubSpot shows are ours', () => {
  const shown = (change: (operation: Record<string, unknown>) => object) => {
    const [branch] = WIRE.filterBranches;
    const [first, second] = branch?.filters ?? [];
    return {
      ...WIRE,
      filterBranches: [{ ...branch, filters: [{ ...first, operation: change({ ...first?.operation }) }, second] }],
    };
  };

  test.each<[string, unknown]>([
    ['word for word', WIRE],
    [
      'with fields that say nothing',
      shown((one) => ({ ...one, coalescingRefineBy: null, defaultValue: '', pruned: false, hints: [] })),
    ],
    ['without those of ours that say nothing', shown(({ includeObjectsWithNoValueSet: _, ...rest }) => rest)],
  ])('%s', (_what, given) => {
    expect(areFilters(given, filters)).toBe(true);
  });

  test.each<[string, unknown]>([
    ['with another value', shown((one) => ({ ...one, values: ['healthy'] }))],
    ['with one more', shown((one) => ({ ...one, values: ['at_risk', 'healthy'] }))],
    ['with those in that have none', shown((one) => ({ ...one, includeObjectsWithNoValueSet: true }))],
    ['with a field that says something', shown((one) => ({ ...one, pruningRefineBy: { type: 'ALL' } }))],
    ['with one branch more', { ...WIRE, filterBranches: [...WIRE.filterBranches, ...WIRE.filterBranches] }],
    ['none', undefined],
  ])('not %s', (_what, given) => {
    expect(areFilters(given, filters)).toBe(false);
  });

  test('not with another number', () => {
    const [low, high] = [1, 2].map((value) => allOf([compares('score', 'IS_GREATER_THAN', value)]));
    expect(areFilters(low, high)).toBe(false);
  });
});
