/** A portal's OAuth tokens, as one sealed text: what `PortalStore.install` and `withTokens` keep. */
import { z } from 'zod';
import type { PortalId } from '../ids.ts';
import type { Sealer } from './sealer.ts';

export interface PortalTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const tokensSchema = z.object({ accessToken: z.string(), refreshToken: z.string() });

/** What is sealed of portal 1 does not open as portal 2's. */
const contextOf = (portalId: PortalId) => `the tokens of portal ${portalId}`;

export const sealTokens = (sealer: Sealer, portalId: PortalId, { accessToken, refreshToken }: PortalTokens): string =>
  sealer.seal(JSON.stringify({ accessToken, refreshToken }), contextOf(portalId));

/** @throws InputError as `Sealer.open` does. */
export const openTokens = (sealer: Sealer, portalId: PortalId, sealed: string): PortalTokens =>
  tokensSchema.parse(JSON.parse(sealer.open(sealed, contextOf(portalId))));

/** The same tokens under the ring's first key. @throws InputError as `Sealer.open` does. */
export const resealTokens = (sealer: Sealer, portalId: PortalId, sealed: string): string =>
  sealTokens(sealer, portalId, openTokens(sealer, portalId, sealed));
