import type { FullView } from './account-view.ts';
import { activityTypes, type PortalContext, type Source, sourceOf } from './portal-context.ts';
import type { ActivityType } from './properties.ts';
import { readable, type ViewOf } from './readable.ts';

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
const NEW_FOR_DAYS = 30;

/** The sources that came within the days before the view's moment, once the portal was publishing: by type, usage last. */
export function gainsOf(account: FullView, isHealthy: IsHealthy): readonly Gain[] {
  const { asOf, calendar, portal } = account;
  const { publishedSince } = portal;
  if (publishedSince === undefined) return [];
  const newSince = Math.max(publishedSince, calendar.daysBefore(asOf, NEW_FOR_DAYS));
  const isNew = (at: number | null | undefined): at is number => typeof at === 'number' && at > newSince && at <= asOf;

  /** A source that is back gives back no more than was there: whoever was healthy with it may be so again. */
  const wasHealthy = (at: number): boolean => {
    const then = account.earlier(at, portal);
    return then !== undefined && isHealthy(then, () => readable(then));
  };
  const ofTypes = activityTypes(portal).flatMap((name): Gain[] => {
    const { blocked, lostAt, firstReadAt, regained, firstRecordAt } = sourceOf(portal, name);
    if (blocked !== null && lostAt === undefined) return [];
    const cannotBeRead = (as: FullView) => withoutType(as, name, { blocked: 'scope_missing' });
    if (isNew(firstReadAt)) return [{ name, at: firstReadAt, without: cannotBeRead }];
    if (isNew(regained?.at) && !wasHealthy(regained.lostAt)) return [{ name, at: regained.at, without: cannotBeRead }];
    // Connected only since the portal holds such a record, though we could have read it before.
    const holdsNone = (as: FullView) => withoutType(as, name, { blocked: null, firstRecordAt: null, filledSince: {} });
    return isNew(firstRecordAt) ? [{ name, at: firstRecordAt, without: holdsNone }] : [];
  });
  const usageSince = portal.usage?.runningSince;
  return isNew(usageSince) ? [...ofTypes, { name: 'usage', at: usageSince, without: withoutUsage }] : ofTypes;
}

/** The account in a portal that has nothing of the type, then and before. */
function withoutType(account: FullView, type: ActivityType, change: Partial<Source>): FullView {
  const { sources } = account.portal;
  const portal = {
    ...account.portal,
    ...toldBy(type, account.portal),
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
  if (type === 'meetings') return { kindQuarters: { ...kindQuarters, meetings: {} } };
  if (type === 'tickets') return { kindQuarters: { ...kindQuarters, tickets: {} }, ticketMedians: {} };
  return {};
}

function withoutUsage(account: FullView): FullView {
  const { usage: _, ...portal } = account.portal;
  return { ...account, portal, usage: [] };
}
