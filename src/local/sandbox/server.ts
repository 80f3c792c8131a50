/** One request from arrival to answer: faults, token, budget, route, and how it goes over the wire. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountRoutes } from './account.ts';
import { associationRoutes } from './associations.ts';
import type { CallBudgets } from './call-budget.ts';
import { crmListRoutes } from './crm-lists.ts';
import { currencyRoutes } from './currencies.ts';
import { type Answer, errorBody, invalid, notFound, Refused, refused } from './error-bodies.ts';
import type { PortalEvents } from './events.ts';
import type { Fault, Faults } from './faults.ts';
import type { Tokens } from './oauth.ts';
import { oauthRoutes } from './oauth-routes.ts';
import { batchRoutes } from './objects-batch.ts';
import { listRoutes } from './objects-list.ts';
import { searchRoutes } from './objects-search.ts';
import { writeRoutes } from './objects-write.ts';
import { pipelineRoutes } from './pipelines.ts';
import type { PortalState } from './portal-state.ts';
import { propertyRoutes } from './properties.ts';
import { makeMatcher, type Route } from './route.ts';
import type { CallStats } from './stats.ts';
import { userRoutes } from './users.ts';

/** One account: what it holds, what it tells of it, and how often it may be called. */
export interface AccountParts {
  readonly state: PortalState;
  readonly events: PortalEvents;
  readonly budgets: CallBudgets;
}

export interface ServerParts {
  /** By portal id; the first is what calls without a token speak of. */
  readonly accounts: ReadonlyMap<number, AccountParts>;
  readonly tokens: Tokens;
  readonly stats: CallStats;
  readonly faults: Faults;
  readonly latencyMs: number;
}

/** Batch and search paths come before those that take a record's id or a property's name. */
const ROUTES = [
  ...batchRoutes,
  ...searchRoutes,
  ...listRoutes,
  ...writeRoutes,
  ...propertyRoutes,
  ...associationRoutes,
  ...pipelineRoutes,
  ...accountRoutes,
  ...currencyRoutes,
  ...crmListRoutes,
  ...userRoutes,
  ...oauthRoutes,
].map((route) => ({ route, match: makeMatcher(route.path) }));

interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Throws the 404 of an unknown path and the 405 of a known one with another method. */
function find(method: string, path: string): Found {
  let known = false;
  for (const { route, match } of ROUTES) {
    const params = match(path);
    if (params === undefined) continue;
    known = true;
    if (route.method === method) return { route, params };
  }
  throw known ? refused(405, 'METHOD_NOT_ALLOWED', `${method} is not allowed on ${path}`) : notFound();
}

export function makeRequestListener(parts: ServerParts): RequestListener {
  return (request, response) => {
    serve(parts, request, response).catch((error: unknown) => {
      // A defect of the sandbox itself must not look like one of HubSpot's answers.
      response.destroy(error instanceof Error ? error : undefined);
      throw error;
    });
  };
}

async function serve(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { faults, latencyMs, stats } = parts;
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://localhost');
  const body = await read(request);
  if (url.pathname.startsWith('/__')) return send(response, control(stats, method, url.pathname));

  const found = attempt(() => find(method, url.pathname));
  stats.arrived(
    found instanceof Refused ? 'general' : found.route.family,
    `${method} ${found instanceof Refused ? 'unknown path' : pathOf(found, url.pathname)}`,
  );
  const fault = faults.next(method, url.pathname);
  if (fault !== undefined) stats.faulted();
  if (latencyMs > 0) await sleep(latencyMs);
  if (fault?.kind === 'reset') return cut(response, stats);
  const answer = fault?.answer ?? answerTo(parts, found, request, url, body);
  if (fault?.kind === 'reset-after') return cut(response, stats);
  stats.answered(answer.status);
  if (fault?.kind === 'slow') await sleep(fault.slowMs);
  send(response, answer, fault);
}

/** The call's own answer, with its effect. */
function answerTo(
  parts: ServerParts,
  found: Found | Refused,
  request: IncomingMessage,
  url: URL,
  body: string,
): Answer {
  const { accounts, tokens, stats } = parts;
  if (found instanceof Refused) return found.answer;
  const { route, params } = found;
  let headers: Readonly<Record<string, string>> = {};
  const outcome = attempt(() => {
    const grant = route.open === true ? null : tokens.grantOf(request.headers.authorization);
    const account = accounts.get(grant?.portalId ?? [...accounts.keys()][0] ?? 0);
    if (account === undefined) throw notFound();
    const { state } = account;
    if (grant !== null) {
      const taken = account.budgets.take(route.family, grant.app);
      headers = taken.headers;
      if (taken.refusal !== undefined) {
        stats.overLimit();
        return taken.refusal;
      }
    }
    const parsed = route.open === true ? body : parseJson(request, body);
    const events = account.events.by('INTEGRATION');
    const served = { state, tokens, accounts: [...accounts.keys()], events, grant };
    return route.handle({ ...served, params, query: url.searchParams, body: parsed });
  });
  const answer = outcome instanceof Refused ? outcome.answer : outcome;
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

function attempt<T>(run: () => T): T | Refused {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function parseJson(request: IncomingMessage, body: string): unknown {
  if (request.method === 'GET' || request.method === 'DELETE') return undefined;
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/json')) {
    throw refused(415, 'UNSUPPORTED_MEDIA_TYPE', `Content type '${type}' is not supported: send application/json`);
  }
  try {
    return JSON.parse(body);
  } catch {
    throw invalid('Invalid input JSON on line 1, column 1');
  }
}

/** The path without record ids and property names, for counting. */
const pathOf = ({ route, params }: Found, path: string) =>
  params.id === undefined && params.name === undefined
    ? path
    : route.path.replace(/\{(\w+)\}/g, (whole, name: string) =>
        name === 'id' || name === 'name' ? whole : (params[name] ?? ''),
      );

/** For whoever runs the sandbox: not part of HubSpot, not counted. */
function control(stats: CallStats, method: string, path: string): Answer {
  if (method === 'GET' && path === '/__stats') return { status: 200, body: stats.read() };
  if (method === 'POST' && path === '/__reset-stats') {
    stats.reset();
    return { status: 204 };
  }
  return { status: 404, body: errorBody('OBJECT_NOT_FOUND', 'The sandbox has /__stats and /__reset-stats') };
}

function cut(response: ServerResponse, stats: CallStats): void {
  stats.answered('reset');
  response.socket?.resetAndDestroy();
}

function send(response: ServerResponse, answer: Answer, fault?: Fault): void {
  const text = answer.text?.value ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (text !== '' && fault?.kind !== 'untyped') {
    response.setHeader('Content-Type', answer.text?.type ?? 'application/json;charset=utf-8');
  }
  if (fault?.kind === 'stall') {
    response.write(text.slice(0, 1));
    return;
  }
  response.end(fault?.kind === 'truncated' ? text.slice(0, Math.floor(text.length / 2)) : text);
}
