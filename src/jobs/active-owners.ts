import { ScopeMissing } from '../errors.ts';
import type { Owner } from '../hubspot/owners.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';

/** The owners whom a task can be for, by id: people who are active in HubSpot. Null: we may not see who is there. */
export async function activeOwners(client: Pick<PortalClient, 'owners'>): Promise<ReadonlyMap<string, Owner> | null> {
  try {
    const owners = await client.owners();
    return new Map(owners.filter(({ isPerson }) => isPerson).map((owner) => [owner.id, owner]));
  } catch (error) {
    if (error instanceof ScopeMissing) return null;
    throw error;
  }
}

/** What people call an owner. */
export const ownerName = ({ name, email, id }: Owner): string => name || email || id;
