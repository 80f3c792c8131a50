/** Reading records by list and by id. */
import { invalid, notFound } from './error-bodies.ts';
import { positionAfter } from './record-table.ts';
import { shownNames, viewRecord } from './record-view.ts';
import { type Call, listed, pageSize, type Route, requireScopes } from './route.ts';

/** What both calls ask for in their query. */
function reading(call: Call) {
  const { state, query, params } = call;
  const type = state.type(params.object ?? '');
  const associations = listed(query, 'associations').map((name) => state.type(name));
  requireScopes(call, [...new Set([type, ...associations].flatMap((one) => one.readScopes))]);
  const historyOf = listed(query, 'propertiesWithHistory');
  const names = shownNames(state, type, [...listed(query, 'properties'), ...historyOf]);
  return { type, view: { names, historyOf, associations }, archived: query.get('archived') === 'true' };
}

/** HubSpot's docs call the cursor a token and show an encoded one; what some portals were seen to answer is an id. */
export type ListCursor = 'opaque' | 'id';

const PREFIX = 'after:';

const cursorOf = (id: string, kind: ListCursor): string =>
  kind === 'id' ? id : Buffer.from(`${PREFIX}${id}`).toString('base64url');

/** Throws the 400 of a cursor that is none of ours. */
function idOf(cursor: string, kind: ListCursor): number {
  const text = kind === 'id' ? cursor : Buffer.from(cursor, 'base64url').toString();
  const id = kind === 'id' ? text : text.startsWith(PREFIX) ? text.slice(PREFIX.length) : '';
  if (!/^\d+$/.test(id)) throw invalid(`Invalid paging cursor: ${cursor}`);
  return Number(id);
}

const list: Route = {
  method: 'GET',
  path: '/crm/objects/{v}/{object}',
  family: 'general',
  handle(call) {
    const { type, view, archived } = reading(call);
    const limit = pageSize(call.query.get('limit'), 10, view.historyOf.length > 0 ? 50 : 100);
    const after = call.query.get('after');
    const table = call.state.table(type);
    const records = archived ? table.archived : table.live;
    const start = after === null ? 0 : positionAfter(records, idOf(after, call.state.listCursor));
    const page = records.slice(start, start + limit);
    const last = page.at(-1);
    return {
      status: 200,
      body: {
        results: page.map((record) => viewRecord(call.state, type, record, view)),
        ...(last !== undefined && start + limit < records.length
          ? { paging: { next: { after: cursorOf(last.id, call.state.listCursor), link: '' } } }
          : {}),
      },
    };
  },
};

const read: Route = {
  method: 'GET',
  path: '/crm/objects/{v}/{object}/{id}',
  family: 'general',
  handle(call) {
    const { type, view, archived } = reading(call);
    const id = call.params.id ?? '';
    const table = call.state.table(type);
    // A merged record's old id still finds the record it went into.
    const record = table.get(id) ?? table.mergedInto(id);
    if (record === undefined || (record.archivedAt !== null) !== archived) throw notFound();
    return { status: 200, body: viewRecord(call.state, type, record, view) };
  },
};

export const listRoutes: readonly Route[] = [list, read];
