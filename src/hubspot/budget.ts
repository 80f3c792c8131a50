import { BACKGROUND, type CallOrder, URGENT } from './call-order.ts';

/** Which of the portal's call limits a call counts toward. */
export type BudgetName = 'general' | 'search' | 'associations';

/** Calls that hold a place in a budget's rolling window now, and the most that may. */
export interface BudgetUse {
  readonly used: number;
  readonly limit: number;
}

/**
 * A rolling-window call budget: at most `calls` calls in any `windowMs`.
 *
 * HubSpot counts a call when it arrives, some time between our sending it and our having the answer. A call that holds its
 * place from its start until `windowMs` after its answer can therefore never meet more than `calls` others in HubSpot's
 * window, but that wastes the time on the way. What a call took before HubSpot counted it and what another took afterwards
 * are together no less than the fastest call so far, so the place is free that much sooner: only the network's
 * unevenness is paid for.
 */
export interface Budget {
  readonly windowMs: number;
  readonly use: BudgetUse;
  /** Runs `call` when its turn comes. Rejects with the signal's reason where it is given up before. */
  run<T>(call: () => Promise<T>, order?: CallOrder): Promise<T>;
  /** Starts nothing for this long: HubSpot said that the budget is used up. */
  pause(forMs: number): void;
  /** Goes by the limit that HubSpot states from now on. */
  follow(limit: BudgetLimit): void;
}

export interface BudgetLimit {
  /** Calls per window, whole, >= 1. */
  readonly calls: number;
  /** Length of the rolling window, ms. */
  readonly windowMs: number;
  /** Calls per window once some of them are urgent, >= `calls`; `calls` unless told. */
  readonly urgentCalls?: number;
}

/** What the ways there and back vary beyond what was seen, and a clock's whole milliseconds. */
const MARGIN_MS = 20;
/** The first calls are slow for reasons of their own: until there are so many, none counts as the fastest. */
const ENOUGH_ANSWERS = 20;

/** What is in the background may become urgent while nobody comes or goes. */
const ASKED_EVERY_MS = 250;

interface BudgetOptions {
  readonly limit: BudgetLimit;
  /** Calls under way at once, >= 1. */
  readonly concurrency: number;
  /** Ms; only differences matter. */
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

interface Waiting {
  readonly priority: () => number;
  readonly start: () => void;
}

export function makeBudget({ limit, concurrency, clock, sleep }: BudgetOptions): Budget {
  let { calls, windowMs, urgentCalls = calls } = limit;
  let underWay = 0;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  /** Whoever serves may sleep; a later one takes over. */
  let serving = 0;
  let fastestMs = Number.POSITIVE_INFINITY;
  let answers = 0;
  /** When the calls that still hold a place were answered, ascending. */
  let answeredAt: number[] = [];
  let waiting: Waiting[] = [];

  /** How long a call holds its place after its answer. */
  const heldMs = () => windowMs + MARGIN_MS - (answers < ENOUGH_ANSWERS ? 0 : Math.min(fastestMs, windowMs));

  function taken(now: number): number {
    answeredAt = answeredAt.filter((at) => at + heldMs() > now);
    return underWay + answeredAt.length;
  }

  function placesFor(priority: number): number {
    if (priority === BACKGROUND) return Math.ceil(calls / 2);
    return priority === URGENT ? urgentCalls : calls;
  }

  /** How long until one more call may start; undefined: not before one under way ends. */
  function waitMs(now: number, priority: number): number | undefined {
    if (now < pausedUntil) return pausedUntil - now;
    const places = placesFor(priority);
    if (underWay >= concurrency || underWay >= places) return undefined;
    const excess = taken(now) - places;
    return excess < 0 ? 0 : (answeredAt[excess] ?? now) + heldMs() - now;
  }

  async function serve(): Promise<void> {
    serving += 1;
    const mine = serving;
    for (let next = mostUrgent(waiting); next !== undefined; next = mostUrgent(waiting)) {
      const ms = waitMs(clock(), next.priority);
      if (ms === undefined) return;
      if (ms > 0) {
        await sleep(next.priority === BACKGROUND ? Math.min(ms, ASKED_EVERY_MS) : ms);
        if (mine !== serving) return;
        continue;
      }
      const { place } = next;
      waiting = waiting.filter((other) => other !== place);
      underWay += 1;
      place.start();
    }
  }

  function turn({ priority = () => 0, signal }: CallOrder): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const giveUp = () => {
        waiting = waiting.filter((other) => other !== place);
        reject(signal?.reason);
      };
      const place = {
        priority,
        start() {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.push(place);
      void serve();
    });
  }

  return {
    get windowMs() {
      return windowMs;
    },
    get use() {
      return { used: taken(clock()), limit: calls };
    },
    async run(call, order = {}) {
      await turn(order);
      const startedAt = clock();
      try {
        return await call();
      } finally {
        underWay -= 1;
        const now = clock();
        fastestMs = Math.min(fastestMs, now - startedAt);
        answers += 1;
        answeredAt.push(now);
        void serve();
      }
    },
    pause(forMs) {
      pausedUntil = Math.max(pausedUntil, clock() + forMs);
    },
    follow(stated) {
      calls = stated.calls;
      windowMs = stated.windowMs;
      urgentCalls = stated.urgentCalls ?? calls;
    },
  };
}

function mostUrgent(waiting: readonly Waiting[]): { readonly place: Waiting; readonly priority: number } | undefined {
  let first: { readonly place: Waiting; readonly priority: number } | undefined;
  for (const place of waiting) {
    const priority = place.priority();
    if (first === undefined || priority < first.priority) first = { place, priority };
  }
  return first;
}
