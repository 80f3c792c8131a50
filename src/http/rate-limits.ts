/**
 * How much anybody may ask of the service. Counted in this process's memory: with several instances each allows as much, which is
 * still a bound. A forged request counts against no portal: it is refused before. It costs us one reading of 1 MB at most, and a hash.
 */
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import type { SignedLocals } from './require-signature.ts';
import { refuse } from './send-answer.ts';

/** Requests a minute. */
export interface RateLimits {
  /** Signed requests of one portal. */
  readonly ofPortal: number;
  /** Requests of one address that nobody signed: pages of the install, posted usage, addresses that are not there. */
  readonly ofAddress: number;
}

export const RATE_LIMITS: RateLimits = {
  // 500 people who each open six cards a minute. HubSpot itself lets 20 requests of an account through at once.
  ofPortal: 3_000,
  // Ten portals whose systems post usage from one address, each at its own limit. A person who installs makes a dozen.
  ofAddress: 600,
};

const COMMON = {
  windowMs: 60_000,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  // Whether a proxy stands before us is a setting (TRUST_PROXY), and not for a caller's headers to tell.
  validate: { xForwardedForHeader: false, forwardedHeader: false },
} as const satisfies Partial<Options>;

/** For behind `requireSignature`: by the portal that the signature proves. */
export const limitPortal = ({ ofPortal }: RateLimits): RequestHandler =>
  rateLimit({
    ...COMMON,
    limit: ofPortal,
    keyGenerator: (_request, response) => String((response.locals as SignedLocals).portalId),
    handler: (_request, response, _next, { statusCode }) =>
      refuse(response, statusCode, 'This account asks more than the app can answer at once. Try again in a minute.'),
  });

/** For what nobody signed: by address, of IPv6 by its network. */
export const limitAddress = ({ ofAddress }: RateLimits, log: Pick<Logger, 'warn'>): RequestHandler =>
  rateLimit({
    ...COMMON,
    limit: ofAddress,
    keyGenerator: addressOf,
    handler: (request, response, _next, { statusCode }) => {
      log.warn(
        { address: addressOf(request) },
        'too many requests of one address; if it is your own proxy, set TRUST_PROXY',
      );
      refuse(response, statusCode, 'Too many requests of your address. Try again in a minute.');
    },
  });

const addressOf = ({ ip = '' }: Request): string => ipKeyGenerator(ip);
