import type { RequestHandler } from 'express';
import type { PortalId } from '../../ids.ts';
import type { PortalHandles } from '../../store/open-store.ts';
import { startWritingAnswer } from '../answers/settings.ts';
import { type Gate, onlyWhoMay } from '../gate.ts';
import type { SignedLocals } from '../require-signature.ts';
import { refuse, sendAnswer } from '../send-answer.ts';
import { signedPerson } from '../signed-person.ts';
import { startWriting } from '../start-writing.ts';

/** `POST /api/settings/start-writing`: what the button of the install's page does, for whoever may. A cycle that writes begins at once. */
export const startWritingRoute = (options: {
  readonly gate: Gate;
  readonly store: PortalHandles;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Has a cycle begin from now on. */
  readonly cycleAnew: (portal: PortalId) => void;
}): RequestHandler[] => [
  onlyWhoMay('start_writing', options),
  async (request, response) => {
    const { portalId } = response.locals as SignedLocals;
    const portal = options.store.portal(portalId);
    const person = signedPerson(request);
    if (person === undefined) {
      refuse(response, 400, 'HubSpot did not say who asks.');
      return;
    }
    const hasBegun = await startWriting(portal, { at: options.clock(), by: { kind: 'user', ...person } });
    if (hasBegun) options.cycleAnew(portalId);
    const since = (await portal.installation())?.writingSince ?? null;
    sendAnswer(response, startWritingAnswer, { writingSince: since === null ? null : new Date(since).toISOString() });
  },
];
