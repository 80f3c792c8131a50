import type { PortalRecord } from '../portal-data.ts';
import { type AccountStory, healthAt } from './account-story.ts';
import { DAY, iso, MONTH } from './moments.ts';
import { ownerId } from './owners.ts';
import type { Random } from './prng.ts';
import { companiesOf, money, type Person, personAt, type RecordMaker, type Setting } from './record-maker.ts';

interface Draft {
  readonly name: string;
  readonly startsAt: number;
  readonly annualValue: number;
  readonly status: 'active' | 'past_due' | 'canceled' | 'scheduled';
}

/** A contract that changed by less than this from year to year stays as it is. */
const NOTABLE = 0.04;

/**
 * The contract as subscriptions, for those who have it so: a growing account adds to its base plan, a shrinking one cancels what
 * it added, an unhealthy one is past due, a churned one has cancelled.
 */
export const subscriptionsOf: RecordMaker = (story, random, setting, people) =>
  story.subscribes
    ? drafts(story, random, setting).map((draft) => subscriptionRecord(draft, story, random, setting, people))
    : [];

function drafts(story: AccountStory, random: Random, { now }: Setting): Draft[] {
  const [first, ...later] = story.contracts;
  if (first === undefined) return [];
  const health = healthAt(story, now);
  const churned = story.churnedAt !== null;
  const current = churned ? 'canceled' : 'active';
  let base = first.annualValue;
  let value = first.annualValue;
  const additions: Draft[] = [];
  for (const contract of later) {
    const change = contract.annualValue - value;
    value = contract.annualValue;
    if (Math.abs(change) < NOTABLE * value) continue;
    const latest = additions.findLastIndex((addition) => addition.status === current);
    const dropped = additions[latest];
    if (change > 0) {
      additions.push({ name: 'Additional users', startsAt: contract.startsAt, annualValue: change, status: current });
    } else if (dropped !== undefined) additions[latest] = { ...dropped, status: 'canceled' };
    else base += change;
  }
  if (!churned && health > 0.8 && random.chance(0.2)) {
    const startsAt = now + random.between(5, 60) * DAY;
    additions.push({ name: 'Additional site', startsAt, annualValue: value * 0.2, status: 'scheduled' });
  }
  const owes = !churned && health < 0.35 && random.chance(0.7);
  const plan: Draft = {
    name: 'Base plan',
    startsAt: first.startsAt,
    annualValue: base,
    status: owes ? 'past_due' : current,
  };
  return [plan, ...additions];
}

function subscriptionRecord(
  { name, startsAt, annualValue, status }: Draft,
  story: AccountStory,
  random: Random,
  setting: Setting,
  people: readonly Person[],
): PortalRecord {
  const { now } = setting;
  const every = story.billingMonths * MONTH;
  const amount = money((annualValue * story.billingMonths) / 12);
  const ended = status === 'canceled';
  const periods = Math.floor(((ended ? (story.churnedAt ?? now) : now) - startsAt) / every);
  // Who is past due owes the period that runs.
  const paidAt = startsAt + (status === 'past_due' ? periods - 1 : periods) * every;
  const dueAt = Math.max(startsAt, paidAt + every);
  // Payment links know the buyer; the company they may not.
  const byContact = people.length > 0 && random.chance(0.05);
  return {
    id: setting.nextId(),
    properties: {
      hs_name: name,
      hs_status: status,
      hs_createdate: iso(Math.min(startsAt, now - DAY)),
      hs_recurring_billing_start_date: iso(startsAt).slice(0, 10),
      hs_next_payment_due_date: ended ? null : iso(dueAt).slice(0, 10),
      hs_next_payment_amount: ended ? null : amount,
      hs_last_payment_amount: paidAt < startsAt ? null : amount,
      hs_last_payment_date: paidAt < startsAt ? null : iso(paidAt).slice(0, 10),
      hs_recurring_billing_frequency: story.billingMonths === 1 ? 'monthly' : 'quarterly',
      hs_mrr: money(ended ? 0 : annualValue / 12),
      hs_currency_code: story.currency,
      hubspot_owner_id: ownerId(story.owner),
    },
    associations: byContact
      ? { companies: [], contacts: [personAt(random, people, startsAt)] }
      : { companies: companiesOf(story, random, setting) },
  };
}
