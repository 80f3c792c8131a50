import type { RequestHandler } from 'express';
import { z } from 'zod';
import { companyId } from '../ids.ts';
import type { Action } from '../permissions/may.ts';
import type { PortalHandles } from '../store/open-store.ts';
import { scorecard } from './answers/scorecard.ts';
import type { Gate } from './gate.ts';
import type { ReadScorecard } from './read-scorecard.ts';
import type { SignedLocals } from './require-signature.ts';
import { refuse, sendAnswer } from './send-answer.ts';
import { signedPerson } from './signed-person.ts';

const asked = z.object({
  companyId: z.string().regex(/^\d{1,20}$/),
  locale: z.string().max(35).default('en'),
  history: z.enum(['published', 'recomputed']).default('published'),
});

/**
 * `GET /api/companies/{companyId}/scorecard?locale=`: the scorecard of a company of the signed portal. With `history=recomputed` its
 * history is computed anew, with the model of today and what is known today, and says so. Amounts and subjects of emails are in it only
 * where the signed person may see them.
 */
export function scorecardRoute(
  store: PortalHandles,
  clock: () => number,
  gate: Gate,
  readScorecard: ReadScorecard,
): RequestHandler<{ companyId: string }, unknown, unknown, unknown, SignedLocals & Record<string, unknown>> {
  return async (request, response) => {
    const { locale, history } = request.query as { locale?: unknown; history?: unknown };
    const parsed = asked.safeParse({ companyId: request.params.companyId, locale, history });
    if (!parsed.success) {
      refuse(
        response,
        400,
        'Ask for one company by its record id, for one locale, and for history=recomputed or none.',
      );
      return;
    }
    const portalStore = store.portal(response.locals.portalId);
    const { locale: language, history: basis } = parsed.data;
    const person = signedPerson(request);
    const refused = async (action: Action) => (await gate.refusal(portalStore, person, action)) !== undefined;
    const hidden = await refused('see_amounts');
    const of = companyId(parsed.data.companyId);
    const card = await readScorecard(portalStore, of, language, clock(), basis, hidden);
    const isNamed = person !== undefined;
    const you = {
      mayJudge: isNamed && !(await refused('judge')),
      mayMakeTasks: isNamed && !(await refused('make_tasks')),
    };
    sendAnswer(response, scorecard, { ...card, you });
  };
}
