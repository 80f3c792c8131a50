import { InputError } from '../errors.ts';
import type { NewProperty, PortalClient, PropertyDefinition } from '../hubspot/portal-client.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { BY_IMPORTANCE, COMPANY_PROPERTIES } from './company-properties.ts';

export interface EnsuredProperties {
  /** Our properties that the portal has now (in a dry run: would have), the most important first. */
  readonly available: readonly string[];
  readonly created: readonly string[];
  /** Those for which the portal has no room. */
  readonly leftOut: readonly string[];
  /** Options of ours that somebody took from a property: HubSpot will refuse these values. */
  readonly missingOptions: readonly { readonly property: string; readonly options: readonly string[] }[];
}

/**
 * Makes sure that the portal has the company properties we write. Where it has them all this is one call, and creates
 * nothing. One that has to be created again is empty for every company, whatever HubSpot showed before somebody deleted it.
 * @throws InputError where a property of our name is of another type; whatever the client throws.
 */
export async function ensureProperties(options: {
  readonly client: PortalClient;
  readonly store: Pick<PortalStore, 'forgetShown'>;
  /** Creates nothing. */
  readonly dryRun?: boolean;
}): Promise<EnsuredProperties> {
  const { client, store, dryRun = false } = options;
  const { group, properties } = COMPANY_PROPERTIES;
  const existing = new Map((await client.properties('companies')).map((property) => [property.name, property]));
  const ours = properties.toSorted((a, b) => BY_IMPORTANCE.indexOf(a.name) - BY_IMPORTANCE.indexOf(b.name));
  for (const property of ours) refuseOtherType(property, existing.get(property.name));

  const missing = ours.filter((property) => !existing.has(property.name));
  const room = missing.length === 0 ? 0 : await roomFor(client);
  const created = missing.slice(0, room);
  if (created.length > 0) {
    // First: a run that dies after creating them would never get here again.
    await store.forgetShown(created.map(({ name }) => name));
  }
  if (created.length > 0 && !dryRun) {
    await client.createPropertyGroup('companies', group.name, group.label);
    await client.createProperties('companies', created);
  }

  const leftOut = missing.slice(room);
  return {
    available: ours.filter((property) => !leftOut.includes(property)).map(({ name }) => name),
    created: created.map(({ name }) => name),
    leftOut: leftOut.map(({ name }) => name),
    missingOptions: ours.flatMap((property) => optionsGone(property, existing.get(property.name))),
  };
}

/** How many more custom properties the portal takes: free accounts are told to allow only ten. */
async function roomFor(client: PortalClient): Promise<number> {
  const limit = await client.propertyLimit('companies');
  return limit === undefined ? Number.POSITIVE_INFINITY : Math.max(0, limit.limit - limit.used);
}

function refuseOtherType(ours: NewProperty, theirs: PropertyDefinition | undefined): void {
  if (theirs === undefined || theirs.type === ours.type) return;
  throw new InputError(
    `The portal's company property "${ours.name}" is of type ${theirs.type}, but Account Health writes it as ${ours.type}: ` +
      'delete it in HubSpot (Settings > Properties > Company properties), then run again.',
  );
}

function optionsGone(ours: NewProperty, theirs: PropertyDefinition | undefined) {
  if (theirs === undefined) return [];
  const values = new Set(theirs.options.map((option) => option.value));
  const options = (ours.options ?? []).map((option) => option.value).filter((value) => !values.has(value));
  return options.length === 0 ? [] : [{ property: ours.name, options }];
}
