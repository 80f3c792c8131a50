/** Faults on purpose: what HubSpot and the network do now and then, by chance (seeded) or on the next matching calls. */
import { type Answer, errorBody, rateLimited } from './error-bodies.ts';
import { makeRandom } from './generate/prng.ts';

/**
 * - `429` `423` `477` `500` `502` `503` `504`: that answer, without the call's effect; gateways (502 to 504) answer HTML;
 * - `reset`: the connection is cut before the call has an effect, `reset-after`: after it had its effect;
 * - `slow`: the answer comes `slowMs` late; `stall`: it begins and never ends;
 * - `truncated`: the body is cut short, though the status is a success; `untyped`: no content type.
 * The last four follow the call's effect.
 */
export type FaultKind =
  | '429'
  | '423'
  | '477'
  | '500'
  | '502'
  | '503'
  | '504'
  | 'reset'
  | 'reset-after'
  | 'slow'
  | 'stall'
  | 'truncated'
  | 'untyped';

interface QueuedFault {
  readonly kind: FaultKind;
  /** Only calls whose "METHOD /path" contains this text; default: any. */
  readonly match?: string;
  /** How many calls; default 1. */
  readonly times?: number;
}

export interface FaultPlan {
  /** Seeds the chance; default 1. */
  readonly seed?: number;
  /** Chance per call, 0..1, by kind; their sum must stay within 1. */
  readonly chance?: Partial<Readonly<Record<FaultKind, number>>>;
  /** Come first, in this order. */
  readonly queue?: readonly QueuedFault[];
  /** Default 2,000. */
  readonly slowMs?: number;
  /** Seconds in the `Retry-After` of planned 429, 477 and 503 answers; none where undefined. */
  readonly retryAfterSeconds?: number;
}

export interface Fault {
  readonly kind: FaultKind;
  readonly slowMs: number;
  /** What is answered in place of the call's own answer. */
  readonly answer: Answer | undefined;
}

export interface Faults {
  set(plan: FaultPlan): void;
  /** The fault of this call, if it has one. */
  next(method: string, path: string): Fault | undefined;
}

export function makeFaults(first: FaultPlan): Faults {
  let plan: FaultPlan = {};
  let queue: { kind: FaultKind; match: string; left: number }[] = [];
  let random = makeRandom(1);
  const set = (next: FaultPlan) => {
    plan = next;
    queue = (next.queue ?? []).map(({ kind, match = '', times = 1 }) => ({ kind, match, left: times }));
    random = makeRandom(next.seed ?? 1);
  };
  set(first);
  const queued = (method: string, path: string): FaultKind | undefined => {
    const entry = queue.find((one) => one.left > 0 && `${method} ${path}`.includes(one.match));
    if (entry !== undefined) entry.left -= 1;
    return entry?.kind;
  };
  const byChance = (): FaultKind | undefined => {
    const chances = Object.entries(plan.chance ?? {});
    if (chances.length === 0) return undefined;
    let left = random.next();
    for (const [kind, chance] of chances) {
      left -= chance;
      if (left < 0) return kind as FaultKind;
    }
    return undefined;
  };
  return {
    set,
    next(method, path) {
      const kind = queued(method, path) ?? byChance();
      if (kind === undefined) return undefined;
      return { kind, slowMs: plan.slowMs ?? 2000, answer: answerOf(kind, plan.retryAfterSeconds) };
    },
  };
}

function answerOf(kind: FaultKind, retryAfterSeconds: number | undefined): Answer | undefined {
  const retry = retryAfterSeconds === undefined ? {} : { headers: { 'Retry-After': String(retryAfterSeconds) } };
  switch (kind) {
    case '429':
      return rateLimited('TEN_SECONDLY_ROLLING', retryAfterSeconds);
    case '423':
      return {
        status: 423,
        body: errorBody('LOCKED', 'The resource is locked. Wait at least 2 seconds and try again.'),
      };
    case '477':
      return { status: 477, body: errorBody('MIGRATION_IN_PROGRESS', 'This account is being migrated.'), ...retry };
    case '500':
      return { status: 500, body: errorBody('INTERNAL_ERROR', 'internal error') };
    case '502':
    case '503':
    case '504':
      return { status: Number(kind), text: { type: 'text/html', value: `<html><h1>${kind}</h1></html>` }, ...retry };
    default:
      return undefined;
  }
}
