import type { PortalRecord } from '../portal-data.ts';
import { healthAt } from './account-story.ts';
import { DAY, iso, officeMoment } from './moments.ts';
import { activePeriod, personAt, type RecordMaker, type Setting } from './record-maker.ts';

interface Survey {
  /** HubSpot's value of `hs_survey_type`. */
  readonly type: 'NPS' | 'CSAT' | 'CES' | 'CUSTOM';
  readonly name: string;
  /** Answers run from `least` to `most`. */
  readonly least: number;
  readonly most: number;
  /** The first answers that count as neither for nor against us, and as for us. */
  readonly passive: number;
  readonly promoter: number;
  /** HubSpot names the groups in words for some surveys and by number for others. */
  readonly groups: readonly [against: string, neither: string, forUs: string];
}

const WORDS = ['DETRACTOR', 'PASSIVE', 'PROMOTER'] as const;
const NUMBERS = ['0', '1', '2'] as const;

const NPS: Survey = {
  type: 'NPS',
  name: 'Would you recommend us?',
  least: 0,
  most: 10,
  passive: 7,
  promoter: 9,
  groups: WORDS,
};
const CSAT: Survey = {
  type: 'CSAT',
  name: 'After your ticket',
  least: 0,
  most: 2,
  passive: 1,
  promoter: 2,
  groups: NUMBERS,
};
const CES: Survey = {
  type: 'CES',
  name: 'How easy was it?',
  least: 1,
  most: 7,
  passive: 4,
  promoter: 6,
  groups: NUMBERS,
};
const QUARTERLY: Survey = {
  type: 'CUSTOM',
  name: 'Quarterly check',
  least: 1,
  most: 10,
  passive: 6,
  promoter: 8,
  groups: WORDS,
};

/**
 * Survey answers, from the accounts that are asked; a rating on a ticket is one of them. HubSpot associates an answer with the
 * contact who gave it, and with the ticket, never with a company.
 */
export const feedbackOf: RecordMaker = (story, random, setting, people, made) => {
  if (!story.surveyed || people.length === 0 || story.contracts.length === 0) return [];
  const answers: PortalRecord[] = [];
  const answer = (survey: Survey, at: number, value: number, ticket?: PortalRecord) => {
    if (at > setting.now) return;
    const contact = ticket?.associations.contacts?.[0] ?? personAt(random, people, at);
    answers.push(answerRecord(setting, survey, at, value, { contacts: [contact], tickets: ticket ? [ticket.id] : [] }));
  };

  for (const ticket of made.tickets ?? []) {
    const { hs_last_csat_rating: csat, hs_feedback_last_ces_rating: ces } = ticket.properties;
    const at = Date.parse(ticket.properties.hs_feedback_last_survey_date ?? '');
    if (csat) answer(CSAT, at, Number(csat), ticket);
    if (ces) answer(CES, at, Number(ces), ticket);
  }
  const { from, until } = activePeriod(story, setting);
  const start = Math.max(from, story.contracts[0]?.startsAt ?? from) + random.between(30, 150) * DAY;
  for (const [survey, everyDays, sent] of [
    [NPS, 180, Math.min(2, people.length)],
    [QUARTERLY, 91, random.chance(0.5) ? 1 : 0],
  ] as const) {
    for (let asked = start; asked < until; asked += everyDays * DAY) {
      for (let person = 0; person < sent; person += 1) {
        const at = Math.min(until, officeMoment(random, asked + random.between(3, 12) * DAY));
        // Who is content answers more, but the others do so too.
        if (random.chance(0.2 + 0.25 * healthAt(story, at))) {
          const felt = 0.12 + 0.88 * healthAt(story, at) + random.normal(0, 0.12);
          answer(survey, at, survey.least + (survey.most - survey.least) * felt);
        }
      }
    }
  }
  return answers;
};

function answerRecord(
  setting: Setting,
  survey: Survey,
  at: number,
  felt: number,
  associations: PortalRecord['associations'],
): PortalRecord {
  const value = Math.min(survey.most, Math.max(survey.least, Math.round(felt)));
  const group = value >= survey.promoter ? 2 : value >= survey.passive ? 1 : 0;
  return {
    id: setting.nextId(),
    properties: {
      hs_survey_type: survey.type,
      hs_survey_name: survey.name,
      hs_survey_channel: 'EMAIL',
      hs_value: String(value),
      hs_response_group: survey.groups[group],
      hs_content: group === 0 ? 'It took too long.' : group === 2 ? 'Great people.' : null,
      hs_submission_timestamp: iso(at),
      hs_createdate: iso(at),
    },
    associations,
  };
}
