import type { AccountStory } from './account-story.ts';
import { DAY, YEAR } from './moments.ts';
import type { Random } from './prng.ts';

/** One in so many of those who could be. */
const ONE_IN = 12;

export const ORDERS_PER_SEASON = 5;
const ORDER_EVERY = 30 * DAY;
/** The season is over for as long at any `now`, so that every portal shows silent seasonal accounts. */
const SEASON_STARTED = 300 * DAY;

/**
 * Lets some plain customers whose health is steady buy in season alone: some who have been there for three seasons, which tell, and some
 * for one or two, which leave it open. They sign no yearly contract, subscribe to nothing and pay with the order, so that HubSpot holds
 * no invoices of theirs.
 */
export function withSeasons(stories: readonly AccountStory[], now: number): AccountStory[] {
  const steady = stories.filter(({ role, course }) => role === 'customer' && course === 'stable');
  const someOf = (fromAge: number, toAge: number) =>
    steady
      .filter(({ contracts: [first] }) => first && now - first.startsAt >= fromAge && now - first.startsAt < toAge)
      .filter((_, index) => index % ONE_IN === 0);
  const seasonal = new Set([...someOf(3 * YEAR, Number.POSITIVE_INFINITY), ...someOf(SEASON_STARTED, 700 * DAY)]);
  return stories.map((story) => (seasonal.has(story) ? { ...story, buysInSeason: true, subscribes: false } : story));
}

/** When a seasonal account ordered, ms, ascending: about every month of each season that it has been there for. */
export function orderDays(story: AccountStory, random: Random, now: number): readonly number[] {
  const since = story.contracts[0]?.startsAt ?? now;
  const days: number[] = [];
  for (let starts = now - SEASON_STARTED; starts + ORDERS_PER_SEASON * ORDER_EVERY > since; starts -= YEAR) {
    for (let order = 0; order < ORDERS_PER_SEASON; order += 1) {
      const at = starts + (order + random.between(0, 0.5)) * ORDER_EVERY;
      if (at >= since) days.push(at);
    }
  }
  return days.toSorted((a, b) => a - b);
}
