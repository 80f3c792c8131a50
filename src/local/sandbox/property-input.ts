/** The definition of a new property as HubSpot takes it. */
import { invalid } from './error-bodies.ts';
import { type PropertyDefinition, type PropertyGroup, type PropertyOption, toOptions } from './property-book.ts';
import { asObject, type JsonObject } from './route.ts';

/** Field types by type (HubSpot's properties guide). */
const FIELD_TYPES: Readonly<Record<string, readonly string[]>> = {
  string: ['text', 'textarea', 'html', 'file', 'phonenumber', 'calculation_equation'],
  number: ['number', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  bool: ['booleancheckbox', 'calculation_equation'],
  enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox', 'calculation_equation'],
};

/** Throws the 400 of a definition with a missing or unfit part, or with a group that is not there. */
export function parseNewProperty(groups: ReadonlyMap<string, PropertyGroup>, given: unknown): PropertyDefinition {
  const input = asObject(given, 'property');
  const required = ['groupName', 'name', 'label', 'type', 'fieldType'] as const;
  const missing = required.filter((field) => typeof input[field] !== 'string' || input[field] === '');
  if (missing.length > 0)
    throw invalid(`Invalid input JSON: Some required fields were not set: [${missing.join(', ')}]`);
  const [groupName = '', name = '', label = '', type = '', fieldType = ''] = required.map((field) =>
    String(input[field]),
  );
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(name)) {
    throw invalid(`Property name '${name}' is not valid: lower case letters, digits and underscores, a letter first.`);
  }
  const fieldTypes = FIELD_TYPES[type];
  if (fieldTypes === undefined) throw invalid(`Invalid input JSON: '${type}' is not a property type`);
  if (!fieldTypes.includes(fieldType)) throw invalid(`Field type '${fieldType}' is not valid for type '${type}'.`);
  if (!groups.has(groupName)) throw invalid(`Property group '${groupName}' does not exist.`);
  return {
    name,
    label,
    groupName,
    type,
    fieldType,
    description: typeof input.description === 'string' ? input.description : '',
    options: optionsOf(input, name, type),
    hubspotDefined: false,
    readOnlyValue: false,
    externalOptions: false,
  };
}

function optionsOf(input: JsonObject, name: string, type: string): readonly PropertyOption[] {
  const given = Array.isArray(input.options) ? input.options : [];
  if (type !== 'enumeration' && type !== 'bool') {
    if (given.length > 0) throw invalid(`Property '${name}' of type '${type}' cannot have options.`);
    return [];
  }
  if (type === 'bool' && given.length === 0) return toOptions(['true', 'false']);
  if (given.length === 0) throw invalid(`Property '${name}' of type enumeration needs options.`);
  const options = given.map((option) => {
    const { label, value, hidden, displayOrder } = asObject(option, 'option');
    if (
      typeof label !== 'string' ||
      typeof value !== 'string' ||
      typeof hidden !== 'boolean' ||
      typeof displayOrder !== 'number'
    ) {
      throw invalid(
        'Invalid input JSON: Some required fields were not set: an option needs [label, value, hidden, displayOrder]',
      );
    }
    return { label, value, hidden, displayOrder };
  });
  for (const field of ['value', 'label'] as const) {
    if (new Set(options.map((option) => option[field])).size < options.length) {
      throw invalid(`Property '${name}' has options with the same ${field}.`);
    }
  }
  return options;
}
