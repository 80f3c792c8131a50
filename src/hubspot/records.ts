/** Records of one object type, page by page: all of them (`listRecords`), or those modified since (`changedRecords`). */
import { z } from 'zod';
import { API } from './api-version.ts';
import { readAssociations } from './associations.ts';
import type { CallHubSpot } from './call.ts';
import { pages } from './paging.ts';
import type { ChangedRequest, HubSpotRecord, ListRequest, RecordPage } from './portal-client.ts';
import { inlineAssociations, recordPageSchema, recordSchema, type WireRecord } from './record-schema.ts';

/** HubSpot's docs: the most records a page may have. */
const LIST_PAGE = 100;
const SEARCH_PAGE = 200;
/** Characters of property names in one URL; HubSpot's docs give no limit, common servers refuse a line beyond 8 kB. */
const LONGEST_NAMES = 6_000;

export async function* listRecords(
  call: CallHubSpot,
  objectType: string,
  request: ListRequest,
): AsyncGenerator<RecordPage> {
  const { associations, archived = false } = request;
  const [inUrl, others] = splitNames(request.properties);
  const query = new URLSearchParams({ limit: String(LIST_PAGE), archived: String(archived) });
  if (inUrl.length > 0) query.set('properties', inUrl.join(','));
  if (associations.length > 0) query.set('associations', associations.join(','));

  const fetchPage = (after: string | undefined) => {
    if (after !== undefined) query.set('after', after);
    return call({ method: 'GET', path: `${pathOf(objectType)}?${query}`, budget: 'general', answer: recordPageSchema });
  };
  for await (const page of pages(fetchPage, request.after)) {
    let records = await completeRecords(call, objectType, associations, page.results);
    if (others.length > 0) records = await addProperties(call, objectType, records, others, archived);
    yield { records, after: page.paging };
  }
}

/**
 * By keyset: each page is a query of its own for what comes after the last id, so no query ever nears the 10,000 results
 * at which HubSpot's search ends, and records that change meanwhile shift no page.
 */
export async function* changedRecords(
  call: CallHubSpot,
  objectType: string,
  { properties, modifiedProperty, since, afterId = '0' }: ChangedRequest,
): AsyncGenerator<RecordPage> {
  const path = `${pathOf(objectType)}/search`;
  for (let lastId = afterId; ; ) {
    const filters = [
      { propertyName: modifiedProperty, operator: 'GTE', value: String(since) },
      { propertyName: 'hs_object_id', operator: 'GT', value: lastId },
    ];
    const sorts = [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }];
    const body = { filterGroups: [{ filters }], sorts, properties, limit: SEARCH_PAGE };
    const page = await call({ method: 'POST', path, body, budget: 'search', answer: recordPageSchema });

    const last = page.results.at(-1)?.id;
    const more = page.paging !== undefined && last !== undefined;
    yield { records: page.results.map((record) => ({ ...record, associations: {} })), after: more ? last : undefined };
    if (!more) return;
    if (BigInt(last) <= BigInt(lastId))
      throw new Error(`HubSpot's search for ${objectType} does not go on after ${lastId}`);
    lastId = last;
  }
}

const pathOf = (objectType: string) => `${API.objects}/${encodeURIComponent(objectType)}`;

/** The records with their associations to each asked type, further association pages fetched. */
async function completeRecords(
  call: CallHubSpot,
  objectType: string,
  asked: readonly string[],
  wire: readonly WireRecord[],
): Promise<readonly HubSpotRecord[]> {
  const linked = new Map(wire.map(({ id }): [string, Record<string, readonly string[]>] => [id, {}]));
  for (const to of asked) {
    const inline = new Map(wire.map((record) => [record.id, inlineAssociations(record, to)]));
    // Read from their start: that an inline cursor holds in the associations API is promised nowhere.
    const cut = wire.map(({ id }) => id).filter((id) => inline.get(id)?.paging !== undefined);
    const complete = await readAssociations(call, objectType, to, cut);
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

/** Reads further properties of the records by a batch read; a record that was deleted meanwhile is left out. */
async function addProperties(
  call: CallHubSpot,
  objectType: string,
  records: readonly HubSpotRecord[],
  properties: readonly string[],
  archived: boolean,
): Promise<readonly HubSpotRecord[]> {
  if (records.length === 0) return records;
  const path = `${pathOf(objectType)}/batch/read?archived=${archived}`;
  const body = { inputs: records.map(({ id }) => ({ id })), properties };
  const answer = z.object({ results: z.array(recordSchema) });
  const { results } = await call({ method: 'POST', path, body, budget: 'general', answer });
  const further = new Map(results.map((record) => [record.id, record.properties]));
  return records
    .filter(({ id }) => further.has(id))
    .map((record) => ({ ...record, properties: { ...record.properties, ...further.get(record.id) } }));
}
