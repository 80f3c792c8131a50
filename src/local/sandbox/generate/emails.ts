import type { PortalRecord } from '../portal-data.ts';
import { type AccountStory, healthAt } from './account-story.ts';
import { DAY, HOUR, iso, officeMoments } from './moments.ts';
import { mailIsLogged, ownerId } from './owners.ts';
import type { Random } from './prng.ts';
import { companiesOf, type Person, personAt, type Setting } from './record-maker.ts';

const SUBJECTS = [
  'Checking in',
  'Agenda for our call',
  'What is new this month',
  'Your renewal',
  'Question about the setup',
  'Notes from today',
];
/** Who is content makes plans with us. */
const PLANS = ['Planning the next quarter', 'Expansion to a second team'];

/**
 * One-to-one mail in threads. A healthy account writes more, opens more and answers more; after churn a few of ours go
 * unanswered, then nothing. None at all where the owner's mailbox is not connected.
 */
export function emailsOf(
  story: AccountStory,
  random: Random,
  setting: Setting,
  people: readonly Person[],
): PortalRecord[] {
  if (people.length === 0 || !mailIsLogged(story.owner)) return [];
  const emails: PortalRecord[] = [];
  const winBack = story.churnedAt === null ? Number.POSITIVE_INFINITY : story.churnedAt + random.between(0, 60) * DAY;
  const until = Math.min(winBack, setting.lastDay);
  const pace = story.threadsPerMonth * (story.contracts.length > 0 ? 1 : 0.5);
  const from = Math.max(setting.windowStart, story.createdAt);
  for (const at of officeMoments(random, { from, until }, (start) => pace * (0.35 + 0.8 * healthAt(story, start)))) {
    emails.push(...thread(story, random, setting, at, people));
  }
  return emails;
}

function thread(
  story: AccountStory,
  random: Random,
  setting: Setting,
  startsAt: number,
  people: readonly Person[],
): PortalRecord[] {
  const health = healthAt(story, startsAt);
  const first = { incoming: health > 0 && random.chance(0.05 + 0.15 * health), at: startsAt };
  const answer = { incoming: !first.incoming, at: startsAt + random.between(1, 72) * HOUR };
  // We answer nearly always; they, as they feel.
  const answered = random.chance(first.incoming ? 0.9 : 0.08 + 0.57 * health) && answer.at <= setting.now && health > 0;
  const messages = answered ? [first, answer] : [first];
  const companies = companiesOf(story, random, setting);
  const contact = personAt(random, people, startsAt);
  const contacts = random.chance(0.15) ? [...new Set([contact, personAt(random, people, startsAt)])] : [contact];
  const subject = random.pick(health > 0.5 ? [...SUBJECTS, ...PLANS] : SUBJECTS);
  let threadId: string | undefined;
  return messages.map((message, position) => {
    const id = setting.nextId();
    threadId ??= id;
    return {
      id,
      properties: {
        hs_timestamp: iso(message.at),
        hs_createdate: iso(message.at),
        hs_email_direction: message.incoming ? 'INCOMING_EMAIL' : 'EMAIL',
        hs_email_subject: position === 0 ? subject : `Re: ${subject}`,
        hs_email_thread_id: threadId,
        hubspot_owner_id: ownerId(story.owner),
        ...(message.incoming ? INCOMING : tracking(random, health, answered && position === 0)),
      },
      associations: { companies, contacts },
    };
  });
}

/** Nobody tracks mail that came in. */
const INCOMING = {
  hs_email_status: 'SENT',
  hs_email_open_count: null,
  hs_email_click_count: null,
  hs_email_reply_count: null,
} as const;

function tracking(random: Random, health: number, answered: boolean) {
  const bounced = !answered && random.chance(0.01);
  const opens = bounced ? 0 : answered ? 1 + random.count(1) : random.count(0.2 + 1.3 * health);
  const clicks = opens === 0 ? 0 : random.count(0.25 * health);
  return {
    hs_email_status: bounced ? 'BOUNCED' : 'SENT',
    hs_email_open_count: String(opens),
    hs_email_click_count: String(clicks),
    hs_email_reply_count: answered ? '1' : '0',
  };
}
