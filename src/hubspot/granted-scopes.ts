import { z } from 'zod';
import { ScopeMissing, TypeMissing } from '../errors.ts';
import { Refusal } from './answer.ts';
import type { CallHubSpot } from './call.ts';

/** HubSpot's docs, "Private apps": the one place that tells a private-app token's scopes. It has no dated version. */
const PATH = '/oauth/v2/private-apps/get/access-token-info';

const infoSchema = z.object({ scopes: z.array(z.string()) });

/** The scopes that a private-app token was granted. Undefined where HubSpot does not tell: of tokens of another kind. */
export async function readGrantedScopes(call: CallHubSpot, token: string): Promise<readonly string[] | undefined> {
  const body = { tokenKey: token };
  try {
    return (await call({ method: 'POST', path: PATH, body, budget: 'general', answer: infoSchema })).scopes;
  } catch (error) {
    if (error instanceof Refusal || error instanceof ScopeMissing || error instanceof TypeMissing) return undefined;
    throw error;
  }
}
