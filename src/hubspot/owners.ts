import { z } from 'zod';
import { API } from './api-version.ts';
import type { CallHubSpot } from './call.ts';
import { idSchema, pages, pagingSchema } from './paging.ts';

/** Whom records may belong to: a user of the portal, or a queue. */
export interface Owner {
  readonly id: string;
  /** The user's address; null where there is none. */
  readonly email: string | null;
  readonly isPerson: boolean;
}

// HubSpot's docs: `type` is PERSON or QUEUE; a queue has no address, and who never accepted the invitation may have no name.
const ownerSchema = z
  .object({ id: idSchema, email: z.string().nullish(), type: z.string().nullish() })
  .transform(({ id, email, type }): Owner => ({ id, email: email || null, isPerson: type !== 'QUEUE' }));

const pageSchema = z.object({ results: z.array(ownerSchema), paging: pagingSchema });

/** HubSpot's docs: 100 by default, 500 at most. */
const PAGE_SIZE = '500';

/** Every owner that is not archived, in HubSpot's order. */
export async function readOwners(call: CallHubSpot): Promise<readonly Owner[]> {
  const owners: Owner[] = [];
  const walk = pages((after) => {
    const query = new URLSearchParams({ limit: PAGE_SIZE, ...(after !== undefined && { after }) });
    return call({ method: 'GET', path: `${API.owners}?${query}`, budget: 'general', answer: pageSchema });
  });
  for await (const { results } of walk) owners.push(...results);
  return owners;
}
