import type { FullView } from './account-view.ts';
import { ACTIVITY_TYPES } from './properties.ts';
import type { Signal } from './signal.ts';

/** The account as each signal is to see it. */
export type ViewOf = (signal: Signal) => FullView;

/** The account without what sources told that were lost since: it grows old, and would read as silence. */
export function readable(account: FullView): FullView {
  const lost = ACTIVITY_TYPES.filter((type) => account.portal.sources[type].blocked !== null);
  return { ...account, ...Object.fromEntries(lost.map((type) => [type, []])) };
}
