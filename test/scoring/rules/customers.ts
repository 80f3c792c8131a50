/** Arbitrary accounts of which every one is a customer, so that every run reaches the score; and records to add to them. */
import fc from 'fast-check';
import { type FullView, viewAt } from '../../../src/scoring/account-view.ts';
import { DAY_MS, makeCalendar } from '../../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord } from '../../../src/scoring/facts.ts';
import type { Model } from '../../../src/scoring/model.ts';
import { ACTIVITY_TYPES } from '../../../src/scoring/object-types.ts';
import type { PortalContext } from '../../../src/scoring/portal-context.ts';
import { type HealthScore, scoreAccount } from '../../../src/scoring/score.ts';
import { AS_OF, accountFacts, CONNECTED, RUNNING_SINCE } from '../arbitrary-account.ts';
import { setUpModel } from '../every-signal.ts';
import { plausibleFactsOf } from '../plausible-account.ts';

export const calendar = makeCalendar(CONNECTED.timeZone);
/** The standard model, in which every signal can tell. */
export const model = setUpModel();

function viewOf(facts: AccountFacts, asOf = AS_OF, portal: PortalContext = CONNECTED): FullView {
  const view = viewAt(facts, asOf, portal, calendar);
  if (view === undefined) throw new Error('The company is always held here.');
  return view;
}

export type CustomerScore = Exclude<HealthScore, { state: 'not_customer' }>;

/** The score of one who is always a customer. */
export function score(facts: AccountFacts, asOf = AS_OF, portal?: PortalContext, by: Model = model): CustomerScore {
  const health = scoreAccount(viewOf(facts, asOf, portal), by);
  if (health.state === 'not_customer') throw new Error('Everybody is a customer here.');
  return health;
}

/** The account as a customer since ever, and none that a model excludes. */
const asCustomer = (facts: AccountFacts): AccountFacts => ({
  ...facts,
  company: facts.company.map((version) => ({
    ...version,
    values: {
      ...version.values,
      type: null,
      domain: null,
      hs_lifecyclestage_customer_date: 0,
      lifecyclestage: 'customer',
    },
  })),
});

// Of few types at a time, so that there are enough records of each for a signal to tell.
const plausible = fc.subarray([...ACTIVITY_TYPES], { minLength: 1, maxLength: 3 }).chain(plausibleFactsOf);
export const customer = fc.oneof(accountFacts, plausible).map(asCustomer);

/** The account with what a person at HubSpot said of it; null: nothing. */
export const withSentiment = (facts: AccountFacts, hs_csm_sentiment: string | null): AccountFacts => ({
  ...facts,
  company: facts.company.map((version) => ({ ...version, values: { ...version.values, hs_csm_sentiment } })),
});

function fact(
  objectType: FactRecord['objectType'],
  id: string,
  values: Record<string, string | number | boolean | null>,
): FactRecord {
  return {
    objectType,
    id,
    linkedAt: RUNNING_SINCE,
    unlinkedAt: null,
    versions: [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values }],
  };
}

/** An invoice on terms that has been overdue for so many days. */
export function unpaid(days: number): FactRecord {
  const due = AS_OF - days * DAY_MS;
  return fact('invoices', '999', {
    hs_number: 'INV-1',
    hs_invoice_date: due - 30 * DAY_MS,
    hs_due_date: due,
    hs_invoice_status: 'open',
    hs_payment_date: null,
    hs_amount_billed: 100,
    hs_balance_due: 100,
    hs_amount_paid: 0,
    hs_currency: 'EUR',
  });
}

/** A ticket that was solved within days. */
function ticket(): FactRecord {
  return fact('tickets', '998', {
    subject: 'T',
    createdate: AS_OF - 5 * DAY_MS,
    closed_date: AS_OF - DAY_MS,
    hs_is_closed: true,
    hs_ticket_priority: 'LOW',
    hs_ticket_category: null,
  });
}

/** A customer with one slow invoice and one solved ticket, and nothing else. */
export const debtor: AccountFacts = asCustomer({
  companyId: '1',
  company: [{ effectiveAt: 0, seenAt: RUNNING_SINCE, values: { hs_csm_sentiment: null } }],
  records: [unpaid(3), ticket()],
});
