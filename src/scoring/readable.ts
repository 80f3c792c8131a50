import type { FullView } from './account-view.ts';
import { activityTypes, sourceOf } from './portal-context.ts';
import type { Signal } from './signal.ts';

/** The account as each signal is to see it. */
export type ViewOf = (signal: Signal) => FullView;

/** The account without what sources told that were lost since: it grows old, and would read as silence. */
export function readable(account: FullView): FullView {
  const lost = activityTypes(account.portal).filter((type) => sourceOf(account.portal, type).blocked !== null);
  return lost.length === 0 ? account : { ...account, ...Object.fromEntries(lost.map((type) => [type, []])) };
}
