import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Store } from '../store/open-store.ts';
import type { Metrics } from './metrics.ts';

/** Who asks whether we are ready, asks again soon: an answer that takes longer is a no. */
const ANSWER_WITHIN_MS = 2_000;

export interface OperationsOptions {
  readonly store: Pick<Store, 'isCurrent'>;
  readonly metrics: Pick<Metrics, 'contentType' | 'text'>;
  /** Whether we are ending. */
  readonly isStopping: () => boolean;
  readonly log: Pick<Logger, 'error'>;
  /** Default: `ANSWER_WITHIN_MS`. */
  readonly answerWithinMs?: number;
}

/**
 * What the people who run the service, and their machines, ask it: `/readyz` and `/metrics`. On a port of its own, which nobody opens to the
 * world by opening the app's: no secret to keep, and no way to forget one.
 */
export function makeOperationsApp(options: OperationsOptions): Express {
  const { store, metrics, isStopping, log, answerWithinMs = ANSWER_WITHIN_MS } = options;
  const app = express();
  app.disable('etag');
  app.disable('x-powered-by');

  app.get('/readyz', async (_request, response) => {
    const problem = isStopping() ? 'stopping' : await storeProblem(store, answerWithinMs);
    response
      .status(problem === undefined ? 200 : 503)
      .type('text')
      .send(`${problem ?? 'ready'}\n`);
  });
  app.get('/metrics', async (_request, response) => {
    response.set('content-type', metrics.contentType).send(await metrics.text());
  });
  app.use((_request, response) => {
    response.status(404).type('text').send('Ask for /readyz or /metrics.\n');
  });
  app.use(((error, _request, response, _next) => {
    log.error({ err: error }, 'metrics cannot be read');
    response.status(503).type('text').send('The store does not answer.\n');
  }) satisfies express.ErrorRequestHandler);
  return app;
}

/** In one line; undefined where there is none. */
async function storeProblem(store: Pick<Store, 'isCurrent'>, withinMs: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, withinMs, `the store does not answer within ${withinMs / 1_000} s`);
  });
  const asked = store.isCurrent().then(
    (isCurrent) => (isCurrent ? undefined : 'the tables are of another version of the app'),
    () => 'the store does not answer',
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
