import { z } from 'zod';
import type { SignedPerson } from '../permissions/user-rights.ts';

/** HubSpot adds the person to the query of every `hubspot.fetch`; the signature covers it. */
const signer = z.object({ userId: z.string().regex(/^\d{1,20}$/), userEmail: z.string().min(1).max(320).optional() });

/** Who asks, of a signed request; undefined where HubSpot did not say, or said it twice. */
export function signedPerson({ query }: { readonly query: unknown }): SignedPerson | undefined {
  const { success, data } = signer.safeParse(query);
  return success ? { userId: data.userId, email: data.userEmail ?? null } : undefined;
}
