import type { PortalRecord } from '../portal-data.ts';
import { healthAt } from './account-story.ts';
import { DAY, iso, YEAR } from './moments.ts';
import { companiesOf, type RecordMaker } from './record-maker.ts';

/** The portal's own properties of this custom object. */
export const PROJECT_PROPERTIES = [
  { name: 'project_name', type: 'string' },
  { name: 'project_started', type: 'date' },
  { name: 'project_status', type: 'enumeration', options: ['running', 'done'] },
] as const;

/** Projects that were run with the account, a custom object: the healthier the account, the more of them a year. */
export const projectsOf: RecordMaker = (story, random, setting) =>
  story.contracts.flatMap(({ startsAt }, year) => {
    const count = random.whole(0, 1) + Math.round(2 * healthAt(story, startsAt));
    return Array.from({ length: count }, (_, index): PortalRecord => {
      const startedAt = Math.min(startsAt + random.between(0, YEAR), setting.lastDay);
      const status = startedAt > setting.now - 90 * DAY ? 'running' : 'done';
      return {
        id: setting.nextId(),
        properties: {
          project_name: `Project ${year + 1}.${index + 1}`,
          project_started: iso(startedAt).slice(0, 10),
          project_status: status,
          hs_createdate: iso(startedAt - 20 * DAY),
        },
        associations: { companies: companiesOf(story, random, setting) },
      };
    });
  });
