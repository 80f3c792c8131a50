import { useCallback, useMemo, useRef, useState } from 'react';

/** Forms that were begun and not saved. They live above the tabs: of these only the open one is on the page. */
export interface Kept {
  /** Undefined: nothing was begun. */
  get<Form>(name: string): Form | undefined;
  /** Undefined: saved, or given up. */
  set(name: string, form: unknown): void;
}

export function useKept(): Kept {
  const forms = useRef<Record<string, unknown>>({});
  const [changes, setChanges] = useState(0);
  const set = useCallback((name: string, form: unknown) => {
    forms.current = { ...forms.current, [name]: form };
    setChanges((count) => count + 1);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is what makes it another one, for whoever shows it
  return useMemo(() => ({ get: <Form>(name: string) => forms.current[name] as Form | undefined, set }), [changes, set]);
}
