/** What HubSpot answers when it refuses, in its own shapes. */
import { randomUUID } from 'node:crypto';

/** What goes over the wire: a JSON body, or text with its own content type. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: { readonly type: string; readonly value: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown anywhere below a route: the answer that refuses the call. */
export class Refused extends Error {
  override name = 'Refused';
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(`HTTP ${answer.status}`);
    this.answer = answer;
  }
}

/** One entry of an error body's `errors`. */
interface ErrorDetail {
  readonly message: string;
  readonly code?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

interface ErrorExtra {
  readonly errors?: readonly ErrorDetail[];
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly subCategory?: string;
  readonly links?: Readonly<Record<string, string>>;
}

/** The standard error body: status, message, correlationId, category and what else there is. */
export const errorBody = (category: string, message: string, extra: ErrorExtra = {}) => ({
  status: 'error',
  message,
  correlationId: randomUUID(),
  ...extra,
  category,
});

export const refused = (status: number, category: string, message: string, extra?: ErrorExtra) =>
  new Refused({ status, body: errorBody(category, message, extra) });

export const invalid = (message: string, extra?: ErrorExtra) => refused(400, 'VALIDATION_ERROR', message, extra);

export const notFound = (message = 'resource not found') => refused(404, 'OBJECT_NOT_FOUND', message);

export const unauthorized = () =>
  refused(
    401,
    'INVALID_AUTHENTICATION',
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
  );

export const expiredToken = () =>
  refused(401, 'EXPIRED_AUTHENTICATION', 'The OAuth token used to make this call is expired.');

export const missingScopes = (scopes: readonly string[]) =>
  refused(
    403,
    'MISSING_SCOPES',
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    {
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: scopes },
        },
      ],
      links: { scopes: 'https://developers.hubspot.com/scopes' },
    },
  );

export type PolicyName = 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY';

/** `Retry-After` may be there or not (HubSpot's usage guidelines): in seconds where it is. */
export function rateLimited(policyName: PolicyName, retryAfterSeconds?: number): Answer {
  return {
    status: 429,
    body: {
      status: 'error',
      message: `You have reached your ${policyName.toLowerCase()} limit.`,
      errorType: 'RATE_LIMIT',
      correlationId: randomUUID(),
      policyName,
      requestId: randomUUID(),
    },
    ...(retryAfterSeconds === undefined ? {} : { headers: { 'Retry-After': String(retryAfterSeconds) } }),
  };
}
