import type { RequestHandler } from 'express';
import { z } from 'zod';
import { publishDraft } from '../../../portal-model/publish-draft.ts';
import { onlyWhoMay } from '../../gate.ts';
import { answerState, askedChange, type ModelPublishing, portalOf, revision } from './asked-change.ts';

const asked = z.strictObject({ revision }, { error: 'send JSON with revision' });

/**
 * `POST /api/settings/model/publish?locale= {revision}`: the draft scores the portal from now on. One with mistakes is not published: the
 * answer is the model as it was. 409 where somebody changed it since.
 */
export const publishModelRoute = (options: ModelPublishing): RequestHandler[] => [
  onlyWhoMay('change_model', options),
  async (request, response) => {
    const given = askedChange(asked, request, response);
    if (given === undefined) return;
    const portal = portalOf(response, options);
    const publish = { ...given.asked, at: options.clock(), by: given.by };
    const outcome = await publishDraft(portal, options.models, publish);
    if (outcome === 'done') options.cycleAnew(portal.portalId);
    await answerState(request, response, options, outcome === 'stale' ? 'stale' : 'done');
  },
];
