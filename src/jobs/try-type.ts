import { ScopeMissing, TypeMissing } from '../errors.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { PropertyDefinition } from '../hubspot/properties.ts';
import type { ObjectType } from '../scoring/object-types.ts';
import type { Source } from '../scoring/portal-context.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import { reasonOf } from './findings.ts';

/** What came of trying one type. */
export interface Tried {
  readonly objectType: ObjectType;
  readonly blocked: Source['blocked'];
  readonly scopes: readonly string[];
  /** Why it could not be tried; null where it was. */
  readonly untried: string | null;
  /** Live records in HubSpot. */
  readonly records: number;
  readonly definitions: readonly PropertyDefinition[];
  readonly missing: readonly string[];
}

/** Two calls: one record, and the properties' definitions. */
export async function tryType(client: PortalClient, { objectType, properties }: TypePlan): Promise<Tried> {
  const nothing = { objectType, blocked: null, scopes: [], untried: null, records: 0, definitions: [], missing: [] };
  try {
    const { total } = await client.search(objectType, { properties: [], above: '0', upTo: null, limit: 1 });
    const definitions = await client.properties(objectType);
    const existing = new Set(definitions.map(({ name }) => name));
    const missing = properties.filter((property) => !existing.has(property));
    return { ...nothing, records: total, definitions, missing };
  } catch (error) {
    if (error instanceof ScopeMissing) return { ...nothing, blocked: 'scope_missing', scopes: error.scopes };
    if (error instanceof TypeMissing) return { ...nothing, blocked: 'type_missing' };
    return { ...nothing, untried: reasonOf(error) };
  }
}

/** The type as if the portal held everything of it that there is to hold: then only what cannot be read is left. */
export function asConnected({ blocked, missing, definitions }: Tried): Source {
  const filledSince = Object.fromEntries(definitions.map(({ name }) => [name, 0]));
  // Associations are no properties, and always there.
  return {
    blocked,
    runningSince: 0,
    firstRecordAt: 0,
    missingProperties: missing,
    filledSince: { ...filledSince, contacts: 0 },
  };
}
