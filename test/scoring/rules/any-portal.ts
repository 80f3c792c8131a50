/** Portals whose sources came, went and came back; and that have, or had, nothing of a type. */
import fc from 'fast-check';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import type { AccountFacts } from '../../../src/scoring/facts.ts';
import { ACTIVITY_TYPES, type ActivityType } from '../../../src/scoring/object-types.ts';
import { type PortalContext, type Source, sourceOf } from '../../../src/scoring/portal-context.ts';
import { AS_OF, CONNECTED, RUNNING_SINCE } from '../arbitrary-account.ts';

/** The portal published first some weeks before the moment that accounts are judged at. */
const PUBLISHED_SINCE = AS_OF - 50 * DAY_MS;

export const ESTABLISHED: PortalContext = {
  ...CONNECTED,
  publishedSince: PUBLISHED_SINCE,
  sources: Object.fromEntries(
    Object.entries(CONNECTED.sources).map(([type, source]) => [type, { ...source, firstReadAt: RUNNING_SINCE }]),
  ) as unknown as PortalContext['sources'],
};

export const withSource = (portal: PortalContext, type: ActivityType, change: Partial<Source>): PortalContext => ({
  ...portal,
  sources: { ...portal.sources, [type]: { ...sourceOf(portal, type), ...change } },
});

/** The portal in which the type was found lost at a moment. */
export const losing = (portal: PortalContext, type: ActivityType, lostAt: number): PortalContext =>
  withSource(portal, type, { blocked: 'scope_missing', lostAt });

/** The portal and the account before anything of the type could be read: `unread`; or before there was anything of it: `none`. */
export function beforeGain(
  portal: PortalContext,
  facts: AccountFacts,
  type: ActivityType,
  why: 'unread' | 'none',
): { readonly portal: PortalContext; readonly facts: AccountFacts } {
  const { firstReadAt, ...source } = sourceOf(portal, type);
  const before: Source =
    why === 'unread'
      ? { ...source, blocked: 'scope_missing', runningSince: null, firstRecordAt: null, filledSince: {} }
      : { ...source, firstReadAt: firstReadAt ?? RUNNING_SINCE, firstRecordAt: null, filledSince: {} };
  const { meetings, tickets } = portal.kindQuarters;
  return {
    facts: { ...facts, records: facts.records.filter(({ objectType }) => objectType !== type) },
    portal: {
      ...portal,
      sources: { ...portal.sources, [type]: before },
      mailLoggedDays: type === 'emails' ? {} : portal.mailLoggedDays,
      ...(portal.callLoggedDays && { callLoggedDays: type === 'calls' ? {} : portal.callLoggedDays }),
      ticketMedians: type === 'tickets' ? {} : portal.ticketMedians,
      kindQuarters: { meetings: type === 'meetings' ? {} : meetings, tickets: type === 'tickets' ? {} : tickets },
    },
  };
}

export const anyType = fc.constantFrom(...ACTIVITY_TYPES);
// Not at the very moment: what came together has no order.
const lately = fc.integer({ min: 1, max: 45 }).map((days) => AS_OF - days * DAY_MS);
type Change = (portal: PortalContext, type: ActivityType) => PortalContext;
const change: fc.Arbitrary<Change> = fc.oneof(
  lately.map(
    (at): Change =>
      (portal, type) =>
        losing(portal, type, at),
  ),
  lately.map(
    (at): Change =>
      (portal, type) =>
        withSource(portal, type, { firstReadAt: at }),
  ),
  lately.map(
    (at): Change =>
      (portal, type) =>
        withSource(portal, type, { firstRecordAt: at, filledSince: {} }),
  ),
  fc.record({ at: lately, days: fc.integer({ min: 1, max: 40 }) }).map(
    ({ at, days }): Change =>
      (portal, type) =>
        withSource(portal, type, { regained: { lostAt: at - days * DAY_MS, at } }),
  ),
);

/** A portal that has been publishing for weeks, some of whose sources came or went in that time. */
export const changedPortal: fc.Arbitrary<PortalContext> = fc
  .uniqueArray(fc.tuple(anyType, change), { maxLength: 3, selector: ([type]) => type })
  .map((changes) => changes.reduce((portal, [type, make]) => make(portal, type), ESTABLISHED));

/** A portal with sources that are missing for whatever reason, and properties that it does not have. */
export const anyPortal: fc.Arbitrary<PortalContext> = fc
  .record({
    portal: changedPortal,
    lacks: fc.uniqueArray(
      fc.tuple(
        anyType,
        fc.constantFrom('scope_missing' as const, 'type_missing' as const, 'not_read_yet' as const, null),
      ),
      { maxLength: 3, selector: ([type]) => type },
    ),
    bands: fc.option(
      fc.uniqueArray(fc.nat(100), { minLength: 2, maxLength: 2 }).map((two) => two.toSorted((a, b) => a - b)),
      { nil: undefined },
    ),
  })
  .map(({ portal, lacks, bands }) => {
    const lacking = lacks.reduce(
      (so, [type, blocked]) =>
        withSource(so, type, blocked === null ? { firstRecordAt: null, filledSince: {} } : { blocked }),
      portal,
    );
    const [atRiskFrom = 0, healthyFrom = 0] = bands ?? [];
    return bands === undefined ? lacking : { ...lacking, bands: { atRiskFrom, healthyFrom, computedAt: AS_OF } };
  });
