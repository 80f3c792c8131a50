/** Fills an empty PostgreSQL database with the made portal: 50 facts and 50 links a company, two minutes for 100,000 companies. */
import pg from 'pg';
import { portalId } from '../../../src/ids.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { madeAccount } from './made-accounts.ts';
import { strewn } from './made-portal.ts';

export const PORTAL = portalId(1);

/** Companies of one statement. */
const BATCH = 200;
/** One makes the next batch while the server takes those before. */
const CONNECTIONS = 3;

const STAGE = `create unlogged table stage (object_type text collate "C", record_id text collate "C", company_id text collate "C",
  seen_at bigint, effective_at bigint, value jsonb)`;
const TAKE = `insert into stage select * from json_to_recordset($1)
  as r(object_type text, record_id text, company_id text, seen_at bigint, effective_at bigint, value jsonb)`;

/** The rows lie as sync leaves them: a type after the other, each by record id. Indexes are made last, which is faster. */
const FILL = [
  `create temporary table made_index as select indexname, indexdef from pg_indexes
    where tablename in ('fact', 'link') and indexname not like '%_pkey'`,
  `do $$ declare name text; begin for name in select indexname from made_index loop execute 'drop index ' || name; end loop; end $$`,
  'alter table fact drop constraint fact_pkey',
  'alter table link drop constraint link_pkey',
  `set maintenance_work_mem = '1GB'`,
  `set work_mem = '1GB'`,
  `insert into fact (portal_id, object_type, record_id, seen_at, effective_at, value)
    select ${PORTAL}, object_type, record_id, seen_at, effective_at, value from stage order by object_type, record_id`,
  `insert into link (portal_id, company_id, object_type, record_id, linked_at)
    select ${PORTAL}, company_id, object_type, record_id, seen_at from stage where object_type <> 'companies' order by object_type, record_id`,
  'drop table stage',
  'alter table fact add primary key (portal_id, object_type, record_id, seen_at)',
  'alter table link add primary key (portal_id, company_id, object_type, record_id, linked_at)',
  `do $$ declare made text; begin for made in select indexdef from made_index loop execute made; end loop; end $$`,
  'vacuum analyze fact',
  'vacuum analyze link',
];

/** Makes the tables, and fills them with so many companies. */
export async function loadPortal(databaseUrl: string, companies: number): Promise<void> {
  const store = await openStore({ databaseUrl });
  await store.portal(PORTAL).saveProfile({ timeZone: 'Europe/Berlin', currency: 'EUR', uiDomain: 'app.hubspot.com' });
  await store.close();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  await pool.query(STAGE);
  const underWay = new Set<Promise<unknown>>();
  for (let first = 0; first < companies; first += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, companies - first) }, (_, index) =>
      rowsOf(first + index, companies),
    );
    const taken: Promise<unknown> = pool
      .query(TAKE, [JSON.stringify(rows.flat())])
      .finally(() => underWay.delete(taken));
    underWay.add(taken);
    if (underWay.size >= CONNECTIONS) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  const client = await pool.connect();
  for (const statement of FILL) await client.query(statement);
  client.release();
  await pool.end();
}

function rowsOf(number: number, companies: number) {
  const { companyId, company, records } = strewn(madeAccount(number), companies);
  const all = [{ objectType: 'companies', id: companyId, versions: company }, ...records];
  return all.flatMap(({ objectType, id, versions }) =>
    versions.map(({ seenAt, effectiveAt, values }) => ({
      object_type: objectType,
      record_id: id,
      company_id: companyId,
      seen_at: seenAt,
      effective_at: Math.round(effectiveAt),
      value: values,
    })),
  );
}
