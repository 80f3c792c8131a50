/** Who may call: private-app tokens, and one public app's codes, access tokens and refresh tokens. */
import { createHash, randomUUID } from 'node:crypto';
import { expiredToken, unauthorized } from './error-bodies.ts';
import { ALL_SCOPES } from './object-types.ts';

export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
}

export interface Grant {
  /** Names the budget: the private app, or the installed app. */
  readonly app: { readonly id: string; readonly isPrivate: boolean };
  readonly scopes: ReadonlySet<string>;
}

interface Code {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string | undefined;
}

interface IssuedToken {
  readonly scopes: readonly string[];
  /** Ms since 1970 UTC; null on refresh tokens. */
  readonly expiresAt: number | null;
  /** False for tokens of the app itself (client credentials), which open no portal. */
  readonly installed: boolean;
}

export interface Tokens {
  readonly app: OAuthApp | undefined;
  /** Throws the 401 of a missing, unknown or expired token. */
  grantOf(authorization: string | undefined): Grant;
  /** The scopes that the portal can grant. */
  granted(): readonly string[];
  setScopes(scopes: readonly string[]): void;
  /** Undefined: no such token, or it expired. */
  find(token: string): { readonly kind: 'access' | 'refresh'; readonly token: IssuedToken } | undefined;
  issueCode(code: Code): string;
  /** A code works once; undefined where code, address or verifier is wrong. */
  takeCode(code: string, redirectUri: string, verifier: string | undefined): Code | undefined;
  issue(scopes: readonly string[], installed: boolean): { accessToken: string; refreshToken: string | undefined };
  /** Refresh tokens rotate: the old one is void once the new pair is there. */
  refresh(
    token: string,
  ): { accessToken: string; refreshToken: string | undefined; scopes: readonly string[] } | undefined;
  revoke(token: string): void;
  /** Ends every installation of the app, as an uninstall does. */
  uninstall(): void;
}

/** Access tokens live half an hour (HubSpot's OAuth docs). */
export const ACCESS_TOKEN_SECONDS = 1800;

export function makeTokens(options: {
  readonly clock: () => number;
  readonly privateTokens: readonly string[];
  readonly app: OAuthApp | undefined;
  readonly scopes: readonly string[] | undefined;
}): Tokens {
  const { clock, privateTokens, app } = options;
  let scopes: readonly string[] = options.scopes ?? ALL_SCOPES;
  const codes = new Map<string, Code>();
  const access = new Map<string, IssuedToken>();
  const refreshing = new Map<string, IssuedToken>();

  const issue = (asked: readonly string[], installed: boolean) => {
    const accessToken = `access-${randomUUID()}`;
    access.set(accessToken, { scopes: asked, expiresAt: clock() + ACCESS_TOKEN_SECONDS * 1000, installed });
    if (!installed) return { accessToken, refreshToken: undefined };
    const refreshToken = `refresh-${randomUUID()}`;
    refreshing.set(refreshToken, { scopes: asked, expiresAt: null, installed });
    return { accessToken, refreshToken };
  };

  return {
    app,
    issue,
    granted: () => scopes,
    setScopes(next) {
      scopes = next;
    },
    grantOf(authorization) {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) throw unauthorized();
      if (privateTokens.includes(token)) return { app: { id: token, isPrivate: true }, scopes: new Set(scopes) };
      const issued = access.get(token);
      if (issued === undefined || !issued.installed) throw unauthorized();
      if (issued.expiresAt !== null && issued.expiresAt <= clock()) throw expiredToken();
      // A scope that the portal withdraws is gone from tokens that were issued before.
      const left = issued.scopes.filter((scope) => scopes.includes(scope));
      return { app: { id: app?.clientId ?? '', isPrivate: false }, scopes: new Set(left) };
    },
    find(token) {
      const issued = access.get(token);
      if (issued !== undefined && (issued.expiresAt ?? 0) > clock()) return { kind: 'access', token: issued };
      const refresh = refreshing.get(token);
      return refresh === undefined ? undefined : { kind: 'refresh', token: refresh };
    },
    issueCode(code) {
      const id = `code-${randomUUID()}`;
      codes.set(id, code);
      return id;
    },
    takeCode(id, redirectUri, verifier) {
      const code = codes.get(id);
      if (code === undefined || code.redirectUri !== redirectUri) return undefined;
      if (code.challenge !== undefined && code.challenge !== challengeOf(verifier ?? '')) return undefined;
      codes.delete(id);
      return code;
    },
    refresh(token) {
      const held = refreshing.get(token);
      if (held === undefined) return undefined;
      refreshing.delete(token);
      return { ...issue(held.scopes, true), scopes: held.scopes };
    },
    revoke(token) {
      access.delete(token);
      refreshing.delete(token);
    },
    uninstall() {
      access.clear();
      refreshing.clear();
      codes.clear();
    },
  };
}

/** PKCE, method S256. */
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
