import { type AccountStory, healthAt } from './account-story.ts';
import { HOUR, iso } from './moments.ts';
import type { Random } from './prng.ts';

/**
 * What a ticket shows of the survey after it, if the account is asked and answered by now: how satisfied they were (HubSpot's CSAT:
 * unhappy 0, neutral 1, happy 2), or for some how easy it was (CES, 1 to 7).
 */
export function ticketSurvey(
  story: AccountStory,
  random: Random,
  { closedAt, now }: { readonly closedAt: number; readonly now: number },
) {
  const draws = random.fork(`survey:${closedAt}`);
  const health = healthAt(story, closedAt);
  const at = closedAt + draws.between(1, 30) * HOUR;
  const answers = story.surveyed && at <= now;
  const csat = answers && draws.chance(0.15) ? satisfaction(draws, health) : null;
  const ces = answers && csat === null && draws.chance(0.06) ? ease(draws, health) : null;
  return {
    hs_last_csat_rating: csat,
    hs_last_csat_date: csat === null ? null : iso(at),
    hs_feedback_last_ces_rating: ces,
    hs_feedback_last_survey_date: csat === null && ces === null ? null : iso(at),
  };
}

function satisfaction(draws: Random, health: number): string {
  const felt = draws.normal(1.8 + 3 * health, 0.9);
  return felt < 2.5 ? '0' : felt < 3.5 ? '1' : '2';
}

const ease = (draws: Random, health: number): string =>
  String(Math.min(7, Math.max(1, Math.round(draws.normal(2 + 5 * health, 1)))));
