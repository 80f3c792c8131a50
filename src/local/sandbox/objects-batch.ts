/** Reading and updating records by the batch. */
import { errorBody, invalid } from './error-bodies.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import { checkProperties } from './property-values.ts';
import { shownNames, viewRecord } from './record-view.ts';
import {
  asInputs,
  asObject,
  asStrings,
  batchAnswer,
  type Call,
  inputId,
  type JsonObject,
  type Route,
  requireScopes,
  requireWritable,
} from './route.ts';

const missing = (type: ObjectTypeInfo) =>
  `Could not get some ${type.singular.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`;

/** The record id itself is no `idProperty`: HubSpot takes it only by leaving that out. */
function refuseIdProperty(call: Call, type: ObjectTypeInfo, idProperty: unknown): void {
  if (idProperty === undefined || idProperty === null) return;
  throw invalid(
    `Unable to perform update/upsert by non-unique ${type.typeId} property ${String(idProperty)} in portal ID ${call.state.data.portalId}`,
  );
}

const batchRead: Route = {
  method: 'POST',
  path: '/crm/objects/{v}/{object}/batch/read',
  family: 'general',
  handle(call) {
    const { state } = call;
    const type = state.type(call.params.object ?? '');
    requireScopes(call, type.readScopes);
    const body = asObject(call.body, 'body');
    const historyOf = asStrings(body.propertiesWithHistory, 'propertiesWithHistory');
    const ids = asInputs(body, historyOf.length > 0 ? 50 : 100).map(inputId);
    refuseIdProperty(call, type, body.idProperty);
    const archived = call.query.get('archived') === 'true';
    const names = shownNames(state, type, [...asStrings(body.properties, 'properties'), ...historyOf]);
    const results: unknown[] = [];
    const lost: string[] = [];
    for (const id of new Set(ids)) {
      const record = state.table(type).get(id);
      if (record === undefined || (record.archivedAt !== null) !== archived) lost.push(id);
      else results.push(viewRecord(state, type, record, { names, historyOf }));
    }
    // One entry for all that are missing.
    const errors = lost.length === 0 ? [] : [errorBody('OBJECT_NOT_FOUND', missing(type), { context: { ids: lost } })];
    return batchAnswer(call, results, errors);
  },
};

const batchUpdate: Route = {
  method: 'POST',
  path: '/crm/objects/{v}/{object}/batch/update',
  family: 'general',
  handle(call) {
    const { state } = call;
    const type = state.type(call.params.object ?? '');
    requireWritable(call, type);
    const inputs = asInputs(call.body, 100);
    for (const input of inputs) refuseIdProperty(call, type, input.idProperty);
    const ids = inputs.map(inputId);
    const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (repeated.length > 0) {
      throw invalid(`Duplicate IDs found in batch input: [${[...new Set(repeated)].join(', ')}]. IDs must be unique.`);
    }
    // Every value is checked before any is written: one that HubSpot would not take fails the whole batch.
    const book = state.book.of(type);
    const values = inputs.map((input) => checkProperties(book, input.properties, state.data.portalId));
    for (const id of ids) {
      const rule = state.rules.get(`${type.plural}/${id}`);
      if (rule?.fails === 'batch') throw invalid(rule.message);
    }
    const results: unknown[] = [];
    const errors: unknown[] = [];
    inputs.forEach((input, index) => {
      const outcome = updateOne(call, type, input, values[index] ?? {});
      (outcome.ok ? results : errors).push(outcome.body);
    });
    return batchAnswer(call, results, errors);
  },
};

function updateOne(call: Call, type: ObjectTypeInfo, input: JsonObject, properties: Record<string, string>) {
  const { state } = call;
  const id = inputId(input);
  const trace = typeof input.objectWriteTraceId === 'string' ? input.objectWriteTraceId : undefined;
  const context = { ids: [id], ...(trace === undefined ? {} : { objectWriteTraceId: [trace] }) };
  const record = state.table(type).get(id);
  // The old id of a merged record is not found here, though a read by id finds it.
  if (record === undefined || record.archivedAt !== null) {
    return { ok: false, body: errorBody('OBJECT_NOT_FOUND', missing(type), { context }) };
  }
  const rule = state.rules.get(`${type.plural}/${id}`);
  if (rule !== undefined) return { ok: false, body: errorBody('VALIDATION_ERROR', rule.message, { context }) };
  const before = record.properties;
  state.write(type, record, properties);
  call.events.changed(type, record, before);
  const view = viewRecord(state, type, record, { names: shownNames(state, type, Object.keys(properties)) });
  return { ok: true, body: trace === undefined ? view : { ...view, objectWriteTraceId: trace } };
}

export const batchRoutes: readonly Route[] = [batchRead, batchUpdate];
