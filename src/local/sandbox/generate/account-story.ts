import { type AccountShape, accountShape } from './account-shape.ts';
import { DAY, WINDOW, YEAR } from './moments.ts';
import type { Random } from './prng.ts';
import { courseOf, dealRoles, type Role } from './roles.ts';
import { withSeasons } from './seasons.ts';

/** One year that the customer signed for. */
export interface Contract {
  readonly startsAt: number;
  readonly endsAt: number;
  /** Per year, in the account's currency. */
  readonly annualValue: number;
}

/** Health over time: `from` until `turnsAt`, then a straight line to `to` at `endsAt`, all 0 (worst) to 1. */
interface HealthCourse {
  readonly from: number;
  readonly to: number;
  readonly turnsAt: number;
  readonly endsAt: number;
}

/**
 * What really goes on at one company. HubSpot never shows it; every generated record follows from it, so a score can be
 * held against it.
 */
export interface AccountStory extends AccountShape {
  readonly index: number;
  readonly companyId: string;
  readonly role: Role;
  readonly course: ReturnType<typeof courseOf>;
  readonly health: HealthCourse;
  /** When its record was made in HubSpot. */
  readonly createdAt: number;
  /** Ascending and without gaps; empty for whoever never bought. */
  readonly contracts: readonly Contract[];
  /** When the last renewal was lost. */
  readonly churnedAt: number | null;
  /** Whether it orders in one part of the year alone, each time anew, instead of by its contract (seasons.ts). */
  readonly buysInSeason: boolean;
}

/** Health at a moment, 0 (worst) to 1; 0 once it has churned. */
export function healthAt(story: Pick<AccountStory, 'health' | 'churnedAt'>, time: number): number {
  const { from, to, turnsAt, endsAt } = story.health;
  if (story.churnedAt !== null && time >= story.churnedAt) return 0;
  if (time <= turnsAt) return from;
  if (time >= endsAt) return to;
  return from + ((to - from) * (time - turnsAt)) / (endsAt - turnsAt);
}

export interface StoryOptions {
  readonly companies: number;
  /** Ms since 1970 UTC. */
  readonly now: number;
  /** About how many emails and tickets the largest account has. */
  readonly whaleRecords: number;
}

/** One story per company, in the order of their ids. */
export function tellStories(random: Random, options: StoryOptions): AccountStory[] {
  const roles = dealRoles(random.fork('roles'), options.companies);
  let whales = 0;
  const stories = roles.map((role, index) => {
    if (role === 'whale') whales += 1;
    return tellStory(random.fork(`story:${index}`), role, index, whales, options);
  });
  return withSeasons(stories, options.now);
}

function tellStory(random: Random, role: Role, index: number, whaleRank: number, options: StoryOptions): AccountStory {
  const { now } = options;
  const course = courseOf(role, random);
  const shape = accountShape(random.fork('shape'), role, options.whaleRecords / Math.sqrt(Math.max(1, whaleRank)));
  const buys = role === 'customer' || role === 'churned' || role === 'whale';
  const churnedAt = role === 'churned' ? now - random.between(30, 600) * DAY : null;
  const health = healthCourse(random, course, churnedAt, now);
  // A whale was there for the whole window; a churned customer left at the end of a whole year.
  const customerFrom =
    churnedAt === null
      ? now - (role === 'whale' ? random.between(2.2, 5) * YEAR : random.between(20 / 365, 4.5) * YEAR)
      : churnedAt - random.whole(1, 3) * YEAR;
  const contracts = buys ? signedYears(random, { health, churnedAt }, customerFrom, shape.annualValue, now) : [];
  const createdAt = buys ? customerFrom - random.between(40, 240) * DAY : now - random.between(20, 900) * DAY;
  return {
    ...shape,
    index,
    companyId: String(1_000_000_001 + index),
    role,
    course,
    health,
    createdAt,
    contracts,
    churnedAt,
    buysInSeason: false,
  };
}

function healthCourse(
  random: Random,
  course: AccountStory['course'],
  churnedAt: number | null,
  now: number,
): HealthCourse {
  const turnsAt = now - random.between(5, 16) * (DAY * 30);
  const endsAt = Math.min(now, turnsAt + random.between(4, 9) * (DAY * 30));
  switch (course) {
    case 'churned': {
      const left = churnedAt ?? now;
      const turned = left - random.between(4, 9) * (DAY * 30);
      return { from: random.between(0.5, 0.85), to: random.between(0, 0.15), turnsAt: turned, endsAt: left };
    }
    case 'declining':
      return { from: random.between(0.65, 0.9), to: random.between(0.05, 0.35), turnsAt, endsAt };
    case 'improving':
      return { from: random.between(0.25, 0.5), to: random.between(0.7, 0.95), turnsAt, endsAt };
    case 'stable': {
      const level = random.chance(0.15) ? random.between(0.3, 0.5) : random.between(0.6, 0.95);
      return { from: level, to: level + random.between(-0.05, 0.05), turnsAt: now - WINDOW, endsAt: now };
    }
  }
}

/** A contract a year, each grown or shrunk by how the account was doing when it renewed. */
function signedYears(
  random: Random,
  story: Pick<AccountStory, 'health' | 'churnedAt'>,
  customerFrom: number,
  firstValue: number,
  now: number,
): Contract[] {
  const years: Contract[] = [];
  const last = (story.churnedAt ?? now) - DAY;
  let annualValue = firstValue;
  for (let startsAt = customerFrom; startsAt < last; startsAt += YEAR) {
    if (startsAt > customerFrom) annualValue *= 0.8 + 0.4 * healthAt(story, startsAt) + random.between(-0.05, 0.05);
    years.push({ startsAt, endsAt: startsAt + YEAR, annualValue });
  }
  return years;
}
