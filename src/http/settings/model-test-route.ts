import type { RequestHandler } from 'express';
import { z } from 'zod';
import { companyId } from '../../ids.ts';
import { draftModel } from '../../portal-model/portal-model.ts';
import type { PortalHandles } from '../../store/open-store.ts';
import { computation } from '../answers/card.ts';
import { readComputation } from '../computation-route.ts';
import { asTried } from '../explain-company.ts';
import { type Gate, onlyWhoMay, wordingFor } from '../gate.ts';
import type { SignedLocals } from '../require-signature.ts';
import { refuse, sendAnswer } from '../send-answer.ts';
import { signedPerson } from '../signed-person.ts';
import { noComputation } from '../word-computation.ts';
import { localeOf } from './locale-of.ts';

const asked = z.object({
  company: z.string().regex(/^\d{1,20}$/),
  of: z.enum(['draft', 'active']).default('draft'),
});

/**
 * `GET /api/settings/model/test?company=ID&of=draft|active&locale=`: how the company's score comes about under the draft, or under what
 * scores the portal now; without a draft they are the same. Of a draft with mistakes it says so.
 */
export function modelTestRoute(options: {
  readonly store: PortalHandles;
  readonly gate: Gate;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}): RequestHandler[] {
  const { store, gate, clock } = options;
  return [
    onlyWhoMay('change_model', options),
    async (request, response) => {
      const { company, of } = request.query;
      const parsed = asked.safeParse({ company, of });
      if (!parsed.success) {
        refuse(response, 400, 'Ask for one company by its record id, and for of=draft or of=active.');
        return;
      }
      const portal = store.portal((response.locals as SignedLocals).portalId);
      const discreet = (await gate.refusal(portal, signedPerson(request), 'see_amounts')) !== undefined;
      const locale = localeOf(request);
      const reader = { locale, discreet, now: clock() };
      const draft = parsed.data.of === 'draft' ? await draftModel(portal) : undefined;
      const tested = companyId(parsed.data.company);
      if (draft === undefined) {
        sendAnswer(response, computation, await readComputation(portal, tested, reader));
        return;
      }
      const { model } = draft.checked;
      if (model === undefined) {
        const wording = wordingFor(locale);
        const text = wording.say('computation.draft.mistakes');
        const nothing = noComputation(wording, { model: { name: '–', version: '–' }, asOf: clock(), text });
        sendAnswer(response, computation, nothing);
        return;
      }
      const tried = await readComputation(portal, tested, reader, (cycle) => asTried(model, cycle));
      sendAnswer(response, computation, tried);
    },
  ];
}
