import type { FullView } from './account-view.ts';
import type { ActivityType } from './object-types.ts';
import { activityTypes, type PortalContext, type Source, sourceOf } from './portal-context.ts';
import { readable, type ViewOf } from './readable.ts';
import { givenBack, lossesOf } from './source-loss.ts';

/** Whether the account, seen so, comes out healthy when nothing holds it. */
export type IsHealthy = (account: FullView, viewOf: ViewOf) => boolean;

/** What can come or go: the types of records, and the usage that is posted to us. */
export type SourceName = ActivityType | 'usage';

/** A source that came lately, and what the account is without it. */
export interface Gain {
  readonly name: SourceName;
  /** When it came, ms. */
  readonly at: number;
  without(account: FullView): FullView;
}

/** Calendar days for which a source counts as new: as long as the change that the card shows looks back. */
export const NEW_FOR_DAYS = 30;

/** The sources that came within the days before the view's moment, once the portal was publishing: those that are new, then those that are back. */
export function gainsOf(account: FullView, isHealthy: IsHealthy): readonly Gain[] {
  const { calendar, portal } = account;
  const asOf = account.now.ms;
  const { publishedSince } = portal;
  if (publishedSince === undefined) return [];
  const newSince = Math.max(publishedSince, calendar.daysBefore(asOf, NEW_FOR_DAYS));
  const isNew = (at: number | null | undefined): at is number => typeof at === 'number' && at > newSince && at <= asOf;

  const ofTypes = activityTypes(portal).flatMap((name): Gain[] => {
    const { blocked, lostAt, firstReadAt, firstRecordAt } = sourceOf(portal, name);
    if (blocked !== null && lostAt === undefined) return [];
    if (isNew(firstReadAt)) return [{ name, at: firstReadAt, without: (as) => withoutType(as, name, NEVER_READ) }];
    // Connected only since the portal holds such a record, though we could have read it before.
    if (isNew(firstRecordAt))
      return [{ name, at: firstRecordAt, without: (as) => withoutType(as, name, { ...HOLDS_NONE, blocked: null }) }];
    return [];
  });
  const usageSince = portal.usage?.runningSince;
  const first: readonly Gain[] = isNew(usageSince)
    ? [...ofTypes, { name: 'usage', at: usageSince, without: withoutUsage }]
    : ofTypes;

  /**
   * A source that is back gives back no more than was there: whoever was healthy with it may be so again. What was lost since was still
   * there then.
   */
  const wasHealthy = (moment: number): boolean => {
    const lostSince = lossesOf(account).filter(({ at }) => at > moment);
    const seen = { ...account, portal: givenBack(portal, lostSince) };
    const known = first.filter(({ at }) => at > moment).reduce((as, gain) => gain.without(as), seen);
    const then = known.earlier(moment, known.portal);
    return then !== undefined && isHealthy(then, () => readable(then));
  };
  const back = activityTypes(portal).flatMap((name): Gain[] => {
    const { blocked, lostAt, regained } = sourceOf(portal, name);
    if (blocked !== null && lostAt === undefined) return [];
    if (!isNew(regained?.at) || wasHealthy(regained.lostAt)) return [];
    return [{ name, at: regained.at, without: (as) => unreadable(as, name, { blocked: 'scope_missing' }) }];
  });
  return [...first, ...back];
}

const HOLDS_NONE = { firstRecordAt: null, filledSince: {} } as const;
const NEVER_READ = { ...HOLDS_NONE, blocked: 'scope_missing', runningSince: null } as const;

/** The account in a portal that has nothing of the type, then and before. */
const withoutType = (account: FullView, type: ActivityType, change: Partial<Source>): FullView =>
  unreadable({ ...account, portal: { ...account.portal, ...toldBy(type, account.portal) } }, type, change);

/** The account without its records of the type, then and before. What they told of the portal as a whole stays. */
function unreadable(account: FullView, type: ActivityType, change: Partial<Source>): FullView {
  const { sources } = account.portal;
  const portal = {
    ...account.portal,
    sources: { ...sources, [type]: { ...sourceOf(account.portal, type), ...change } },
  };
  const earlier: FullView['earlier'] = (moment, then) => {
    const before = account.earlier(moment, then);
    return before && { ...before, [type]: [] };
  };
  return { ...account, portal, [type]: [], earlier };
}

/** What the portal as a whole tells by the type alone, as it is without it. */
function toldBy(type: ActivityType, { kindQuarters }: PortalContext): Partial<PortalContext> {
  if (type === 'emails') return { mailLoggedDays: {} };
  if (type === 'calls') return { callLoggedDays: {} };
  if (type === 'meetings') return { kindQuarters: { ...kindQuarters, meetings: {} } };
  if (type === 'tickets') return { kindQuarters: { ...kindQuarters, tickets: {} }, ticketMedians: {} };
  return {};
}

function withoutUsage(account: FullView): FullView {
  const { usage: _, ...portal } = account.portal;
  const earlier: FullView['earlier'] = (moment, then) => {
    const before = account.earlier(moment, then);
    return before && { ...before, usage: [] };
  };
  return { ...account, portal, usage: [], earlier };
}
