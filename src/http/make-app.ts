import express from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { PortalId } from '../ids.ts';
import type { Store } from '../store/open-store.ts';
import { endOverrideRoute, overrideRoute } from './override-route.ts';
import { progressRoute, type ReadProgress } from './progress-route.ts';
import { pulseRoute } from './pulse-route.ts';
import { makeSignatureCheck, requireSignature } from './require-signature.ts';
import { scorecardRoute } from './scorecard-route.ts';
import { USAGE_PATH, usageRoute } from './usage-route.ts';
import { WEBHOOKS_PATH, webhooksRoute } from './webhooks-route.ts';

export interface AppOptions {
  readonly store: Store;
  /** The app's client secret: what HubSpot signs requests with. */
  readonly clientSecret: string;
  /** The address that HubSpot calls us by; no trailing slash. */
  readonly publicUrl: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Pick<Logger, 'error' | 'warn'>;
  /** Starts the work on events of a portal that were just stored; must neither wait for it nor throw. Default: nobody does it now. */
  readonly onEvents?: (portal: PortalId) => void;
  /** How far a portal's cycle has come. Default: no cycles run here. */
  readonly progress?: ReadProgress;
}

/** The HTTP service: what HubSpot, its pages and cards, and the portal's own systems call. */
export function makeApp(options: AppOptions): express.Express {
  const { store, clock, log, onEvents = () => {}, progress = () => undefined } = options;
  const isGenuine = makeSignatureCheck(options);
  const app = express();
  app.disable('etag');
  app.use(helmet());

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  // Before what HubSpot signs: it is the portal's own systems that post here.
  app.post(USAGE_PATH, usageRoute({ store, clock }));
  app.use('/api', requireSignature(isGenuine));
  app.get('/api/companies/:companyId/scorecard', scorecardRoute(store, clock));
  const judgements = { store, clock, onEvents };
  app.post('/api/companies/:companyId/pulse', pulseRoute(judgements));
  app.post('/api/companies/:companyId/override', overrideRoute(judgements));
  app.delete('/api/companies/:companyId/override', endOverrideRoute(judgements));
  app.get('/api/progress', progressRoute(progress));
  app.post(WEBHOOKS_PATH, webhooksRoute({ store, isGenuine, clock, log, onEvents }));

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
