import type { SegmentKey } from '@account-health/contract/playbooks';
import { areFilters, type ListFilters } from '../hubspot/list-filters.ts';
import type { CompanyList } from '../hubspot/lists.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { Model } from '../scoring/model.ts';
import { COMPANY_PROPERTIES, propertiesOf } from './company-properties.ts';
import type { StarterSegment } from './starter-segments.ts';

/** Why a segment was not made. Properties by the labels that people see in HubSpot. */
export type SegmentFailure =
  /** The model does not have them written, so that the list would stay empty. */
  | { readonly kind: 'unwritten'; readonly properties: readonly string[] }
  /** They are going to be written, but the portal has them not yet. */
  | { readonly kind: 'absent'; readonly properties: readonly string[] }
  /** Every name that we would give it is another list's. */
  | { readonly kind: 'names_taken' }
  | { readonly kind: 'refused'; readonly reason: string };

/** What of its properties keeps a segment from being made; undefined: nothing. `existing`: names of the portal's company properties. */
export function lackOf(
  { properties }: Pick<StarterSegment, 'properties'>,
  model: Model,
  existing: ReadonlySet<string>,
): SegmentFailure | undefined {
  const written = new Set(propertiesOf(model).map(({ name }) => name));
  const unwritten = properties.filter((name) => !written.has(name));
  if (unwritten.length > 0) return { kind: 'unwritten', properties: unwritten.map(labelOf) };
  const absent = properties.filter((name) => !existing.has(name));
  return absent.length > 0 ? { kind: 'absent', properties: absent.map(labelOf) } : undefined;
}

const labelOf = (name: string): string =>
  COMPANY_PROPERTIES.properties.find((property) => property.name === name)?.label ?? name;

export interface SegmentToMake {
  readonly key: SegmentKey;
  /** The names that it may have, the one it should have first. */
  readonly names: readonly string[];
  readonly filters: ListFilters;
}

/**
 * Makes a list under the first of its names that is free. A list of such a name with the very same filters is ours, made by a call of which
 * nobody saw the answer, and is taken as it is; any other is left alone. Throws what the client throws.
 */
export async function makeSegment(
  client: Pick<PortalClient, 'companyListByName' | 'createCompanyList'>,
  { names, filters }: SegmentToMake,
): Promise<CompanyList | SegmentFailure> {
  const ours = async (name: string): Promise<CompanyList | 'free' | 'taken'> => {
    const found = await client.companyListByName(name);
    if (found === undefined) return 'free';
    return found.isDynamic && areFilters(found.filters, filters) ? found : 'taken';
  };
  for (const name of names) {
    const before = await ours(name);
    if (typeof before === 'object') return before;
    if (before === 'taken') continue;
    const made = await client.createCompanyList({ name, filters });
    if (made.kind === 'made') return made.list;
    if (made.kind === 'refused') return made;
    // The name is a list's of another type, or ours: HubSpot made it, but its answer was lost and the call repeated.
    const after = await ours(name);
    if (typeof after === 'object') return after;
  }
  return { kind: 'names_taken' };
}
