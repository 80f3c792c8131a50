/** Calls of the server by the settings page. Nothing throws: what came of a call is a value. */
import { hubspot } from '@hubspot/ui-extensions';

/** Why a call came to nothing: the reader's next move differs. `declined`: the server said no, and why in `text`. */
export type FailureReason = 'unreachable' | 'refused' | 'not_set_up' | 'declined';

export interface Failed {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  /** The server's own sentence, where it gave one. */
  readonly text: string | null;
}

export type Answer =
  /** `status` 202: it goes on. The body may be of a server of another version: check it before it is used. */
  | { readonly kind: 'ok'; readonly status: number; readonly body: unknown }
  /** 409: somebody else changed it since; mostly the body is what holds now. */
  | { readonly kind: 'stale'; readonly body: unknown; readonly text: string | null }
  | Failed;

/** Paths are `/api/...`, with a query or without; the reader's locale is added. */
export interface SettingsApi {
  get(path: string): Promise<Answer>;
  put(path: string, body: object): Promise<Answer>;
  post(path: string, body: object): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** @param backendUrl without a trailing slash; @param locale BCP 47 */
export function makeSettingsApi(backendUrl: string, locale: string): SettingsApi {
  async function ask(method: Method, path: string, body?: object): Promise<Answer> {
    if (backendUrl === '') return { kind: 'failed', reason: 'not_set_up', text: null };
    const url = `${backendUrl}${path}${path.includes('?') ? '&' : '?'}locale=${encodeURIComponent(locale)}`;
    try {
      // HubSpot signs the request and adds who asks for it; nothing secret is in the page.
      const response = await hubspot.fetch(url, { method, ...(body !== undefined && { body: { ...body } }) });
      return read(response.status, await jsonOf(response));
    } catch {
      return { kind: 'failed', reason: 'unreachable', text: null };
    }
  }
  return {
    get: (path) => ask('GET', path),
    put: (path, body) => ask('PUT', path, body),
    post: (path, body) => ask('POST', path, body),
    delete: (path) => ask('DELETE', path),
  };
}

function read(status: number, body: unknown): Answer {
  const text = isObject(body) && typeof body.error === 'string' ? body.error : null;
  if (status >= 200 && status < 300 && body !== undefined) return { kind: 'ok', status, body };
  if (status === 409) return { kind: 'stale', body, text };
  // Only who may not is told so in their own language; what else the server says of a failure is for whoever reads code.
  if (status === 403) return { kind: 'failed', reason: text === null ? 'refused' : 'declined', text };
  if (status === 401) return { kind: 'failed', reason: 'refused', text: null };
  return { kind: 'failed', reason: status === 400 ? 'declined' : 'unreachable', text: null };
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Tells whether the page can show a body without stopping. */
export type Shape<Body> = (body: unknown) => body is Body;

type Kind = 'array' | 'object' | 'string' | 'number';

/** A shape by the fields that the page could not do without. */
export const shapeOf =
  <Body>(fields: Readonly<Partial<Record<keyof Body & string, Kind>>>): Shape<Body> =>
  (body): body is Body =>
    isObject(body) && Object.entries(fields).every(([name, kind]) => isKind(body[name], kind as Kind));

function isKind(value: unknown, kind: Kind): boolean {
  if (kind === 'array') return Array.isArray(value);
  return kind === 'object' ? isObject(value) : typeof value === kind;
}
