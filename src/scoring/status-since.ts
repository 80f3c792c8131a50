import { type OverrideStatus, statusHeld } from './override.ts';
import type { PastScore } from './replay.ts';

/** What a company's status was made of over time. Moments in ms since 1970 UTC. */
export interface StatusHistory {
  /** The published statuses, each from `at` on until the next; ascending. Before the first nothing was shown. */
  readonly published: readonly { readonly at: number; readonly status: PastScore['status'] }[];
  /** What people set in their place, each until it expires or the next is said; null: taken back. Ascending. */
  readonly overrides: readonly {
    readonly at: number;
    readonly status: OverrideStatus | null;
    /** The last moment at which it holds; null where it was taken back. */
    readonly expiresAt: number | null;
  }[];
}

/** The status shown at a moment; null: none, for it was no customer, or nothing was published yet. */
function statusAt({ published, overrides }: StatusHistory, at: number): string | null {
  const computed = published.findLast((one) => one.at <= at)?.status ?? null;
  const said = overrides.findLast((one) => one.at <= at);
  const held = said?.status != null && at <= (said.expiresAt ?? 0) ? said.status : undefined;
  return statusHeld(computed === 'not_customer' ? null : computed, held === undefined ? undefined : { status: held });
}

/**
 * Since when the status that holds at `asOf` has held without a break, ms, at or before `asOf`: `asOf` itself where the history
 * shows another until then, or nothing. What comes after `asOf` does not count.
 */
export function statusSince(history: StatusHistory, status: string, asOf: number): number {
  const changes = [
    ...history.published.map(({ at }) => at),
    ...history.overrides.flatMap(({ at, expiresAt }) => (expiresAt === null ? [at] : [at, expiresAt + 1])),
  ];
  let since = asOf;
  for (const at of changes.filter((one) => one <= asOf).toSorted((a, b) => b - a)) {
    if (statusAt(history, at) !== status) break;
    since = at;
  }
  return since;
}
