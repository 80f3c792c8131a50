import type { RequestHandler } from 'express';
import { portalId } from '../../ids.ts';
import { callbackUrl, type InstallParts } from './install-parts.ts';

/**
 * `GET /oauth/install`: begins an install and sends the browser to HubSpot's consent page. `?portalId=` names the account that it is
 * meant for; HubSpot lets its user choose another, which the callback then tells.
 */
export function installRoute({
  states,
  stateCookie,
  appUrl,
  clientId,
  publicUrl,
  scopes,
}: InstallParts): RequestHandler {
  return (request, response) => {
    const { portalId: named } = request.query;
    const asked = typeof named === 'string' && /^[1-9]\d{0,14}$/.test(named) ? portalId(Number(named)) : null;
    const { state, binding, codeChallenge } = states.begin(asked);
    stateCookie.set(response, binding);
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: callbackUrl(publicUrl),
      scope: scopes.required.join(' '),
      optional_scope: scopes.optional.join(' '),
      state,
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
    });
    response.set('Cache-Control', 'no-store').redirect(302, `${appUrl}/oauth/authorize?${query}`);
  };
}
