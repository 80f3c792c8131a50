/** Lists of companies in the portal (segments, as HubSpot calls them now). They are the portal's: the app makes them and looks at them. */
import { z } from 'zod';
import { Refusal } from './answer.ts';
import { API } from './api-version.ts';
import type { CallHubSpot } from './call.ts';
import { FOR_PEOPLE } from './call-order.ts';
import type { ListFilters } from './list-filters.ts';
import { idSchema } from './paging.ts';

/** HubSpot's id of the object type "company". */
const COMPANIES = '0-2';

export interface CompanyList {
  readonly id: string;
  readonly name: string;
  /** Whether its members are whoever passes its filters now. */
  readonly isDynamic: boolean;
  /** As HubSpot shows them; undefined where it was not asked for them, or there are none. */
  readonly filters: unknown;
  /** Companies in it; null where HubSpot does not tell. */
  readonly size: number | null;
}

/** What became of asking for a list. `taken`: another list has the name. `refused`: HubSpot's reason, in its words. */
export type ListMade =
  | { readonly kind: 'made'; readonly list: CompanyList }
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly reason: string };

// HubSpot's docs: `size` is there in newer versions; a search tells it among the additional properties, as text.
const sizeSchema = z.coerce.number().int().min(0).nullish().catch(null);
const listSchema = z
  .object({
    listId: idSchema,
    name: z.string(),
    objectTypeId: z.string(),
    processingType: z.string(),
    filterBranch: z.unknown().optional(),
    deletedAt: z.string().nullish(),
    size: sizeSchema,
    additionalProperties: z.object({ hs_list_size: sizeSchema }).nullish().catch(null),
  })
  .transform((given) => {
    const list: CompanyList = {
      id: given.listId,
      name: given.name,
      isDynamic: given.processingType === 'DYNAMIC',
      filters: given.filterBranch,
      size: given.additionalProperties?.hs_list_size ?? given.size ?? null,
    };
    return { list, isDeleted: Boolean(given.deletedAt), isOfCompanies: given.objectTypeId === COMPANIES };
  });

const oneSchema = z.object({ list: listSchema });
const foundSchema = z.object({ lists: z.array(listSchema) });

/** What HubSpot names another list of the same name by; names are unique among all lists of the portal, of whatever type. */
const isTaken = ({ status, body }: Refusal): boolean =>
  status === 409 || (status === 400 && /DUPLICATE_LIST_NAME|already (exists|in use)/i.test(body));

/** Makes a list whose members HubSpot keeps up to date. @throws as `PortalClient` says, but for what it answers. */
export async function createCompanyList(
  call: CallHubSpot,
  { name, filters }: { readonly name: string; readonly filters: ListFilters },
): Promise<ListMade> {
  const body = { name, objectTypeId: COMPANIES, processingType: 'DYNAMIC', filterBranch: filters };
  try {
    const answer = oneSchema;
    const made = await call({ method: 'POST', path: API.lists, body, budget: 'general', answer, order: FOR_PEOPLE });
    return { kind: 'made', list: made.list.list };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return isTaken(error) ? { kind: 'taken' } : { kind: 'refused', reason: error.reason };
  }
}

/** With its filters. Undefined where the portal has none of that name; HubSpot's docs: case does not matter. */
export async function readCompanyListByName(call: CallHubSpot, name: string): Promise<CompanyList | undefined> {
  return await readOne(call, `object-type-id/${COMPANIES}/name/${encodeURIComponent(name)}?includeFilters=true`);
}

async function readOne(call: CallHubSpot, path: string): Promise<CompanyList | undefined> {
  try {
    const asked = { method: 'GET', path: `${API.lists}/${path}`, budget: 'general', order: FOR_PEOPLE } as const;
    const { list, isDeleted, isOfCompanies } = (await call({ ...asked, answer: oneSchema })).list;
    return isDeleted || !isOfCompanies ? undefined : list;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  }
}

/**
 * Those of these lists that the portal still has, by id, without filters. Search, which tells their sizes, may not know of a list that was
 * made a moment ago: each that it does not find is asked for by itself.
 */
export async function readCompanyLists(
  call: CallHubSpot,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CompanyList>> {
  if (ids.length === 0) return new Map();
  const { lists } = await call({
    method: 'POST',
    path: `${API.lists}/search`,
    body: { listIds: ids, offset: 0, count: ids.length, additionalProperties: ['hs_list_size'] },
    budget: 'general',
    answer: foundSchema,
    order: FOR_PEOPLE,
  });
  const found = new Map(lists.flatMap(({ list, isDeleted }) => (isDeleted ? [] : [[list.id, list] as const])));
  for (const id of ids) {
    if (found.has(id)) continue;
    const list = await readOne(call, encodeURIComponent(id));
    if (list !== undefined) found.set(id, list);
  }
  return found;
}
