import type { PortalRecord } from '../portal-data.ts';
import { type AccountStory, healthAt } from './account-story.ts';
import { DAY, iso, MONTH } from './moments.ts';
import { companyName, forename, surname } from './names.ts';
import type { Random } from './prng.ts';
import { companiesOf, type Setting } from './record-maker.ts';

/** People of one company: the first as old as its record, the others met over time. None for an empty account. */
export function contactsOf(
  story: AccountStory,
  random: Random,
  setting: Setting,
  nameOffset: number,
): readonly PortalRecord[] {
  if (story.role === 'empty') return [];
  const { domain } = companyName(story.index, nameOffset);
  const until = story.churnedAt ?? setting.lastDay;
  return Array.from({ length: story.contacts }, (_, position) => {
    const createdAt =
      position === 0 ? story.createdAt : random.between(story.createdAt, Math.max(story.createdAt, until));
    const firstName = forename(random.whole(0, 10_000));
    const lastName = surname(random.whole(0, 10_000));
    const companies = companiesOf(story, random, setting);
    return {
      id: setting.nextId(),
      properties: {
        firstname: firstName,
        lastname: lastName,
        email: `${firstName}.${lastName}.${position + 1}@${domain}`.toLowerCase(),
        createdate: iso(createdAt),
        associatedcompanyid: companies[0] ?? null,
        ...newsletter(story, random, createdAt, until),
      },
      associations: { companies },
    };
  });
}

/** The counters of marketing mail, one a month since the contact is known: the healthier the account, the more it opens. */
function newsletter(story: AccountStory, random: Random, since: number, until: number) {
  const health = healthAt(story, until - DAY);
  const delivered = random.count(Math.min(24, (until - since) / MONTH));
  const opened = share(random, delivered, 0.1 + 0.5 * health);
  const clicked = share(random, opened, 0.05 + 0.25 * health);
  const lastOpen = opened === 0 ? null : until - (random.between(0, 40) + (1 - health) * 90) * DAY;
  return {
    hs_email_delivered: String(delivered),
    hs_email_open: String(opened),
    hs_email_click: String(clicked),
    hs_email_last_open_date: lastOpen === null ? null : iso(Math.max(since, lastOpen)),
    hs_email_optout: String(random.chance(0.01 + 0.08 * (1 - health))),
  };
}

function share(random: Random, trials: number, probability: number): number {
  let hits = 0;
  for (let trial = 0; trial < trials; trial += 1) if (random.chance(probability)) hits += 1;
  return hits;
}
