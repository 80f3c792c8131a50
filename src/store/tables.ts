/**
 * The tables, as Kysely sees them. Times are ms since 1970 UTC. Every table but `portal` starts its primary key with
 * `portal_id`, and grows by rows: a new object type, property or signal changes no column.
 */
import type { ColumnType, JSONColumnType, Kysely } from 'kysely';
import type { PortalId } from '../ids.ts';
import type { Values } from '../scoring/properties.ts';
import type { PortalProfile, ShownValues, SyncState } from './portal-store.ts';

interface PortalTable {
  portal_id: PortalId;
  profile: JSONColumnType<PortalProfile>;
}

/** Append-only versions. A null value ends the record; the version with the greatest `seen_at` is its latest. */
interface FactTable {
  portal_id: PortalId;
  object_type: string;
  record_id: string;
  seen_at: number;
  effective_at: number;
  value: ColumnType<Values | null, string | null, string | null>;
}

/** From `linked_at` until before `unlinked_at` the record was associated with the company; null: it still is. */
interface LinkTable {
  portal_id: PortalId;
  company_id: string;
  object_type: string;
  record_id: string;
  linked_at: number;
  unlinked_at: number | null;
}

interface SyncStateTable {
  portal_id: PortalId;
  object_type: string;
  state: JSONColumnType<SyncState>;
}

interface CycleTable {
  portal_id: PortalId;
  finished_at: number;
  as_of: number;
  published: boolean;
  model_name: string;
  model_version: string;
  context: ColumnType<unknown, string, string>;
}

interface PublishedScoreTable {
  portal_id: PortalId;
  company_id: string;
  as_of: number;
  score: number | null;
  status: string;
  model_version: string;
}

interface ShownValueTable {
  portal_id: PortalId;
  company_id: string;
  shown: JSONColumnType<ShownValues>;
}

export interface Tables {
  portal: PortalTable;
  fact: FactTable;
  link: LinkTable;
  sync_state: SyncStateTable;
  cycle: CycleTable;
  published_score: PublishedScoreTable;
  shown_value: ShownValueTable;
}

/** One portal's share of the database. Every query on a table takes its portal id from here. */
export interface PortalScope {
  readonly db: Kysely<Tables>;
  readonly portalId: PortalId;
}
