import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

declare global {
  namespace Express {
    interface Request {
      /** Names this request in its answer's header `x-request-id`, in the JSON of an error, and in the log. */
      id: string;
    }
  }
}

/**
 * Gives each request an id of ours, which a person can quote. One that the caller sends is not taken over: it could be another
 * request's, or text made to mislead whoever reads the log.
 */
export function requestId(): RequestHandler {
  return (request, response, next) => {
    request.id = randomUUID();
    response.set('x-request-id', request.id);
    next();
  };
}
