/** Every table that holds something of a portal, and what an export leaves out of it. */
import type { Tables } from './tables.ts';

interface Treatment {
  /** Columns that are secrets, or let somebody recognise one. */
  readonly secret?: readonly string[];
  /** Why no row of the table is exported; left out: they are. */
  readonly notExported?: string;
}

/** Complete by type: a new table compiles only once somebody has thought of what it would give away. */
const TREATMENTS: Readonly<Record<keyof Tables, Treatment>> = {
  portal: {},
  fact: {},
  link: {},
  company_records: { notExported: 'links again, for faster reading' },
  property_history: {},
  sync_state: {},
  cycle: {},
  model: {},
  model_draft: {},
  published_score: {},
  shown_value: {},
  // Answers of HubSpot on their way into facts: gone within seconds, and never read by anybody else.
  staged_page: { notExported: 'what sync has in hand' },
  touched_record: {},
  rescored_company: {},
  purge_request: {},
  purged_record: {},
  judgement: {},
  ingest_key: { secret: ['hash'] },
  usage_row: {},
  usage_day: {},
  band_event: {},
  play: {},
  portal_setting: {},
  audit_entry: {},
  installation: { secret: ['sealed_tokens'] },
  // Answers of the last minutes, each of which repeats what other tables hold.
  seen_request: { notExported: 'answers of the last minutes' },
};

export type PortalTable = keyof Tables;

/** In the order in which they are exported: settings and what was read first, then what came of it. */
export const PORTAL_TABLES = Object.keys(TREATMENTS) as PortalTable[];

export const EXPORTED_TABLES: readonly PortalTable[] = PORTAL_TABLES.filter(
  (table) => TREATMENTS[table].notExported === undefined,
);

export const secretColumns = (table: PortalTable): readonly string[] => TREATMENTS[table].secret ?? [];
