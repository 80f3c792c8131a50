import { z } from 'zod';
import { portalId } from '../ids.ts';
import { API } from './api-version.ts';
import type { CallHubSpot } from './call.ts';
import type { AccountInfo } from './portal-client.ts';

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
