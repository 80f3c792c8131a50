import type { Scorecard } from '@account-health/contract';
import { hubspot } from '@hubspot/ui-extensions';
import { useCallback, useEffect, useState } from 'react';

/** Why there is nothing to show: the reader's next move differs. */
export type FailureReason = 'unreachable' | 'refused' | 'not_set_up';

export type Outcome =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  | { readonly kind: 'loaded'; readonly scorecard: Scorecard };

interface Request {
  readonly backendUrl: string;
  readonly companyId: string;
  readonly locale: string;
}

const STATES: readonly unknown[] = ['scored', 'unknown', 'not_customer', 'not_found'] satisfies Scorecard['state'][];
const LISTS = ['dimensions', 'receipt', 'missing', 'history'] as const satisfies (keyof Scorecard)[];

/** Whether the card can show it without stopping; the server that sent it may be of another version. */
function isScorecard(body: unknown): body is Scorecard {
  if (typeof body !== 'object' || body === null) return false;
  const { state, ...rest } = body as Partial<Record<keyof Scorecard, unknown>>;
  return STATES.includes(state) && typeof rest.locale === 'string' && LISTS.every((list) => Array.isArray(rest[list]));
}

async function load({ backendUrl, companyId, locale }: Request): Promise<Outcome> {
  if (backendUrl === '') return { kind: 'failed', reason: 'not_set_up' };
  try {
    const path = `/api/companies/${encodeURIComponent(companyId)}/scorecard?locale=${encodeURIComponent(locale)}`;
    // HubSpot signs the request and adds who asks for it; nothing secret is in the card.
    const response = await hubspot.fetch(`${backendUrl}${path}`, { method: 'GET' });
    if (response.status === 401 || response.status === 403) return { kind: 'failed', reason: 'refused' };
    const body: unknown = response.ok ? await response.json() : undefined;
    return isScorecard(body) ? { kind: 'loaded', scorecard: body } : { kind: 'failed', reason: 'unreachable' };
  } catch {
    return { kind: 'failed', reason: 'unreachable' };
  }
}

/** Loads the company's scorecard once, and again at each `retry`. An answer that comes too late is dropped. */
export function useScorecard({ backendUrl, companyId, locale }: Request): { outcome: Outcome; retry: () => void } {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks the same question again
  useEffect(() => {
    let wanted = true;
    setOutcome({ kind: 'loading' });
    void load({ backendUrl, companyId, locale }).then((next) => {
      if (wanted) setOutcome(next);
    });
    return () => {
      wanted = false;
    };
  }, [backendUrl, companyId, locale, attempt]);
  return { outcome, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
