import type { TypePlan } from '../scoring/read-plan.ts';
import type { PassCursor } from '../store/sync-state.ts';
import { ALL_IDS } from './id-ranges.ts';
import type { AtLeast } from './read-window.ts';
import { SEARCH_LAG_MS } from './search-lag.ts';

/** A pass over all records (`completeTo` null), or over what changed since all were held. Ms. */
export function newPass(completeTo: number | null, startedAt: number): PassCursor {
  const begin = { startedAt, unread: [ALL_IDS], topId: null, read: 0, expected: null };
  return completeTo === null
    ? { ...begin, since: null, list: { after: null, upTo: ALL_IDS.above, beyondId: null } }
    : // Our clock is not HubSpot's, and its search shows a change some moments late.
      { ...begin, since: completeTo - SEARCH_LAG_MS, list: null };
}

/** HubSpot spells its last-modified property differently on contacts. */
export function modifiedFrom({ objectType }: TypePlan, since: number | null): AtLeast {
  return since === null ? {} : { [objectType === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate']: since };
}
