import type { RequestHandler } from 'express';
import { z } from 'zod';
import { companyId } from '../ids.ts';
import type { Store } from '../store/open-store.ts';
import { readScorecard } from './read-scorecard.ts';
import type { SignedLocals } from './require-signature.ts';

const asked = z.object({
  companyId: z.string().regex(/^\d{1,20}$/),
  locale: z.string().max(35).default('en'),
});

/** `GET /api/companies/{companyId}/scorecard?locale=`: the scorecard of a company of the signed portal. */
export function scorecardRoute(
  store: Store,
  clock: () => number,
): RequestHandler<{ companyId: string }, unknown, unknown, unknown, SignedLocals & Record<string, unknown>> {
  return async (request, response) => {
    const { locale } = request.query as { locale?: unknown };
    const parsed = asked.safeParse({ companyId: request.params.companyId, locale });
    if (!parsed.success) {
      response.status(400).json({ error: 'Ask for one company by its record id, and for one locale.' });
      return;
    }
    const portalStore = store.portal(response.locals.portalId);
    response.json(await readScorecard(portalStore, companyId(parsed.data.companyId), parsed.data.locale, clock()));
  };
}
