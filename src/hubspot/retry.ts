/** What to do about a failed attempt, by kind of failure. Pure: HubSpot's documented error codes as a table. */
import { PortalDisconnected, RetryLater, ScopeMissing, TypeMissing } from '../errors.ts';
import { type Answer, type ErrorBody, Refusal, readErrorBody, requiredScopes } from './answer.ts';
import { neededScopes } from './needed-scopes.ts';

/** Tries of one call, the first included. */
const MAX_ATTEMPTS = 6;
/** Waits that HubSpot asks for beyond this are the caller's to plan, not ours to sit out. */
const LONGEST_WAIT_MS = 60_000;
/** When to come back after all tries failed. */
const GAVE_UP_AFTER_MS = 60_000;
const BACKOFF_BASE_MS = 500;
const BACKOFF_CAP_MS = 30_000;
/** HubSpot's docs: a locked record (423) asks for at least two seconds between tries. */
const LOCK_WAIT_MS = 2_000;

/** An answer that is not the wanted one, or the reason why there is none. */
export type Failure = Answer | { readonly lost: string };

interface AttemptContext {
  /** Method and path, for messages. */
  readonly call: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Window of the call's budget, ms. */
  readonly windowMs: number;
  /** 0..1. */
  readonly random: () => number;
  /** Ms since 1970 UTC. */
  readonly now: number;
  /** The portal's, IANA name. */
  readonly timeZone: string;
  /** It must not happen twice. Default: false. */
  readonly once?: boolean;
}

export type NextStep =
  | { readonly kind: 'again'; readonly afterMs: number; readonly pausesBudget: boolean }
  | { readonly kind: 'stop'; readonly error: Error };

export function nextStep(failure: Failure, context: AttemptContext): NextStep {
  // A server that fails may have done its work before.
  if (context.once && ('lost' in failure || (failure.status >= 500 && failure.status !== 501)))
    return {
      kind: 'stop',
      error: new RetryLater(`HubSpot gave no answer to ${context.call}: it may have been done`, GAVE_UP_AFTER_MS),
    };
  if ('lost' in failure) return again(0, `gave no answer (${failure.lost})`, context);
  const body = readErrorBody(failure.text);
  const final = finalError(failure, body, context);
  if (final !== undefined) return { kind: 'stop', error: final };

  const askedMs = retryAfterMs(failure.headers, context.now);
  if (failure.status === 429) {
    if (body.policyName === 'DAILY') {
      const afterMs = askedMs ?? msToDayEnd(context.now, context.timeZone);
      return {
        kind: 'stop',
        error: new RetryLater(`HubSpot's daily call limit is used up (${context.call})`, afterMs),
      };
    }
    // A rolling window has emptied for certain when its whole length has passed.
    const policyMs = body.policyName === 'SECONDLY' ? 1_000 : context.windowMs;
    return again(askedMs ?? policyMs, 'said 429, over its call limit,', context, true);
  }
  return again(askedMs ?? (failure.status === 423 ? LOCK_WAIT_MS : 0), `answered ${failure.status}`, context);
}

/** The error of an answer that trying again does not cure; undefined where it may. */
function finalError(answer: Answer, body: ErrorBody, { call }: AttemptContext): Error | undefined {
  const { status } = answer;
  if (status === 401) {
    return new PortalDisconnected(`HubSpot does not accept the access token (401): check HUBSPOT_ACCESS_TOKEN`);
  }
  if (status === 403) return scopeMissing(call, body);
  // HubSpot's docs name no code for it: its message is all there is.
  if (status === 400 && /unable to infer object type/i.test(body.message)) {
    return new TypeMissing(`The portal lacks the object type of ${call}: ${body.message}`);
  }
  // 501: the server does not know the method or the path, and will not learn it while we wait.
  const curable = status === 429 || status === 423 || status === 477 || (status >= 500 && status !== 501);
  return curable ? undefined : new Refusal(call, answer);
}

/**
 * Whatever a 403 says, the call is not ours to make. HubSpot names the scopes that lack in one shape or another, or gives the
 * reason in words alone (older endpoints, a user without the permission): then the words are kept beside what such a call needs.
 */
function scopeMissing(call: string, body: ErrorBody): ScopeMissing {
  const named = requiredScopes(body);
  const scopes = named.length > 0 ? named : neededScopes(call);
  const inWords = named.length === 0 && body.category !== 'MISSING_SCOPES' ? body.message.slice(0, 300) : '';
  const says = inWords === '' ? '' : ` (HubSpot says: ${inWords})`;
  return new ScopeMissing(
    `The access token lacks scopes for ${call}: ${scopes.join(', ') || 'HubSpot names none'}${says}`,
    scopes,
  );
}

function again(leastMs: number, what: string, context: AttemptContext, pausesBudget = false): NextStep {
  if (leastMs <= LONGEST_WAIT_MS && context.attempt < MAX_ATTEMPTS) {
    return { kind: 'again', afterMs: leastMs + backoffMs(context), pausesBudget };
  }
  const message = `HubSpot ${what} to ${context.call}, try ${context.attempt} of ${MAX_ATTEMPTS}`;
  return { kind: 'stop', error: new RetryLater(message, Math.max(leastMs, GAVE_UP_AFTER_MS)) };
}

/** Exponential with full jitter, so that callers who failed together do not come back together. */
function backoffMs({ attempt, random }: AttemptContext): number {
  return Math.round(random() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** (attempt - 1)));
}

/** `Retry-After` in ms: whole seconds, or an HTTP date. */
function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** HubSpot's daily limit starts anew at midnight in the portal's time zone. An hour off on days that change the clocks. */
function msToDayEnd(now: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium', hourCycle: 'h23' });
  const [hours = 0, minutes = 0, seconds = 0] = format.format(now).split(':').map(Number);
  return (86_400 - ((hours * 60 + minutes) * 60 + seconds)) * 1_000;
}
