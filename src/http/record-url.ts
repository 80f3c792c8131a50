import type { CompanyId, PortalId } from '../ids.ts';
import { definitionOf, type ObjectType } from '../scoring/object-types.ts';

/** Address of a record's page in the portal. */
export type RecordUrl = (record: { readonly objectType: ObjectType; readonly id: string }) => string;

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
      ? `${record(definitionOf('companies').typeId, at.companyId)}?engagement=${id}`
      : record(definitionOf(objectType).typeId, id);
}

/** Makes the addresses of a company's tasks. A task opens on the company's timeline, as an email does. */
export const makeTaskUrl =
  ({
    uiDomain,
    portalId,
    companyId,
  }: {
    readonly uiDomain: string;
    readonly portalId: PortalId;
    readonly companyId: CompanyId;
  }) =>
  (taskId: string): string =>
    `https://${uiDomain}/contacts/${portalId}/record/${definitionOf('companies').typeId}/${companyId}?engagement=${taskId}`;
