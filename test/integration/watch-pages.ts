import { startServer } from '../hubspot/local-server.ts';

/** A page of records that was asked for: of a list, or of a search by id. */
export interface PageCall {
  readonly objectType: string;
  /** "all", or the moment since which changes were asked for. */
  readonly pass: string;
  readonly way: 'list' | 'search';
  /** Where it begins, as it was asked for. */
  readonly from: string;
  /** Undefined: no answer was given. */
  answer?: {
    /** In the order of the page. */
    readonly ids: readonly string[];
    /** Where the page after it begins; undefined on the last one of a list, and on an empty one. */
    readonly next: string | undefined;
    /** How many pages had been asked for by then. */
    readonly at: number;
  };
}

/** A server before a sandbox that passes calls on, and writes down which pages of records were asked for, in order. */
export async function watchPages(target: string, asked: () => PageCall[]): Promise<string> {
  return startServer(async (request, response) => {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { method = 'GET', url = '/', headers } = request;
      const body = Buffer.concat(chunks);
      const page = pageOf(method, new URL(url, target), String(body));
      const calls = asked();
      if (page !== undefined) calls.push(page);
      const answer = await fetch(`${target}${url}`, {
        method,
        headers: { authorization: headers.authorization ?? '', 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body }),
      });
      const text = await answer.text();
      // To one that was killed meanwhile no answer is given.
      if (page !== undefined && !response.destroyed) {
        const { results, paging } = JSON.parse(text) as PageBody;
        const ids = results.map(({ id }) => id);
        const next = page.way === 'list' ? paging?.next.after : below(ids.at(-1));
        page.answer = { ids, next, at: calls.length };
      }
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(text);
    } catch {
      // A call that was cut off by the end of its process.
      response.destroy();
    }
  });
}

const below = (id: string | undefined) => (id === undefined ? undefined : String(BigInt(id) - 1n));

interface PageBody {
  readonly results: readonly { readonly id: string }[];
  readonly paging?: { readonly next: { readonly after: string } };
}

interface SearchBody {
  readonly limit: number;
  readonly filterGroups: readonly {
    readonly filters: readonly { readonly propertyName: string; readonly operator: string; readonly value: string }[];
  }[];
}

function pageOf(method: string, { pathname, searchParams }: URL, body: string): PageCall | undefined {
  const [, objectType, isSearch] = /^\/crm\/objects\/[^/]+\/([^/]+)(\/search)?$/.exec(pathname) ?? [];
  if (objectType === undefined) return undefined;
  if (method === 'GET') {
    const pass = searchParams.get('archived') === 'true' ? 'archived' : 'all';
    return { objectType, pass, way: 'list', from: searchParams.get('after') ?? '0' };
  }
  if (isSearch === undefined) return undefined;
  const { limit, filterGroups } = JSON.parse(body) as SearchBody;
  // A search for one record counts, and gives no page.
  if (limit === 1) return undefined;
  const filters = filterGroups.flatMap((group) => group.filters);
  const valueAt = (operator: string, property: RegExp) =>
    filters.find((filter) => filter.operator === operator && property.test(filter.propertyName))?.value;
  const pass = valueAt('GTE', /lastmodifieddate$/) ?? 'all';
  return { objectType, pass, way: 'search', from: valueAt('LTE', /^hs_object_id$/) ?? 'top' };
}
