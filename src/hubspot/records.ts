/** Records of one object type: all of them page by page, a page of a search by id, or certain ones. */
import { z } from 'zod';
import { API } from './api-version.ts';
import { readAssociations } from './associations.ts';
import type { AskHubSpot } from './call.ts';
import type { CallOrder } from './call-order.ts';
import { pages } from './paging.ts';
import type { ListRequest, ReadRecords, RecordPage, SearchPage, SearchRequest } from './record-pages.ts';
import {
  type HubSpotRecord,
  inlineAssociations,
  recordPageSchema,
  recordSchema,
  type WireRecord,
} from './record-schema.ts';

/** HubSpot's docs: the most records a page may have. */
const LIST_PAGE = 100;
const SEARCH_PAGE = 200;
const BATCH_READ = 100;
/** Characters of property names in one URL; HubSpot's docs give no limit, common servers refuse a line beyond 8 kB. */
const LONGEST_NAMES = 6_000;

export async function* listRecords(
  ask: AskHubSpot,
  objectType: string,
  request: ListRequest,
): AsyncGenerator<RecordPage> {
  const { associations, archived = false } = request;
  const [inUrl, others] = splitNames(request.properties);
  const query = new URLSearchParams({ limit: String(LIST_PAGE), archived: String(archived) });
  if (inUrl.length > 0) query.set('properties', inUrl.join(','));
  if (associations.length > 0) query.set('associations', associations.join(','));

  const fetchPage = async (after: string | undefined) => {
    if (after !== undefined) query.set('after', after);
    const path = `${pathOf(objectType)}?${query}`;
    const { value, askedAt } = await ask({
      method: 'GET',
      path,
      budget: 'general',
      answer: recordPageSchema,
      order: request,
    });
    return { ...value, askedAt };
  };
  for await (const page of pages(fetchPage, request.after)) {
    let records = await completeRecords(ask, objectType, request, page.results);
    if (others.length > 0) {
      // A record that was deleted meanwhile is left out.
      const further = new Map(
        (await readBatches(ask, objectType, ids(records), others, { archived, order: request })).records.map(
          ({ id, properties }) => [id, properties],
        ),
      );
      records = records
        .filter(({ id }) => further.has(id))
        .map((record) => ({ ...record, properties: { ...record.properties, ...further.get(record.id) } }));
    }
    yield { records, askedAt: page.askedAt, after: page.paging };
  }
}

/** Throws where the answer leaves the asked range or its order: going on from there would pass records over. */
export async function searchRecords(ask: AskHubSpot, objectType: string, request: SearchRequest): Promise<SearchPage> {
  const { above, upTo, atLeast = {}, properties, limit = SEARCH_PAGE } = request;
  const filters = [
    ...Object.entries(atLeast).map(([name, ms]) => ({ propertyName: name, operator: 'GTE', value: String(ms) })),
    { propertyName: 'hs_object_id', operator: 'GT', value: above },
    ...(upTo === null ? [] : [{ propertyName: 'hs_object_id', operator: 'LTE', value: upTo }]),
  ];
  const sorts = [{ propertyName: 'hs_object_id', direction: 'DESCENDING' }];
  const { value, askedAt } = await ask({
    method: 'POST',
    path: `${pathOf(objectType)}/search`,
    body: { filterGroups: [{ filters }], sorts, properties, limit },
    budget: 'search',
    answer: searchPageSchema,
    order: request,
  });
  let highest = upTo === null ? null : BigInt(upTo) + 1n;
  for (const { id } of value.results) {
    if ((highest !== null && BigInt(id) >= highest) || BigInt(id) <= BigInt(above))
      throw new Error(`HubSpot's search for ${objectType} does not keep to its range or order at ${id}`);
    highest = BigInt(id);
  }
  const records = value.results.map((record) => ({ ...record, associations: {} }));
  return { records, askedAt, total: value.total, more: value.paging !== undefined && records.length > 0 };
}

export const readRecords = (
  ask: AskHubSpot,
  objectType: string,
  recordIds: readonly string[],
  properties: readonly string[],
  order?: CallOrder,
): Promise<ReadRecords> => readBatches(ask, objectType, recordIds, properties, { archived: false, order });

const searchPageSchema = recordPageSchema.extend({ total: z.int().min(0) });

const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

const pathOf = (objectType: string) => `${API.objects}/${encodeURIComponent(objectType)}`;

/** The records with their associations to each asked type, further association pages fetched. */
async function completeRecords(
  ask: AskHubSpot,
  objectType: string,
  request: ListRequest,
  wire: readonly WireRecord[],
): Promise<readonly HubSpotRecord[]> {
  const linked = new Map(wire.map(({ id }): [string, Record<string, readonly string[]>] => [id, {}]));
  for (const to of request.associations) {
    const inline = new Map(wire.map((record) => [record.id, inlineAssociations(record, to)]));
    // Read from their start: that an inline cursor holds in the associations API is promised nowhere.
    const cut = ids(wire).filter((id) => inline.get(id)?.paging !== undefined);
    const complete = await readAssociations(ask, objectType, to, cut, request);
    for (const [id, links] of linked) {
      links[to] = [
        ...new Set([...(inline.get(id)?.results.map((target) => target.id) ?? []), ...(complete.get(id) ?? [])]),
      ];
    }
  }
  return wire.map((record) => ({ ...record, associations: linked.get(record.id) ?? {} }));
}

/** The names that fit into a URL, and the others. */
function splitNames(names: readonly string[]): [inUrl: readonly string[], others: readonly string[]] {
  let length = 0;
  const firstOther = names.findIndex((name) => {
    length += encodeURIComponent(`${name},`).length;
    return length > LONGEST_NAMES;
  });
  return firstOther === -1 ? [names, []] : [names.slice(0, firstOther), names.slice(firstOther)];
}

/** 100 records a call, side by side. HubSpot answers 207 where some are not there, and leaves them out of the results. */
async function readBatches(
  ask: AskHubSpot,
  objectType: string,
  recordIds: readonly string[],
  properties: readonly string[],
  { archived, order }: { readonly archived: boolean; readonly order: CallOrder | undefined },
): Promise<ReadRecords> {
  const path = `${pathOf(objectType)}/batch/read?archived=${archived}`;
  const batches = Array.from({ length: Math.ceil(recordIds.length / BATCH_READ) }, (_, index) => {
    const inputs = recordIds.slice(index * BATCH_READ, (index + 1) * BATCH_READ).map((id) => ({ id }));
    return ask({ method: 'POST', path, body: { inputs, properties }, budget: 'general', answer: batchSchema, order });
  });
  const answers = await Promise.all(batches);
  return {
    records: answers.flatMap(({ value }) => value.results.map((record) => ({ ...record, associations: {} }))),
    askedAt: Math.min(...answers.map(({ askedAt }) => askedAt)),
  };
}

const batchSchema = z.object({ results: z.array(recordSchema) });
