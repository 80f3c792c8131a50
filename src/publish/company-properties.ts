import { z } from 'zod';
import descriptor from '../../app.json' with { type: 'json' };
import type { NewProperty } from '../hubspot/portal-client.ts';

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

/** What matters most comes first: where a portal has not room for all, the last ones are left out. */
export const BY_IMPORTANCE: readonly string[] = [
  'account_health_score',
  'account_health_status',
  'account_health_coverage',
  'account_health_top_risk',
  'account_health_change_30d',
  UPDATED_AT,
];
