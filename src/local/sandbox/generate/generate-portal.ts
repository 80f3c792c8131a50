import type { PortalData, PortalRecord } from '../portal-data.ts';
import { HOME_CURRENCY } from './account-shape.ts';
import { type AccountStory, tellStories } from './account-story.ts';
import { companyOf } from './companies.ts';
import { contactsOf } from './contacts.ts';
import { dealsOf } from './deals.ts';
import { emailsOf } from './emails.ts';
import { invoicesOf } from './invoices.ts';
import { DAY, WINDOW } from './moments.ts';
import { OWNERS } from './owners.ts';
import { hash, makeRandom, type Random } from './prng.ts';
import type { RecordMaker, Setting } from './record-maker.ts';
import { ticketsOf } from './tickets.ts';

export interface GenerateOptions {
  /** Any whole number. The same seed, sizes and `now` give the same portal, to the last character. */
  readonly seed: number;
  /** Default 300: about 20,000 records. */
  readonly companies?: number;
  /** Ms since 1970 UTC. Nothing that has happened is dated after it; due dates and open deals' close dates may be. */
  readonly now: number;
  /** About how many emails and tickets the largest account has, over its 24 months; the other whales have fewer. Default 3,000. */
  readonly whaleRecords?: number;
}

export interface GeneratedPortal {
  readonly data: PortalData;
  /** What is hidden behind each company, in the order of `data.objects.companies`: to hold scores against. */
  readonly stories: readonly AccountStory[];
}

/** An invented portal: companies whose hidden health drives their contacts, deals, tickets, emails and invoices. */
export const generatePortal = (options: GenerateOptions): PortalData => generatePortalWithStories(options).data;

export function generatePortalWithStories(options: GenerateOptions): GeneratedPortal {
  const { seed, companies = 300, now, whaleRecords = 3_000 } = options;
  const random = makeRandom(hash(seed, 'portal'));
  const stories = tellStories(random, { companies, now, whaleRecords });
  return {
    stories,
    data: {
      portalId: 20_000_000 + random.whole(0, 999_999),
      timeZone: 'Europe/Rome',
      companyCurrency: HOME_CURRENCY,
      takenAt: now,
      objects: recordsOf(stories, random, now),
      owners: OWNERS.map(({ logsMail: _, ...owner }) => owner),
    },
  };
}

function recordsOf(stories: readonly AccountStory[], random: Random, now: number) {
  const customers = stories.filter((story) => story.contracts.length > 0 && story.churnedAt === null);
  const setting = (nextId: () => string): Setting => ({
    now,
    lastDay: now - DAY,
    windowStart: now - WINDOW,
    secondCompanies: customers.map((story) => story.companyId),
    nextId,
  });
  const of = {
    contacts: setting(idsFrom(2_000_000_001)),
    deals: setting(idsFrom(3_000_000_001)),
    tickets: setting(idsFrom(4_000_000_001)),
    emails: setting(idsFrom(5_000_000_001)),
    invoices: setting(idsFrom(6_000_000_001)),
  };
  const nameOffset = random.fork('names').whole(0, 9_599);
  const objects = {
    companies: [] as PortalRecord[],
    contacts: [] as PortalRecord[],
    deals: [] as PortalRecord[],
    tickets: [] as PortalRecord[],
    emails: [] as PortalRecord[],
    invoices: [] as PortalRecord[],
  };
  for (const story of stories) {
    // Each type draws from a stream of its own: a change to one leaves the others as they were.
    const stream = (objectType: string) => random.fork(`${objectType}:${story.index}`);
    const contacts = contactsOf(story, stream('contacts'), of.contacts, nameOffset);
    const people = contacts.map(({ id, properties }) => ({ id, since: Date.parse(properties.createdate ?? '') }));
    const make = (objectType: 'deals' | 'tickets' | 'emails' | 'invoices', maker: RecordMaker) => {
      for (const record of maker(story, stream(objectType), of[objectType], people)) objects[objectType].push(record);
    };
    objects.companies.push(companyOf(story, stream('companies'), now, nameOffset));
    objects.contacts.push(...contacts);
    make('deals', dealsOf);
    make('tickets', ticketsOf);
    make('emails', emailsOf);
    make('invoices', invoicesOf);
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
