/**
 * HubSpot's OAuth: what becomes of an install's code, of tokens, and of the install itself.
 * https://developers.hubspot.com/docs/api-reference/latest/authentication/manage-oauth-tokens
 */
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { ConsentRefused, InputError, PortalDisconnected } from '../errors.ts';
import { type PortalId, portalId } from '../ids.ts';
import { API } from './api-version.ts';
import { makeCallOAuth, type OAuthAnswer, type OAuthCallOptions } from './oauth-call.ts';

export interface IssuedTokens {
  readonly accessToken: string;
  /** Undefined where a refresh brought none: the old one goes on. Whatever comes is the one to keep. */
  readonly refreshToken: string | undefined;
  /** Of the access token; half an hour by HubSpot's docs. */
  readonly expiresInMs: number;
  /** These three are undefined where the answer leaves them out: `introspect` tells them. */
  readonly portalId: PortalId | undefined;
  readonly userId: string | undefined;
  readonly scopes: readonly string[] | undefined;
}

/** What HubSpot says of a token; inactive: unknown to it, ended or revoked. */
export type Introspection =
  | { readonly active: false }
  | ({ readonly active: true } & Pick<IssuedTokens, 'portalId' | 'userId' | 'scopes'>);

/** All throw RetryLater where HubSpot does not answer, and InputError where it does not know our client id and secret. */
export interface OAuth {
  /** @throws ConsentRefused where HubSpot does not take the code: it works once, for a short time, with the address and verifier it was made for. */
  exchangeCode(given: {
    readonly code: string;
    readonly redirectUri: string;
    readonly codeVerifier: string;
  }): Promise<IssuedTokens & { readonly refreshToken: string }>;
  /** @throws PortalDisconnected where HubSpot refuses the token: the app was uninstalled. */
  refresh(refreshToken: string): Promise<IssuedTokens>;
  /** Of an access token or a refresh token. */
  introspect(token: string): Promise<Introspection>;
  /** Ends a token; one that HubSpot does not know is ended already. */
  revoke(token: string): Promise<void>;
  /** Takes the app out of the portal. @throws PortalDisconnected where it is out already, or the token has ended. */
  uninstall(accessToken: string): Promise<void>;
}

export type OAuthOptions = Pick<OAuthCallOptions, 'baseUrl' | 'timeoutMs'> &
  Partial<Pick<OAuthCallOptions, 'sleep' | 'random'>> & { readonly clientId: string; readonly clientSecret: string };

const ids = z.union([z.int(), z.string()]).transform(String).optional();
const portal = z.int().positive().transform(portalId).optional();
const scopes = z.array(z.string()).optional();
const tokenSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive(),
  hub_id: portal,
  user_id: ids,
  scopes,
});
const introspectionSchema = z.object({ active: z.boolean(), hub_id: portal, user_id: ids, scopes });

const TOKEN = `${API.oauth}/token`;

export function makeOAuth(options: OAuthOptions): OAuth {
  const { baseUrl, timeoutMs, clientId, clientSecret, sleep = delay, random = Math.random } = options;
  const call = makeCallOAuth({ baseUrl, timeoutMs, random, sleep: async (ms) => void (await sleep(ms)) });

  async function post(path: string, fields: Readonly<Record<string, string>>): Promise<OAuthAnswer> {
    const form = { ...fields, client_id: clientId, client_secret: clientSecret };
    const answer = await call({ method: 'POST', path, form });
    if (isOurFault(answer)) {
      const said = answer.codes.join(', ') || answer.status;
      throw new InputError(
        `HubSpot does not know the app by these credentials (${said}): correct HUBSPOT_CLIENT_ID and HUBSPOT_CLIENT_SECRET`,
      );
    }
    return answer;
  }

  return {
    async exchangeCode({ code, redirectUri, codeVerifier }) {
      const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: codeVerifier };
      const answer = await post(TOKEN, grant);
      if (answer.status === 400) {
        const said = answer.codes.join(', ') || 'without a reason';
        throw new ConsentRefused(
          `HubSpot did not take the code of this install (${said}). A code works once and for a short time: start the install again.`,
        );
      }
      const issued = readTokens(answer);
      const { refreshToken } = issued;
      if (refreshToken === undefined) throw new Error(`HubSpot's answer to POST ${TOKEN} has no refresh_token`);
      return { ...issued, refreshToken };
    },
    async refresh(refreshToken) {
      const answer = await post(TOKEN, { grant_type: 'refresh_token', refresh_token: refreshToken });
      if (saysGone(answer)) throw new PortalDisconnected('HubSpot refused to refresh the access token.');
      return readTokens(answer);
    },
    async introspect(token) {
      const path = `${TOKEN}/introspect`;
      const answer = await post(path, { token });
      // HubSpot's docs show a 400 for a token that is none; the standard (RFC 7662) has `active: false` for it.
      if (answer.status === 400 || answer.status === 404) return { active: false };
      const { active, hub_id, user_id, scopes } = parse(introspectionSchema, answer, path);
      return active ? { active, portalId: hub_id, userId: user_id, scopes } : { active };
    },
    async revoke(token) {
      const path = `${TOKEN}/revoke`;
      const answer = await post(path, { token });
      if (!isGood(answer) && answer.status !== 400 && answer.status !== 404) throw refusal(answer, path);
    },
    async uninstall(accessToken) {
      const path = `${API.appInstalls}/external-install`;
      // fetch would quote such a token in its error.
      if (!/^[\x21-\x7e]+$/.test(accessToken)) throw new PortalDisconnected('The access token is malformed.');
      const headers = { authorization: `Bearer ${accessToken}` };
      const answer = await call({ method: 'DELETE', path, headers });
      if (answer.status === 401) throw new PortalDisconnected('HubSpot does not accept the access token (401).');
      if (!isGood(answer)) throw refusal(answer, path);
    },
  };
}

const GONE = ['BAD_REFRESH_TOKEN', 'invalid_grant'];
const saysGone = ({ codes }: OAuthAnswer) => codes.some((code) => GONE.includes(code));

/** RFC 6749, 5.2. A wrong secret of ours must not look as if all portals had uninstalled the app. */
const OURS = ['BAD_CLIENT_ID', 'BAD_CLIENT_SECRET', 'invalid_client', 'unauthorized_client'];
const isOurFault = (answer: OAuthAnswer) =>
  answer.codes.some((code) => OURS.includes(code)) || (answer.status === 401 && !saysGone(answer));

const isGood = ({ status }: OAuthAnswer) => status >= 200 && status <= 299;

function readTokens(answer: OAuthAnswer): IssuedTokens {
  const read = parse(tokenSchema, answer, TOKEN);
  return {
    accessToken: read.access_token,
    refreshToken: read.refresh_token,
    expiresInMs: read.expires_in * 1_000,
    portalId: read.hub_id,
    userId: read.user_id,
    scopes: read.scopes,
  };
}

function parse<T extends z.ZodType>(schema: T, answer: OAuthAnswer, path: string): z.infer<T> {
  if (!isGood(answer)) throw refusal(answer, path);
  const parsed = schema.safeParse(answer.json);
  if (parsed.success) return parsed.data;
  // Where it is wrong, and never what is there.
  const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the body');
  throw new Error(`HubSpot's answer to POST ${path} has an unknown form at ${places.join(', ')}`);
}

const refusal = ({ status, codes }: OAuthAnswer, path: string) =>
  new Error(`HubSpot refused ${path} (${status}${codes.length > 0 ? `: ${codes.join(', ')}` : ''})`);
