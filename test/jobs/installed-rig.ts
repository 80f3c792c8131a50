/** A portal that installed the app by OAuth, in the sandbox, and what it takes to call it as the service does. */
import { createHash, randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { PortalClientOptions } from '../../src/hubspot/make-portal-client.ts';
import { makeOAuth, type OAuth } from '../../src/hubspot/oauth.ts';
import { portalId } from '../../src/ids.ts';
import { makePortalToken } from '../../src/jobs/portal-token.ts';
import { ALL_SCOPES } from '../../src/local/sandbox/object-types.ts';
import { startSandbox } from '../../src/local/sandbox/start-sandbox.ts';
import { parseKeys } from '../../src/sealing/key-ring.ts';
import { openTokens, sealTokens } from '../../src/sealing/portal-tokens.ts';
import { makeSealer } from '../../src/sealing/sealer.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { makeUnpacedClient } from '../hubspot/test-client.ts';
import { decide } from '../local/sandbox/agree.ts';
import { NOW, SMALL_PORTAL } from './small-portal.ts';

const APP = { clientId: 'app-1', clientSecret: 'client-secret-of-no-app' };
const REDIRECT = 'https://us.example/oauth/callback';
const TOKEN_CALL = 'POST /oauth/2026-03/token';
const KEY = randomBytes(32).toString('base64');
export const sealer = makeSealer(parseKeys(KEY));

type Log = PortalClientOptions['log'];

let portals = 0;

/** `proxy` gives the address that calls go to in place of the sandbox's own. Time stands still but for `advance`. */
export async function openInstalledRig(store: Store, proxy = async (url: string) => url) {
  portals += 1;
  const id = portalId(SMALL_PORTAL.portalId + 50_000 + portals);
  let now = NOW;
  const clock = () => now;
  const oauthApp = { ...APP, redirectUris: [REDIRECT] };
  const sandbox = await startSandbox({ data: { ...SMALL_PORTAL, portalId: id }, limits: 'off', clock, oauthApp });
  onTestFinished(() => sandbox.close());
  const baseUrl = await proxy(sandbox.url);
  const oauth = makeOAuth({ ...APP, baseUrl, timeoutMs: 5_000, sleep: async () => {} });
  /** Every secret that was about. */
  const secrets: string[] = [APP.clientSecret, KEY];

  const watched: Pick<OAuth, 'refresh'> = {
    async refresh(token) {
      const issued = await oauth.refresh(token);
      secrets.push(issued.accessToken, issued.refreshToken ?? '-');
      return issued;
    },
  };
  const tokenOf = (portal: PortalStore) => makePortalToken({ store: portal, oauth: watched, sealer, clock });
  const portal = store.portal(id);

  async function install(): Promise<void> {
    const codeVerifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: APP.clientId,
      redirect_uri: REDIRECT,
      scope: ALL_SCOPES.join(' '),
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const { location } = await decide(`${sandbox.url}/oauth/authorize?${query}`);
    const code = location?.searchParams.get('code') ?? '';
    const {
      accessToken,
      refreshToken,
      expiresInMs,
      scopes = [],
      userId = null,
    } = await oauth.exchangeCode({
      code,
      redirectUri: REDIRECT,
      codeVerifier,
    });
    secrets.push(code, codeVerifier, accessToken, refreshToken);
    const sealedTokens = sealTokens(sealer, id, { accessToken, refreshToken });
    await portal.install({ at: now, by: userId, scopes, sealedTokens, accessExpiresAt: now + expiresInMs });
    sandbox.resetStats();
  }
  await install();

  return {
    sandbox,
    oauth,
    portal,
    clock,
    secrets,
    /** What a command needs to call the portal by its installation. */
    settings: {
      HUBSPOT_API_URL: baseUrl,
      HUBSPOT_CLIENT_ID: APP.clientId,
      HUBSPOT_CLIENT_SECRET: APP.clientSecret,
      ENCRYPTION_KEYS: KEY,
    },
    install,
    tokenOf,
    clientOf: (token: ReturnType<typeof tokenOf>, log?: Log) =>
      makeUnpacedClient({ baseUrl, token, clock, log }).client,
    advance: (ms: number) => {
      now += ms;
    },
    /** What the store holds now. */
    held: async () => openTokens(sealer, id, (await portal.sealedTokens()) ?? ''),
    refreshes: () => sandbox.stats().byPath[TOKEN_CALL] ?? 0,
    otherCalls: () => sandbox.stats().total - (sandbox.stats().byPath[TOKEN_CALL] ?? 0),
  };
}
