import type { PortalClient } from '../hubspot/portal-client.ts';
import type { RecordPage, SearchPage } from '../hubspot/record-pages.ts';
import type { IdRange, PassCursor } from '../store/sync-state.ts';
import type { AtLeast } from './read-window.ts';
import type { Left, Way } from './workload.ts';

/** One object type's records, to be read once: what is asked, where it stands, and who takes what comes. */
export interface PassToRead {
  readonly client: PortalClient;
  readonly objectType: string;
  readonly properties: readonly string[];
  /** Object types whose associations come along with the list. */
  readonly associations: readonly string[];
  /** What a record must have. */
  readonly atLeast: AtLeast;
  /** Among calls that wait for their turn; lower goes first. */
  readonly priority: (way: Way) => number;
  /** Told after each page. */
  readonly onLeft: (left: Left) => void;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Ends the pass after the pages in hand. */
  readonly signal: AbortSignal;
  /** Where the pass is now. */
  readonly cursor: () => PassCursor;
  /** Stores a page of the list, and counts the range as read. */
  readonly takeListed: (page: RecordPage, range: IdRange, list: PassCursor['list']) => Promise<void>;
  /** Stores a page of a search, and counts the range as read. `expected`: what `read` will come to, where the page tells. */
  readonly takeSearched: (page: SearchPage, range: IdRange, expected: number | null) => Promise<void>;
  /** Takes the list out of the pass. `all`: and has everything read again, by searches alone. */
  readonly dropList: (all: boolean) => Promise<void>;
}
