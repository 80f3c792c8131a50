import { healthAt } from './account-story.ts';
import { iso, officeMoments } from './moments.ts';
import { ownerId } from './owners.ts';
import { activePeriod, companiesOf, personAt, type RecordMaker } from './record-maker.ts';

const TEXTS = ['On my way', 'Can we move to Thursday?', 'Thank you, that helped', 'Sent you the file', 'Talk soon'];

/** Text messages, with the accounts that like them. HubSpot does not tell who wrote. */
export const communicationsOf: RecordMaker = (story, random, setting, people) => {
  const { texting } = story;
  if (people.length === 0 || texting === null) return [];
  const pace = story.liveliness * (story.contracts.length > 0 ? 0.15 : 0.05);
  const perMonth = (start: number) => pace * (0.2 + 0.9 * healthAt(story, start));
  return [...officeMoments(random, activePeriod(story, setting), perMonth)].map((at) => ({
    id: setting.nextId(),
    properties: {
      hs_timestamp: iso(at),
      hs_createdate: iso(at),
      hs_communication_channel_type: texting,
      hs_communication_logged_from: 'CRM',
      hs_communication_body: random.pick(TEXTS),
      hubspot_owner_id: ownerId(story.owner),
    },
    associations: { companies: companiesOf(story, random, setting), contacts: [personAt(random, people, at)] },
  }));
};
