import type { Value } from '../scoring/object-definition.ts';
import { definitionOf, type ObjectType } from '../scoring/object-types.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import type { SeenRecord } from '../store/save-records.ts';
import type { LinkedRecord } from './complete-records.ts';
import { parseValue } from './parse-value.ts';

export interface ParseOptions {
  readonly plan: TypePlan;
  /** The plan's properties that the portal has. The others stay out of the values: they are not known to be empty. */
  readonly properties: readonly string[];
  /** IANA; for values that are a day without a time. */
  readonly timeZone: string;
  /** Told of each value that could not be read; the value becomes null. */
  readonly onDirty: (property: string) => void;
}

/**
 * A record as the store keeps it: typed values of the asked properties, associations other than companies as sorted
 * ids beside them, and the companies apart. A primary company is one that the record is associated with, or null. The record must carry the associations
 * and the labelled companies of the plan.
 */
export function parseRecord(record: LinkedRecord, options: ParseOptions): SeenRecord {
  const { plan, timeZone } = options;
  const values: Record<string, Value> = {};
  for (const property of options.properties) {
    const value = parseValue(kindOf(plan, property), record.properties[property], timeZone);
    if (value === undefined) options.onDirty(property);
    values[property] = value ?? null;
  }
  for (const to of plan.associations) {
    if (to !== 'companies') values[to] = associated(record, to).toSorted();
  }
  if (plan.labelled !== undefined) {
    if (record.labelled === undefined) throw new Error(`record ${record.id} came without its labels`);
    values[plan.labelled.property] = record.labelled.toSorted();
  }
  const effectiveAt = Date.parse(record.updatedAt);
  if (Number.isNaN(effectiveAt))
    throw new Error(`${plan.objectType} ${record.id}: updatedAt is no date: ${record.updatedAt}`);
  const companyIds = plan.associations.includes('companies') ? associated(record, 'companies') : undefined;
  const { primaryCompany } = definitionOf(plan.objectType);
  const primary = primaryCompany === undefined ? null : values[primaryCompany];
  // Associations are read after values. Kept all the same, a company that went in between would stay for long: when a company goes,
  // those are looked at again that are associated with it.
  if (primaryCompany !== undefined && typeof primary === 'string' && companyIds?.includes(primary) === false)
    values[primaryCompany] = null;
  return { id: record.id, values, effectiveAt, companyIds };
}

/** Of a property of the plan. */
export function kindOf({ objectType, kinds }: TypePlan, property: string) {
  const kind = definitionOf(objectType).properties[property]?.kind ?? kinds?.[property];
  if (kind === undefined || kind === 'ids')
    throw new Error(`${objectType}.${property} is no property that can be asked for`);
  return kind;
}

function associated(record: LinkedRecord, to: ObjectType): readonly string[] {
  const ids = record.associations[to];
  if (ids === undefined) throw new Error(`record ${record.id} came without its ${to}`);
  return ids;
}
