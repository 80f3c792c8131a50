/** What the routes by which people judge a company have in common: who says it, of what company, and until when. */
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { companyId, type PortalId } from '../ids.ts';
import { makeCalendar } from '../scoring/calendar.ts';
import type { NewJudgement } from '../store/judgements.ts';
import type { PortalHandles } from '../store/open-store.ts';
import { judgements } from './answers/scorecard.ts';
import { inOneLine } from './in-one-line.ts';
import { jsonBody } from './json-body.ts';
import type { SignedLocals } from './require-signature.ts';
import { refuse, sendAnswer } from './send-answer.ts';
import { shownJudgements } from './shown-judgements.ts';
import { signedPerson } from './signed-person.ts';

export interface JudgementRouteOptions {
  readonly store: PortalHandles;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Told of the portal whose company is to be scored and written anew. Must neither wait for the work nor throw. */
  readonly onEvents: (portal: PortalId) => void;
}

const company = z.string().regex(/^\d{1,20}$/);

export const reasonText = z
  .string({ error: 'say why, in a few words' })
  .trim()
  .min(3, 'say why, in a few words')
  .max(500, 'keep it within 500 characters');
export const isoDay = z.iso.date({ error: 'give a day as YYYY-MM-DD' });

/** What a judgement says, apart from who says it of whom, and when. */
type Said = { [K in 'kind' | 'value' | 'reason' | 'expiresAt']: NewJudgement[K] };

/** Gives the last moment of a day in the portal's zone. */
export type LastMoment = (isoDay: string | undefined, mostDays: number) => number;

/**
 * A route that logs what the signed person says of a company, and has the company scored and written anew; it answers with what
 * holds now. Saying the same again changes nothing, for HubSpot repeats requests.
 */
export function judgementRoute<T>(
  { store, clock, onEvents }: JudgementRouteOptions,
  body: z.ZodType<T>,
  say: (asked: T, lastMoment: LastMoment) => Said,
): RequestHandler<{ companyId: string }, unknown, unknown, unknown, SignedLocals & Record<string, unknown>> {
  return async (request, response) => {
    const { portalId } = response.locals;
    const portal = store.portal(portalId);
    const id = company.safeParse(request.params.companyId);
    const person = signedPerson(request);
    const asked = body.safeParse(jsonBody(request));
    if (!id.success) return refuse(response, 400, 'Name one company by its record id.');
    if (person === undefined)
      return refuse(response, 400, 'HubSpot did not say who is asking: call this from a card or page of the app.');
    if (!asked.success) return refuse(response, 400, inOneLine(asked.error));
    const profile = await portal.profile();
    const of = companyId(id.data);
    if (profile === undefined || !(await portal.heldCompanies([of])).has(of))
      return refuse(response, 404, 'This company has not been read yet. New companies appear after the next sync.');

    const now = clock();
    const calendar = makeCalendar(profile.timeZone);
    const lastMoment: LastMoment = (day, mostDays) => {
      const today = calendar.isoDay(now);
      const latest = Temporal.PlainDate.from(today).add({ days: mostDays }).toString();
      if (day !== undefined && (day < today || day > latest))
        throw new InputError(`expiresOn: give a day from ${today} to ${latest}`);
      return calendar.endOfDay(day ?? latest);
    };
    let said: Said;
    try {
      said = say(asked.data, lastMoment);
    } catch (error) {
      if (error instanceof InputError) return refuse(response, 400, error.message);
      throw error;
    }
    const { userId, email: userEmail } = person;
    const latest = await portal.addJudgement({ companyId: of, at: now, userId, userEmail, ...said } as NewJudgement);
    await portal.touch([{ objectType: 'companies', id: of, touchedAt: now }]);
    onEvents(portalId);
    // Of two within a millisecond, the second is dated to the next.
    const held = shownJudgements(await portal.judgements(of), calendar, Math.max(now, latest?.at ?? now));
    sendAnswer(response, judgements, held);
  };
}
