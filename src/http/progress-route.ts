import { type CycleProgress, NO_CYCLE_YET } from '@account-health/contract/progress';
import type { RequestHandler } from 'express';
import type { PortalId } from '../ids.ts';
import { cycleProgress } from './answers/progress.ts';
import type { SignedLocals } from './require-signature.ts';
import { sendAnswer } from './send-answer.ts';

/** How far the cycle of a portal has come; undefined where this process runs none for it. */
export type ReadProgress = (portalId: PortalId) => CycleProgress | undefined;

/** `GET /api/progress`: how far the signed portal's cycle has come. */
export function progressRoute(
  progress: ReadProgress,
): RequestHandler<Record<string, never>, CycleProgress, unknown, unknown, SignedLocals & Record<string, unknown>> {
  return (_request, response) => {
    sendAnswer(response, cycleProgress, progress(response.locals.portalId) ?? NO_CYCLE_YET);
  };
}
