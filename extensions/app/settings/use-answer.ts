import { useCallback, useEffect, useState } from 'react';
import type { Failed, SettingsApi, Shape } from './settings-api.ts';

export type Loading<Body> = { readonly kind: 'loading' } | { readonly kind: 'loaded'; readonly body: Body } | Failed;

export interface Loaded<Body> {
  readonly state: Loading<Body>;
  /** What is shown was loaded before, and could not be loaded again: it may be out of date. */
  readonly isOld: boolean;
  /** Asks again. What is shown stays meanwhile, and where that fails; a failure makes way for loading. */
  readonly reload: () => void;
  /** Shows what another call answered, such as the one that changed it. */
  readonly put: (body: Body) => void;
}

interface Held<Body> {
  readonly state: Loading<Body>;
  readonly isOld: boolean;
}

/**
 * Asks when the section appears, and again where the question changes or somebody says so; an answer that comes too late is dropped. Each
 * answer, and each failure, is a new `state`, so that whoever asks at intervals can go by it.
 *
 * @param shape must be the same function at every rendering
 */
export function useAnswer<Body>(api: SettingsApi, path: string, shape: Shape<Body>): Loaded<Body> {
  const [held, setHeld] = useState<Held<Body>>({ state: { kind: 'loading' }, isOld: false });
  const [attempt, setAttempt] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks the same question again
  useEffect(() => {
    let wanted = true;
    setHeld((before) => (before.state.kind === 'loaded' ? before : { state: { kind: 'loading' }, isOld: false }));
    void api.get(path).then((answer) => {
      if (!wanted) return;
      if (answer.kind === 'ok' && shape(answer.body))
        return setHeld({ state: { kind: 'loaded', body: answer.body }, isOld: false });
      const failed: Failed = answer.kind === 'failed' ? answer : { kind: 'failed', reason: 'unreachable', text: null };
      // Nothing that is shown is wiped away by one lost call.
      setHeld(({ state }) =>
        state.kind === 'loaded' ? { state: { ...state }, isOld: true } : { state: failed, isOld: false },
      );
    });
    return () => {
      wanted = false;
    };
  }, [api, path, shape, attempt]);
  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  const put = useCallback((body: Body) => setHeld({ state: { kind: 'loaded', body }, isOld: false }), []);
  return { ...held, reload, put };
}
