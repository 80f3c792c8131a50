import { useCallback, useEffect, useRef, useState } from 'react';
import type { CardServer } from './card-server.ts';
import type { FailureReason } from './card-texts.ts';

export type Outcome<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  | { readonly kind: 'loaded'; readonly answer: T };

/** How often, and how many times, an answer that is awaited is looked for: a minute. */
const POLL_MS = 3_000;
const MOST_POLLS = 20;

interface Question<T> {
  readonly server: CardServer;
  readonly path: string;
  /** What the card can show without stopping, or why it cannot: the server may be of another version. */
  readonly read: (body: unknown) => T | FailureReason;
}

export interface Asked<T> {
  readonly outcome: Outcome<T>;
  /** Asks again, from the beginning. */
  readonly retry: () => void;
  /** Asks again, quietly, until an answer is what was waited for, and shows each. False: it did not come. */
  readonly follow: (isDone: (answer: T) => boolean) => Promise<boolean>;
}

/** Asks once, and again at each `retry`. An answer that comes too late is dropped. `read` must be the same at each call. */
export function useAnswer<T extends object>({ server, path, read }: Question<T>): Asked<T> {
  const [outcome, setOutcome] = useState<Outcome<T>>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(1);
  const isWanted = useRef(true);

  const ask = useCallback(async (): Promise<Outcome<T>> => {
    const answer = await server.get(path);
    if (answer.kind === 'failed') return answer;
    const found = read(answer.body);
    return typeof found === 'string' ? { kind: 'failed', reason: found } : { kind: 'loaded', answer: found };
  }, [server, path, read]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks the same question again
  useEffect(() => {
    let isLatest = true;
    isWanted.current = true;
    setOutcome({ kind: 'loading' });
    void ask().then((next) => {
      if (isLatest) setOutcome(next);
    });
    return () => {
      isLatest = false;
      isWanted.current = false;
    };
  }, [ask, attempt]);

  const follow = useCallback(
    async (isDone: (answer: T) => boolean) => {
      for (let poll = 0; poll < MOST_POLLS && isWanted.current; poll += 1) {
        const next = await ask();
        if (!isWanted.current) return false;
        // What is shown stays while the server cannot be reached.
        if (next.kind === 'loaded') setOutcome(next);
        if (next.kind === 'loaded' && isDone(next.answer)) return true;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
      return false;
    },
    [ask],
  );
  return { outcome, retry: useCallback(() => setAttempt((count) => count + 1), []), follow };
}
