/** A portal's access token by OAuth: refreshed in time, once for all who ask, and kept before it is used. */
import { PortalDisconnected } from '../errors.ts';
import type { OAuth } from '../hubspot/oauth.ts';
import type { RenewableToken } from '../hubspot/token-source.ts';
import { openTokens, sealTokens } from '../sealing/portal-tokens.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { PortalStore } from '../store/portal-store.ts';

/** A call that is sent with less left may arrive too late: HubSpot's longest answers, and clocks that differ. */
const LEAST_LEFT_MS = 120_000;

export interface PortalTokenOptions {
  readonly store: PortalStore;
  readonly oauth: Pick<OAuth, 'refresh'>;
  readonly sealer: Sealer;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

interface AccessToken {
  readonly text: string;
  /** Ms since 1970 UTC. */
  readonly expiresAt: number;
}

/**
 * What a portal's client takes as its `token`: hand it over as it is, for the client also tells it of tokens that HubSpot refuses.
 * Of all who need a new token at once, in this process and others, one asks HubSpot, and the others wait and read what it
 * stored. It throws PortalDisconnected where the app is not installed or its refresh is refused (the installation is `gone` then),
 * RetryLater where HubSpot does not answer, and InputError where the stored tokens do not open.
 */
export function makePortalToken({ store, oauth, sealer, clock }: PortalTokenOptions): RenewableToken {
  const { portalId } = store;
  let current: AccessToken | undefined;
  /** The last one that HubSpot refused, whatever time it had left. */
  let refused: string | undefined;
  let taking: Promise<AccessToken> | undefined;

  const isUsable = (token: AccessToken) => token.text !== refused && token.expiresAt - clock() > LEAST_LEFT_MS;
  const gone = () =>
    new PortalDisconnected(`Portal ${portalId} took the app's access back. Its admin has to install the app again.`);

  async function take(): Promise<AccessToken> {
    return await store.withTokens(async (held, save) => {
      if (held === undefined) throw gone();
      const tokens = openTokens(sealer, portalId, held.sealed);
      const stored = { text: tokens.accessToken, expiresAt: held.accessExpiresAt };
      if (isUsable(stored)) return stored;
      const askedAt = clock();
      const issued = await refreshOrLeave(tokens.refreshToken);
      const expiresAt = askedAt + issued.expiresInMs;
      const next = { accessToken: issued.accessToken, refreshToken: issued.refreshToken ?? tokens.refreshToken };
      await save({ sealed: sealTokens(sealer, portalId, next), accessExpiresAt: expiresAt });
      return { text: issued.accessToken, expiresAt };
    });
  }

  async function refreshOrLeave(refreshToken: string) {
    try {
      return await oauth.refresh(refreshToken);
    } catch (error) {
      if (!(error instanceof PortalDisconnected)) throw error;
      await store.leave('gone', clock());
      throw gone();
    }
  }

  /** Whoever comes while one is taken gets that one. */
  async function takeOnce(): Promise<AccessToken> {
    current = undefined;
    taking ??= take().finally(() => {
      taking = undefined;
    });
    current = await taking;
    return current;
  }

  return Object.assign(async () => (current !== undefined && isUsable(current) ? current : await takeOnce()).text, {
    async renew(token: string) {
      if (current !== undefined && current.text !== token) return;
      refused = token;
      const taken = await takeOnce();
      // It was being taken already when HubSpot refused it.
      if (taken.text === token) await takeOnce();
    },
    async giveUp(token: string) {
      current = undefined;
      await store.withTokens(async (held) => {
        // Who installed the app anew meanwhile has another one.
        if (held === undefined || openTokens(sealer, portalId, held.sealed).accessToken !== token) return;
        await store.leave('gone', clock());
      });
      throw gone();
    },
  });
}
