import express, { type ErrorRequestHandler, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { companyId, type PortalId, portalId } from '../ids.ts';
import { statusHeld } from '../scoring/override.ts';
import type { PortalHandles } from '../store/open-store.ts';
import { recalculated } from './answers/service.ts';
import { jsonBody } from './json-body.ts';
import type { SignedLocals } from './require-signature.ts';
import { refuse, sendAnswer } from './send-answer.ts';

/** Where HubSpot's workflows call the action "Recalculate account health". */
export const RECALCULATE_PATH = '/workflow-actions/recalculate';

/** HubSpot's page on custom workflow actions names companies COMPANY; `0-2` is the type's id. */
const execution = z.object({
  origin: z.object({ portalId: z.int().min(1) }),
  object: z.object({
    objectId: z.union([z.int().min(1).transform(String), z.string().regex(/^\d{1,20}$/)]),
    objectType: z.enum(['COMPANY', '0-2']),
  }),
});

interface Locals extends SignedLocals {
  recordId: string;
}

/**
 * `POST /workflow-actions/recalculate {origin: {portalId}, object: {objectId, objectType}}`: has a company scored and written anew, and
 * answers its score and status as they stand now, for the workflow's later steps; what is unknown is left out. The portal is that of
 * the signed body. Doing it twice changes nothing: it only says where to look. For those are HubSpot's retries, for days after a 5xx.
 * https://developers.hubspot.com/docs/api-reference/latest/automation/workflow-actions/custom-action-reference
 */
export function recalculateRoute(options: {
  readonly store: PortalHandles;
  /** Tells whether HubSpot signed a request, by version 2. */
  readonly isGenuine: (request: Request) => boolean;
  /** What stands between a signed request and the work: limits, and that it is done once. */
  readonly guards: readonly RequestHandler[];
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Told of the portal whose company is to be scored. Must neither wait for the work nor throw. */
  readonly onEvents: (portal: PortalId) => void;
}): (RequestHandler | ErrorRequestHandler)[] {
  const { store, isGenuine, guards, clock, onEvents } = options;
  return [
    // The signature is over the bytes as they came.
    express.raw({ type: () => true, limit: '1mb' }),
    // A body that is too long, cut off, or packed in an unknown way has not been shown to be HubSpot's either.
    ((_error, _request, response, _next) => void response.status(401).end()) satisfies ErrorRequestHandler,
    ((request, response, next) => {
      if (!isGenuine(request)) {
        response.status(401).end();
        return;
      }
      const asked = execution.safeParse(jsonBody(request));
      if (!asked.success) {
        refuse(
          response,
          400,
          'Send what a workflow sends for a company: origin.portalId, object.objectId, object.objectType.',
        );
        return;
      }
      const { origin, object } = asked.data;
      Object.assign(response.locals, {
        portalId: portalId(origin.portalId),
        recordId: object.objectId,
      } satisfies Locals);
      next();
    }) satisfies RequestHandler,
    ...guards,
    (async (_request, response) => {
      const { portalId: portal, recordId } = response.locals as Locals;
      const of = store.portal(portal);
      // A portal that never was synced, or was forgotten. A 4xx would end the workflow's run for the company.
      if ((await of.profile()) === undefined) {
        sendAnswer(response, recalculated, { outputFields: { hs_execution_state: 'FAIL_CONTINUE' } });
        return;
      }
      const now = clock();
      const id = companyId(recordId);
      await of.touch([{ objectType: 'companies', id: recordId, touchedAt: now }]);
      onEvents(portal);
      const latest = (await of.published(id)).at(-1);
      const override = (await of.overrides([id], now)).get(id);
      const computed = latest === undefined || latest.status === 'not_customer' ? null : latest.status;
      const status = statusHeld(computed, override);
      sendAnswer(response, recalculated, {
        outputFields: {
          ...(typeof latest?.score === 'number' && { score: String(latest.score) }),
          ...(status !== null && { status }),
          hs_execution_state: 'SUCCESS',
        },
      });
    }) satisfies RequestHandler,
  ];
}
