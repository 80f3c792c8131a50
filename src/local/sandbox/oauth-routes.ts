/** OAuth: tokens, introspection, revocation and uninstall. The consent page is `oauth-authorize.ts`. */
import { randomUUID } from 'node:crypto';
import { type Answer, invalid, Refused } from './error-bodies.ts';
import { ACCESS_TOKEN_SECONDS } from './oauth.ts';
import { authorizeRoutes } from './oauth-authorize.ts';
import { asObject, type Call, type Route } from './route.ts';

/** Whoever agrees on the consent page. */
const INSTALLING_USER = 1;

type Form = Readonly<Record<string, string>>;

/** A refused token call says the same in both of HubSpot's ways: its own `status` and the standard's `error`. */
function oauthError(status: string, error: string, message: string, http = 400): Refused {
  return new Refused({
    status: http,
    body: { status, message, correlationId: randomUUID(), error, error_description: message },
  });
}

const form = (call: Call): Form => Object.fromEntries(new URLSearchParams(String(call.body ?? '')));

/** Throws unless the form names the app and its secret. */
function requireClient(call: Call, given: Form): void {
  const { app } = call.tokens;
  if (app === undefined || given.client_id !== app.clientId) {
    throw oauthError('BAD_CLIENT_ID', 'invalid_client', 'missing or invalid client id');
  }
  if (given.client_secret !== app.clientSecret) {
    throw oauthError('BAD_CLIENT_SECRET', 'invalid_client', 'missing or invalid client secret');
  }
}

function tokenAnswer(
  issued: { accessToken: string; refreshToken: string | undefined },
  scopes: readonly string[],
  portalId: number | null,
): Answer {
  return {
    status: 200,
    body: {
      token_type: 'bearer',
      access_token: issued.accessToken,
      expires_in: ACCESS_TOKEN_SECONDS,
      scopes,
      ...(issued.refreshToken === undefined
        ? {}
        : { refresh_token: issued.refreshToken, hub_id: portalId, user_id: INSTALLING_USER }),
    },
  };
}

const token: Route = {
  method: 'POST',
  path: '/oauth/{v}/token',
  family: 'oauth',
  open: true,
  handle(call) {
    const given = form(call);
    requireClient(call, given);
    switch (given.grant_type) {
      case 'authorization_code': {
        const code = call.tokens.takeCode(given.code ?? '', given.redirect_uri ?? '', given.code_verifier);
        if (code === undefined) throw oauthError('BAD_AUTH_CODE', 'invalid_grant', 'missing or unknown auth code');
        return tokenAnswer(call.tokens.issue(code.scopes, code.portalId), code.scopes, code.portalId);
      }
      case 'refresh_token': {
        const pair = call.tokens.refresh(given.refresh_token ?? '');
        if (pair === undefined) {
          throw oauthError('BAD_REFRESH_TOKEN', 'invalid_grant', 'missing or invalid refresh token');
        }
        return tokenAnswer(pair, pair.scopes, pair.portalId);
      }
      case 'client_credentials': {
        // These tokens are the app's own (webhooks journal); they open no portal.
        const scopes = (given.scope ?? '').split(' ').filter((scope) => scope !== '');
        return tokenAnswer(call.tokens.issue(scopes, null), scopes, null);
      }
      default:
        throw oauthError('BAD_GRANT_TYPE', 'unsupported_grant_type', 'missing or unsupported grant_type');
    }
  },
};

const introspect: Route = {
  method: 'POST',
  path: '/oauth/{v}/token/introspect',
  family: 'oauth',
  open: true,
  handle(call) {
    const given = form(call);
    requireClient(call, given);
    const found = call.tokens.find(given.token ?? '');
    if (found === undefined) return { status: 200, body: { active: false } };
    const { scopes, expiresAt, portalId } = found.token;
    const left = expiresAt === null ? {} : { expires_in: Math.floor((expiresAt - call.state.clock()) / 1000) };
    return {
      status: 200,
      body: {
        active: true,
        token_use: found.kind === 'access' ? 'access_token' : 'refresh_token',
        client_id: given.client_id,
        scopes,
        ...left,
        ...(portalId === null ? {} : { hub_id: portalId, user_id: INSTALLING_USER }),
      },
    };
  },
};

const revoke: Route = {
  method: 'POST',
  path: '/oauth/{v}/token/revoke',
  family: 'oauth',
  open: true,
  handle(call) {
    const given = form(call);
    requireClient(call, given);
    call.tokens.revoke(given.token ?? '');
    return { status: 204 };
  },
};

const uninstall: Route = {
  method: 'DELETE',
  path: '/appinstalls/{v}/external-install',
  family: 'general',
  handle(call) {
    call.tokens.uninstall(call.state.data.portalId);
    return { status: 204 };
  },
};

/** What a private app's token may do (HubSpot's docs, "Private apps"); its path has no dated version. */
const privateAppInfo: Route = {
  method: 'POST',
  path: '/oauth/v2/private-apps/get/access-token-info',
  family: 'general',
  handle(call) {
    const { tokenKey } = asObject(call.body, 'body');
    const grant = call.tokens.grantOf(`Bearer ${String(tokenKey)}`);
    if (!grant.app.isPrivate) throw invalid('The access token must have the correct format');
    const { portalId } = call.state.data;
    return { status: 200, body: { userId: 1, hubId: portalId, appId: 1, scopes: [...grant.scopes] } };
  },
};

export const oauthRoutes: readonly Route[] = [token, introspect, revoke, ...authorizeRoutes, uninstall, privateAppInfo];
