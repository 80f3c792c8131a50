import type { Scorecard } from '@account-health/contract';
import type { RecordHealth } from '@account-health/contract/card';
import { cardWithoutCycle } from '../../http/word-scorecard.ts';
import { dayOf } from '../../scoring/evidence.ts';
import { makeWording, type Wording } from '../../wording/make-wording.ts';
import type { ExtensionRequest, ExtensionResponse, ForcedAnswer } from './preview-setting.ts';

/**
 * Has a card see an account that is otherwise than this one: the answer is changed to what the service says of such an account, in the
 * reader's language. Answers that know no such state, and refusals, stay as they are.
 */
export function forceAnswer(
  force: ForcedAnswer,
  request: ExtensionRequest,
  answer: ExtensionResponse,
): ExtensionResponse {
  const { pathname, searchParams } = new URL(request.url);
  if (request.method !== 'GET' || answer.status !== 200) return answer;
  const locale = searchParams.get('locale') ?? 'en';
  if (/^\/api\/companies\/\d+\/scorecard$/.test(pathname)) {
    const card = JSON.parse(answer.body) as Scorecard;
    return withBody(answer, forceScorecard(force, card, makeWording({ locale, timeZone: card.timeZone })));
  }
  if (/^\/api\/records\/\w+\/\d+\/health$/.test(pathname)) {
    const health = JSON.parse(answer.body) as RecordHealth;
    return withBody(answer, forceRecord(force, health, makeWording({ locale, timeZone: health.timeZone })));
  }
  return answer;
}

const withBody = (answer: ExtensionResponse, body: object): ExtensionResponse => ({
  ...answer,
  body: JSON.stringify(body),
});

/** What costs points, and what changed, belongs to a score. */
const noScore = (): Pick<Scorecard, 'score' | 'change30d' | 'changes' | 'receipt' | 'nextAction'> => ({
  score: null,
  change30d: null,
  changes: [],
  receipt: [],
  nextAction: null,
});

function forceScorecard(force: ForcedAnswer, card: Scorecard, wording: Wording): Scorecard {
  switch (force) {
    case 'no_cycle':
    case 'not_connected':
      return cardWithoutCycle(wording, card.timeZone, force);
    case 'unknown':
      return {
        ...card,
        ...noScore(),
        state: 'unknown',
        status: 'unknown',
        scoreStatus: 'unknown',
        override: null,
        coverage: 0.2,
        explanation: wording.say('state.low_coverage'),
        hint: wording.say('card.hint.unknown'),
      };
    case 'not_customer':
      return {
        ...card,
        ...noScore(),
        state: 'not_customer',
        status: null,
        scoreStatus: null,
        override: null,
        coverage: null,
        dimensions: [],
        missing: [],
        marks: [],
        explanation: wording.say('state.partner'),
        hint: wording.say('card.hint.not_customer'),
      };
    case 'stale':
      return { ...card, ...stale(card.asOf, wording) };
  }
}

function forceRecord(force: ForcedAnswer, health: RecordHealth, wording: Wording): RecordHealth {
  const all = (change: object) => ({ ...health, companies: health.companies.map((one) => ({ ...one, ...change })) });
  const none = { companies: [], moreCompanies: 0 };
  switch (force) {
    case 'no_cycle':
      return {
        ...{ ...health, ...none, asOf: null },
        title: wording.say('card.word.noScoreYet'),
        explanation: wording.say('state.no_cycle'),
      };
    case 'not_connected':
      return {
        ...{ ...health, ...none, asOf: null },
        title: wording.say('card.word.notConnected'),
        explanation: wording.say('card.not_connected'),
      };
    case 'unknown':
      return all({
        state: 'unknown',
        score: null,
        status: 'unknown',
        change30d: null,
        text: wording.say('state.low_coverage'),
      });
    case 'not_customer':
      return all({
        state: 'not_customer',
        score: null,
        status: null,
        change30d: null,
        text: wording.say('state.partner'),
      });
    case 'stale':
      return { ...health, ...stale(health.asOf, wording) };
  }
}

const MONTH_MS = 30 * 86_400_000;

/** As if nothing had been read for a month. */
function stale(asOf: string | null, { say }: Wording): { readonly asOf: string | null; readonly stale: string } {
  const before = asOf === null ? 0 : Date.parse(asOf) - MONTH_MS;
  return { asOf: asOf && new Date(before).toISOString(), stale: say('card.stale', { day: dayOf(before) }) };
}
