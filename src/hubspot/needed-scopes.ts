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
  tasks: [CONTACTS],
};

/** What writing to companies takes. */
export const COMPANY_WRITE_SCOPE = 'crm.objects.companies.write';
/** What making tasks takes: HubSpot's docs name no scope of their own for activities. */
const TASK_WRITE_SCOPE = 'crm.objects.contacts.write';
/** What reading owners takes: a task is for somebody who is there. */
const OWNERS_SCOPE = 'crm.objects.owners.read';
/** Without any of these no task is made. */
export const TASK_SCOPES: readonly string[] = [TASK_WRITE_SCOPE, OWNERS_SCOPE];
/** What creating company properties takes. */
export const COMPANY_SCHEMA_SCOPE = 'crm.schemas.companies.write';

/** What reading the portal's users takes; HubSpot's docs: either of the two. The app asks for this one. */
export const USERS_SCOPE = 'settings.users.read';
export const OTHER_USERS_SCOPE = 'crm.objects.users.read';

/** What looking at lists takes, and making them. */
export const LISTS_READ_SCOPE = 'crm.lists.read';
export const LISTS_WRITE_SCOPE = 'crm.lists.write';

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
    if (objects[0] === 'tasks') return [TASK_WRITE_SCOPE];
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
  if (path === API.owners) return [OWNERS_SCOPE];
  if (path === API.lists && method === 'POST') return [LISTS_WRITE_SCOPE];
  if (path === API.lists || path.startsWith(`${API.lists}/`)) return [LISTS_READ_SCOPE];
  return path.startsWith(`${API.accountInfo}/`) ? ['oauth'] : [];
}
