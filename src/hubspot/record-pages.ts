import type { CallOrder } from './call-order.ts';
import type { HubSpotRecord } from './record-schema.ts';

export interface RecordPage {
  readonly records: readonly HubSpotRecord[];
  /** When it was asked for, ms since 1970 UTC: what it says was so then or later. */
  readonly askedAt: number;
  /** Where the next page starts; undefined on the last one. */
  readonly after: string | undefined;
}

export interface ListRequest extends CallOrder {
  readonly properties: readonly string[];
  /** Plural object types whose associations come along, at no extra call but for records with more than one page. */
  readonly associations: readonly string[];
  readonly archived?: boolean;
  /** Start after this cursor (a `RecordPage.after` from before). */
  readonly after?: string | undefined;
}

/** One page of a search by record id, the highest ids first. */
export interface SearchRequest extends CallOrder {
  readonly properties: readonly string[];
  /** Records with a greater id; "0" for all. */
  readonly above: string;
  /** Records with an id up to and with this one; null for all. */
  readonly upTo: string | null;
  /** Least values of properties that are moments, ms since 1970 UTC; records without a value are not found. */
  readonly atLeast?: Readonly<Record<string, number>>;
  /** Records of the page, 1..200; default 200. */
  readonly limit?: number;
}

export interface SearchPage {
  /** By id, descending. Without associations: search gives none. */
  readonly records: readonly HubSpotRecord[];
  readonly askedAt: number;
  /** Records that match, on this page and beyond it, as HubSpot counts them. */
  readonly total: number;
  /** Whether there are records that match beyond this page, all with lower ids. */
  readonly more: boolean;
}

/** What `read` found. An id that is in neither list does not exist, or is archived. */
export interface ReadRecords {
  /** Without associations. */
  readonly records: readonly HubSpotRecord[];
  readonly askedAt: number;
}
