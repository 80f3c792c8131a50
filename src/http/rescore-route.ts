import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { PortalId } from '../ids.ts';
import type { PortalHandles } from '../store/open-store.ts';
import { rescoreAnswer } from './answers/card.ts';
import type { SignedLocals } from './require-signature.ts';
import { refuse, sendAnswer } from './send-answer.ts';

const company = z.string().regex(/^\d{1,20}$/);

/**
 * `POST /api/companies/{companyId}/rescore`: has a company read, scored and written anew, as an event about it does; the next scorecards tell
 * by their `asOf` when that is done. Asked again it only says again where to look, and works nothing up: so it needs no key.
 */
export function rescoreRoute({
  store,
  clock,
  onEvents,
}: {
  readonly store: PortalHandles;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Told of the portal whose company is to be scored. Must neither wait for the work nor throw. */
  readonly onEvents: (portal: PortalId) => void;
}): RequestHandler<{ companyId: string }, unknown, unknown, unknown, SignedLocals & Record<string, unknown>> {
  return async (request, response) => {
    const { portalId } = response.locals;
    const portal = store.portal(portalId);
    const id = company.safeParse(request.params.companyId);
    if (!id.success) {
      refuse(response, 400, 'Name one company by its record id.');
      return;
    }
    if ((await portal.profile()) === undefined) {
      refuse(response, 404, 'This account has not been read yet. Scores appear after the first sync.');
      return;
    }
    const now = clock();
    await portal.touch([{ objectType: 'companies', id: id.data, touchedAt: now }]);
    onEvents(portalId);
    sendAnswer(response, rescoreAnswer, { since: new Date(now).toISOString() });
  };
}
