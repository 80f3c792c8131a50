import express from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Store } from '../store/open-store.ts';
import { requireSignature } from './require-signature.ts';
import { scorecardRoute } from './scorecard-route.ts';

export interface AppOptions {
  readonly store: Store;
  /** The app's client secret: what HubSpot signs requests with. */
  readonly clientSecret: string;
  /** The address that HubSpot calls us by; no trailing slash. */
  readonly publicUrl: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Pick<Logger, 'error'>;
}

/** The HTTP service: what HubSpot's pages and cards call. */
export function makeApp({ store, clientSecret, publicUrl, clock, log }: AppOptions): express.Express {
  const app = express();
  app.disable('etag');
  app.use(helmet());

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.use('/api', requireSignature({ clientSecret, publicUrl, clock }));
  app.get('/api/companies/:companyId/scorecard', scorecardRoute(store));

  app.use((_request, response) => {
    response.status(404).json({ error: 'There is nothing at this address.' });
  });
  app.use(((error, _request, response, _next) => {
    // Express marks what the caller did wrong, such as an address that cannot be decoded.
    if (error instanceof Error && 'status' in error && error.status === 400) {
      response.status(400).json({ error: 'This request cannot be read.' });
      return;
    }
    // What went wrong is for the log alone: an answer must not tell how we are built.
    log.error({ err: error }, 'a request failed');
    response.status(500).json({ error: 'Something went wrong here. It has been logged; please try again.' });
  }) satisfies express.ErrorRequestHandler);
  return app;
}
