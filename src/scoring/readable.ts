import { type FullView, withoutRecords } from './account-view.ts';
import { once } from './once.ts';
import { activityTypes, type PortalContext, sourceOf } from './portal-context.ts';
import type { Signal } from './signal.ts';

/** The account as each signal is to see it. */
export type ViewOf = (signal: Signal) => FullView;

const lostTypes = once((sources: PortalContext['sources']) =>
  activityTypes({ sources }).filter((type) => sourceOf({ sources }, type).blocked !== null),
);

/** The account without what sources told that were lost since: it grows old, and would read as silence. */
export function readable(account: FullView): FullView {
  return withoutRecords(account, lostTypes(account.portal.sources));
}
