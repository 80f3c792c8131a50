import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** The route of a request that nothing answers, or that was refused before its route was found. */
export const NO_ROUTE = '(none)';

/** The pattern of the route that answered: there are as many as the app has, whatever is asked for. */
function routeOf(request: Request): string {
  const path: unknown = request.route?.path;
  return typeof path === 'string' ? request.baseUrl + path : NO_ROUTE;
}

/** Told of each answer. */
export type SawRequest = (seen: { readonly route: string; readonly status: number; readonly ms: number }) => void;

/**
 * Logs one line a request once it is answered: id, method, route, status, ms and portal; never an address as it was asked for, a header or a
 * body. `/healthz` is not logged: it is asked every few seconds. Put it behind what gives requests their id.
 */
export function requestLog(log: Logger, saw: SawRequest = () => {}): RequestHandler {
  const line = (request: Request, response: Response, { responseTime }: { readonly responseTime: number }) => {
    const portal: unknown = response.locals.portalId;
    return {
      method: request.method,
      route: routeOf(request),
      status: response.statusCode,
      ms: responseTime,
      ...(typeof portal === 'number' && { portal }),
      ...(!response.writableFinished && { cutOff: true }),
    };
  };
  const logged = pinoHttp<Request, Response>({
    logger: log,
    // Neither the request nor the answer as objects: they hold headers.
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'id' },
    autoLogging: { ignore: ({ path }) => path === '/healthz' },
    customLogLevel: (_request, { statusCode }) => (statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    customSuccessObject: line,
    customErrorObject: (request, response, _error, told) => line(request, response, told),
  });
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () =>
      saw({ route: routeOf(request), status: response.statusCode, ms: performance.now() - startedAt }),
    );
    logged(request, response, next);
  };
}
