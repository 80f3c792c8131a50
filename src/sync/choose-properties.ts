import { createHash } from 'node:crypto';
import { ScopeMissing, TypeMissing } from '../errors.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import type { PropertyChoice } from '../store/sync-state.ts';

/** HubSpot's list of the records that were merged into this one, `;`-separated. */
export const MERGED_IDS = 'hs_merged_object_ids';

/**
 * Reads what the portal has of a type's plan: one call for the property definitions, and one more where other records
 * lend their companies, to see whether those may be read. Throws what the client throws.
 */
export async function chooseProperties(client: PortalClient, plan: TypePlan, readAt: number): Promise<PropertyChoice> {
  const [definitions, companiesVia] = await Promise.all([client.properties(plan.objectType), lender(client, plan)]);
  const existing = new Set(definitions.map((property) => property.name));
  return {
    properties: plan.properties.filter((name) => existing.has(name)),
    missing: plan.properties.filter((name) => !existing.has(name)),
    tellsMerged: existing.has(MERGED_IDS),
    companiesVia,
    readAt,
  };
}

/** Everything to ask for. `own`: the properties that we write ourselves; only companies have any. */
export const askedProperties = (choice: PropertyChoice, own: readonly string[]): readonly string[] => [
  ...choice.properties,
  ...own,
  ...(choice.tellsMerged ? [MERGED_IDS] : []),
];

/** Whether a choice was made for this plan. */
export const isOfPlan = ({ properties, missing }: PropertyChoice, plan: TypePlan): boolean =>
  [...properties, ...missing].toSorted().join() === plan.properties.toSorted().join();

/** Stable over everything that shapes the stored values; when it changes, the type is read again from the start. */
export function planHash(plan: TypePlan, choice: PropertyChoice, timeZone: string): string {
  const shape = {
    properties: choice.properties.toSorted(),
    associations: plan.associations.toSorted(),
    via: choice.companiesVia,
    window: plan.window,
    kinds: plan.kinds,
    labelled: plan.labelled,
    timeZone,
  };
  return createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16);
}

/** Asked about a record that is not there: what matters is whether the answer is a refusal. */
async function lender(client: PortalClient, { objectType, companiesVia }: TypePlan) {
  if (companiesVia === undefined) return null;
  try {
    await client.associations(objectType, companiesVia, ['1']);
    return companiesVia;
  } catch (error) {
    if (error instanceof ScopeMissing || error instanceof TypeMissing) return null;
    throw error;
  }
}
