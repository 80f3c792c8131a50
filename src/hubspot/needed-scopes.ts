/**
 * The scopes that a call needs, where HubSpot refuses it without naming them. HubSpot's docs: its scope reference, and the
 * "required scopes" of each endpoint; where any one of several will do, the one that an app like ours asks for.
 */
import { API } from './api-version.ts';

const CONTACTS = 'crm.objects.contacts.read';

/** What reading records takes, by HubSpot's plural; all of these. Activities go by the contacts' scope. */
const READ: Readonly<Record<string, readonly string[]>> = {
  companies: ['crm.objects.companies.read'],
  contacts: [CONTACTS],
  deals: ['crm.objects.deals.read'],
  tickets: ['tickets'],
  emails: [CONTACTS, 'sales-email-read'],
  invoices: ['crm.objects.invoices.read'],
  meetings: [CONTACTS],
  calls: [CONTACTS],
  communications: [CONTACTS],
  notes: [CONTACTS],
  feedback_submissions: [CONTACTS, 'crm.objects.feedback_submissions.read'],
  subscriptions: ['crm.objects.subscriptions.read'],
  commerce_payments: ['crm.objects.commercepayments.read'],
  quotes: ['crm.objects.quotes.read'],
};

/** What writing to companies takes: the only type that is written to. */
export const COMPANY_WRITE_SCOPE = 'crm.objects.companies.write';
/** What creating company properties takes. */
export const COMPANY_SCHEMA_SCOPE = 'crm.schemas.companies.write';

/** What reading the portal's users takes; HubSpot's docs: either of the two. The app asks for this one. */
export const USERS_SCOPE = 'settings.users.read';
export const OTHER_USERS_SCOPE = 'crm.objects.users.read';

/** The scopes that reading records of a type takes; none for a type that we do not know. */
export const readScopes = (objectType: string): readonly string[] =>
  objectType.startsWith('2-') ? ['crm.objects.custom.read'] : (READ[objectType] ?? []);

/** By method and path without its query, e.g. "GET /crm/objects/2026-09/deals". Empty: not known. */
export function neededScopes(call: string): readonly string[] {
  const [method = '', path = ''] = call.split(' ');
  const under = (base: string): readonly string[] | undefined =>
    path.startsWith(`${base}/`)
      ? path
          .slice(base.length + 1)
          .split('/')
          .map(decodeURIComponent)
      : undefined;
  const [objects, properties] = [under(API.objects), under(API.properties)];
  if (objects !== undefined) {
    const writes = method !== 'GET' && !/\/(search|batch\/read)$/.test(path);
    if (!writes) return readScopes(objects[0] ?? '');
    return objects[0] === 'companies' ? [COMPANY_WRITE_SCOPE] : [];
  }
  if (properties !== undefined) {
    if (method === 'GET') return readScopes(properties[0] ?? '');
    return properties[0] === 'companies' ? [COMPANY_SCHEMA_SCOPE] : [];
  }
  const [from = '', to = ''] = under(API.associations) ?? [];
  if (from !== '') return [...new Set([...readScopes(from), ...readScopes(to)])];
  const [piped] = under(API.pipelines) ?? [];
  if (piped !== undefined) return readScopes(piped);
  if (path.startsWith(`${API.currencies}/`)) return ['settings.currencies.read'];
  if (path.startsWith(`${API.users}/`)) return [USERS_SCOPE];
  if (path === API.owners) return ['crm.objects.owners.read'];
  return path.startsWith(`${API.accountInfo}/`) ? ['oauth'] : [];
}
