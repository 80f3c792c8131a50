import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { RetryLater } from '../errors.ts';
import type { PortalId } from '../ids.ts';
import { type ModelFiles, makeModelFiles } from '../model-files.ts';
import { makeReadRights, type ReadUser } from '../permissions/user-rights.ts';
import type { Store } from '../store/open-store.ts';
import { alive, refusal } from './answers/service.ts';
import { computationRoute } from './computation-route.ts';
import type { Disconnect } from './disconnect-route.ts';
import { makeGate } from './gate.ts';
import { makeTaskRoute } from './make-task-route.ts';
import { onceOnly } from './once-only.ts';
import { endOverrideRoute, overrideRoute } from './override-route.ts';
import { NO_WORK, type PortalWork } from './portal-work.ts';
import { progressRoute, type ReadProgress } from './progress-route.ts';
import { pulseRoute } from './pulse-route.ts';
import { limitAddress, limitPortal, RATE_LIMITS, type RateLimits } from './rate-limits.ts';
import { makeReadScorecard } from './read-scorecard.ts';
import { RECALCULATE_PATH, recalculateRoute } from './recalculate-route.ts';
import { recordHealthRoute } from './record-health-route.ts';
import { requestId } from './request-id.ts';
import {
  makeSignatureCheck,
  makeWorkflowSignatureCheck,
  requireSignature,
  SIGNATURE_HEADER,
  WORKFLOW_SIGNATURE_HEADER,
} from './require-signature.ts';
import { rescoreRoute } from './rescore-route.ts';
import { scorecardRoute } from './scorecard-route.ts';
import { refuse, sendAnswer } from './send-answer.ts';
import { addSettingsRoutes } from './settings/settings-routes.ts';
import { USAGE_PATH, usageRoute } from './usage-route.ts';
import { WEBHOOKS_PATH, webhooksRoute } from './webhooks-route.ts';

export interface AppOptions {
  readonly store: Pick<Store, 'portal' | 'portalOfIngestKey'>;
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
  /** Asks HubSpot who a user is. Default: nobody can tell, so that nobody is a super admin. */
  readonly readUser?: ReadUser;
  /** What is done for a portal beside answering. Default: none is served here. */
  readonly work?: PortalWork;
  /** The models that come with the service. Default: the standard model for portals without one of their own. */
  readonly models?: ModelFiles;
  /** Takes the app out of a portal. Default: no portal is installed here. */
  readonly disconnect?: Disconnect;
  /** Sees every request, once it has its id. Default: nobody does. */
  readonly watch?: RequestHandler;
  /** Proxies of our own before the service, of which the last names the caller's address. Default: none, and nobody's header is believed. */
  readonly trustProxyHops?: number;
  /** Default: those for production. */
  readonly limits?: RateLimits;
  /** Adds the pages of an install, each behind the limit. Default: nobody can install the app here. */
  readonly install?: (limit: RequestHandler) => RequestHandler;
}

const nobodyTells: ReadUser = () => Promise.reject(new Error('No portal is served here.'));

/** The HTTP service: what HubSpot, its pages and cards, and the portal's own systems call. */
export function makeApp(options: AppOptions): express.Express {
  const { store, clock, log, onEvents = () => {}, progress = () => undefined, limits = RATE_LIMITS } = options;
  const { work = NO_WORK, models = makeModelFiles() } = options;
  const { readUser = nobodyTells, disconnect = async () => ({ state: 'not_installed' }) } = options;
  const gate = makeGate(makeReadRights({ readUser, clock }));
  const isGenuine = makeSignatureCheck(options);
  const ofPortal = limitPortal(limits);
  const ofAddress = limitAddress(limits, log);
  const app = express();
  app.disable('etag');
  app.set('trust proxy', options.trustProxyHops ?? 0);
  app.use(requestId());
  if (options.watch !== undefined) app.use(options.watch);
  app.use(helmet());

  app.get('/healthz', (_request, response) => {
    sendAnswer(response, alive, { status: 'ok' });
  });
  // Before what HubSpot signs: it is the portal's own systems that post here.
  app.post(USAGE_PATH, ofAddress, usageRoute({ store, clock }));
  app.use('/api', requireSignature(isGenuine), ofPortal);
  app.use('/api', onceOnly({ store, clock, log, signatureHeader: SIGNATURE_HEADER }));
  // Of one memory: the small card tells what the company's own card has.
  const readScorecard = makeReadScorecard();
  app.get('/api/companies/:companyId/computation', computationRoute({ gate, store, clock }));
  app.get('/api/companies/:companyId/scorecard', scorecardRoute(store, clock, gate, readScorecard));
  app.get('/api/records/:objectType/:id/health', recordHealthRoute({ store, clock, gate, readScorecard }));
  app.post('/api/companies/:companyId/rescore', rescoreRoute({ store, clock, onEvents }));
  const judgements = { store, clock, onEvents };
  app.post('/api/companies/:companyId/pulse', pulseRoute(judgements));
  app.post('/api/companies/:companyId/override', overrideRoute(judgements));
  app.delete('/api/companies/:companyId/override', endOverrideRoute(judgements));
  app.post('/api/companies/:companyId/tasks', makeTaskRoute({ gate, store, plays: work.plays, log }));
  app.get('/api/progress', progressRoute(progress));
  addSettingsRoutes(app, { ...options, gate, work, models, disconnect });
  app.post(WEBHOOKS_PATH, webhooksRoute({ store, isGenuine, clock, log, onEvents }));

  app.post(
    RECALCULATE_PATH,
    recalculateRoute({
      store,
      isGenuine: makeWorkflowSignatureCheck(options),
      guards: [ofPortal, ...onceOnly({ store, clock, log, signatureHeader: WORKFLOW_SIGNATURE_HEADER })],
      clock,
      onEvents,
    }),
  );

  if (options.install !== undefined) app.use(options.install(ofAddress));
  app.use(ofAddress, (_request, response) => {
    refuse(response, 404, 'There is nothing at this address.');
  });
  app.use(((error, request, response, _next) => {
    if (isCallersFault(error)) {
      refuse(response, Number(error.status), 'This request cannot be read.');
      return;
    }
    if (error instanceof RetryLater) {
      refuse(response, 503, 'HubSpot does not answer. Nothing is lost: try again in a minute.');
      return;
    }
    // What went wrong is for the log alone: an answer must not tell how we are built.
    log.error({ err: error, requestId: request.id }, 'a request failed');
    const sentence = 'Something went wrong here. It has been logged; please try again.';
    sendAnswer(response, refusal, { error: sentence, requestId: String(request.id) }, 500);
  }) satisfies express.ErrorRequestHandler);
  return app;
}

/**
 * An address that cannot be decoded, or a body that Express's parsers mark as not to be read. A status alone tells nothing: an error may carry that
 * of HubSpot's answer to a call of ours.
 */
const isCallersFault = (error: unknown): error is Error & { readonly status: unknown } =>
  error instanceof Error &&
  'status' in error &&
  (error instanceof URIError || ('expose' in error && error.expose === true));
