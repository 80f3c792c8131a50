import type { PortalRecord } from '../portal-data.ts';
import { type AccountStory, type Contract, healthAt } from './account-story.ts';
import { DAY, iso, MONTH, startOfDay } from './moments.ts';
import type { Random } from './prng.ts';
import { companiesOf, money, type Person, personAt, type Setting } from './record-maker.ts';

const TERMS_DAYS = 30;

type Status = 'draft' | 'open' | 'paid' | 'voided';

/** Monthly or quarterly, 30 days: a healthy account keeps its own habit, an unhealthy one pays ever later or not at all. None for seasonal orders. */
export function invoicesOf(
  story: AccountStory,
  random: Random,
  setting: Setting,
  people: readonly Person[],
): PortalRecord[] {
  const invoices: PortalRecord[] = [];
  if (story.buysInSeason) return invoices;
  const every = story.billingMonths * MONTH;
  for (const contract of story.contracts) {
    for (let at = contract.startsAt; at < Math.min(contract.endsAt - DAY, setting.lastDay); at += every) {
      if (at >= setting.windowStart)
        invoices.push(invoiceRecord(story, random, setting, contract, startOfDay(at), people));
    }
  }
  return invoices;
}

function invoiceRecord(
  story: AccountStory,
  random: Random,
  setting: Setting,
  contract: Contract,
  issuedAt: number,
  people: readonly Person[],
): PortalRecord {
  const health = healthAt(story, issuedAt);
  const share = (contract.annualValue * story.billingMonths) / 12;
  // A part goes by use, and use follows health.
  const amount = share * (0.85 + 0.3 * health) * random.between(0.96, 1.04);
  const dueAt = story.paysByCard ? issuedAt : issuedAt + TERMS_DAYS * DAY;
  const paidAt = story.paysByCard ? issuedAt : paymentDay(story, random, issuedAt, dueAt);
  const status = invoiceStatus(random, paidAt, issuedAt, setting);
  const partly = status === 'open' && random.chance(0.05);
  const paid = status === 'paid' ? amount : partly ? amount * 0.4 : 0;
  const owed = status === 'voided' ? 0 : amount - paid;
  const id = setting.nextId();
  // 1 in 100 reaches its company by the contact only.
  const byContact = people.length > 0 && random.chance(0.01);
  return {
    id,
    properties: {
      hs_number: `INV-${id.slice(-7)}`,
      hs_invoice_status: status,
      hs_invoice_date: iso(issuedAt),
      hs_createdate: iso(issuedAt),
      hs_due_date: iso(dueAt),
      hs_payment_date: status === 'paid' ? iso(paidAt) : null,
      hs_amount_billed: money(amount),
      hs_amount_paid: money(paid),
      hs_balance_due: money(owed),
      hs_currency: story.currency,
    },
    associations: byContact
      ? { companies: [], contacts: [personAt(random, people, issuedAt)] }
      : { companies: companiesOf(story, random, setting) },
  };
}

/** Whole days around the due date; infinity: never. */
function paymentDay(story: AccountStory, random: Random, issuedAt: number, dueAt: number): number {
  // Judged by how they will be when the payment falls due.
  const health = healthAt(story, dueAt);
  if (random.chance(health < 0.3 ? 0.2 : 0.004)) return Number.POSITIVE_INFINITY;
  const strainDays = Math.max(0, 0.75 - health) * 60;
  const lateDays = Math.round(story.paysAfterDueDays + strainDays + random.normal(0, 3));
  return Math.max(issuedAt + DAY, dueAt + lateDays * DAY);
}

function invoiceStatus(random: Random, paidAt: number, issuedAt: number, { now, lastDay }: Setting): Status {
  const draw = random.next();
  if (draw < 0.01) return 'voided';
  // A draft is never old: it is sent or thrown away.
  if (draw < 0.25 && issuedAt > lastDay - 10 * DAY) return 'draft';
  return paidAt <= now ? 'paid' : 'open';
}
