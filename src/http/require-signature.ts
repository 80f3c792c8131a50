import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import express from 'express';
import { verifySignatureV2, verifySignatureV3 } from '../hubspot/signature.ts';
import { type PortalId, portalId } from '../ids.ts';

/** The portal that a request's signature proves. Set by `requireSignature`; a route behind it may rely on it. */
export interface SignedLocals {
  portalId: PortalId;
}

/** Of version 3. */
export const SIGNATURE_HEADER = 'x-hubspot-signature-v3';
/** Of version 2. */
export const WORKFLOW_SIGNATURE_HEADER = 'x-hubspot-signature';

const BODY_LIMIT = '1mb';

interface SignatureOptions {
  readonly clientSecret: string;
  /** The address that HubSpot calls us by; no trailing slash. */
  readonly publicUrl: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

/** Tells whether HubSpot signed a request in the last five minutes. The request's body must have been read by `express.raw`. */
export function makeSignatureCheck({
  clientSecret,
  publicUrl,
  clock,
}: SignatureOptions): (request: Request) => boolean {
  return (request) =>
    verifySignatureV3({
      clientSecret,
      method: request.method,
      uri: publicUrl + request.originalUrl,
      rawBody: Buffer.isBuffer(request.body) ? request.body : '',
      signature: request.get(SIGNATURE_HEADER),
      timestamp: request.get('x-hubspot-request-timestamp'),
      now: clock(),
    });
}

/** The same by version 2, which HubSpot signs workflow actions with: it knows no time. */
export const makeWorkflowSignatureCheck =
  ({ clientSecret, publicUrl }: Pick<SignatureOptions, 'clientSecret' | 'publicUrl'>) =>
  (request: Request): boolean =>
    verifySignatureV2({
      clientSecret,
      method: request.method,
      uri: publicUrl + request.originalUrl,
      rawBody: Buffer.isBuffer(request.body) ? request.body : '',
      signature: request.get(WORKFLOW_SIGNATURE_HEADER),
    });

/**
 * Lets through only what HubSpot signed in the last five minutes, and tells the route for which portal. HubSpot adds
 * `portalId` to the query of `hubspot.fetch`; it is trusted only because the signature covers it. All else gets 401.
 */
export function requireSignature(isGenuine: (request: Request) => boolean): (RequestHandler | ErrorRequestHandler)[] {
  return [
    // The signature is over the bytes as they came.
    express.raw({ type: () => true, limit: BODY_LIMIT }),
    // A body that is too long, cut off, or packed in an unknown way has not been shown to be HubSpot's either.
    ((_error, _request, response, _next) => void response.status(401).end()) satisfies ErrorRequestHandler,
    ((request, response, next) => {
      const portal = request.query.portalId;
      // A portal id given twice arrives as a list: nobody can say which one was meant.
      // What is signed has no marks between its parts: of a query's end that was moved into the body, the signature says nothing.
      const isMoved =
        ['GET', 'HEAD'].includes(request.method) && Buffer.isBuffer(request.body) && request.body.length > 0;
      if (isMoved || !isGenuine(request) || typeof portal !== 'string' || !/^\d{1,15}$/.test(portal)) {
        response.status(401).end();
        return;
      }
      response.locals.portalId = portalId(Number(portal));
      next();
    }) satisfies RequestHandler,
  ];
}
