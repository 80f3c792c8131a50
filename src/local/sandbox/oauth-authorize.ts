/** The consent page on the app host: what an app asks for, which account shall grant it, and the way back to the app. */
import { randomUUID } from 'node:crypto';
import { type Answer, Refused } from './error-bodies.ts';
import type { OAuthApp } from './oauth.ts';
import { consentPage, refusalPage } from './oauth-pages.ts';
import type { Call, Route } from './route.ts';

/** What an install link asks for, as it stands in its query; the consent page sends the same back as a form. */
const PARAMETERS = [
  'client_id',
  'redirect_uri',
  'scope',
  'optional_scope',
  'state',
  'code_challenge',
  'code_challenge_method',
] as const;

interface Asked {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly optional: readonly string[];
  readonly challenge: string | undefined;
  readonly state: string | null;
}

const html = (status: number, value: string): Answer => ({ status, text: { type: 'text/html;charset=utf-8', value } });

/** A page of its own: who asks wrongly is not sent back to an address that nobody vouches for. */
const refusedPage = (message: string) => new Refused(html(400, refusalPage(message)));

const words = (value: string | null): readonly string[] => (value ?? '').split(' ').filter((word) => word !== '');

/** Throws the page that refuses a wrong install link. */
function askedBy(call: Call, given: URLSearchParams): Asked {
  const { app } = call.tokens;
  if (PARAMETERS.some((name) => given.getAll(name).length > 1)) throw refusedPage('The link names something twice.');
  if (app === undefined || given.get('client_id') !== app.clientId) throw refusedPage('Unknown client_id.');
  const redirectUri = given.get('redirect_uri') ?? '';
  // One that the app registered, to the letter.
  if (!app.redirectUris.includes(redirectUri)) throw refusedPage('This redirect_uri is not registered for the app.');
  const challenge = given.get('code_challenge') ?? undefined;
  const method = given.get('code_challenge_method') ?? undefined;
  if ((challenge ?? method) !== undefined && (method !== 'S256' || !/^[\w-]{43}$/.test(challenge ?? '')))
    throw refusedPage('code_challenge must be a SHA-256, and code_challenge_method S256.');
  const [scopes, optional] = [words(given.get('scope')), words(given.get('optional_scope'))];
  checkScopes(app, scopes, optional);
  return { redirectUri, scopes, optional, challenge, state: given.get('state') };
}

function checkScopes({ configured }: OAuthApp, scopes: readonly string[], optional: readonly string[]): void {
  if (scopes.length === 0) throw refusedPage('The link asks for no scope.');
  if (configured === undefined) return;
  if (configured.required.some((scope) => !scopes.includes(scope))) {
    throw refusedPage('Authorization failed because the provided scopes are insufficient.');
  }
  if (
    scopes.some((scope) => !configured.required.includes(scope)) ||
    optional.some((scope) => !configured.optional.includes(scope))
  ) {
    throw refusedPage('Authorization failed because the link and the app’s configuration name different scopes.');
  }
}

const back = (to: string, given: Readonly<Record<string, string | null>>): Answer => {
  const location = new URL(to);
  for (const [name, value] of Object.entries(given)) if (value !== null) location.searchParams.set(name, value);
  return { status: 302, headers: { Location: location.href } };
};

const show: Route = {
  method: 'GET',
  path: '/oauth/authorize',
  family: 'oauth',
  open: true,
  handle(call) {
    const { scopes, optional } = askedBy(call, call.query);
    const kept = PARAMETERS.flatMap((name) => {
      const value = call.query.get(name);
      return value === null ? [] : [{ name, value }];
    });
    return html(200, consentPage({ scopes, optional, accounts: call.accounts, kept }));
  },
};

const decide: Route = {
  method: 'POST',
  path: '/oauth/authorize',
  family: 'oauth',
  open: true,
  handle(call) {
    const given = new URLSearchParams(String(call.body ?? ''));
    const { redirectUri, scopes, optional, challenge, state } = askedBy(call, given);
    if (given.get('decision') !== 'agree') {
      const error_description = `The user denied the request (${randomUUID()})`;
      return back(redirectUri, { error: 'access_denied', error_description, state });
    }
    const portalId = Number(given.get('account'));
    if (!call.accounts.includes(portalId)) throw refusedPage('Choose one of your accounts.');
    const granted = call.tokens.granted(portalId);
    const refused = scopes.filter((scope) => !granted.includes(scope));
    if (refused.length > 0) throw refusedPage(`Account ${portalId} cannot grant: ${refused.join(', ')}.`);
    // Optional scopes that the account does not have are dropped in silence.
    const all = [...scopes, ...optional.filter((scope) => granted.includes(scope))];
    return back(redirectUri, {
      code: call.tokens.issueCode({ portalId, redirectUri, scopes: all, challenge }),
      state,
    });
  },
};

export const authorizeRoutes: readonly Route[] = [show, decide];
