import { LoadingSpinner } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { LoadFailure } from './load-failure.tsx';
import type { OwnWords } from './own-words.ts';
import type { Loaded } from './use-answer.ts';

interface WithAnswerProps<Body> {
  readonly answer: Loaded<Body>;
  readonly own: OwnWords;
  readonly children: (body: Body) => ReactNode;
}

/** What needs an answer, once it is there; else that it is coming, or why it is not. */
export function WithAnswer<Body>({ answer: { state, reload }, own, children }: WithAnswerProps<Body>) {
  if (state.kind === 'loading') return <LoadingSpinner label={own.loading} showLabel layout="centered" />;
  if (state.kind === 'failed') return <LoadFailure failed={state} own={own} onRetry={reload} />;
  return children(state.body);
}
