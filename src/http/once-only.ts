/**
 * What changes something is carried out once. A request that is made again within the minutes that its signature holds gets the answer of
 * the first: HubSpot repeats a request after a broken connection or a 5xx (whether under the same signature nobody says), people press
 * twice, and whoever saw a request could send it again. Webhooks are left out: HubSpot repeats them by design, and they only say where to look.
 */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { PortalHandles } from '../store/open-store.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { ClaimOutcome, RequestClaim } from '../store/seen-requests.ts';
import type { SignedLocals } from './require-signature.ts';
import { asPromised, refuse, sendKept } from './send-answer.ts';

export interface OnceOnlyOptions {
  readonly store: PortalHandles;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Pick<Logger, 'error'>;
  /** The header that was checked: another one is anybody's to add. */
  readonly signatureHeader: string;
  /** How long to wait for the answer to the same request that is under way, ms. Default: a third of what `hubspot.fetch` waits. */
  readonly waitMs?: number;
}

const SAID_AGAIN = 'saidAgain';

/**
 * For an answer with a secret in it, which is never to be stored: what is kept, and answered to whoever makes the same request again, is
 * this instead, as JSON by the same schema. @throws WrongAnswer
 */
export function sayAgain<Answer>(response: Response, schema: z.ZodType<Answer>, answer: NoInfer<Answer>): void {
  response.locals[SAID_AGAIN] = asPromised(schema, answer);
}

type Keyed = (request: Request) => Pick<RequestClaim, 'key' | 'fingerprint'> | undefined;

const POLL_MS = 100;
const READ_ONLY = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * For behind `requireSignature`. By the signature always: headers are not signed, so that an idempotency key that was put to a request
 * afterwards must not make it another. By the header `Idempotency-Key` besides, where there is one: the same key, the same answer.
 */
export const onceOnly = (options: OnceOnlyOptions): RequestHandler[] => [
  once(options, bySignature(options.signatureHeader)),
  once(options, byIdempotencyKey),
];

/** It is over all that is asked, and by version 3 over the time as well. */
const bySignature =
  (header: string): Keyed =>
  (request) => {
    const key = `signature:${hash(request.get(header) ?? '')}`;
    return { key, fingerprint: key };
  };

const byIdempotencyKey: Keyed = (request) => {
  const given = request.get('idempotency-key');
  if (given === undefined) return undefined;
  const body = Buffer.isBuffer(request.body) ? request.body : '';
  return { key: `key:${hash(given)}`, fingerprint: hash(request.method, request.originalUrl, body) };
};

function once({ store, clock, log, waitMs = 5_000 }: OnceOnlyOptions, keyed: Keyed): RequestHandler {
  return async (request, response, next) => {
    const keys = READ_ONLY.has(request.method) ? undefined : keyed(request);
    if (keys === undefined) return next();
    const portal = store.portal((response.locals as SignedLocals).portalId);
    const claim: RequestClaim = { ...keys, claimedAt: clock() };
    let found = await portal.claimRequest(claim);
    for (let waitedMs = 0; found.kind === 'running' && waitedMs < waitMs; waitedMs += POLL_MS) {
      await delay(POLL_MS);
      found = await portal.claimRequest(claim);
    }
    if (found.kind === 'given') {
      beforeEnd(response, (body) =>
        settle(portal, claim, response, body).catch((err) => log.error({ err }, 'an answer was not kept')),
      );
      next();
      return;
    }
    answerAgain(response, claim, found);
  };
}

function answerAgain(response: Response, claim: RequestClaim, found: Exclude<ClaimOutcome, { kind: 'given' }>): void {
  if (found.kind === 'running') {
    response.set('Retry-After', '5');
    refuse(response, 409, 'The same request is still being carried out. Look again in a few seconds.');
    return;
  }
  if (found.fingerprint !== claim.fingerprint) {
    refuse(response, 422, 'This idempotency key was used for another request. Send a new key with each new request.');
    return;
  }
  response.set('Idempotency-Replayed', 'true');
  sendKept(response, found);
}

/** Only what was done is kept: a refused request, or one that failed, changed nothing and may be made again. */
async function settle(portal: PortalStore, claim: RequestClaim, response: Response, body: string): Promise<void> {
  const { statusCode: status } = response;
  const contentType = response.get('Content-Type') ?? null;
  const again: unknown = response.locals[SAID_AGAIN];
  const kept = again === undefined ? body : JSON.stringify(again);
  if (status < 400) await portal.keepAnswer(claim, { status, contentType, body: kept });
  else await portal.dropClaim(claim);
}

/** Has something done with a whole answer before its last byte goes out: whoever asks again after it finds it kept. */
function beforeEnd(response: Response, work: (body: string) => Promise<void>): void {
  const end = response.end.bind(response) as (...given: unknown[]) => Response;
  response.end = ((...given: unknown[]) => {
    const [body] = given;
    const text = typeof body === 'string' || Buffer.isBuffer(body) ? String(body) : '';
    void work(text).then(() => end(...given));
    return response;
  }) as typeof response.end;
}

function hash(...parts: readonly (string | Buffer)[]): string {
  const hashed = createHash('sha256');
  // Lengths first, so that parts cannot run into each other.
  for (const part of parts) hashed.update(`${Buffer.byteLength(part)}:`).update(part);
  return hashed.digest('hex');
}
