import type { PortalRecord } from '../portal-data.ts';
import { type AccountStory, healthAt } from './account-story.ts';
import { DAY, HOUR, iso, officeMoment, officeMoments } from './moments.ts';
import { mailIsLogged, ownerId } from './owners.ts';
import type { Random } from './prng.ts';
import { activePeriod, companiesOf, type Person, personAt, type RecordMaker, type Setting } from './record-maker.ts';

/** The portal's own kinds of meetings, each with titles. */
const TITLES = {
  'Check-in': ['Quarterly review', 'Progress check', 'Getting to know the new team'],
  Planning: ['Plan for next year', 'Expansion to a second team', 'Roadmap for the next half-year'],
  Training: ['Training for new colleagues', 'Training: reports', 'Training for administrators'],
  Escalation: ['Open issues', 'Questions about the contract', 'What went wrong last month'],
} as const;
type Kind = keyof typeof TITLES;

interface Draft {
  readonly kind: Kind;
  readonly startsAt: number;
  readonly bookedAt: number;
  /** HubSpot's value of `hs_meeting_outcome`. */
  readonly outcome: string;
}

/**
 * Meetings from the owner's calendar, so none where that is not connected. A healthy account comes, makes plans and has the next
 * one booked; an unhealthy one stays away. Customers are trained when they start, and now and then later.
 */
export const meetingsOf: RecordMaker = (story, random, setting, people) => {
  if (people.length === 0 || !mailIsLogged(story.owner)) return [];
  const drafts = [...regular(story, random, setting), ...trainings(story, random, setting)];
  if (story.contracts.length > 0 && story.churnedAt === null) drafts.push(...next(story, random, setting));
  return drafts.map((draft) => meetingRecord(draft, story, random, setting, people));
};

function regular(story: AccountStory, random: Random, setting: Setting): Draft[] {
  const pace = story.liveliness * (story.contracts.length > 0 ? 0.12 : 0.05);
  const perMonth = (start: number) => pace * (0.3 + 0.9 * healthAt(story, start));
  return [...officeMoments(random, activePeriod(story, setting), perMonth)].map((startsAt) => {
    const health = healthAt(story, startsAt);
    return { ...past(random, health, startsAt), kind: kindOf(random, health) };
  });
}

function kindOf(random: Random, health: number): Kind {
  if (health > 0.6 && random.chance(0.35)) return 'Planning';
  return health < 0.4 && random.chance(0.5) ? 'Escalation' : 'Check-in';
}

function trainings(story: AccountStory, random: Random, setting: Setting): Draft[] {
  const { from, until } = activePeriod(story, setting);
  return story.contracts.flatMap(({ startsAt: signedAt }, year) => {
    const health = healthAt(story, signedAt);
    const sessions = year === 0 ? 1 + random.count(story.liveliness / 2) : random.count(0.7 * health);
    return Array.from({ length: sessions }, () => officeMoment(random, signedAt + random.between(5, 90) * DAY))
      .filter((startsAt) => startsAt > from && startsAt < until)
      .map((startsAt): Draft => ({ ...past(random, health, startsAt), kind: 'Training' }));
  });
}

function past(random: Random, health: number, startsAt: number): Omit<Draft, 'kind'> {
  const draw = random.next();
  const missed = 0.35 * (1 - health);
  const outcome =
    // Nobody said what came of it.
    draw > 0.96
      ? 'SCHEDULED'
      : draw < missed
        ? 'NO_SHOW'
        : draw < 1.5 * missed
          ? 'CANCELED'
          : draw < 1.5 * missed + 0.05
            ? 'RESCHEDULED'
            : 'COMPLETED';
  return { startsAt, bookedAt: startsAt - random.between(1, 15) * DAY, outcome };
}

function next(story: AccountStory, random: Random, { now }: Setting): Draft[] {
  const health = healthAt(story, now);
  if (!random.chance(0.9 * health)) return [];
  const startsAt = officeMoment(random, now + random.between(4, 35) * DAY);
  return [
    { kind: kindOf(random, health), startsAt, bookedAt: now - random.between(1, 12) * DAY, outcome: 'SCHEDULED' },
  ];
}

function meetingRecord(
  { kind, startsAt, bookedAt, outcome }: Draft,
  story: AccountStory,
  random: Random,
  setting: Setting,
  people: readonly Person[],
): PortalRecord {
  const contacts = [personAt(random, people, startsAt)];
  if (random.chance(0.4)) contacts.push(personAt(random, people, startsAt));
  return {
    id: setting.nextId(),
    properties: {
      hs_timestamp: iso(startsAt),
      hs_createdate: iso(bookedAt),
      hs_meeting_title: random.pick(TITLES[kind]),
      hs_meeting_start_time: iso(startsAt),
      hs_meeting_end_time: iso(startsAt + random.pick([0.5, 1]) * HOUR),
      hs_meeting_outcome: outcome,
      hs_activity_type: kind,
      hubspot_owner_id: ownerId(story.owner),
    },
    associations: { companies: companiesOf(story, random, setting), contacts: [...new Set(contacts)] },
  };
}
