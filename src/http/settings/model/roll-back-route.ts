import type { RequestHandler } from 'express';
import { z } from 'zod';
import { rollBack } from '../../../portal-model/publish-draft.ts';
import { onlyWhoMay, wordingFor } from '../../gate.ts';
import { refuse } from '../../send-answer.ts';
import { answerState, askedChange, type ModelPublishing, portalOf, revision } from './asked-change.ts';

const name = z.string({ error: 'send a name as text' }).min(1).max(500);
const asked = z.strictObject(
  { revision, version: name, name: name.optional() },
  { error: 'send JSON with version and revision' },
);

/** `POST /api/settings/model/rollback?locale= {version, revision, name?}`: a version that was kept scores the portal again. */
export const rollBackRoute = (options: ModelPublishing): RequestHandler[] => [
  onlyWhoMay('change_model', options),
  async (request, response) => {
    const given = askedChange(asked, request, response);
    if (given === undefined) return;
    const portal = portalOf(response, options);
    const { revision: from, ...to } = given.asked;
    const outcome = await rollBack(portal, options.models, to, { revision: from, at: options.clock(), by: given.by });
    if (outcome === 'unfit') {
      refuse(response, 400, wordingFor(request.query.locale).say('model.no_version'));
      return;
    }
    if (outcome === 'done') options.cycleAnew(portal.portalId);
    await answerState(request, response, options, outcome);
  },
];
