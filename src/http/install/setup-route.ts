import type { RequestHandler } from 'express';
import { type InstallParts, SETUP_PATH } from './install-parts.ts';
import { previewBody } from './preview-page.ts';
import { readerWording } from './reader-wording.ts';
import { readingBody } from './reading-page.ts';
import { sendPage } from './send-page.ts';
import { signedIn } from './signed-in.ts';
import { writingBody, writingState } from './writing-page.ts';

/** How often a page that shows something going on loads itself again: seldom enough to read it. */
const AGAIN = { path: SETUP_PATH, afterSeconds: 3 };

/** `GET /setup`: how far the first sync has come; then the first scores as a preview; then that they are written. */
export function setupRoute(parts: InstallParts): RequestHandler {
  return async (request, response) => {
    const found = await signedIn(parts, request, response);
    if (found === undefined) return;
    const { session, installation } = found;
    const { portalId } = session;
    const scores = await parts.firstScores(portalId);
    const wording = readerWording(request, scores?.timeZone);
    const page = (key: string) => ({ locale: wording.locale, title: wording.say(`setup.${key}.title`) });
    if (scores === undefined) {
      const body = readingBody(wording, parts.progress(portalId));
      sendPage(response, 200, { ...page('reading'), body, goTo: AGAIN });
    } else if (installation.writingSince === null) {
      const ungranted = parts.scopes.optional.filter((scope) => !installation.scopes.includes(scope));
      const body = previewBody({ wording, scores, portalId, formToken: session.formToken, ungranted });
      sendPage(response, 200, { ...page('preview'), body });
    } else {
      const state = writingState(scores);
      const body = writingBody({ wording, scores, portalId, since: installation.writingSince, state });
      sendPage(response, 200, { ...page(state), body, ...(state === 'writing' && { goTo: AGAIN }) });
    }
  };
}
