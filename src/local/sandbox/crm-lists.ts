/** Lists of records (segments, as HubSpot calls them now): made, looked at and deleted; who is in one is worked out when somebody asks. */
import { invalid, notFound } from './error-bodies.ts';
import { compileListFilters, type IsMember } from './list-filters.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import type { PortalState } from './portal-state.ts';
import { iso } from './record-view.ts';
import { asObject, asStrings, type Call, type Route, requireScopes } from './route.ts';

export interface StoredList {
  readonly id: string;
  readonly name: string;
  readonly type: ObjectTypeInfo;
  readonly processingType: string;
  readonly filterBranch: unknown;
  readonly isMember: IsMember;
  /** Ms since 1970 UTC, both. */
  readonly createdAt: number;
  deletedAt: number | null;
}

const READ = ['crm.lists.read'];
const WRITE = ['crm.lists.write'];
const PATH = '/crm/lists/{v}';
const PROCESSING_TYPES = ['MANUAL', 'DYNAMIC', 'SNAPSHOT'];

const live = ({ lists }: PortalState): readonly StoredList[] =>
  [...lists.values()].filter(({ deletedAt }) => deletedAt === null);

const membersOf = (state: PortalState, { type, processingType, isMember }: StoredList): readonly string[] =>
  processingType === 'MANUAL'
    ? []
    : state
        .table(type)
        .live.filter(isMember)
        .map(({ id }) => id);

const shown = (list: StoredList, withFilters = false) => ({
  listId: list.id,
  listVersion: 1,
  name: list.name,
  objectTypeId: list.type.typeId,
  processingType: list.processingType,
  processingStatus: 'COMPLETE',
  createdAt: iso(list.createdAt),
  updatedAt: iso(list.createdAt),
  filtersUpdatedAt: iso(list.createdAt),
  createdById: '1',
  updatedById: '1',
  ...(withFilters && list.filterBranch !== undefined && { filterBranch: list.filterBranch }),
});

/** @throws the 404 of a list that is not there, or was deleted. */
function listOf(call: Call): StoredList {
  const list = call.state.lists.get(call.params.id ?? '');
  if (list === undefined || list.deletedAt !== null) throw notFound(`List does not exist with ID ${call.params.id}.`);
  return list;
}

const withFilters = ({ query }: Call): boolean => query.get('includeFilters') === 'true';

/** HubSpot's docs: a name is unique among all lists of the portal, and case does not count where one is looked up by it. */
const isNamed = (name: string) => (list: StoredList) => list.name.toLowerCase() === name.toLowerCase();

const create: Route = {
  method: 'POST',
  path: PATH,
  family: 'general',
  handle(call) {
    requireScopes(call, WRITE);
    const { state } = call;
    const { name, objectTypeId, processingType, filterBranch } = asObject(call.body, 'body');
    for (const [field, value] of Object.entries({ name, objectTypeId, processingType }))
      if (typeof value !== 'string' || value.trim() === '')
        throw invalid(`Invalid input JSON: Some required fields were not set: [${field}]`);
    const type = state.types.find(({ typeId }) => typeId === objectTypeId);
    if (type === undefined) throw invalid(`Invalid objectTypeId: ${String(objectTypeId)}`);
    if (!PROCESSING_TYPES.includes(String(processingType)))
      throw invalid(`Invalid processingType: ${String(processingType)}`);
    if ((processingType === 'MANUAL') !== (filterBranch === undefined))
      throw invalid('DYNAMIC and SNAPSHOT lists need a filterBranch, MANUAL lists have none');
    const isMember = filterBranch === undefined ? () => false : compileListFilters(state, type, filterBranch);
    if (live(state).some(isNamed(String(name))))
      throw invalid(`A list with the name '${String(name)}' already exists.`, {
        subCategory: 'ILS.DUPLICATE_LIST_NAMES',
      });
    const dynamic = live(state).filter((list) => list.processingType === 'DYNAMIC').length;
    if (processingType === 'DYNAMIC' && dynamic >= state.dynamicListLimit)
      throw invalid(`This account has reached its limit of ${state.dynamicListLimit} active lists.`);
    const id = String(state.lists.size + 1);
    const at = state.clock();
    const list = { id, name: String(name), type, processingType: String(processingType), filterBranch, isMember };
    const stored: StoredList = { ...list, createdAt: at, deletedAt: null };
    state.lists.set(id, stored);
    return { status: 200, body: { list: shown(stored, true) } };
  },
};

const search: Route = {
  method: 'POST',
  path: `${PATH}/search`,
  family: 'general',
  handle(call) {
    requireScopes(call, READ);
    const body = asObject(call.body, 'body');
    const ids = asStrings(body.listIds, 'listIds');
    const { offset = 0, count = 20, query = '' } = body;
    if (typeof offset !== 'number' || offset < 0) throw invalid('Invalid offset');
    if (typeof count !== 'number' || count < 1 || count > 500) throw invalid('count must be between 1 and 500');
    const wanted = String(query).toLowerCase();
    const all = live(call.state).filter(
      ({ id, name }) => (ids.length === 0 || ids.includes(id)) && name.toLowerCase().includes(wanted),
    );
    const lists = all.slice(offset, offset + count).map((list) => ({
      ...shown(list),
      additionalProperties: { hs_list_size: String(membersOf(call.state, list).length), hs_list_reference_count: '0' },
    }));
    const next = offset + lists.length;
    return { status: 200, body: { offset: next, hasMore: next < all.length, total: all.length, lists } };
  },
};

const byName: Route = {
  method: 'GET',
  path: `${PATH}/object-type-id/{type}/name/{name}`,
  family: 'general',
  handle(call) {
    requireScopes(call, READ);
    const { type = '', name = '' } = call.params;
    const list = live(call.state).find((one) => one.type.typeId === type && isNamed(name)(one));
    if (list === undefined) throw notFound(`List does not exist with name ${name} and object type ID ${type}.`);
    return { status: 200, body: { list: shown(list, withFilters(call)) } };
  },
};

const one: Route = {
  method: 'GET',
  path: `${PATH}/{id}`,
  family: 'general',
  handle(call) {
    requireScopes(call, READ);
    return { status: 200, body: { list: shown(listOf(call), withFilters(call)) } };
  },
};

const remove: Route = {
  method: 'DELETE',
  path: `${PATH}/{id}`,
  family: 'general',
  handle(call) {
    requireScopes(call, WRITE);
    listOf(call).deletedAt = call.state.clock();
    return { status: 204 };
  },
};

/** All in one page: portals of the sandbox are small enough. */
const memberships: Route = {
  method: 'GET',
  path: `${PATH}/{id}/memberships`,
  family: 'general',
  handle(call) {
    requireScopes(call, READ);
    const list = listOf(call);
    const membershipTimestamp = iso(list.createdAt);
    const results = membersOf(call.state, list).map((recordId) => ({ recordId, membershipTimestamp }));
    return { status: 200, body: { results, total: results.length } };
  },
};

export const crmListRoutes: readonly Route[] = [search, byName, memberships, create, one, remove];
