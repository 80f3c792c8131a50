import { useCallback, useEffect, useState } from 'react';
import type { Answer, Failed, SettingsApi } from './settings-api.ts';

export type Disconnecting =
  | { readonly kind: 'idle' | 'asking' }
  /** It goes on; `asked` counts how often its end was asked for. */
  | { readonly kind: 'disconnecting'; readonly clearValues: boolean; readonly asked: number }
  | { readonly kind: 'done'; readonly cleared: number }
  /** HubSpot did not let so many companies be blanked, and nothing else was done. */
  | { readonly kind: 'not_cleared'; readonly failed: number }
  /** It went on, and then nobody could be asked about it any more. */
  | { readonly kind: 'silent' }
  | Failed;

const AGAIN_MS = 3_000;
/** A request that got lost says nothing of what it asked about: so many in a row do. */
const MOST_LOST = 3;

/** Disconnecting, and how far it is. */
export interface Disconnect {
  readonly state: Disconnecting;
  /** `clearValues`: the scores in HubSpot are blanked first. */
  readonly disconnect: (clearValues: boolean) => Promise<void>;
  /** The account is on its way out, or out: there is nothing left to set. */
  readonly isLeaving: boolean;
}

/** Disconnects, and asks what came of it until it is known. */
export function useDisconnect(api: SettingsApi, portalId: number): Disconnect {
  const [state, setState] = useState<Disconnecting>({ kind: 'idle' });
  const [lost, setLost] = useState(0);
  const ask = useCallback(
    (clearValues: boolean) => api.post('/api/settings/disconnect', { portalId, clearValues }),
    [api, portalId],
  );
  const disconnect = async (clearValues: boolean) => {
    setState({ kind: 'asking' });
    setLost(0);
    setState(first(await ask(clearValues), clearValues));
  };
  useEffect(() => {
    if (state.kind !== 'disconnecting') return;
    const { clearValues, asked } = state;
    let wanted = true;
    const timer = setTimeout(() => {
      void ask(clearValues).then((answer) => {
        if (!wanted) return;
        const said = outcome(answer, clearValues, asked + 1);
        const isLost = said === undefined && answer.kind === 'failed' && answer.reason === 'unreachable';
        if (said !== undefined) setState(said);
        else if (isLost && lost + 1 < MOST_LOST) {
          setLost(lost + 1);
          setState({ kind: 'disconnecting', clearValues, asked: asked + 1 });
        } else setState({ kind: 'silent' });
      });
    }, AGAIN_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [state, ask, lost]);
  const isLeaving = state.kind === 'disconnecting' || state.kind === 'done' || state.kind === 'silent';
  return { state, disconnect, isLeaving };
}

/** Before anything went on, no is no. */
function first(answer: Answer, clearValues: boolean): Disconnecting {
  const unknown: Failed = { kind: 'failed', reason: 'unreachable', text: null };
  return outcome(answer, clearValues, 0) ?? (answer.kind === 'failed' ? answer : unknown);
}

/** What an answer tells; undefined: nothing. */
function outcome(answer: Answer, clearValues: boolean, asked: number): Disconnecting | undefined {
  if (answer.kind !== 'ok' || typeof answer.body !== 'object' || answer.body === null) return undefined;
  const { state, cleared, failed } = answer.body as Record<string, unknown>;
  if (state === 'disconnecting') return { kind: 'disconnecting', clearValues, asked };
  if (state === 'disconnected') return { kind: 'done', cleared: typeof cleared === 'number' ? cleared : 0 };
  if (state === 'not_cleared') return { kind: 'not_cleared', failed: typeof failed === 'number' ? failed : 0 };
  return undefined;
}
