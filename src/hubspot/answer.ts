/** What HubSpot answered, read whole, and its error bodies. */
import { z } from 'zod';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

// HubSpot's docs: every field of an error body is optional.
const scopesContext = z
  .object({ requiredGranularScopes: z.array(z.string()), requiredScopes: z.array(z.string()) })
  .partial()
  .catch({});

const errorBody = z.object({
  message: z.string().catch(''),
  category: z.string().catch(''),
  correlationId: z.string().catch(''),
  policyName: z.string().catch(''),
  context: scopesContext,
  errors: z.array(z.object({ context: scopesContext })).catch([]),
});
export type ErrorBody = z.infer<typeof errorBody>;

/** The error body of an answer; empty fields where it is no JSON, or not HubSpot's. */
export function readErrorBody(text: string): ErrorBody {
  const parsed = errorBody.safeParse(parseJson(text) ?? {});
  return parsed.success ? parsed.data : errorBody.parse({});
}

/** The value of a JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The scopes that an error body says are needed, without repeats. */
export function requiredScopes(body: ErrorBody): readonly string[] {
  const contexts = [body.context, ...body.errors.map((error) => error.context)];
  return [...new Set(contexts.flatMap((context) => context.requiredGranularScopes ?? context.requiredScopes ?? []))];
}

/** HubSpot refused a call for a reason that trying again does not cure. Only src/hubspot branches on it. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  /** HubSpot's own message, at most 500 characters. */
  readonly reason: string;
  /** The whole body, to look for error codes in. */
  readonly body: string;

  constructor(call: string, answer: Answer) {
    const { message, correlationId } = readErrorBody(answer.text);
    const reason = message.slice(0, 500) || 'no message';
    super(
      `HubSpot refused ${call} (${answer.status}): ${reason}${correlationId && ` [correlationId ${correlationId}]`}`,
    );
    this.status = answer.status;
    this.reason = reason;
    this.body = answer.text;
  }
}
