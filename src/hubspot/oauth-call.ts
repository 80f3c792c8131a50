/**
 * One call to HubSpot's OAuth endpoints: no bearer token and no portal's budget, but the app's secret in the body. Errors carry
 * none of what was sent, and of what was answered nothing but its error codes.
 */
import { z } from 'zod';
import { RetryLater } from '../errors.ts';
import { parseJson } from './answer.ts';

/** Tries of one call, the first included. */
const MAX_ATTEMPTS = 4;
const BACKOFF_BASE_MS = 500;
/** Waits that HubSpot asks for beyond this are the caller's to plan. */
const LONGEST_WAIT_MS = 10_000;
const GAVE_UP_AFTER_MS = 60_000;

export interface OAuthAnswer {
  readonly status: number;
  /** Undefined where the answer has no body, or none in JSON. */
  readonly json: unknown;
  /** HubSpot's own error code and OAuth's, such as BAD_REFRESH_TOKEN and invalid_grant; empty where the answer names none. */
  readonly codes: readonly string[];
}

export interface OAuthRequest {
  readonly method: 'POST' | 'DELETE';
  /** From the root. */
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OAuthCallOptions {
  /** Scheme and host, e.g. "https://api.hubapi.com". */
  readonly baseUrl: string;
  /** Of one try, from sending to the last byte of the answer. */
  readonly timeoutMs: number;
  readonly sleep: (ms: number) => Promise<void>;
  /** 0..1, for jitter. */
  readonly random: () => number;
}

/** Any answer that trying again does not change. @throws RetryLater after some tries. */
export type CallOAuth = (request: OAuthRequest) => Promise<OAuthAnswer>;

export function makeCallOAuth({ baseUrl, timeoutMs, sleep, random }: OAuthCallOptions): CallOAuth {
  const root = baseUrl.replace(/\/+$/, '');

  async function attempt({ method, path, form, headers }: OAuthRequest): Promise<Response | string> {
    try {
      const body = form === undefined ? undefined : new URLSearchParams(form);
      const signal = AbortSignal.timeout(timeoutMs);
      // The app's secret goes where it was sent and nowhere else.
      const init = { method, redirect: 'error', signal, ...(body && { body }), ...(headers && { headers }) } as const;
      const response = await fetch(`${root}${path}`, init);
      const { status } = response;
      return new Response(isEmpty(status) ? null : await response.text(), { status, headers: response.headers });
    } catch (error) {
      return reasonOf(error);
    }
  }

  return async (request) => {
    const name = `${request.method} ${request.path}`;
    for (let number = 1; ; number += 1) {
      const outcome = await attempt(request);
      const text = typeof outcome === 'string' ? '' : await outcome.text();
      const json = parseJson(text);
      if (typeof outcome !== 'string') {
        const { status, ok } = outcome;
        // Cut off: a token answer without its end is as good as none.
        const isCut = ok && !isEmpty(status) && text !== '' && json === undefined;
        if (!isCut && !mayPass(status)) return { status, json, codes: codesOf(json) };
      }
      const askedMs = typeof outcome === 'string' ? 0 : secondsOf(outcome.headers.get('retry-after')) * 1_000;
      const backoffMs = Math.round(random() * BACKOFF_BASE_MS * 2 ** (number - 1));
      if (number === MAX_ATTEMPTS || askedMs > LONGEST_WAIT_MS) {
        const because = typeof outcome === 'string' ? `gave no answer (${outcome})` : `answered ${outcome.status}`;
        throw new RetryLater(`HubSpot ${because} to ${name}, try ${number}`, Math.max(askedMs, GAVE_UP_AFTER_MS));
      }
      await sleep(askedMs + backoffMs);
    }
  };
}

/** 204 and its like have no body, and `Response` takes none for them. */
const isEmpty = (status: number) => status === 204 || status === 205;

/** HubSpot's docs, "Error handling": limits, locks, migration, and servers that are down. */
const mayPass = (status: number) => status === 429 || status === 423 || status === 477 || status >= 500;

const secondsOf = (header: string | null): number => (/^\d+$/.test(header ?? '') ? Number(header) : 0);

/** Why no answer came, in a word: what fetch says may quote what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : '';
  return /^[A-Z_]+$/.test(cause) ? cause : error.name;
}

const codesSchema = z.object({ status: z.string().catch(''), error: z.string().catch('') });

function codesOf(json: unknown): readonly string[] {
  const parsed = codesSchema.safeParse(json);
  if (!parsed.success) return [];
  return [parsed.data.status, parsed.data.error].filter((code) => /^[A-Za-z_]{3,60}$/.test(code));
}
