/** A portal small enough to know by heart, at noon (Rome) on 15 June 2026. */
import type { PortalData, PortalRecord } from '../../src/local/sandbox/portal-data.ts';

export const DAY_MS = 86_400_000;
export const NOW = Date.UTC(2026, 5, 15, 10);

/** So many days before `NOW`, as HubSpot writes a moment. */
const daysAgo = (days: number): string => new Date(NOW - days * DAY_MS).toISOString();

const record = (
  id: number,
  properties: PortalRecord['properties'],
  associations: PortalRecord['associations'] = {},
): PortalRecord => ({ id: String(id), properties: { hs_lastmodifieddate: daysAgo(1), ...properties }, associations });

const of = (company: string) => ({ companies: [company] });

/** An invoice of 1,000 EUR with 30 days to pay; `paidAfter` days, or open. */
export const invoice = (id: number, company: string, issuedAgo: number, paidAfter: number | null): PortalRecord =>
  record(
    id,
    {
      hs_number: `INV-${id}`,
      hs_invoice_date: daysAgo(issuedAgo),
      hs_due_date: daysAgo(issuedAgo - 30),
      hs_invoice_status: paidAfter === null ? 'open' : 'paid',
      hs_payment_date: paidAfter === null ? null : daysAgo(issuedAgo - paidAfter),
      hs_amount_billed: '1000',
      hs_balance_due: paidAfter === null ? '1000' : '0',
      hs_amount_paid: paidAfter === null ? '0' : '1000',
      hs_currency: 'EUR',
    },
    of(company),
  );

const MONTHLY = [600, 570, 540, 510, 480, 450, 420, 390, 360, 330, 300, 270, 240, 210, 180, 150, 120, 90, 60];

/** One paid and one overdue customer, one of whom nothing is known, a partner, and a prospect. */
export const PAID = '1';
export const OVERDUE = '2';
export const NO_FACTS = '3';
export const PARTNER = '4';
export const PROSPECT = '5';

/** Names that would break markup, message formats or tables if anything took them for such. */
export const AWKWARD_NAME = `Birch <b>{x}</b> 'Ltd'`;

export const SMALL_PORTAL: PortalData = {
  portalId: 4711,
  timeZone: 'Europe/Rome',
  companyCurrency: 'EUR',
  takenAt: NOW - DAY_MS,
  objects: {
    companies: [
      record(1, {
        name: 'Alder & Sons',
        lifecyclestage: 'customer',
        hs_csm_sentiment: 'positive',
        hubspot_owner_id: '7',
      }),
      record(2, { name: AWKWARD_NAME, lifecyclestage: 'customer', hubspot_owner_id: '7' }),
      record(3, { name: 'Cedar', lifecyclestage: 'customer' }),
      record(4, { name: 'Dogwood', lifecyclestage: 'customer', type: 'PARTNER' }),
      record(5, { name: 'Elm', lifecyclestage: 'lead' }),
    ],
    contacts: [
      record(11, { firstname: 'A', createdate: daysAgo(500), lastmodifieddate: daysAgo(1) }, of(PAID)),
      record(12, { firstname: 'B', createdate: daysAgo(400), lastmodifieddate: daysAgo(1) }, of(OVERDUE)),
    ],
    deals: [
      record(
        21,
        {
          dealname: 'Renewal 2026',
          dealtype: 'existingbusiness',
          amount: '5000',
          createdate: daysAgo(120),
          closedate: daysAgo(100),
          hs_is_closed: 'true',
          hs_is_closed_won: 'true',
          dealstage: 'closedwon',
        },
        of(PAID),
      ),
      record(
        22,
        {
          dealname: `Renewal <i>{2026}</i>`,
          dealtype: 'existingbusiness',
          amount: '5000',
          createdate: daysAgo(120),
          closedate: daysAgo(50),
          hs_is_closed: 'true',
          hs_is_closed_won: 'false',
          dealstage: 'closedlost',
          closed_lost_reason: 'Too dear',
        },
        of(OVERDUE),
      ),
    ],
    tickets: [
      record(
        31,
        { subject: 'No light', createdate: daysAgo(40), closed_date: null, hs_is_closed: 'false' },
        of(OVERDUE),
      ),
      record(
        32,
        { subject: 'A lamp', createdate: daysAgo(40), closed_date: daysAgo(38), hs_is_closed: 'true' },
        of(PAID),
      ),
    ],
    emails: [
      record(
        41,
        { hs_timestamp: daysAgo(70), hs_email_direction: 'INCOMING_EMAIL' },
        { ...of(PAID), contacts: ['11'] },
      ),
      ...[60, 50, 40, 30, 20, 10].map((days, index) =>
        record(
          42 + index,
          {
            hs_timestamp: daysAgo(days),
            hs_email_direction: 'EMAIL',
            hs_email_status: 'SENT',
            hubspot_owner_id: '7',
            hs_email_open_count: '0',
            hs_email_click_count: '0',
            hs_email_reply_count: '0',
          },
          { ...of(PAID), contacts: ['11'] },
        ),
      ),
    ],
    invoices: [
      ...MONTHLY.map((days, index) => invoice(500 + index, PAID, days, 25)),
      ...MONTHLY.map((days, index) => invoice(600 + index, OVERDUE, days, days === 120 ? null : 25)),
    ],
  },
};
