import type { Computation } from '@account-health/contract/card';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type CompanyId, companyId } from '../ids.ts';
import { mappedTexts } from '../scoring/model-signals.ts';
import type { PortalHandles } from '../store/open-store.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { makeWording } from '../wording/make-wording.ts';
import { withMapped } from '../wording/mapped-wording.ts';
import { computation } from './answers/card.ts';
import { asScored, explainCompany, type ScoredBy } from './explain-company.ts';
import type { Gate } from './gate.ts';
import { type LatestCycle, readLatestCycle } from './latest-cycle.ts';
import type { SignedLocals } from './require-signature.ts';
import { refuse, sendAnswer } from './send-answer.ts';
import { signedPerson } from './signed-person.ts';
import { noComputation, wordComputation } from './word-computation.ts';

const asked = z.object({ companyId: z.string().regex(/^\d{1,20}$/), locale: z.string().max(35).default('en') });

interface Reader {
  readonly locale: string;
  /** May not see amounts of money and subjects of emails. */
  readonly discreet: boolean;
  /** Ms since 1970 UTC. */
  readonly now: number;
}

/** A company's computation by the portal's latest cycle, or by something else that is tried on it. */
export async function readComputation(
  store: PortalStore,
  of: CompanyId,
  { locale, discreet, now }: Reader,
  byOf: (cycle: LatestCycle) => ScoredBy = asScored,
): Promise<Computation> {
  const cycle = await readLatestCycle(store);
  if (cycle === undefined) {
    const wording = makeWording({ locale, timeZone: (await store.profile())?.timeZone ?? 'UTC' });
    return noComputation(wording, {
      model: { name: '–', version: '–' },
      asOf: now,
      text: wording.say('state.no_cycle'),
    });
  }
  const by = byOf(cycle);
  const wording = withMapped(
    makeWording({ locale, timeZone: cycle.calendar.timeZone, discreet }),
    mappedTexts(by.model),
  );
  const company = await explainCompany(store, cycle, of, by);
  if (company === undefined) {
    const { name, version } = by.model;
    return noComputation(wording, {
      model: { name, version },
      asOf: cycle.asOf,
      text: wording.say('state.not_found'),
    });
  }
  return wordComputation(company, { cycle, by, wording, portalId: store.portalId, companyId: of, now });
}

/**
 * `GET /api/companies/{companyId}/computation?locale=`: how the score on the company's scorecard comes about, down to the rule of each
 * signal. Amounts and subjects of emails are in it only where the signed person may see them.
 */
export const computationRoute =
  (options: {
    readonly store: PortalHandles;
    readonly gate: Gate;
    /** Ms since 1970 UTC. */
    readonly clock: () => number;
  }): RequestHandler<
    { companyId: string },
    unknown,
    unknown,
    { locale?: unknown },
    SignedLocals & Record<string, unknown>
  > =>
  async (request, response) => {
    const { store, gate, clock } = options;
    const parsed = asked.safeParse({ companyId: request.params.companyId, locale: request.query.locale });
    if (!parsed.success) {
      refuse(response, 400, 'Ask for one company by its record id, for one locale.');
      return;
    }
    const portal = store.portal(response.locals.portalId);
    const discreet = (await gate.refusal(portal, signedPerson(request), 'see_amounts')) !== undefined;
    const { locale } = parsed.data;
    const of = companyId(parsed.data.companyId);
    sendAnswer(response, computation, await readComputation(portal, of, { locale, discreet, now: clock() }));
  };
