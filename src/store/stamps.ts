import { sql } from 'kysely';
import type { CompanyId } from '../ids.ts';
import type { PortalScope } from './tables.ts';

/**
 * Texts that are never the same again once something was written that a scorecard is computed from. Facts need not be among it: they count
 * from the next cycle or rescoring on, and their deletion for good is a purge.
 */
export interface Stamp {
  /** Changes as a cycle ends, with a purge of any record, and as the portal's profile or the state of its installation changes. */
  readonly portal: string;
  /** Changes with that, and as the company is rescored or judged, or a task is made for it. */
  readonly company: string;
}

/**
 * One statement, by indexes alone where a company is named. `xmin` is the transaction that wrote a row (PostgreSQL's manual, System
 * Columns): another one with every write, also where the values stay. Of rows that are only added and replaced its sum grows with every write.
 */
export async function readStamp({ db, portalId }: PortalScope, companyId?: CompanyId): Promise<Stamp> {
  const ofPortal = sql`portal_id = ${portalId}`;
  const ofCompany = companyId === undefined ? ofPortal : sql`${ofPortal} and company_id = ${companyId}`;
  const { rows } = await sql<{ portal: string; said: string }>`
    select
      concat_ws('/',
        (select xmin::text from portal where ${ofPortal}),
        (select state from installation where ${ofPortal}),
        (select finished_at || '.' || xmin::text from cycle where ${ofPortal} order by finished_at desc limit 1)
      ) as portal,
      concat_ws('/',
        (select coalesce(sum(xmin::text::bigint), 0) from rescored_company where ${ofCompany}),
        (select coalesce(sum(xmin::text::bigint), 0) from judgement where ${ofCompany}),
        (select coalesce(sum(xmin::text::bigint), 0) from play where ${ofCompany})
      ) as said
  `.execute(db);
  const { portal = '', said = '' } = rows[0] ?? {};
  return { portal, company: `${portal}/${said}` };
}
