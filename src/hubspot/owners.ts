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
  /** HubSpot's id of the user, as signed requests carry it; null for a queue, or where HubSpot does not tell. */
  readonly userId: string | null;
  /** First and last name; empty where HubSpot has neither. */
  readonly name: string;
  /** Those that the user is in. */
  readonly teams: readonly OwnerTeam[];
}

export interface OwnerTeam {
  readonly id: string;
  readonly name: string;
}

// HubSpot's docs: `type` is PERSON or QUEUE; a queue has no address, and who never accepted the invitation may have no name.
const ownerSchema = z
  .object({
    id: idSchema,
    email: z.string().nullish(),
    type: z.string().nullish(),
    firstName: z.string().nullish(),
    lastName: z.string().nullish(),
    userId: idSchema.nullish(),
    teams: z.array(z.object({ id: idSchema, name: z.string() })).nullish(),
  })
  .transform(
    ({ id, email, type, firstName, lastName, userId, teams }): Owner => ({
      id,
      email: email || null,
      isPerson: type !== 'QUEUE',
      userId: userId ?? null,
      name: [firstName, lastName].filter(Boolean).join(' '),
      teams: (teams ?? []).map((team) => ({ id: team.id, name: team.name })),
    }),
  );

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
