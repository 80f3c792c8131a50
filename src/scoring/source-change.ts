/**
 * A source's gain or loss alone never moves an account to healthy (scoring.md, rule 3): where one came or went, an account is
 * healthy only if it is so without that change as well.
 */
import type { FullView } from './account-view.ts';
import { dayOf, type Evidence, evidence } from './evidence.ts';
import { once } from './once.ts';
import type { PortalContext } from './portal-context.ts';
import { readable, type ViewOf } from './readable.ts';
import { gainsOf, type IsHealthy, type SourceName } from './source-gain.ts';
import { givenBack, type Loss, lossesOf } from './source-loss.ts';

/** The keys of the receipt's rows; no cap of a model may be called so. */
export const SOURCE_CHANGES = ['source_lost', 'source_gained'] as const;

/** Why an account that reads healthy is held below. `values` of the evidence: `sources`, joined by commas, and `since`, the day. */
export interface SourceHold {
  readonly key: (typeof SOURCE_CHANGES)[number];
  readonly evidence: Evidence;
}

/**
 * Why the account, which reads healthy, must not be; null: nothing came or went that it is healthy by.
 *
 * It must be healthy with the sources that were lost back, as they last were, and without those that came lately. Where several
 * changed, with the later of the changes undone and the earlier ones left: that is how it stood in between, and one change more
 * must not release what another held.
 */
export function sourceHold(account: FullView, isHealthy: IsHealthy): SourceHold | null {
  if (account.now.ms < firstChange(account.portal)) return null;
  const gains = gainsOf(account, isHealthy);
  for (const gained of latestFirst(gains)) {
    const without = gained.reduce((as, gain) => gain.without(as), account);
    // What came lately and was lost since: without it there was nothing to lose.
    const losses = lossesOf(account).filter(({ name }) => !gained.some((gain) => gain.name === name));
    for (const lost of latestFirst(losses)) {
      if (gained.length + lost.length === 0 || isHealthy(without, viewsBefore(without, lost))) continue;
      return lost.length > 0 ? hold('source_lost', lost) : hold('source_gained', gained);
    }
  }
  return null;
}

/** The first moment, ms, at which any source may have come or gone; before it nothing can hold an account. */
const firstChange = once(({ sources, usage, publishedSince }: PortalContext): number => {
  const moments: (number | null | undefined)[] = [];
  for (const { lostAt, firstReadAt, firstRecordAt, regained } of Object.values(sources)) {
    moments.push(lostAt);
    if (publishedSince === undefined) continue;
    for (const at of [firstReadAt, firstRecordAt, regained?.at]) if ((at ?? 0) > publishedSince) moments.push(at);
  }
  if (publishedSince !== undefined && (usage?.runningSince ?? 0) > publishedSince) moments.push(usage?.runningSince);
  return Math.min(...moments.map((at) => at ?? Number.POSITIVE_INFINITY));
});

/** The portal as if nothing had come or gone: no account is held. For what compares the account with itself. */
export const withoutChanges: (portal: PortalContext) => PortalContext = once((portal) => {
  const { publishedSince: _, ...rest } = portal;
  const sources = Object.entries(portal.sources).map(([type, { lostAt: _lostAt, regained: _regained, ...source }]) => [
    type,
    source,
  ]);
  return { ...rest, sources: Object.fromEntries(sources) };
});

/** None of the changes, then those of the latest moment, of the latest two moments, up to all. */
function latestFirst<T extends { readonly at: number }>(changes: readonly T[]): readonly (readonly T[])[] {
  const moments = [...new Set(changes.map(({ at }) => at))].toSorted((a, b) => b - a);
  return [[], ...moments.map((moment) => changes.filter(({ at }) => at >= moment))];
}

/** As if these had not been lost: a signal that reads any of them sees the account as it stood at the first of its losses. */
function viewsBefore(account: FullView, lost: readonly Loss[]): ViewOf {
  const seen = readable(account);
  const portal = givenBack(account.portal, lost);
  const before = new Map<number, FullView>();
  return ({ reads }) => {
    const own = lost.filter(({ name }) => reads[name] !== undefined);
    if (own.length === 0) return seen;
    const at = Math.min(...own.map((loss) => loss.at));
    // Of a company that was not known yet, the lost source never told anything.
    const then = before.get(at) ?? account.earlier(at, portal);
    if (then === undefined) return seen;
    before.set(at, then);
    return readable(then);
  };
}

const hold = (
  key: SourceHold['key'],
  changes: readonly { readonly name: SourceName; readonly at: number }[],
): SourceHold => ({
  key,
  evidence: evidence(key, {
    sources: changes.map(({ name }) => name).join(','),
    since: dayOf(Math.min(...changes.map(({ at }) => at))),
  }),
});
