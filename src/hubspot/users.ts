import { z } from 'zod';
import { Refusal } from './answer.ts';
import { API } from './api-version.ts';
import type { CallHubSpot } from './call.ts';
import { FOR_PEOPLE } from './call-order.ts';
import { idSchema } from './paging.ts';

/** A user of the portal, as HubSpot's settings hold them. */
export interface PortalUser {
  readonly id: string;
  readonly email: string;
  readonly superAdmin: boolean;
  /** The main team and the additional ones, each once. */
  readonly teamIds: readonly string[];
}

// HubSpot's docs (User provisioning): whether somebody is a super admin is true or false; an example of theirs has it as text.
const yesNo = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
/** None comes as null, or not at all; also as empty text. */
const teamId = z.union([idSchema, z.literal('')]).nullish();

const userSchema = z
  .object({
    id: idSchema,
    email: z.string(),
    superAdmin: yesNo.nullish(),
    primaryTeamId: teamId,
    secondaryTeamIds: z.array(idSchema).nullish(),
  })
  .transform(({ id, email, superAdmin, primaryTeamId, secondaryTeamIds }): PortalUser => {
    const teams = [...(primaryTeamId ? [primaryTeamId] : []), ...(secondaryTeamIds ?? [])];
    return { id, email, superAdmin: superAdmin === true, teamIds: [...new Set(teams)] };
  });

/** Undefined where the portal has no such user (404). */
export async function readUser(call: CallHubSpot, id: string): Promise<PortalUser | undefined> {
  const path = `${API.users}/${encodeURIComponent(id)}?idProperty=USER_ID`;
  try {
    return await call({ method: 'GET', path, budget: 'general', answer: userSchema, order: FOR_PEOPLE });
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  }
}
