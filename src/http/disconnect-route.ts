import { setTimeout as delay } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { RetryLater } from '../errors.ts';
import type { PortalId } from '../ids.ts';
import type { Actor } from '../store/audit-log.ts';
import type { PortalHandles } from '../store/open-store.ts';
import { disconnectAnswer } from './answers/service.ts';
import { type Gate, onlyWhoMay } from './gate.ts';
import { inOneLine } from './in-one-line.ts';
import { jsonBody } from './json-body.ts';
import type { SignedLocals } from './require-signature.ts';
import { refuse, sendAnswer } from './send-answer.ts';
import { signedPerson } from './signed-person.ts';

/**
 * Takes the app out of a portal; asked again meanwhile, it gives what the first call comes to. `not_cleared`: HubSpot did not let so many
 * companies be blanked, and nothing else was done. `not_installed`: nothing here can. @throws RetryLater
 */
export type Disconnect = (
  portal: PortalId,
  asked: { readonly clearValues: boolean; readonly by: Actor },
) => Promise<
  | { readonly state: 'disconnected'; readonly cleared: number }
  | { readonly state: 'not_cleared'; readonly failed: number }
  | { readonly state: 'not_installed' }
>;

/** HubSpot gives up after 15 s. */
const WAIT_MS = 8_000;

const asked = z.strictObject(
  {
    portalId: z.int({ error: 'repeat the id of the portal that is to be disconnected' }),
    clearValues: z.boolean({ error: 'say whether what we wrote is to be blanked' }),
  },
  { error: 'send JSON with portalId and clearValues' },
);

/**
 * `POST /api/settings/disconnect {portalId, clearValues}`: takes the app out of the signed portal and erases what is held of it. Answers
 * what came of it, or 202 `disconnecting` where that takes longer: whoever asks again hears more.
 */
export function disconnectRoute(options: {
  readonly gate: Gate;
  readonly store: PortalHandles;
  readonly disconnect: Disconnect;
}): RequestHandler[] {
  return [
    onlyWhoMay('disconnect', options),
    async (request, response) => {
      const { portalId } = response.locals as SignedLocals;
      const person = signedPerson(request);
      const given = asked.safeParse(jsonBody(request));
      if (person === undefined) return refuse(response, 400, 'HubSpot did not say who asks.');
      if (!given.success) return refuse(response, 400, inOneLine(given.error));
      if (given.data.portalId !== portalId)
        return refuse(
          response,
          400,
          `portalId: this is portal ${portalId}; disconnect another one from its own settings`,
        );
      try {
        const { clearValues } = given.data;
        const ending = options.disconnect(portalId, { clearValues, by: { kind: 'user', ...person } });
        const done = await Promise.race([ending, delay(WAIT_MS)]);
        if (done === undefined) sendAnswer(response, disconnectAnswer, { state: 'disconnecting' }, 202);
        else if (done.state === 'not_installed')
          refuse(
            response,
            409,
            'The app is not installed here by OAuth: take away its access token, or uninstall it in HubSpot.',
          );
        else sendAnswer(response, disconnectAnswer, done);
      } catch (error) {
        if (!(error instanceof RetryLater)) throw error;
        refuse(response, 503, 'HubSpot does not answer. Nothing is lost: try again in a minute.');
      }
    },
  ];
}
