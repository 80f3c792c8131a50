/** Who may call: private-app tokens, and one public app's codes, access tokens and refresh tokens. */
import { createHash, randomUUID } from 'node:crypto';
import { expiredToken, unauthorized } from './error-bodies.ts';
import { ALL_SCOPES } from './object-types.ts';

export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  /**
   * What the app's configuration lists; left out: anything may be asked for. HubSpot refuses install links that ask for less or
   * for other scopes (knowledge base, "Resolve a 'Request for Integration Permissions' error").
   */
  readonly configured?: { readonly required: readonly string[]; readonly optional: readonly string[] };
}

export interface Grant {
  /** Names the budget: the private app, or the installed app. */
  readonly app: { readonly id: string; readonly isPrivate: boolean };
  readonly scopes: ReadonlySet<string>;
  /** The account that it opens. */
  readonly portalId: number;
}

interface Code {
  readonly portalId: number;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string | undefined;
}

interface IssuedToken {
  /** The account that installed the app; null on tokens of the app itself. */
  readonly portalId: number | null;
  readonly scopes: readonly string[];
  /** Ms since 1970 UTC; null on refresh tokens. */
  readonly expiresAt: number | null;
}

export interface Tokens {
  readonly app: OAuthApp | undefined;
  /** Throws the 401 of a missing, unknown or expired token. */
  grantOf(authorization: string | undefined): Grant;
  /** The scopes that a portal can grant. */
  granted(portalId: number): readonly string[];
  setScopes(portalId: number, scopes: readonly string[]): void;
  /** Undefined: no such token, or it expired. */
  find(token: string): { readonly kind: 'access' | 'refresh'; readonly token: IssuedToken } | undefined;
  issueCode(code: Code): string;
  /** A code works once, and soon; undefined where code, address or verifier is wrong. */
  takeCode(code: string, redirectUri: string, verifier: string | undefined): Code | undefined;
  /** `portalId` null: of the app itself (client credentials), without a refresh token; it opens no portal. */
  issue(scopes: readonly string[], portalId: number | null): { accessToken: string; refreshToken: string | undefined };
  /** Refresh tokens rotate: the old one is void once the new pair is there. */
  refresh(
    token: string,
  ): { accessToken: string; refreshToken: string | undefined; scopes: readonly string[]; portalId: number } | undefined;
  revoke(token: string): void;
  /** Ends a portal's installation of the app, as an uninstall does. */
  uninstall(portalId: number): void;
}

/** Access tokens live half an hour (HubSpot's OAuth docs). */
export const ACCESS_TOKEN_SECONDS = 1800;

/** HubSpot's docs speak of "a short window" and name no figure: no app should need longer. */
const CODE_MS = 30_000;

export function makeTokens(options: {
  readonly clock: () => number;
  readonly privateTokens: readonly string[];
  readonly app: OAuthApp | undefined;
  /** Of every portal, until `setScopes`. */
  readonly scopes: readonly string[] | undefined;
  /** The portal of the private tokens. */
  readonly portalId: number;
}): Tokens {
  const { clock, privateTokens, app } = options;
  const scopesOf = new Map<number, readonly string[]>();
  const granted = (portalId: number) => scopesOf.get(portalId) ?? options.scopes ?? ALL_SCOPES;
  const codes = new Map<string, Code & { readonly expiresAt: number }>();
  const access = new Map<string, IssuedToken>();
  const refreshing = new Map<string, IssuedToken>();

  const issue = (asked: readonly string[], portalId: number | null) => {
    const accessToken = `access-${randomUUID()}`;
    access.set(accessToken, { portalId, scopes: asked, expiresAt: clock() + ACCESS_TOKEN_SECONDS * 1000 });
    if (portalId === null) return { accessToken, refreshToken: undefined };
    const refreshToken = `refresh-${randomUUID()}`;
    refreshing.set(refreshToken, { portalId, scopes: asked, expiresAt: null });
    return { accessToken, refreshToken };
  };

  return {
    app,
    issue,
    granted,
    setScopes: (portalId, next) => void scopesOf.set(portalId, next),
    grantOf(authorization) {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) throw unauthorized();
      if (privateTokens.includes(token)) {
        const { portalId } = options;
        return { app: { id: token, isPrivate: true }, scopes: new Set(granted(portalId)), portalId };
      }
      const issued = access.get(token);
      if (issued === undefined || issued.portalId === null) throw unauthorized();
      if (issued.expiresAt !== null && issued.expiresAt <= clock()) throw expiredToken();
      // A scope that the portal withdraws is gone from tokens that were issued before.
      const { portalId } = issued;
      const left = issued.scopes.filter((scope) => granted(portalId).includes(scope));
      return { app: { id: app?.clientId ?? '', isPrivate: false }, scopes: new Set(left), portalId };
    },
    find(token) {
      const issued = access.get(token);
      if (issued !== undefined && (issued.expiresAt ?? 0) > clock()) return { kind: 'access', token: issued };
      const refresh = refreshing.get(token);
      return refresh === undefined ? undefined : { kind: 'refresh', token: refresh };
    },
    issueCode(code) {
      const id = `code-${randomUUID()}`;
      codes.set(id, { ...code, expiresAt: clock() + CODE_MS });
      return id;
    },
    takeCode(id, redirectUri, verifier) {
      const code = codes.get(id);
      if (code === undefined || code.redirectUri !== redirectUri || code.expiresAt <= clock()) return undefined;
      if (code.challenge !== undefined && code.challenge !== challengeOf(verifier ?? '')) return undefined;
      codes.delete(id);
      return code;
    },
    refresh(token) {
      const held = refreshing.get(token);
      if (held === undefined || held.portalId === null) return undefined;
      refreshing.delete(token);
      return { ...issue(held.scopes, held.portalId), scopes: held.scopes, portalId: held.portalId };
    },
    revoke(token) {
      access.delete(token);
      refreshing.delete(token);
    },
    uninstall(portalId) {
      for (const held of [access, refreshing, codes]) {
        for (const [id, one] of held) if (one.portalId === portalId) held.delete(id);
      }
    },
  };
}

/** PKCE, method S256. */
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
