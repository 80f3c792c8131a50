/** Brings records that were read without their associations, or whose companies others lend, to what the plan asks for. */
import type { CallOrder } from '../hubspot/call-order.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { HubSpotRecord } from '../hubspot/record-schema.ts';
import type { ObjectType } from '../scoring/properties.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import type { PropertyChoice } from '../store/sync-state.ts';

/** Object types whose associations are read along. */
export const askedAssociations = (plan: TypePlan, { companiesVia }: PropertyChoice): readonly ObjectType[] => [
  ...new Set([...plan.associations, ...(companiesVia === null ? [] : [companiesVia])]),
];

/** Reads the associations of records that came without: one call per 1,000 of them and associated type. */
export async function withAssociations(
  client: PortalClient,
  objectType: ObjectType,
  associated: readonly ObjectType[],
  records: readonly HubSpotRecord[],
  order: CallOrder,
): Promise<readonly HubSpotRecord[]> {
  const ids = records.map((record) => record.id);
  const found = await Promise.all(
    associated.map(async (to) => ({ to, byId: await client.associations(objectType, to, ids, order) })),
  );
  return records.map((record) => ({
    ...record,
    associations: Object.fromEntries(found.map(({ to, byId }) => [to, byId.get(record.id) ?? []])),
  }));
}

/** Fills the companies of records that have none with those of their associated records of a type: one call, if any. */
export async function withLentCompanies(
  client: PortalClient,
  via: ObjectType | null,
  records: readonly HubSpotRecord[],
  order: CallOrder,
): Promise<readonly HubSpotRecord[]> {
  if (via === null) return records;
  const lenders = (record: HubSpotRecord): readonly string[] =>
    record.associations.companies?.length === 0 ? (record.associations[via] ?? []) : [];
  const ids = [...new Set(records.flatMap(lenders))];
  if (ids.length === 0) return records;
  const lent = await client.associations(via, 'companies', ids, order);
  return records.map((record) => {
    const companies = lenders(record).flatMap((id) => lent.get(id) ?? []);
    return companies.length === 0
      ? record
      : { ...record, associations: { ...record.associations, companies: [...new Set(companies)] } };
  });
}
