import { healthAt } from './account-story.ts';
import { iso, officeMoments } from './moments.ts';
import { ownerId } from './owners.ts';
import { activePeriod, companiesOf, type RecordMaker } from './record-maker.ts';

/** HubSpot keeps notes as HTML. */
const CONTENT = [
  '<p>They <strong>plan</strong> to bring in a second team next year.</p>',
  '<p>Talked about an expansion: two more sites.<br>They want a quote.</p>',
  '<p>Happy with the reports. Wants to plan the next quarter with us.</p>',
  '<p>Recommended us to a friend&#39;s company.</p>',
];
const NEUTRAL = [
  '<p>Short call, nothing new.</p>',
  '<p>Asked for the new price list.</p>',
  '<p>Changed their address &amp; phone number.</p>',
];
const UNHAPPY = [
  '<p>Annoyed about slow answers.</p>',
  '<p>Their budget is <em>frozen</em>; they are looking at others.</p>',
  '<p>Our contact is leaving. Nobody has taken over yet.</p>',
];

/** What colleagues write down: plans where all is well, complaints where it is not. Some belong to a deal too. */
export const notesOf: RecordMaker = (story, random, setting, people, made) => {
  if (people.length === 0) return [];
  const pace = story.liveliness * (story.contracts.length > 0 ? 0.06 : 0.03);
  return [...officeMoments(random, activePeriod(story, setting), () => pace)].map((at) => {
    const health = healthAt(story, at);
    const mood = health > 0.55 ? CONTENT : health < 0.4 ? UNHAPPY : NEUTRAL;
    const deals = (made.deals ?? []).filter(({ properties }) => Date.parse(properties.createdate ?? '') <= at);
    return {
      id: setting.nextId(),
      properties: {
        hs_timestamp: iso(at),
        hs_createdate: iso(at),
        hs_note_body: random.pick(random.chance(0.6) ? mood : NEUTRAL),
        hubspot_owner_id: ownerId(story.owner),
      },
      associations: {
        companies: companiesOf(story, random, setting),
        deals: deals.length > 0 && random.chance(0.2) ? [random.pick(deals).id] : [],
      },
    };
  });
};
