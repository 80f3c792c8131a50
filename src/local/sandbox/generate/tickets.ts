import type { PortalRecord } from '../portal-data.ts';
import { type AccountStory, healthAt } from './account-story.ts';
import { DAY, HOUR, iso, officeMoments } from './moments.ts';
import { ownerId } from './owners.ts';
import type { Random } from './prng.ts';
import { companiesOf, type Person, personAt, type Setting } from './record-maker.ts';
import { ticketSurvey } from './ticket-survey.ts';

/** HubSpot's default options of `hs_ticket_category`, each with what people write about. */
const SUBJECTS = {
  PRODUCT_ISSUE: ['Export stops half way', 'Page stays blank', 'Numbers do not add up', 'Cannot sign in'],
  BILLING_ISSUE: ['Charged twice', 'Wrong address on the invoice', 'Question about the last invoice'],
  FEATURE_REQUEST: ['Bulk edit', 'A weekly summary by mail', 'More roles for users'],
  GENERAL_INQUIRY: ['How do I add a colleague?', 'Where are the guides?', 'Training for new staff'],
} as const;
type Category = keyof typeof SUBJECTS;

const COMPLAINTS: readonly Category[] = ['PRODUCT_ISSUE', 'PRODUCT_ISSUE', 'BILLING_ISSUE'];
const QUESTIONS: readonly Category[] = ['FEATURE_REQUEST', 'GENERAL_INQUIRY', 'GENERAL_INQUIRY', 'PRODUCT_ISSUE'];

/** HubSpot's default support pipeline: new, waiting on contact, waiting on us, closed. */
const OPEN_STAGES = ['1', '2', '3'];
const CLOSED_STAGE = '4';

/** The worse an account fares, the more tickets, complaints, reopenings and time they take. Only customers have any. */
export function ticketsOf(
  story: AccountStory,
  random: Random,
  setting: Setting,
  people: readonly Person[],
): PortalRecord[] {
  const customerFrom = story.contracts[0]?.startsAt;
  if (customerFrom === undefined) return [];
  const tickets: PortalRecord[] = [];
  const until = Math.min(story.churnedAt ?? setting.lastDay, setting.lastDay);
  const from = Math.max(setting.windowStart, customerFrom);
  const pace = (start: number) => story.ticketsPerMonth * (1.9 - 1.4 * healthAt(story, start));
  for (const at of officeMoments(random, { from, until }, pace)) {
    tickets.push(ticketRecord(story, random, setting, at, people));
  }
  return tickets;
}

function ticketRecord(
  story: AccountStory,
  random: Random,
  setting: Setting,
  createdAt: number,
  people: readonly Person[],
): PortalRecord {
  const { now } = setting;
  const health = healthAt(story, createdAt);
  const complaint = random.chance(0.75 - 0.55 * health);
  const category = random.pick(complaint ? COMPLAINTS : QUESTIONS);
  const repliedAt = createdAt + Math.exp(random.normal(Math.log(4 - 2 * health), 0.9)) * HOUR;
  const reopened = random.chance(0.3 - 0.25 * health);
  const effortDays = Math.exp(random.normal(Math.log(4.5 - 3.5 * health), 0.8));
  // Some are never solved while the account is doing badly.
  const lingers = random.chance(0.12 * (1 - health));
  const closedAt = repliedAt + (effortDays * (reopened ? 2 : 1) + (lingers ? 365 : 0)) * DAY;
  const closed = closedAt <= now;
  const reopenedAt = createdAt + (closedAt - createdAt) * 0.6;
  const replied = repliedAt <= now;
  const companies = companiesOf(story, random, setting);
  return {
    id: setting.nextId(),
    properties: {
      subject: random.pick(SUBJECTS[category]),
      createdate: iso(createdAt),
      closed_date: closed ? iso(closedAt) : null,
      hs_is_closed: String(closed),
      hs_pipeline: '0',
      hs_pipeline_stage: closed ? CLOSED_STAGE : random.pick(OPEN_STAGES),
      hs_ticket_priority: priority(random, complaint, health),
      hs_ticket_category: category,
      time_to_close: closed ? String(Math.floor(closedAt) - createdAt) : null,
      time_to_first_agent_reply: replied ? String(Math.floor(repliedAt) - createdAt) : null,
      hs_time_to_close_sla_status: goalStatus(createdAt, closedAt, CLOSE_GOAL, now),
      hs_time_to_first_response_sla_status: goalStatus(createdAt, repliedAt, REPLY_GOAL, now),
      hs_ticket_reopened_at: reopened && reopenedAt <= now ? iso(reopenedAt) : null,
      hs_num_times_contacted: String(replied ? 1 + random.count(closed ? effortDays / 2 : 1) : 0),
      ...ticketSurvey(story, random, { closedAt, now }),
      hubspot_owner_id: ownerId(story.owner),
      hs_primary_company_id: companies[0] ?? null,
    },
    associations: { companies, contacts: people.length > 0 ? [personAt(random, people, createdAt)] : [] },
  };
}

/** What the portal's service goals allow. */
export const REPLY_GOAL = 8 * HOUR;
export const CLOSE_GOAL = 7 * DAY;

/** HubSpot's state of a service goal: running 0, overdue 1, due soon 2, kept 3, done but late 4. */
function goalStatus(since: number, doneAt: number, goal: number, now: number): string {
  if (doneAt <= now) return doneAt - since <= goal ? '3' : '4';
  const left = since + goal - now;
  return left < 0 ? '1' : left < goal / 4 ? '2' : '0';
}

function priority(random: Random, complaint: boolean, health: number): string {
  const heat = (complaint ? 0.35 : 0) + 0.3 * (1 - health) + 0.5 * random.next();
  return heat > 0.95 ? 'URGENT' : heat > 0.65 ? 'HIGH' : heat > 0.3 ? 'MEDIUM' : 'LOW';
}
