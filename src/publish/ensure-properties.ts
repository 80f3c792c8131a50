import { InputError, ScopeMissing } from '../errors.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { NewProperty, PropertyDefinition } from '../hubspot/properties.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { type Asking, COMPANY_PROPERTIES, leftOver, propertiesOf } from './company-properties.ts';

export interface EnsuredProperties {
  /**
   * Our properties that the portal has now (in a dry run: would have), the most important first; last those that the model does not
   * ask for, which are to be blank.
   */
  readonly available: readonly string[];
  readonly created: readonly string[];
  /** Those for which the portal has no room. */
  readonly leftOut: readonly string[];
  /** Those that we may not create, and the scopes that it takes; null where nothing stood in the way. */
  readonly uncreated: { readonly properties: readonly string[]; readonly scopes: readonly string[] } | null;
  /** Options of ours that somebody took from a property: HubSpot will refuse these values. */
  readonly missingOptions: readonly { readonly property: string; readonly options: readonly string[] }[];
}

/**
 * Makes sure that the portal has the company properties that the model has written. Where it has them all this is one call, and
 * creates nothing. One that has to be created again is empty for every company, whatever HubSpot showed before somebody deleted it.
 * Where we may not create them, those that are there must do.
 * @throws InputError where a property of our name is of another type; whatever the client throws.
 */
export async function ensureProperties(options: {
  readonly client: PortalClient;
  readonly store: Pick<PortalStore, 'forgetShown'>;
  readonly model: Asking;
  /** Creates nothing. */
  readonly dryRun?: boolean;
}): Promise<EnsuredProperties> {
  const { client, store, model, dryRun = false } = options;
  const definitions = await client.properties('companies');
  const existing = new Map(definitions.map((property) => [property.name, property]));
  const ours = propertiesOf(model);
  for (const property of ours) refuseOtherType(property, existing.get(property.name));

  const missing = ours.filter((property) => !existing.has(property.name));
  const room = missing.length === 0 ? 0 : await roomFor(client);
  const wanted = missing.slice(0, room);
  if (wanted.length > 0) {
    // First: a run that dies after creating them would never get here again.
    await store.forgetShown(wanted.map(({ name }) => name));
  }
  const scopes = wanted.length > 0 && !dryRun ? await create(client, COMPANY_PROPERTIES.group, wanted) : null;

  const leftOut = missing.slice(room);
  const absent = scopes === null ? leftOut : missing;
  return {
    available: [...namesOf(ours.filter((property) => !absent.includes(property))), ...leftOver(definitions, model)],
    created: scopes === null ? namesOf(wanted) : [],
    leftOut: namesOf(leftOut),
    uncreated: scopes === null ? null : { properties: namesOf(wanted), scopes },
    missingOptions: ours.flatMap((property) => optionsGone(property, existing.get(property.name))),
  };
}

const namesOf = (properties: readonly NewProperty[]): readonly string[] => properties.map(({ name }) => name);

/** Null, or the scopes without which HubSpot does not let us. */
async function create(
  client: PortalClient,
  group: { readonly name: string; readonly label: string },
  properties: readonly NewProperty[],
): Promise<readonly string[] | null> {
  try {
    await client.createPropertyGroup('companies', group.name, group.label);
    await client.createProperties('companies', properties);
    return null;
  } catch (error) {
    if (error instanceof ScopeMissing) return error.scopes;
    throw error;
  }
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
