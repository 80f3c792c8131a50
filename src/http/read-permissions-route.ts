import type { PermissionsAnswer } from '@account-health/contract/permissions';
import type { RequestHandler } from 'express';
import type { PortalHandles } from '../store/open-store.ts';
import { permissionsAnswer as promised } from './answers/permissions.ts';
import type { Gate } from './gate.ts';
import { permissionsAnswer } from './permissions-answer.ts';
import type { SignedLocals } from './require-signature.ts';
import { sendAnswer } from './send-answer.ts';
import { signedPerson } from './signed-person.ts';

/** `GET /api/settings/permissions?locale=`: who may see and change what, and what the signed person may. */
export const readPermissionsRoute =
  ({
    gate,
    store,
  }: {
    readonly gate: Gate;
    readonly store: PortalHandles;
  }): RequestHandler<
    Record<string, never>,
    PermissionsAnswer,
    unknown,
    { locale?: unknown },
    SignedLocals & Record<string, unknown>
  > =>
  async (request, response) => {
    const portal = store.portal(response.locals.portalId);
    const answer = await permissionsAnswer(gate, portal, signedPerson(request), request.query.locale);
    sendAnswer(response, promised, answer);
  };
