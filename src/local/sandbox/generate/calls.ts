import { healthAt } from './account-story.ts';
import { iso, officeMoments } from './moments.ts';
import { ownerId } from './owners.ts';
import { activePeriod, companiesOf, personAt, type RecordMaker } from './record-maker.ts';

const MINUTE = 60_000;

/** Calls, where the owner logs them. A healthy account calls, and picks up; an unhealthy one is called, in vain. */
export const callsOf: RecordMaker = (story, random, setting, people) => {
  if (people.length === 0 || !story.logsCalls) return [];
  const pace = story.liveliness * (story.contracts.length > 0 ? 0.13 : 0.05);
  const perMonth = (start: number) => pace * (0.5 + 0.5 * healthAt(story, start));
  return [...officeMoments(random, activePeriod(story, setting), perMonth)].map((at) => {
    const health = healthAt(story, at);
    const inbound = random.chance(0.1 + 0.35 * health);
    const answered = inbound || random.chance(0.3 + 0.55 * health);
    const minutes = Math.exp(random.normal(Math.log(6), 0.7));
    return {
      id: setting.nextId(),
      properties: {
        hs_timestamp: iso(at),
        hs_createdate: iso(at),
        hs_call_title: inbound ? 'They called' : 'We called',
        hs_call_direction: inbound ? 'INBOUND' : 'OUTBOUND',
        hs_call_status: answered ? 'COMPLETED' : random.pick(['NO_ANSWER', 'NO_ANSWER', 'BUSY']),
        hs_call_duration: answered ? String(Math.round(minutes * MINUTE)) : '0',
        hubspot_owner_id: ownerId(story.owner),
      },
      associations: { companies: companiesOf(story, random, setting), contacts: [personAt(random, people, at)] },
    };
  });
};
