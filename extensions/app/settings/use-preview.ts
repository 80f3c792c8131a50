import type { PreviewState } from '@account-health/contract/model';
import { useCallback, useEffect, useState } from 'react';
import { type Failed, type SettingsApi, shapeOf } from './settings-api.ts';

const PATH = '/api/settings/model/preview';
const POLL_EVERY_MS = 2_000;
const isPreview = shapeOf<PreviewState>({ state: 'string' });

export interface Preview {
  /** Null: not asked yet. */
  readonly state: PreviewState | null;
  readonly failed: Failed | null;
  /** The revision whose result a person has had before them; null: none. */
  readonly seen: number | null;
  /** Begins one of the draft with this revision; where there is one already, it is shown. */
  start(revision: number): void;
  /** Tells that the result of a revision is on the page. */
  look(revision: number): void;
}

/** The preview of the draft: asks how far it is once it is wanted, and again every other second while it is being made. */
export function usePreview(api: SettingsApi, wanted: boolean): Preview {
  const [state, setState] = useState<PreviewState | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const [seen, setSeen] = useState<number | null>(null);
  const ask = useCallback(
    async (revision: number | null) => {
      const answer = await (revision === null ? api.get(PATH) : api.post(PATH, { revision }));
      if (answer.kind === 'ok' && isPreview(answer.body)) {
        setState(answer.body);
        setFailed(null);
      } else {
        const text = answer.kind === 'stale' ? answer.text : null;
        setFailed(answer.kind === 'failed' ? answer : { kind: 'failed', reason: 'unreachable', text });
      }
    },
    [api],
  );
  useEffect(() => {
    if (wanted) void ask(null);
  }, [ask, wanted]);
  useEffect(() => {
    if (state?.state !== 'running') return;
    // A call that failed leaves the state as it is, in a new failure: it is asked again all the same.
    const timer = setInterval(() => void ask(null), POLL_EVERY_MS);
    return () => clearInterval(timer);
  }, [state?.state, ask]);
  const start = useCallback((revision: number) => void ask(revision), [ask]);
  return { state, failed, seen, start, look: setSeen };
}
