import { createHash } from 'node:crypto';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { TypePlan } from '../scoring/read-plan.ts';

/** HubSpot's list of the records that were merged into this one, `;`-separated. */
export const MERGED_IDS = 'hs_merged_object_ids';

/** What is asked of one object type: only what the portal has, because HubSpot drops unknown names in silence. */
export interface PropertyChoice {
  /** The plan's properties that exist. */
  readonly properties: readonly string[];
  /** The properties that we write ourselves and that exist; only companies have any. */
  readonly own: readonly string[];
  /** Everything to ask for. */
  readonly asked: readonly string[];
  /** The plan's properties that the portal does not have. */
  readonly missing: readonly string[];
  /** Stable over everything that shapes the stored values; when it changes, the type is read again from the start. */
  readonly planHash: string;
}

/** Reads the type's property definitions: one call. Throws what the client throws. */
export async function chooseProperties(
  client: PortalClient,
  plan: TypePlan,
  ownProperties: readonly string[],
  timeZone: string,
): Promise<PropertyChoice> {
  const existing = new Set((await client.properties(plan.objectType)).map((property) => property.name));
  const exists = (name: string) => existing.has(name);
  const properties = plan.properties.filter(exists);
  const own = plan.objectType === 'companies' ? ownProperties.filter(exists) : [];
  return {
    properties,
    own,
    asked: [...properties, ...own, ...[MERGED_IDS].filter(exists)],
    missing: plan.properties.filter((name) => !exists(name)),
    planHash: hash({
      properties: properties.toSorted(),
      associations: plan.associations.toSorted(),
      via: plan.companiesVia,
      timeZone,
    }),
  };
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
