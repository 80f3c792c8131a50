import type { PortalRecord } from '../portal-data.ts';
import type { AccountStory } from './account-story.ts';
import type { Random } from './prng.ts';

/** What the makers of one object type's records are given beside the account's story. */
export interface Setting {
  /** Ms since 1970 UTC. Nothing that has happened is dated after it. */
  readonly now: number;
  /** The last moment at which something may start, so that office hours never run past `now`: a day before it. */
  readonly lastDay: number;
  /** When mail, tickets and invoices start: 24 months before `now`. */
  readonly windowStart: number;
  /** Companies that a record may be associated with as its second one: customers of today. */
  readonly secondCompanies: readonly string[];
  /** The next record id of the type, decimal digits. */
  readonly nextId: () => string;
}

/** A contact of the account, and since when it is known. */
export interface Person {
  readonly id: string;
  /** Ms since 1970 UTC. */
  readonly since: number;
}

/**
 * @param people the account's contacts.
 * @param made what was made for the account before, by object type.
 */
export type RecordMaker = (
  story: AccountStory,
  random: Random,
  setting: Setting,
  people: readonly Person[],
  made: Readonly<Record<string, readonly PortalRecord[]>>,
) => PortalRecord[];

/** While people of ours and theirs are in touch, within the window. */
export const activePeriod = (story: AccountStory, { windowStart, lastDay }: Setting) => ({
  from: Math.max(windowStart, story.createdAt),
  until: Math.min(story.churnedAt ?? lastDay, lastDay),
});

/** Most records belong to their company alone; 1 in 100 to a second one too, 1 in 200 to none. */
export function companiesOf(story: AccountStory, random: Random, setting: Setting): readonly string[] {
  const draw = random.next();
  if (draw < 0.005) return [];
  if (draw >= 0.015 || setting.secondCompanies.length === 0) return [story.companyId];
  const second = random.pick(setting.secondCompanies);
  return second === story.companyId ? [story.companyId] : [story.companyId, second];
}

/** The id of someone who was known by then; where nobody was, of anyone. Throws RangeError where there are no people. */
export function personAt(random: Random, people: readonly Person[], time: number): string {
  const known = people.filter((person) => person.since <= time);
  return random.pick(known.length > 0 ? known : people).id;
}

/** Money as HubSpot sends it. */
export const money = (amount: number): string => amount.toFixed(2);
