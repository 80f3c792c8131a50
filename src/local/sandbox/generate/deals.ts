import type { PortalRecord } from '../portal-data.ts';
import { type AccountStory, healthAt } from './account-story.ts';
import { DAY, iso, officeMoment, YEAR } from './moments.ts';
import { ownerId } from './owners.ts';
import type { Random } from './prng.ts';
import { atHome } from './rates.ts';
import { companiesOf, money, type Setting } from './record-maker.ts';
import { ORDERS_PER_SEASON, orderDays } from './seasons.ts';

/** HubSpot's default sales pipeline: stage ids and their win probabilities. */
export const STAGES = {
  appointmentscheduled: '0.2',
  qualifiedtobuy: '0.4',
  presentationscheduled: '0.6',
  decisionmakerboughtin: '0.8',
  contractsent: '0.9',
  closedwon: '1',
  closedlost: '0',
} as const;
type Stage = keyof typeof STAGES;
const OPEN_STAGES = (Object.keys(STAGES) as Stage[]).slice(0, 5);

const LOST_REASONS = [
  'Price',
  'Chose a competitor',
  'No budget',
  'Missing feature',
  'Support experience',
  'No decision',
];
/** A renewal is opened this long before the contract ends. */
const RENEWAL_LEAD = 90 * DAY;

interface Draft {
  readonly name: string;
  readonly type: 'newbusiness' | 'existingbusiness';
  readonly amount: number;
  readonly createdAt: number;
  /** When it closed, or is expected to: only then may it lie after now. */
  readonly closesAt: number;
  readonly stage: Stage;
}

/**
 * New business once, a renewal each year, now and then an expansion; orders in season for who buys so; prospects have deals that are
 * open or lost.
 */
export function dealsOf(story: AccountStory, random: Random, setting: Setting): PortalRecord[] {
  const drafts =
    story.role === 'prospect'
      ? prospectDeals(story, random, setting)
      : story.buysInSeason
        ? seasonalOrders(story, random, setting)
        : [...contractDeals(story, random, setting), ...expansions(story, random, setting)];
  return drafts.map((draft) => dealRecord(draft, story, random, setting));
}

function contractDeals(story: AccountStory, random: Random, { now, lastDay }: Setting): Draft[] {
  const drafts: Draft[] = story.contracts.map((contract, position) => {
    const closesAt = Math.min(lastDay, contract.startsAt - random.between(0, 14) * DAY);
    const won = { amount: contract.annualValue, closesAt, stage: 'closedwon' } as const;
    return position === 0
      ? {
          ...won,
          name: 'New contract',
          type: 'newbusiness',
          createdAt: Math.max(story.createdAt, closesAt - random.between(20, 110) * DAY),
        }
      : { ...won, name: 'Renewal', type: 'existingbusiness', createdAt: contract.startsAt - RENEWAL_LEAD };
  });
  const last = story.contracts.at(-1);
  if (last === undefined) return drafts;
  const renewal = { name: 'Renewal', type: 'existingbusiness', amount: last.annualValue } as const;
  const createdAt = last.endsAt - RENEWAL_LEAD;
  if (story.churnedAt !== null) {
    drafts.push({
      ...renewal,
      createdAt,
      closesAt: story.churnedAt - random.between(0, 10) * DAY,
      stage: 'closedlost',
    });
  } else if (createdAt < lastDay) {
    // Still open, expected at the contract's end: the healthier the account, the further along.
    const progress = Math.floor(healthAt(story, now) * 5 * random.between(0.7, 1.1));
    drafts.push({
      ...renewal,
      createdAt,
      closesAt: last.endsAt,
      stage: OPEN_STAGES[Math.min(4, progress)] ?? 'contractsent',
    });
  }
  return drafts;
}

function expansions(story: AccountStory, random: Random, { lastDay }: Setting): Draft[] {
  return story.contracts.flatMap((contract) => {
    const until = Math.min(contract.endsAt, lastDay);
    const wanted = random.count(1.6 * healthAt(story, contract.startsAt) * ((until - contract.startsAt) / YEAR));
    return Array.from({ length: wanted }, (): Draft => {
      const createdAt = random.between(contract.startsAt, until);
      const closesAt = createdAt + random.between(15, 100) * DAY;
      const won = random.chance(0.2 + 0.5 * healthAt(story, createdAt));
      const stage = closesAt > lastDay ? random.pick(OPEN_STAGES) : won ? 'closedwon' : 'closedlost';
      const amount = contract.annualValue * random.between(0.05, 0.3);
      return { name: 'Expansion', type: 'existingbusiness', amount, createdAt, closesAt, stage };
    }).filter((draft) => story.churnedAt === null || draft.closesAt < story.churnedAt);
  });
}

function seasonalOrders(story: AccountStory, random: Random, { now }: Setting): Draft[] {
  return orderDays(story, random, now).map((closesAt): Draft => {
    const amount = (story.annualValue / ORDERS_PER_SEASON) * random.between(0.9, 1.1);
    const createdAt = closesAt - random.between(5, 30) * DAY;
    return { name: 'Seasonal order', type: 'existingbusiness', amount, createdAt, closesAt, stage: 'closedwon' };
  });
}

function prospectDeals(story: AccountStory, random: Random, { lastDay }: Setting): Draft[] {
  return Array.from({ length: random.whole(0, 2) }, (): Draft => {
    const createdAt = random.between(story.createdAt, Math.max(story.createdAt, lastDay));
    const closesAt = createdAt + random.between(20, 150) * DAY;
    const stage = closesAt > lastDay ? random.pick(OPEN_STAGES) : 'closedlost';
    return { name: 'New contract', type: 'newbusiness', amount: story.annualValue, createdAt, closesAt, stage };
  });
}

function dealRecord(draft: Draft, story: AccountStory, random: Random, setting: Setting): PortalRecord {
  const closed = draft.stage === 'closedwon' || draft.stage === 'closedlost';
  const companies = companiesOf(story, random, setting);
  // Now and then one is signed in another currency than the account's.
  const currency = random.chance(0.01) ? 'CHF' : story.currency;
  const home = atHome(draft.amount, currency, draft.closesAt, setting.now);
  return {
    id: setting.nextId(),
    properties: {
      dealname: `${draft.name} ${new Date(draft.closesAt).getUTCFullYear()}`,
      dealtype: draft.type,
      amount: money(draft.amount),
      amount_in_home_currency: money(home),
      deal_currency_code: currency,
      pipeline: 'default',
      dealstage: draft.stage,
      hs_deal_stage_probability: STAGES[draft.stage],
      hs_is_closed: String(closed),
      hs_is_closed_won: String(draft.stage === 'closedwon'),
      closed_lost_reason: draft.stage === 'closedlost' ? random.pick(LOST_REASONS) : null,
      // HubSpot computes these in the portal's currency.
      hs_mrr: money(home / 12),
      hs_arr: money(home),
      createdate: iso(officeMoment(random, draft.createdAt)),
      closedate: iso(officeMoment(random, draft.closesAt)),
      hubspot_owner_id: ownerId(story.owner),
      hs_primary_associated_company: companies[0] ?? null,
    },
    associations: { companies },
  };
}
