import type { Scorecard } from '@account-health/contract';
import type { FailureReason } from './card-texts.ts';

const STATES: readonly unknown[] = [
  'scored',
  'unknown',
  'not_customer',
  'not_found',
  'not_connected',
] satisfies Scorecard['state'][];
const LISTS = ['dimensions', 'receipt', 'missing', 'history'] as const satisfies (keyof Scorecard)[];

/** What came after the first servers: a card that is newer than its server goes on without. */
const LATER = {
  changes: [],
  marks: [],
  historyMarks: [],
  historyNotes: [],
  hint: null,
  stale: null,
  nextAction: null,
  pulse: null,
  override: null,
  you: { mayJudge: false, mayMakeTasks: false },
} satisfies Partial<Scorecard>;

/** A scorecard that the card can show without stopping, or why there is none; the server that sent it may be of another version. */
export function readScorecard(body: unknown): Scorecard | FailureReason {
  if (typeof body !== 'object' || body === null) return 'unreachable';
  const { state, ...rest } = body as Partial<Record<keyof Scorecard, unknown>>;
  const isWhole = typeof rest.locale === 'string' && LISTS.every((list) => Array.isArray(rest[list]));
  if (!STATES.includes(state) || !isWhole) return 'unreachable';
  // A server from before the words were its own.
  if (typeof rest.words !== 'object' || rest.words === null) return 'outdated';
  const sent = Object.entries(body).filter(([, value]) => value !== undefined);
  return { ...LATER, ...Object.fromEntries(sent) } as unknown as Scorecard;
}
