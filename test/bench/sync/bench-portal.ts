import { makeRandom } from '../../../src/local/sandbox/generate/prng.ts';
import type { PortalData, PortalRecord } from '../../../src/local/sandbox/portal-data.ts';
import { DAY_MS } from '../../../src/scoring/calendar.ts';

/** Records by type, at scale 1. */
const SIZES = {
  companies: 2_000,
  contacts: 10_000,
  deals: 10_000,
  tickets: 10_000,
  emails: 50_000,
  invoices: 10_000,
} as const;
/** Nothing here is dated later. Fixed, so that every run has the same portal. */
const TAKEN_AT = Date.UTC(2026, 0, 1);

/**
 * A portal of exact sizes for measuring sync: every record has a company, one in ten has two, and a few companies have far more
 * records than the others. The same at every call.
 */
export function benchPortal(scale: number): PortalData {
  const random = makeRandom(7);
  const companies = SIZES.companies * scale;
  const companyId = (index: number) => String(1_000 + index);
  const anyCompany = () => companyId(Math.floor(companies * random.next() ** 3));
  const contacts = SIZES.contacts * scale;
  let nextId = 1_000_000;
  const date = () => new Date(TAKEN_AT - random.whole(1, 700) * DAY_MS).toISOString();

  const make = (type: string, properties: () => Record<string, string>, more = () => ({})): readonly PortalRecord[] =>
    Array.from({ length: SIZES[type as keyof typeof SIZES] * scale }, () => {
      nextId += random.whole(1, 3);
      const linked = random.chance(0.1) ? [anyCompany(), anyCompany()] : [anyCompany()];
      const touched = {
        hs_lastmodifieddate: new Date(TAKEN_AT).toISOString(),
        lastmodifieddate: new Date(TAKEN_AT).toISOString(),
      };
      return {
        id: String(nextId),
        properties: { ...touched, ...properties() },
        associations: { companies: [...new Set(linked)], ...more() },
      };
    });

  const contactRecords = make('contacts', () => ({ firstname: 'A', createdate: date() }));
  const anyContact = () => contactRecords[random.whole(0, contacts - 1)]?.id ?? '';
  return {
    portalId: 4_242_424,
    timeZone: 'UTC',
    companyCurrency: 'EUR',
    takenAt: TAKEN_AT,
    objects: {
      companies: Array.from({ length: companies }, (_, index) => ({
        id: companyId(index),
        properties: {
          name: `Company ${index}`,
          lifecyclestage: 'customer',
          hs_lastmodifieddate: new Date(TAKEN_AT).toISOString(),
        },
        associations: {},
      })),
      contacts: contactRecords,
      deals: make('deals', () => ({
        dealname: 'D',
        createdate: date(),
        closedate: date(),
        amount: '100',
        hs_is_closed: 'true',
        hs_is_closed_won: 'true',
      })),
      tickets: make('tickets', () => ({ subject: 'T', createdate: date() })),
      emails: make(
        'emails',
        () => ({ hs_timestamp: date(), hs_email_direction: 'EMAIL' }),
        () => ({ contacts: [anyContact()] }),
      ),
      invoices: make('invoices', () => ({
        hs_number: 'I',
        hs_invoice_date: date(),
        hs_due_date: date(),
        hs_amount_billed: '10',
        hs_invoice_status: 'open',
      })),
    },
  };
}
