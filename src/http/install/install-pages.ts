/** The pages that an admin goes through: to HubSpot's consent and back, the first sync, the preview, and "start writing". */
import { createHash } from 'node:crypto';
import express, { type RequestHandler, type Router } from 'express';
import { callbackRoute } from './callback-route.ts';
import { makeHostCookie } from './cookies.ts';
import { failurePage } from './failure-page.ts';
import {
  CALLBACK_PATH,
  INSTALL_PATH,
  type InstallOptions,
  type InstallParts,
  SETUP_PATH,
  START_WRITING_PATH,
} from './install-parts.ts';
import { installRoute } from './install-route.ts';
import { makeInstallStates, STATE_MS } from './install-state.ts';
import { makeSessions, SESSION_MS } from './session.ts';
import { setupRoute } from './setup-route.ts';
import { startWritingRoute } from './start-writing-route.ts';

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** `limit`: how much one address may ask, for nobody signs these requests. */
export function installPages(options: InstallOptions, limit: RequestHandler): Router {
  const { publicUrl } = options;
  const parts: InstallParts = {
    ...options,
    states: makeInstallStates({ ...options, challengeOf }),
    sessions: makeSessions(options),
    stateCookie: makeHostCookie({ publicUrl, name: 'install', sameSite: 'lax', maxAgeMs: STATE_MS }),
    sessionCookie: makeHostCookie({ publicUrl, name: 'session', sameSite: 'strict', maxAgeMs: SESSION_MS }),
  };
  const router = express.Router();
  router.get(INSTALL_PATH, limit, installRoute(parts));
  router.get(CALLBACK_PATH, limit, callbackRoute(parts));
  router.get(SETUP_PATH, limit, setupRoute(parts));
  router.post(START_WRITING_PATH, limit, startWritingRoute(parts));
  router.use(failurePage(parts));
  return router;
}
