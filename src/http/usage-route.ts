import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { PortalId } from '../ids.ts';
import { hashIngestKey, isIngestKey } from '../store/ingest-key.ts';
import type { Store } from '../store/open-store.ts';
import { usageAnswer } from './answers/service.ts';
import { MOST_ROWS, readUsageRows } from './read-usage-rows.ts';
import { refuse, sendAnswer } from './send-answer.ts';

/** Where a portal's own systems post product usage. */
export const USAGE_PATH = '/api/usage';

const BODY_LIMIT = '1mb';
const WINDOW_MS = 60_000;
/** Requests of a portal a minute. */
const MOST_REQUESTS = 60;

/**
 * `POST /api/usage` with `Authorization: Bearer <ingest key>`: keeps rows of product usage of the key's portal. Posting rows again
 * changes nothing. Rows that cannot be used are refused one by one: `{accepted, rejected, errors: [{index, error}]}`.
 */
export function usageRoute({
  store,
  clock,
}: {
  readonly store: Pick<Store, 'portal' | 'portalOfIngestKey'>;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}): (RequestHandler | ErrorRequestHandler)[] {
  const admit = makeTurnstile(clock);
  return [
    // Before the body is read: who may not post need not be listened to.
    (async (request, response, next) => {
      const [, key = ''] = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
      const portal = isIngestKey(key) ? await store.portalOfIngestKey(hashIngestKey(key)) : undefined;
      if (portal === undefined) {
        response.set('WWW-Authenticate', 'Bearer');
        refuse(response, 401, 'Send a valid ingest key in the header "Authorization: Bearer KEY".');
        return;
      }
      const waitMs = admit(portal);
      if (waitMs > 0) {
        response.set('Retry-After', String(Math.ceil(waitMs / 1_000)));
        refuse(response, 429, `Post at most ${MOST_REQUESTS} times a minute, with up to ${MOST_ROWS} rows each.`);
        return;
      }
      response.locals.portalId = portal;
      next();
    }) satisfies RequestHandler,
    // Whatever type the caller says it is.
    express.json({ type: () => true, limit: BODY_LIMIT }),
    ((error, _request, response, _next) => {
      const isTooLong = error instanceof Error && 'status' in error && error.status === 413;
      if (isTooLong) refuse(response, 413, `Send at most ${BODY_LIMIT.toUpperCase()} at once.`);
      else refuse(response, 400, 'Send JSON: {"rows": [...]}.');
    }) satisfies ErrorRequestHandler,
    (async (request, response) => {
      const rows = (request.body as { rows?: unknown } | null)?.rows;
      if (!Array.isArray(rows) || rows.length === 0 || rows.length > MOST_ROWS) {
        refuse(response, 400, `Send {"rows": [...]} with 1 to ${MOST_ROWS} rows.`);
        return;
      }
      const portal = store.portal(response.locals.portalId as PortalId);
      const seenAt = clock();
      const { usable, errors } = await readUsageRows(portal, rows, seenAt);
      await portal.saveUsage(usable, seenAt);
      const rejected = errors.length;
      sendAnswer(response, usageAnswer, { accepted: rows.length - rejected, rejected, errors: [...errors] });
    }) satisfies RequestHandler,
  ];
}

/** Lets each portal through so many times a minute; for others, how long to wait, ms. */
function makeTurnstile(clock: () => number): (portal: PortalId) => number {
  const minutes = new Map<PortalId, { readonly endsAt: number; count: number }>();
  return (portal) => {
    const now = clock();
    const minute = minutes.get(portal);
    if (minute === undefined || now >= minute.endsAt) {
      minutes.set(portal, { endsAt: now + WINDOW_MS, count: 1 });
      return 0;
    }
    minute.count += 1;
    return minute.count <= MOST_REQUESTS ? 0 : minute.endsAt - now;
  };
}
