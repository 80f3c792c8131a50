/** One call to HubSpot: its turn in the budget, the request, retries, and the parsed answer. */
import type { z } from 'zod';
import { PortalDisconnected } from '../errors.ts';
import { type Answer, parseJson } from './answer.ts';
import { type Budget, type BudgetLimit, type BudgetName, type BudgetUse, makeBudget } from './budget.ts';
import type { CallOrder } from './call-order.ts';
import { type Failure, type NextStep, nextStep } from './retry.ts';
import { type Lost, makeSend, type Request, type SendOptions } from './send.ts';
import type { TokenSource } from './token-source.ts';

/** Counters since the client was made. `failed` counts every answer that was an error, 429s included, and lost connections. */
export interface CallCounts {
  readonly total: number;
  readonly rateLimited: number;
  readonly failed: number;
}

interface Call<T> extends Request {
  readonly budget: BudgetName;
  /** What a good answer looks like; unknown fields are ignored. */
  readonly answer: z.ZodType<T>;
  readonly order?: CallOrder | undefined;
  /** What would happen twice if it were sent twice: where no answer tells that it did not happen, it is not repeated. Default: false. */
  readonly once?: boolean;
}

/** Throws as `PortalClient` says; a refusal that trying again does not cure is a `Refusal`. */
export type CallHubSpot = <T>(call: Call<T>) => Promise<T>;

/** The same, with the moment at which the answered try was sent: what it says was so then or later. */
export type AskHubSpot = <T>(call: Call<T>) => Promise<{ readonly value: T; readonly askedAt: number }>;

export interface CallOptions extends SendOptions {
  readonly token: TokenSource;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** 0..1, for jitter. */
  readonly random: () => number;
  /** Told of every try that will be repeated; never of tokens, queries or bodies. */
  readonly log?: { warn(fields: object, message: string): void } | undefined;
  /** Told of every try. */
  readonly onCall?: ((budget: BudgetName, outcome: CallOutcome) => void) | undefined;
  /** Once it aborts no try begins any more: calls reject with its reason. */
  readonly stop?: AbortSignal | undefined;
  /** The limits to start with. */
  readonly budgets: Readonly<Record<BudgetName, BudgetLimit>>;
  /** The portal's, as far as it is known: the daily limit ends with its day. */
  readonly timeZone: () => string;
}

/** What came of one try: an answer that is good, one over the limit, one that refuses us, one that failed, or none. */
export type CallOutcome = 'ok' | 'rate_limited' | 'refused' | 'failed' | 'lost';

/** Calls under way at once. */
const CONCURRENCY: Readonly<Record<BudgetName, number>> = { general: 16, search: 6, associations: 6 };
/** How much of the limit that HubSpot states we use, but for calls that a person waits for; its reviewers advise to stay a little under it. */
const SHARE = 0.95;

export function makeCallHubSpot(options: CallOptions): {
  call: CallHubSpot;
  ask: AskHubSpot;
  counts: () => CallCounts;
  uses: () => Readonly<Record<BudgetName, BudgetUse>>;
} {
  const { clock, sleep, log, token } = options;
  const budgetOf = (name: BudgetName) =>
    makeBudget({ limit: options.budgets[name], concurrency: CONCURRENCY[name], clock, sleep });
  const budgets = { general: budgetOf('general'), search: budgetOf('search'), associations: budgetOf('associations') };
  const send = makeSend(options);
  const counts = { total: 0, rateLimited: 0, failed: 0 };

  /** One try. Runs within the budget, so that a 429 pauses it before another call can start. */
  async function attempt<T>(call: Call<T>, number: number): Promise<Done<T> | NextStep | TokenRefused> {
    options.stop?.throwIfAborted();
    const budget = budgets[call.budget];
    const accessToken = await token();
    const askedAt = clock();
    counts.total += 1;
    const outcome = await send(call, accessToken);
    // HubSpot's docs: search answers carry no limit headers, and the associations API has limits of its own.
    if ('status' in outcome && call.budget === 'general') followStated(budget, outcome.headers);
    const content = contentOf(outcome);
    options.onCall?.(call.budget, outcomeOf(content));
    if ('json' in content) return { kind: 'done', value: parseAnswer(call, content.json), askedAt };

    const { failure } = content;
    counts.failed += 1;
    if ('status' in failure && failure.status === 429) counts.rateLimited += 1;
    const name = nameOf(call);
    const { windowMs } = budget;
    const timeZone = options.timeZone();
    const step = nextStep(failure, {
      call: name,
      attempt: number,
      windowMs,
      random: options.random,
      now: clock(),
      timeZone,
      once: call.once ?? false,
    });
    if (step.kind === 'again') {
      const because = 'status' in failure ? failure.status : failure.lost;
      log?.warn({ call: name, attempt: number, because, afterMs: step.afterMs }, 'HubSpot call will be repeated');
      if (step.pausesBudget) budget.pause(step.afterMs);
    }
    if (step.kind === 'stop' && step.error instanceof PortalDisconnected)
      return { kind: 'token_refused', accessToken, error: step.error };
    return step;
  }

  const ask: AskHubSpot = async (call) => {
    let isRenewed = false;
    for (let number = 1; ; number += 1) {
      const result = await budgets[call.budget].run(() => attempt(call, number), call.order);
      if (result.kind === 'done') return result;
      if (result.kind === 'stop') throw result.error;
      if (result.kind === 'token_refused') {
        if (isRenewed) await token.giveUp?.(result.accessToken);
        if (isRenewed || token.renew === undefined) throw result.error;
        log?.warn({ call: nameOf(call), attempt: number, because: 401, afterMs: 0 }, 'HubSpot call will be repeated');
        await token.renew(result.accessToken);
        isRenewed = true;
      } else if (!result.pausesBudget) await sleep(result.afterMs);
    }
  };

  return {
    counts: () => ({ ...counts }),
    uses: () => ({ general: budgets.general.use, search: budgets.search.use, associations: budgets.associations.use }),
    ask,
    call: async (call) => (await ask(call)).value,
  };
}

interface Done<T> {
  readonly kind: 'done';
  readonly value: T;
  readonly askedAt: number;
}

/** HubSpot does not take this token. */
interface TokenRefused {
  readonly kind: 'token_refused';
  readonly accessToken: string;
  readonly error: PortalDisconnected;
}

function contentOf(outcome: Answer | Lost): { json: unknown } | { failure: Failure } {
  if ('lost' in outcome || outcome.status < 200 || outcome.status > 299) return { failure: outcome };
  const json = parseJson(outcome.text);
  return json === undefined ? { failure: { lost: 'a body that is no JSON, or cut off' } } : { json };
}

function outcomeOf(content: ReturnType<typeof contentOf>): CallOutcome {
  if ('json' in content) return 'ok';
  const { failure } = content;
  if ('lost' in failure) return 'lost';
  if (failure.status === 429) return 'rate_limited';
  return failure.status < 500 ? 'refused' : 'failed';
}

function parseAnswer<T>(call: Call<T>, json: unknown): T {
  const parsed = call.answer.safeParse(json);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
  throw new Error(`HubSpot's answer to ${nameOf(call)} has an unknown form: ${message} at "${path.join('.')}"`);
}

/** Method and path without its query. */
const nameOf = ({ method, path }: Request): string => `${method} ${path.split('?')[0]}`;

function followStated(budget: Budget, headers: Headers): void {
  const urgentCalls = Number(headers.get('x-hubspot-ratelimit-max'));
  const calls = Math.floor(urgentCalls * SHARE);
  const windowMs = Number(headers.get('x-hubspot-ratelimit-interval-milliseconds'));
  if (calls >= 1 && windowMs >= 1) budget.follow({ calls, windowMs, urgentCalls });
}
