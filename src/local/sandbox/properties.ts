/** Property definitions, their groups, and how many custom ones the account may have. */
import { type Answer, errorBody, invalid, notFound, Refused, refused } from './error-bodies.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import type { PropertyDefinition } from './property-book.ts';
import { parseNewProperty } from './property-input.ts';
import { asInputs, asObject, batchAnswer, type Call, hasScopes, type Route, requireScopes } from './route.ts';

const PATH = '/crm/properties/{v}/{object}';

/** Definitions may be read with the schema scope or with the object's own. */
function reading(call: Call): ObjectTypeInfo {
  const type = call.state.type(call.params.object ?? '');
  const bySchema = type.schemaReadScopes.length > 0 && hasScopes(call, type.schemaReadScopes);
  if (!bySchema) requireScopes(call, type.readScopes);
  return type;
}

function writing(call: Call): ObjectTypeInfo {
  const type = call.state.type(call.params.object ?? '');
  requireScopes(call, [type.schemaWriteScope]);
  return type;
}

const show = (property: PropertyDefinition, at = 0) => ({
  name: property.name,
  label: property.label,
  type: property.type,
  fieldType: property.fieldType,
  description: property.description,
  groupName: property.groupName,
  options: property.options,
  displayOrder: at,
  calculated: false,
  externalOptions: property.externalOptions,
  hasUniqueValue: false,
  hidden: false,
  hubspotDefined: property.hubspotDefined,
  formField: false,
  archived: false,
  modificationMetadata: {
    archivable: !property.hubspotDefined,
    readOnlyDefinition: property.hubspotDefined,
    readOnlyValue: property.readOnlyValue,
  },
});

const list: Route = {
  method: 'GET',
  path: PATH,
  family: 'general',
  handle(call) {
    const properties = [...call.state.book.of(reading(call)).values()];
    return { status: 200, body: { results: properties.map(show) } };
  },
};

const read: Route = {
  method: 'GET',
  path: `${PATH}/{name}`,
  family: 'general',
  handle(call) {
    const property = call.state.book.of(reading(call)).get(call.params.name ?? '');
    if (property === undefined) throw notFound(`Property ${call.params.name} does not exist`);
    return { status: 200, body: show(property) };
  },
};

/** Adds one property; throws the refusal of one that is malformed, there already, or one too many. */
function add(call: Call, type: ObjectTypeInfo, property: PropertyDefinition): void {
  const { book, customPropertyLimit } = call.state;
  if (book.of(type).has(property.name)) {
    throw refused(409, 'OBJECT_ALREADY_EXISTS', `A property named '${property.name}' already exists.`);
  }
  if (book.customCount(type) >= customPropertyLimit) {
    throw invalid(`This account has reached its limit of ${customPropertyLimit} custom properties.`);
  }
  book.of(type).set(property.name, property);
}

const create: Route = {
  method: 'POST',
  path: PATH,
  family: 'general',
  handle(call) {
    const type = writing(call);
    const property = parseNewProperty(call.state.book.groups(type), call.body);
    add(call, type, property);
    return { status: 201, body: show(property) };
  },
};

const batchCreate: Route = {
  method: 'POST',
  path: `${PATH}/batch/create`,
  family: 'general',
  handle(call) {
    const type = writing(call);
    // A malformed definition fails the whole batch, before anything is created.
    const properties = asInputs(call.body, 100).map((input) => parseNewProperty(call.state.book.groups(type), input));
    const results: unknown[] = [];
    const errors: unknown[] = [];
    for (const property of properties) {
      try {
        add(call, type, property);
        results.push(show(property));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        errors.push({ ...asObject(error.answer.body, 'error'), context: { name: [property.name] } });
      }
    }
    return batchAnswer(call, results, errors, 201);
  },
};

const batchRead: Route = {
  method: 'POST',
  path: `${PATH}/batch/read`,
  family: 'general',
  handle(call) {
    const type = reading(call);
    const results: unknown[] = [];
    const lost: string[] = [];
    for (const { name } of asInputs(call.body, 100)) {
      if (typeof name !== 'string') throw invalid('Invalid input JSON: Some required fields were not set: [name]');
      const property = call.state.book.of(type).get(name);
      if (property === undefined) lost.push(name);
      else results.push(show(property));
    }
    const message = 'Could not get some PROPERTY objects, they may be deleted or not exist.';
    const errors = lost.length > 0 ? [errorBody('OBJECT_NOT_FOUND', message, { context: { names: lost } })] : [];
    return batchAnswer(call, results, errors);
  },
};

const listGroups: Route = {
  method: 'GET',
  path: `${PATH}/groups`,
  family: 'general',
  handle(call) {
    const groups = [...call.state.book.groups(reading(call)).values()];
    return { status: 200, body: { results: groups.map((group) => ({ ...group, displayOrder: -1, archived: false })) } };
  },
};

const createGroup: Route = {
  method: 'POST',
  path: `${PATH}/groups`,
  family: 'general',
  handle(call): Answer {
    const groups = call.state.book.groups(writing(call));
    const { name, label } = asObject(call.body, 'body');
    if (typeof name !== 'string' || name === '' || typeof label !== 'string' || label === '') {
      throw invalid('Invalid input JSON: Some required fields were not set: [name, label]');
    }
    if (groups.has(name))
      throw refused(409, 'OBJECT_ALREADY_EXISTS', `A property group named '${name}' already exists.`);
    groups.set(name, { name, label });
    return { status: 201, body: { name, label, displayOrder: -1, archived: false } };
  },
};

const limits: Route = {
  method: 'GET',
  path: '/crm/limits/{v}/custom-properties',
  family: 'general',
  handle(call) {
    const { state } = call;
    const rows = state.types.map((type) => {
      const usage = state.book.customCount(type);
      const limit = state.customPropertyLimit;
      return {
        objectTypeId: type.typeId,
        singularLabel: type.singular,
        pluralLabel: type.plural,
        limit,
        usage,
        percentage: (100 * usage) / limit,
      };
    });
    const overallLimit = rows.reduce((sum, row) => sum + row.limit, 0);
    const overallUsage = rows.reduce((sum, row) => sum + row.usage, 0);
    const overallPercentage = (100 * overallUsage) / overallLimit;
    return { status: 200, body: { byObjectType: rows, overallLimit, overallUsage, overallPercentage } };
  },
};

/** Groups come before the route that reads one property by name. */
export const propertyRoutes: readonly Route[] = [
  listGroups,
  createGroup,
  batchCreate,
  batchRead,
  list,
  read,
  create,
  limits,
];
