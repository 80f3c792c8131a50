/** Brings records that were read without their associations, or whose companies others lend, to what the plan asks for. */
import type { CallOrder } from '../hubspot/call-order.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { HubSpotRecord } from '../hubspot/record-schema.ts';
import { plainLabel } from '../scoring/model-labels.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import type { PropertyChoice } from '../store/sync-state.ts';

/** A record with the associations that its plan asks for. */
export interface LinkedRecord extends HubSpotRecord {
  /** Ids of the companies under one of the plan's labels; only where the plan has some. */
  readonly labelled?: readonly string[];
}

/** Object types whose associations are read along. */
export const askedAssociations = (plan: TypePlan, { companiesVia }: PropertyChoice): readonly ObjectType[] => [
  ...new Set([...plan.associations, ...(companiesVia === null ? [] : [companiesVia])]),
];

/**
 * Those that a list brings along: none where labels are asked for, for it does not tell them, and whoever reads them reads
 * the associations as well.
 */
export const listedAssociations = (plan: TypePlan, choice: PropertyChoice): readonly ObjectType[] =>
  plan.labelled === undefined ? askedAssociations(plan, choice) : [];

/** Reads the associations of records that came without, labels included: one call per 1,000 of them and associated type. */
export async function withAssociations(
  client: PortalClient,
  plan: TypePlan,
  choice: PropertyChoice,
  records: readonly HubSpotRecord[],
  order: CallOrder,
): Promise<readonly LinkedRecord[]> {
  const { objectType, labelled } = plan;
  const ids = records.map((record) => record.id);
  const read = async (to: ObjectType) => {
    if (labelled === undefined || to !== 'companies')
      return { to, byId: await client.associations(objectType, to, ids, order) };
    const found = await client.labelledAssociations(objectType, to, ids, order);
    const idsOf = (targets: readonly { readonly id: string }[]) => targets.map(({ id }) => id);
    const named = (labels: readonly string[]) => labels.some((label) => labelled.labels.includes(plainLabel(label)));
    return {
      to,
      byId: new Map([...found].map(([id, targets]) => [id, idsOf(targets)])),
      labelled: new Map([...found].map(([id, targets]) => [id, idsOf(targets.filter(({ labels }) => named(labels)))])),
    };
  };
  const found = await Promise.all(askedAssociations(plan, choice).map(read));
  return records.map((record) => ({
    ...record,
    associations: Object.fromEntries(found.map(({ to, byId }) => [to, byId.get(record.id) ?? []])),
    ...(labelled && { labelled: found.flatMap((one) => one.labelled?.get(record.id) ?? []) }),
  }));
}

/** Fills the companies of records that have none with those of their associated records of a type: one call, if any. */
export async function withLentCompanies(
  client: PortalClient,
  via: ObjectType | null,
  records: readonly LinkedRecord[],
  order: CallOrder,
): Promise<readonly LinkedRecord[]> {
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
