import type { ErrorRequestHandler } from 'express';
import { CALLBACK_PATH, INSTALL_PATH, type InstallOptions, SETUP_PATH } from './install-parts.ts';
import { readerWording } from './reader-wording.ts';
import { sendRefusal } from './refusal-page.ts';

/**
 * Answers a page where something unexpected went wrong: it is a person's browser that asks here, and JSON tells them nothing. What went
 * wrong is for the log alone; the page gives the request's id, by which it is found there. What the caller did wrong is passed on, and
 * so is an answer that has begun already, which Express then cuts off.
 */
export function failurePage({ log }: Pick<InstallOptions, 'log'>): ErrorRequestHandler {
  return (error, request, response, next) => {
    // So Express's parsers mark it. A status alone may be that of HubSpot's answer to a call of ours.
    const isCallers = error instanceof Error && 'expose' in error && error.expose === true;
    if (isCallers || response.headersSent) {
      next(error);
      return;
    }
    log.error({ err: error, requestId: request.id }, 'a request failed');
    // What HubSpot sent back is used up: only a new install leads on from there.
    const again = request.path === INSTALL_PATH || request.path === CALLBACK_PATH ? INSTALL_PATH : SETUP_PATH;
    sendRefusal(response, readerWording(request), 'failed', { again, values: { request: String(request.id) } });
  };
}
