import { DAY, iso, MONTH } from './moments.ts';
import { companiesOf, personAt, type RecordMaker } from './record-maker.ts';

/**
 * The payments of the last half-year that went through HubSpot: of subscribers and of those who pay by card. One for each invoice
 * that was paid, on that day; one that failed for each that is overdue.
 */
export const paymentsOf: RecordMaker = (story, random, setting, people, made) => {
  if (people.length === 0 || !(story.subscribes || story.paysByCard)) return [];
  return (made.invoices ?? []).flatMap(({ properties: invoice }) => {
    const paid = invoice.hs_invoice_status === 'paid';
    const triedAt = Date.parse((paid ? invoice.hs_payment_date : invoice.hs_due_date) ?? '') + (paid ? 0 : 2 * DAY);
    const due = paid || invoice.hs_invoice_status === 'open';
    if (!due || triedAt > setting.now || triedAt < setting.now - 6 * MONTH) return [];
    const status = paid ? (random.chance(0.01) ? 'refunded' : 'succeeded') : 'failed';
    return [
      {
        id: setting.nextId(),
        properties: {
          hs_latest_status: status,
          hs_initial_amount: invoice.hs_amount_billed ?? null,
          hs_initiated_date: iso(triedAt),
          hs_createdate: iso(triedAt),
          hs_currency_code: invoice.hs_currency ?? null,
        },
        // HubSpot always knows who paid; the company it may not.
        associations: {
          companies: random.chance(0.05) ? [] : companiesOf(story, random, setting),
          contacts: [personAt(random, people, triedAt)],
        },
      },
    ];
  });
};
