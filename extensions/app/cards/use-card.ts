import { userLocale } from '@account-health/contract/user-locale';
import { useExtensionContext } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { type CardServer, makeCardServer } from './card-server.ts';

/** Where a card is, and whom it may ask. Of every location in the CRM alike. */
export interface CardPlace {
  readonly recordId: string;
  /** HubSpot's id of the record's type, such as 0-2. */
  readonly objectTypeId: string;
  readonly locale: string;
  readonly server: CardServer;
}

export function useCard(): CardPlace {
  const { user, crm, variables } = useExtensionContext<'crm.record.sidebar'>();
  const locale = userLocale(user);
  const backendUrl = String(variables?.BACKEND_URL ?? '');
  const server = useMemo(() => makeCardServer({ backendUrl, locale }), [backendUrl, locale]);
  return { recordId: String(crm.objectId), objectTypeId: String(crm.objectTypeId), locale, server };
}
