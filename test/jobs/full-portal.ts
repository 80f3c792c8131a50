import type { PortalRecord } from '../../src/local/sandbox/portal-data.ts';
import { DAY_MS, invoice, NOW, PAID, SMALL_PORTAL } from './small-portal.ts';

const { invoices = [], tickets = [], ...others } = SMALL_PORTAL.objects;
/** An invoice of the paid customer that went to a person alone. */
export const PERSONAL: PortalRecord = { ...invoice(700, PAID, 200, 25), associations: { contacts: ['11'] } };
const at = (days: number) => new Date(NOW - days * DAY_MS).toISOString();
const solved = [33, 34, 35].map((id) => ({
  id: String(id),
  properties: {
    createdate: at(id),
    closed_date: at(id - 3),
    hs_is_closed: 'true',
    hs_num_times_contacted: '1',
    hs_ticket_category: 'GENERAL_INQUIRY',
    hs_lastmodifieddate: at(1),
  },
  associations: { companies: [PAID] },
}));
/** The small portal's records and some more: every signal can be read of the paid customer. */
export const FULL_OBJECTS = { ...others, tickets: [...tickets, ...solved], invoices: [...invoices, PERSONAL] };
