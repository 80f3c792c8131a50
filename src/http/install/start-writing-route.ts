import express, { type Request, type RequestHandler } from 'express';
import { startWriting } from '../start-writing.ts';
import { type InstallParts, SETUP_PATH } from './install-parts.ts';
import { readerWording } from './reader-wording.ts';
import { sendRefusal } from './refusal-page.ts';
import { signedIn } from './signed-in.ts';

/** Whether the form was sent from a page of ours, as far as the browser tells: browsers fill these headers in, pages cannot. */
function isSameOrigin(request: Request, publicUrl: string): boolean {
  const [origin, site] = [request.get('origin'), request.get('sec-fetch-site')];
  return (
    (origin === undefined || origin === new URL(publicUrl).origin) && (site === undefined || site === 'same-origin')
  );
}

/** `POST /setup/start-writing`: from now on cycles of the signed-in portal write, and the first of them starts. */
export function startWritingRoute(parts: InstallParts): RequestHandler[] {
  const { sessions, publicUrl, clock, onStartWriting, store } = parts;
  return [
    express.urlencoded({ extended: false, limit: '1kb' }),
    async (request, response) => {
      const found = await signedIn(parts, request, response);
      if (found === undefined) return;
      const { session } = found;
      const given: unknown = (request.body as { token?: unknown } | undefined)?.token;
      if (!isSameOrigin(request, publicUrl) || !sessions.isFormToken(session, given)) {
        sendRefusal(response, readerWording(request), 'form', { again: SETUP_PATH });
        return;
      }
      const { portalId, userId } = session;
      const by = userId === null ? ({ kind: 'service' } as const) : ({ kind: 'user', userId, email: null } as const);
      if (await startWriting(store.portal(portalId), { at: clock(), by })) onStartWriting(portalId);
      response.redirect(303, SETUP_PATH);
    },
  ];
}
