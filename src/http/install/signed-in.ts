import type { Request, Response } from 'express';
import type { Installation } from '../../store/installations.ts';
import { INSTALL_PATH, type InstallParts, installLink } from './install-parts.ts';
import { readerWording } from './reader-wording.ts';
import { sendRefusal } from './refusal-page.ts';
import type { Session } from './session.ts';

/** Whoever is signed in, of a portal that is installed; otherwise undefined, and the page that says so was sent. */
export async function signedIn(
  { store, sessions, sessionCookie }: InstallParts,
  request: Request,
  response: Response,
): Promise<{ readonly session: Session; readonly installation: Installation } | undefined> {
  const session = sessions.read(sessionCookie.read(request));
  if (session === undefined) {
    sendRefusal(response, readerWording(request), 'session', { again: INSTALL_PATH });
    return undefined;
  }
  const installation = await store.portal(session.portalId).installation();
  if (installation?.state !== 'installed') {
    sendRefusal(response, readerWording(request), 'gone', { again: installLink(session.portalId) });
    return undefined;
  }
  return { session, installation };
}
