import type { CompanyId, PortalId } from '../ids.ts';
import type { ObjectType } from '../scoring/properties.ts';

/** Address of a record's page in the portal. */
export type RecordUrl = (record: { readonly objectType: ObjectType; readonly id: string }) => string;

/** HubSpot's object type ids, which its pages use. */
const TYPE_IDS: Readonly<Record<ObjectType, string>> = {
  companies: '0-2',
  contacts: '0-1',
  deals: '0-3',
  tickets: '0-5',
  emails: '0-49',
  invoices: '0-53',
};

/** Makes the addresses of one company's records. An email has no page of its own: it opens on the company's timeline. */
export function makeRecordUrl(at: {
  readonly uiDomain: string;
  readonly portalId: PortalId;
  readonly companyId: CompanyId;
}): RecordUrl {
  const record = (typeId: string, id: string) =>
    `https://${at.uiDomain}/contacts/${at.portalId}/record/${typeId}/${id}`;
  return ({ objectType, id }) =>
    objectType === 'emails'
      ? `${record(TYPE_IDS.companies, at.companyId)}?engagement=${id}`
      : record(TYPE_IDS[objectType], id);
}
