import type { PortalClient, RecordPage } from '../hubspot/portal-client.ts';
import type { TypePlan } from '../scoring/read-plan.ts';
import type { SyncState } from '../store/portal-store.ts';

/** Where a pass is. A pass reads a type once: all of it (`full`), or what was modified at or after `since` (`changed`). */
export type Cursor = NonNullable<SyncState['cursor']>;

/** The pages of a pass from its cursor on, each record with the associations of the plan, and companies wherever it has any. */
export async function* recordPages(
  client: PortalClient,
  plan: TypePlan,
  properties: readonly string[],
  cursor: Cursor,
): AsyncIterable<RecordPage> {
  for await (const page of passPages(client, plan, properties, cursor)) {
    yield plan.companiesVia === undefined ? page : await lendCompanies(client, plan.companiesVia, page);
  }
}

function passPages(
  client: PortalClient,
  plan: TypePlan,
  properties: readonly string[],
  cursor: Cursor,
): AsyncIterable<RecordPage> {
  const after = cursor.after ?? undefined;
  if (cursor.since === null) return client.list(plan.objectType, { properties, associations: asked(plan), after });
  const changed = client.changed(plan.objectType, {
    properties,
    // HubSpot spells it differently on contacts.
    modifiedProperty: plan.objectType === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate',
    since: cursor.since,
    afterId: after,
  });
  return withAssociations(client, plan, changed);
}

/** Search answers carry no associations, so they are read apart: one batch call a page and associated type. */
async function* withAssociations(
  client: PortalClient,
  plan: TypePlan,
  pages: AsyncIterable<RecordPage>,
): AsyncIterable<RecordPage> {
  for await (const page of pages) {
    const ids = page.records.map((record) => record.id);
    const lists = ids.length === 0 ? [] : asked(plan);
    const found = await Promise.all(
      lists.map(async (to) => ({ to, byId: await client.associations(plan.objectType, to, ids) })),
    );
    const records = page.records.map((record) => ({
      ...record,
      associations: Object.fromEntries(found.map(({ to, byId }) => [to, byId.get(record.id) ?? []])),
    }));
    yield { records, after: page.after };
  }
}

const asked = ({ associations, companiesVia }: TypePlan): readonly string[] => [
  ...new Set([...associations, ...(companiesVia === undefined ? [] : [companiesVia])]),
];

/** Fills the companies of records that have none with those of their associated records: one call for the page, if any. */
async function lendCompanies(client: PortalClient, via: string, page: RecordPage): Promise<RecordPage> {
  const lenders = (record: RecordPage['records'][number]): readonly string[] =>
    record.associations.companies?.length === 0 ? (record.associations[via] ?? []) : [];
  const ids = [...new Set(page.records.flatMap(lenders))];
  if (ids.length === 0) return page;
  const lent = await client.associations(via, 'companies', ids);
  const records = page.records.map((record) => {
    const companies = lenders(record).flatMap((id) => lent.get(id) ?? []);
    return companies.length === 0
      ? record
      : { ...record, associations: { ...record.associations, companies: [...new Set(companies)] } };
  });
  return { records, after: page.after };
}
