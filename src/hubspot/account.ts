import { z } from 'zod';
import { type PortalId, portalId } from '../ids.ts';
import { API } from './api-version.ts';
import type { CallHubSpot } from './call.ts';

export interface AccountInfo {
  readonly portalId: PortalId;
  /** IANA name, e.g. "Europe/Rome". */
  readonly timeZone: string;
  /** ISO 4217, e.g. "EUR". */
  readonly companyCurrency: string;
  /** The others that the portal has set up, ISO 4217; none where it has one currency alone. */
  readonly additionalCurrencies: readonly string[];
  /** Host of the portal's pages, e.g. "app-eu1.hubspot.com". */
  readonly uiDomain: string;
}

const accountSchema = z.object({
  portalId: z.int().positive().transform(portalId),
  timeZone: z.string(),
  companyCurrency: z.string(),
  additionalCurrencies: z
    .array(z.string())
    .nullish()
    .transform((codes) => codes ?? []),
  uiDomain: z.string(),
});

export function readAccount(call: CallHubSpot): Promise<AccountInfo> {
  return call({ method: 'GET', path: `${API.accountInfo}/details`, budget: 'general', answer: accountSchema });
}
