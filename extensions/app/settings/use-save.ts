import { useCallback, useState } from 'react';
import type { Answer, Failed, Shape } from './settings-api.ts';
import type { Loaded } from './use-answer.ts';

export type Saving = { readonly kind: 'idle' | 'saving' | 'saved' } | Failed;

/**
 * Sends changes of what `loaded` shows, whose answer is what holds then. Whatever else comes of it, what holds is asked for anew: an answer
 * of 409 may not arrive as one.
 */
export function useSave<Body>({ put, reload }: Pick<Loaded<Body>, 'put' | 'reload'>, shape: Shape<Body>) {
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const save = useCallback(
    async (call: () => Promise<Answer>): Promise<Body | undefined> => {
      setSaving({ kind: 'saving' });
      const answer = await call();
      if (answer.kind === 'ok' && shape(answer.body)) {
        put(answer.body);
        setSaving({ kind: 'saved' });
        return answer.body;
      }
      if (answer.kind === 'stale' && shape(answer.body)) put(answer.body);
      else reload();
      setSaving(
        answer.kind === 'failed'
          ? answer
          : { kind: 'failed', reason: 'unreachable', text: answer.kind === 'stale' ? answer.text : null },
      );
      return undefined;
    },
    [put, reload, shape],
  );
  return { saving, save };
}
