import type { PortalData, PortalRecord } from '../portal-data.ts';
import { HOME_CURRENCY } from './account-shape.ts';
import { type AccountStory, tellStories } from './account-story.ts';
import { callsOf } from './calls.ts';
import { communicationsOf } from './communications.ts';
import { companyOf } from './companies.ts';
import { contactsOf } from './contacts.ts';
import { dealsOf } from './deals.ts';
import { emailsOf } from './emails.ts';
import { feedbackOf } from './feedback.ts';
import { invoicesOf } from './invoices.ts';
import { meetingsOf } from './meetings.ts';
import { DAY, WINDOW } from './moments.ts';
import { notesOf } from './notes.ts';
import { OWNERS } from './owners.ts';
import { pastOfGenerated } from './pasts.ts';
import { paymentsOf } from './payments.ts';
import { hash, makeRandom, type Random } from './prng.ts';
import { PROJECT_PROPERTIES, projectsOf } from './projects.ts';
import { quotesOf } from './quotes.ts';
import { exchangeRates } from './rates.ts';
import type { RecordMaker, Setting } from './record-maker.ts';
import { referrersOf } from './referrers.ts';
import { remindersOf } from './reminders.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { ticketsOf } from './tickets.ts';

export interface GenerateOptions {
  /** Any whole number. The same seed, sizes and `now` give the same portal, to the last character. */
  readonly seed: number;
  /** Default 300: about 25,000 records. */
  readonly companies?: number;
  /** Ms since 1970 UTC. Nothing that has happened is dated after it; what is due, expected or booked may be. */
  readonly now: number;
  /** About how many emails and tickets the largest account has, over its 24 months; the other whales have fewer. Default 3,000. */
  readonly whaleRecords?: number;
}

export interface GeneratedPortal {
  readonly data: PortalData;
  /** What is hidden behind each company, in the order of `data.objects.companies`: to hold scores against. */
  readonly stories: readonly AccountStory[];
}

/** An invented portal: companies whose hidden health drives all that is recorded of them. */
export const generatePortal = (options: GenerateOptions): PortalData => generatePortalWithStories(options).data;

export function generatePortalWithStories(options: GenerateOptions): GeneratedPortal {
  const { seed, companies = 300, now, whaleRecords = 3_000 } = options;
  const random = makeRandom(hash(seed, 'portal'));
  const stories = tellStories(random, { companies, now, whaleRecords });
  const portalId = 20_000_000 + random.whole(0, 999_999);
  const objects = recordsOf(stories, random, now);
  return {
    stories,
    data: {
      portalId,
      timeZone: 'Europe/Rome',
      companyCurrency: HOME_CURRENCY,
      takenAt: now,
      objects,
      associationLabels: referrersOf(objects.deals ?? [], random.fork('referrers')),
      extraProperties: { projects: PROJECT_PROPERTIES },
      exchangeRates: exchangeRates(now),
      pastOf: (objectType, record) => pastOfGenerated(objectType, record, now),
      owners: OWNERS.map(({ logsMail: _, ...owner }) => owner),
    },
  };
}

interface Maker {
  readonly objectType: string;
  readonly firstId: number;
  readonly make: RecordMaker;
  /** Where it is not named after the object type. */
  readonly stream?: string;
}

/** What is made of each account after its company and contacts; later ones build on what earlier ones made. */
const MAKERS: readonly Maker[] = [
  { objectType: 'deals', firstId: 3_000_000_001, make: dealsOf },
  { objectType: 'tickets', firstId: 4_000_000_001, make: ticketsOf },
  { objectType: 'emails', firstId: 5_000_000_001, make: emailsOf },
  { objectType: 'invoices', firstId: 6_000_000_001, make: invoicesOf },
  { objectType: 'emails', firstId: 5_500_000_001, make: remindersOf, stream: 'reminders' },
  { objectType: 'meetings', firstId: 7_000_000_001, make: meetingsOf },
  { objectType: 'calls', firstId: 7_200_000_001, make: callsOf },
  { objectType: 'communications', firstId: 7_400_000_001, make: communicationsOf },
  { objectType: 'notes', firstId: 7_600_000_001, make: notesOf },
  { objectType: 'feedback_submissions', firstId: 8_000_000_001, make: feedbackOf },
  { objectType: 'subscriptions', firstId: 8_200_000_001, make: subscriptionsOf },
  { objectType: 'commerce_payments', firstId: 8_400_000_001, make: paymentsOf },
  { objectType: 'quotes', firstId: 8_600_000_001, make: quotesOf },
  { objectType: 'projects', firstId: 8_800_000_001, make: projectsOf },
];

function recordsOf(stories: readonly AccountStory[], random: Random, now: number) {
  const customers = stories.filter((story) => story.contracts.length > 0 && story.churnedAt === null);
  const setting = (nextId: () => string): Setting => ({
    now,
    lastDay: now - DAY,
    windowStart: now - WINDOW,
    secondCompanies: customers.map((story) => story.companyId),
    nextId,
  });
  const contactIds = setting(idsFrom(2_000_000_001));
  const makers = MAKERS.map((maker) => ({ ...maker, setting: setting(idsFrom(maker.firstId)) }));
  const nameOffset = random.fork('names').whole(0, 9_599);
  const parents = stories.filter((story) => story.role === 'whale').map((story) => story.companyId);
  const companies: PortalRecord[] = [];
  const objects: Record<string, PortalRecord[]> = { companies, contacts: [] };
  for (const { objectType } of MAKERS) objects[objectType] = [];
  for (const story of stories) {
    // Each type draws from a stream of its own: a change to one leaves the others as they were.
    const stream = (name: string) => random.fork(`${name}:${story.index}`);
    const contacts = contactsOf(story, stream('contacts'), contactIds, nameOffset);
    const people = contacts.map(({ id, properties }) => ({ id, since: Date.parse(properties.createdate ?? '') }));
    companies.push(companyOf(story, stream('companies'), { now, nameOffset, parents }));
    objects.contacts?.push(...contacts);
    const made: Record<string, readonly PortalRecord[]> = {};
    for (const maker of makers) {
      const records = maker.make(story, stream(maker.stream ?? maker.objectType), maker.setting, people, made);
      made[maker.objectType] = [...(made[maker.objectType] ?? []), ...records];
      for (const record of records) objects[maker.objectType]?.push(record);
    }
  }
  return objects;
}

function idsFrom(first: number): () => string {
  let next = first;
  return () => {
    next += 1;
    return String(next - 1);
  };
}
