import express, { type ErrorRequestHandler, type Request, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { PortalId } from '../ids.ts';
import type { PortalHandles } from '../store/open-store.ts';
import { jsonBody } from './json-body.ts';
import { refuse } from './send-answer.ts';
import { readWebhookEvents } from './webhook-events.ts';

/** Where HubSpot sends events. */
export const WEBHOOKS_PATH = '/webhooks/hubspot';

/** HubSpot sends fewer than 100 events at once, and a property's value in each may have 65,536 characters. */
const BODY_LIMIT = '8mb';

/**
 * `POST /webhooks/hubspot`: remembers what HubSpot's events ask for and answers 204 at once; the work is another's. HubSpot
 * sends a request again, 10 times within 24 hours, whenever the answer is an error or takes over 5 seconds: so what cannot
 * be used is passed over, and only what could not be stored is an error.
 */
export function webhooksRoute(options: {
  readonly store: PortalHandles;
  readonly isGenuine: (request: Request) => boolean;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Pick<Logger, 'warn'>;
  /** Told of each portal for which something was stored. Must neither wait for the work nor throw. */
  readonly onEvents: (portal: PortalId) => void;
}): (RequestHandler | ErrorRequestHandler)[] {
  const { store, isGenuine, clock, log, onEvents } = options;
  return [
    // The signature is over the bytes as they came.
    express.raw({ type: () => true, limit: BODY_LIMIT }),
    ((error, _request, response, _next) => {
      if (error instanceof Error && 'status' in error && error.status === 413) {
        refuse(response, 413, `Send no more than ${BODY_LIMIT.toUpperCase()} at once.`);
        return;
      }
      // A body that is cut off, or packed in an unknown way, has not been shown to be HubSpot's.
      response.status(401).end();
    }) satisfies ErrorRequestHandler,
    (async (request, response) => {
      if (!isGenuine(request)) {
        response.status(401).end();
        return;
      }
      const events = jsonBody(request);
      if (!Array.isArray(events)) {
        refuse(response, 400, 'Send a JSON array of events.');
        return;
      }
      const { portals, ignored } = readWebhookEvents(events);
      if (ignored.size > 0) log.warn({ ignored: Object.fromEntries(ignored) }, 'webhook events of no use');
      const touchedAt = clock();
      for (const { portalId, purges, touched } of portals) {
        const portal = store.portal(portalId);
        // A portal that never was synced, or was forgotten: there is nothing to keep up to date.
        if ((await portal.profile()) === undefined) continue;
        // First, because it must not be lost to whatever fails after it.
        if (purges.length > 0) await portal.requestPurge(purges);
        if (touched.length > 0) await portal.touch(touched.map((record) => ({ ...record, touchedAt })));
        onEvents(portalId);
      }
      response.status(204).end();
    }) satisfies RequestHandler,
  ];
}
