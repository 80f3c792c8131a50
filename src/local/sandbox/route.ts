/** A route of the sandbox, and what its handler gets. */
import type { CallFamily } from './call-budget.ts';
import { type Answer, invalid, missingScopes, refused } from './error-bodies.ts';
import type { ChangeTeller } from './events.ts';
import type { Grant, Tokens } from './oauth.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import type { PortalState } from './portal-state.ts';

export interface Call {
  /** Of the account that the token opens; on routes without a token, of the first one. */
  readonly state: PortalState;
  readonly tokens: Tokens;
  /** Every account of this HubSpot, by portal id: what a user may choose from on the consent page. */
  readonly accounts: readonly number[];
  /** Tells of what the call changes. */
  readonly events: ChangeTeller;
  /** Null on routes that need no token. */
  readonly grant: Grant | null;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON, or the fields of a form; undefined where the call has no body. */
  readonly body: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** `{v}` stands for a dated version, other `{names}` for one segment each. */
  readonly path: string;
  readonly family: CallFamily;
  /** Form-encoded and without a bearer token (OAuth), or neither body nor token (the consent page). */
  readonly open?: boolean;
  readonly handle: (call: Call) => Answer;
}

/** The dated versions that HubSpot serves. Undated paths (v1 to v4) are not served here. */
const VERSIONS = '2025-09|2026-03|2026-09';

/** Matches a path to a route's pattern: its parameters, or undefined. */
export function makeMatcher(path: string): (asked: string) => Record<string, string> | undefined {
  const names: string[] = [];
  const source = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return name === 'v' ? `(${VERSIONS})` : '([^/]+)';
  });
  const pattern = new RegExp(`^${source}/?$`);
  return (asked) => {
    const found = pattern.exec(asked);
    if (found === null) return undefined;
    return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
  };
}

/** Throws 403 MISSING_SCOPES unless the token has all of these. */
export function requireScopes(call: Call, scopes: readonly string[]): void {
  const missing = scopes.filter((scope) => call.grant?.scopes.has(scope) !== true);
  if (missing.length > 0) throw missingScopes(missing);
}

/** Throws the refusal of a write: 405 for a type that HubSpot lets nobody write, 403 without the scopes. */
export function requireWritable(call: Call, type: ObjectTypeInfo): void {
  if (type.writeScopes.length === 0) {
    throw refused(405, 'METHOD_NOT_ALLOWED', `Records of ${type.plural} are read-only`);
  }
  requireScopes(call, type.writeScopes);
}

/** Whether the token has all of these. */
export const hasScopes = (call: Call, scopes: readonly string[]): boolean =>
  scopes.every((scope) => call.grant?.scopes.has(scope) === true);

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as a JSON object; throws the 400 of one that is not. */
export function asObject(value: unknown, what: string): JsonObject {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw invalid(`Invalid input JSON: ${what} must be an object`);
  }
  return value as JsonObject;
}

/** A list of strings; absent: empty. */
export function asStrings(value: unknown, what: string): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) {
    throw invalid(`Invalid input JSON: ${what} must be a list of strings`);
  }
  return value;
}

/** The `inputs` of a batch; throws the 400 of a missing list, or of one past its limit. */
export function asInputs(body: unknown, limit: number): readonly JsonObject[] {
  const inputs = asObject(body, 'body').inputs;
  if (!Array.isArray(inputs)) throw invalid('Invalid input JSON: Some required fields were not set: [inputs]');
  if (inputs.length > limit) {
    throw invalid(`The maximum number of inputs supported in a batch request is ${limit}. Received ${inputs.length}.`);
  }
  return inputs.map((input) => asObject(input, 'input'));
}

/** An input's `id`, which HubSpot wants as text. */
export function inputId(input: JsonObject): string {
  if (typeof input.id !== 'string') throw invalid('Invalid input JSON: Some required fields were not set: [id]');
  return input.id;
}

/** A comma-separated query parameter, repeated or not. */
export const listed = (query: URLSearchParams, name: string): readonly string[] =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '');

/** A page size: `fallback` where none is asked for; 400 above `most`. */
export function pageSize(value: string | null, fallback: number, most: number): number {
  const size = value === null ? fallback : Number(value);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw invalid(`Invalid limit: ${value}. The page size must be between 1 and ${most}.`);
  }
  return size;
}

/** The answer to a batch: 207 as soon as one input failed. */
export function batchAnswer(call: Call, results: readonly unknown[], errors: readonly unknown[], ok = 200): Answer {
  const now = new Date(call.state.clock()).toISOString();
  const body = { status: 'COMPLETE', results, startedAt: now, completedAt: now };
  if (errors.length === 0) return { status: ok, body };
  return { status: 207, body: { ...body, numErrors: errors.length, errors } };
}
