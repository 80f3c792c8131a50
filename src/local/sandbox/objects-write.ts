/** Creating, changing and archiving one record. */
import { isAssociationType } from './association-types.ts';
import { invalid } from './error-bodies.ts';
import { requireOwner } from './known-owners.ts';
import { checkProperties } from './property-values.ts';
import { shownNames, viewRecord } from './record-view.ts';
import { asObject, type Call, type Route, requireWritable } from './route.ts';

/** The type, once the token may write it. */
function writing(call: Call) {
  const type = call.state.type(call.params.object ?? '');
  requireWritable(call, type);
  return type;
}

const create: Route = {
  method: 'POST',
  path: '/crm/objects/{v}/{object}',
  family: 'general',
  handle(call) {
    const { state } = call;
    const type = writing(call);
    const body = asObject(call.body, 'body');
    const properties = checkProperties(state.book.of(type), body.properties, state.data.portalId);
    requireOwner(state, properties);
    const absent = type.requiredProperties.filter((name) => (properties[name] ?? '') === '');
    if (absent.length > 0) throw invalid(`Some required properties were not set: [${absent.join(', ')}]`);
    const links = Array.isArray(body.associations) ? body.associations.map((one) => linkOf(call, one)) : [];
    const record = state.create(type, state.table(type).nextId(), properties);
    call.events.created(type, record.id);
    for (const link of links) {
      const before = state.links.of(type.plural, record.id, link.type.plural);
      state.links.add(type.plural, record.id, link.type.plural, link.id);
      call.events.linked(type, record.id, link.type, before);
    }
    const names = shownNames(state, type, Object.keys(properties));
    return { status: 201, body: viewRecord(state, type, record, { names }) };
  },
};

/** One association of a new record: `{to: {id}, types: [{associationCategory, associationTypeId}]}`. */
function linkOf(call: Call, given: unknown) {
  const { state } = call;
  const from = state.type(call.params.object ?? '');
  const { to, types } = asObject(given, 'association');
  const id = asObject(to, 'to').id;
  const first = Array.isArray(types) ? asObject(types[0], 'types[0]') : {};
  const typeId = first.associationTypeId;
  if (typeof id !== 'string' || typeof typeId !== 'number' || first.associationCategory !== 'HUBSPOT_DEFINED') {
    throw invalid(
      'Invalid input JSON: an association needs to.id and types with associationCategory and associationTypeId',
    );
  }
  const target = state.types.find(
    (type) => isAssociationType(from, type, typeId) && state.table(type).get(id) !== undefined,
  );
  if (target === undefined)
    throw invalid(`Association type ${typeId} from ${from.singular} to record ${id} does not exist`);
  return { type: target, id };
}

const update: Route = {
  method: 'PATCH',
  path: '/crm/objects/{v}/{object}/{id}',
  family: 'general',
  handle(call) {
    const { state } = call;
    const type = writing(call);
    const record = state.liveRecord(type, call.params.id ?? '');
    const body = asObject(call.body, 'body');
    const properties = checkProperties(state.book.of(type), body.properties, state.data.portalId);
    const rule = state.rules.get(`${type.plural}/${record.id}`);
    if (rule !== undefined) throw invalid(rule.message);
    const before = record.properties;
    state.write(type, record, properties);
    call.events.changed(type, record, before);
    const names = shownNames(state, type, Object.keys(properties));
    return { status: 200, body: viewRecord(state, type, record, { names }) };
  },
};

const archive: Route = {
  method: 'DELETE',
  path: '/crm/objects/{v}/{object}/{id}',
  family: 'general',
  handle(call) {
    const type = writing(call);
    const table = call.state.table(type);
    const record = table.get(call.params.id ?? '');
    // Archiving what is gone already is no error.
    if (record !== undefined && record.archivedAt === null) {
      table.setArchived(record, call.state.clock());
      call.events.deleted(type, record.id);
    }
    return { status: 204 };
  },
};

export const writeRoutes: readonly Route[] = [create, update, archive];
