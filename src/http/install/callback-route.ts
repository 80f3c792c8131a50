import type { Request, RequestHandler } from 'express';
import { completeInstall } from './complete-install.ts';
import { html } from './html.ts';
import { INSTALL_PATH, type InstallParts, installLink, SETUP_PATH } from './install-parts.ts';
import { readerWording } from './reader-wording.ts';
import { sendRefusal } from './refusal-page.ts';
import { sendPage } from './send-page.ts';
import { spendState } from './spend-state.ts';

/** A parameter's text; undefined where it is missing, or given twice so that nobody can say which is meant. */
function one(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** HubSpot's words about an error; whatever else stands in the address is not repeated. */
const reasonOf = (request: Request): string =>
  (one(request, 'error_description') ?? one(request, 'error') ?? '').replace(/\p{Cc}+/gu, ' ').slice(0, 200);

/**
 * `GET /oauth/callback`: where HubSpot sends the browser back. Whatever it brings is worth nothing unless this browser began here
 * within ten minutes and comes back for the first time. The landing page leads on by itself: a redirect would still count as HubSpot's
 * step to the browser, and a `SameSite=Strict` cookie would not be sent.
 */
export function callbackRoute(parts: InstallParts): RequestHandler {
  const { states, stateCookie, sessions, sessionCookie, store, clock } = parts;
  return async (request, response) => {
    const wording = readerWording(request);
    const state = one(request, 'state') ?? '';
    const begun = states.check(state, stateCookie.read(request) ?? '');
    if (begun === undefined || !(await spendState(store, state, clock()))) {
      sendRefusal(response, wording, 'stale', { again: INSTALL_PATH });
      return;
    }
    stateCookie.set(response, null);
    const again = installLink(begun.asked);
    const code = one(request, 'code');
    if (one(request, 'error') === 'access_denied') return sendRefusal(response, wording, 'denied', { again });
    if (request.query.error !== undefined || code === undefined) {
      return sendRefusal(response, wording, 'error', { again, values: { reason: reasonOf(request) } });
    }
    const done = await completeInstall(parts, code, begun);
    if (done.kind === 'refused') {
      return sendRefusal(response, wording, done.why, { again, ...(done.values && { values: done.values }) });
    }
    parts.onInstalled(done.portalId);
    sessionCookie.set(response, sessions.begin({ portalId: done.portalId, userId: done.userId }));
    sendPage(response, 200, {
      locale: wording.locale,
      title: wording.say('install.connected.title'),
      body: html`<section><p>${wording.say('install.connected.text', { account: String(done.portalId) })}</p>
<p><a class="button" href="${SETUP_PATH}">${wording.say('install.connected.go')}</a></p></section>`,
      goTo: { path: SETUP_PATH, afterSeconds: 0 },
    });
  };
}
