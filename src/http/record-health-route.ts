import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { PortalHandles } from '../store/open-store.ts';
import { recordHealth } from './answers/card.ts';
import type { Gate } from './gate.ts';
import { readRecordHealth } from './read-record-health.ts';
import type { ReadScorecard } from './read-scorecard.ts';
import type { SignedLocals } from './require-signature.ts';
import { refuse, sendAnswer } from './send-answer.ts';
import { signedPerson } from './signed-person.ts';

const asked = z.object({
  objectType: z.enum(['deals', 'tickets', 'contacts']),
  id: z.string().regex(/^\d{1,20}$/),
  locale: z.string().max(35).default('en'),
});

/**
 * `GET /api/records/{objectType}/{id}/health?locale=`: the health of the companies that a deal, ticket or contact of the signed portal is
 * associated with. As on the scorecard, amounts and subjects of emails are told only to whoever may see them.
 */
export function recordHealthRoute({
  store,
  clock,
  gate,
  readScorecard,
}: {
  readonly store: PortalHandles;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly gate: Gate;
  readonly readScorecard: ReadScorecard;
}): RequestHandler<
  { objectType: string; id: string },
  unknown,
  unknown,
  unknown,
  SignedLocals & Record<string, unknown>
> {
  return async (request, response) => {
    const { locale } = request.query as { locale?: unknown };
    const parsed = asked.safeParse({ ...request.params, locale });
    if (!parsed.success) {
      refuse(response, 400, 'Ask for one record of deals, tickets or contacts by its record id, and for one locale.');
      return;
    }
    const portal = store.portal(response.locals.portalId);
    const discreet = (await gate.refusal(portal, signedPerson(request), 'see_amounts')) !== undefined;
    const reading = { store: portal, readScorecard, now: clock(), discreet };
    sendAnswer(response, recordHealth, await readRecordHealth(reading, parsed.data));
  };
}
