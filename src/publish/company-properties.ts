import { z } from 'zod';
import descriptor from '../../app.json' with { type: 'json' };
import type { NewProperty, PropertyDefinition } from '../hubspot/properties.ts';
import type { Model } from '../scoring/model.ts';
import { scoredDimensions } from '../scoring/model-signals.ts';
import { makeWording } from '../wording/make-wording.ts';

const GROUP = 'account_health';

const optionSchema = z.strictObject({
  label: z.string().min(1),
  value: z.string().regex(/^[a-z][a-z_]*$/),
  displayOrder: z.int().min(0),
  hidden: z.boolean(),
});

const base = {
  name: z.string().regex(/^account_health_[a-z0-9_]+$/),
  label: z.string().min(1),
  description: z.string(),
};

const propertySchema = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('number'), fieldType: z.literal('number') }),
  z.strictObject({ ...base, type: z.literal('string'), fieldType: z.literal('text') }),
  z.strictObject({ ...base, type: z.literal('datetime'), fieldType: z.literal('date') }),
  z.strictObject({ ...base, type: z.literal('date'), fieldType: z.literal('date') }),
  z.strictObject({
    ...base,
    type: z.literal('enumeration'),
    fieldType: z.literal('select'),
    options: z.array(optionSchema).min(1),
  }),
]);

const companyPropertiesSchema = z.strictObject({
  group: z.strictObject({ name: z.literal(GROUP), label: z.string().min(1) }),
  properties: z.array(propertySchema).min(1),
});

/** The property group and the company properties that the app writes, as app.json describes them. */
export interface CompanyProperties {
  readonly group: { readonly name: string; readonly label: string };
  readonly properties: readonly NewProperty[];
}

/** Reads the part `companyProperties` of the app's descriptor. Throws where it is malformed. */
export function parseCompanyProperties(part: unknown): CompanyProperties {
  const { group, properties } = companyPropertiesSchema.parse(part);
  return { group, properties: properties.map((property) => ({ ...property, groupName: group.name })) };
}

export const COMPANY_PROPERTIES: CompanyProperties = parseCompanyProperties(descriptor.companyProperties);

/** When what we wrote of a company last changed; we fill it ourselves. */
export const UPDATED_AT = 'account_health_updated_at';

/** The day of the latest check; refreshed now and then, though nothing else changed. */
export const CHECKED_ON = 'account_health_checked_on';

/** What every model has written. What matters most comes first: where a portal has not room for all, the last ones are left out. */
export const BY_IMPORTANCE: readonly string[] = [
  'account_health_score',
  'account_health_status',
  'account_health_coverage',
  'account_health_top_risk',
  'account_health_change_30d',
  UPDATED_AT,
];

/** What of a model says which properties are written. */
export type Asking = Pick<Model, 'write' | 'dimensions' | 'segments'>;

/** Stands in for a model where there is none yet. */
export const ASKS_NOTHING: Asking = { write: [], dimensions: {}, segments: [] };

/** The property that holds a dimension's score, by the dimension's key. */
export const dimensionProperty = (key: string): string => `account_health_${key}_score`;

const DIMENSION_PROPERTY = /^account_health_.+_score$/;

/** Ends the description of what we fill: it tells our properties from a portal's own of such a name. */
const OURS = 'Written by Account Health.';

const described = new Map(COMPANY_PROPERTIES.properties.map((property) => [property.name, property]));

/** Labels are in English, as those in app.json are. */
const english = makeWording({ locale: 'en', timeZone: 'UTC' });

function ofDimension(key: string): NewProperty {
  const label = english.has(`dimension.${key}`) ? english.say(`dimension.${key}`) : key.replaceAll('_', ' ');
  return {
    name: dimensionProperty(key),
    label: `Health score: ${label}`,
    description: `The part of the health score that is about ${label}, from 0 to 100. Empty where nothing is known of it. ${OURS}`,
    type: 'number',
    fieldType: 'number',
    groupName: GROUP,
  };
}

/** The properties that are written by a model, the most important first: those of the score, then as the model asks for them. */
export function propertiesOf(model: Asking): readonly NewProperty[] {
  const names = [...BY_IMPORTANCE, ...[...new Set(model.write)].map((one) => `account_health_${one}`)];
  return names.flatMap((name) =>
    name === 'account_health_dimension_scores' ? scoredDimensions(model).map(ofDimension) : (described.get(name) ?? []),
  );
}

/**
 * Properties of ours that a portal has and the model does not ask for (any more), by name: those of app.json, and those of
 * dimensions that were renamed or are not asked for. A portal's own property of such a name is not among them: whatever is here is
 * going to be blanked.
 */
export function leftOver(definitions: readonly PropertyDefinition[], model: Asking): readonly string[] {
  const asked = new Set(propertiesOf(model).map(({ name }) => name));
  return definitions
    .filter(({ name, type, groupName, description }) => {
      if (asked.has(name) || type !== typeOf(name) || !description.endsWith(OURS)) return false;
      return described.has(name) || (DIMENSION_PROPERTY.test(name) && groupName === GROUP);
    })
    .map(({ name }) => name);
}

/** The properties of ours that a portal has: those that the model asks for, the most important first, then those left over. */
export function ownProperties(definitions: readonly PropertyDefinition[], model: Asking): readonly string[] {
  const existing = new Set(definitions.map(({ name }) => name));
  const asked = propertiesOf(model).map(({ name }) => name);
  return [...asked.filter((name) => existing.has(name)), ...leftOver(definitions, model)];
}

/** How the values of a property of ours compare. */
export function typeOf(name: string): NewProperty['type'] {
  return described.get(name)?.type ?? (DIMENSION_PROPERTY.test(name) ? 'number' : 'string');
}
