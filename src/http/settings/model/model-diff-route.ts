import type { RequestHandler } from 'express';
import { z } from 'zod';
import { modelDiff } from '../../answers/model.ts';
import { wordingFor } from '../../gate.ts';
import { inOneLine } from '../../in-one-line.ts';
import { refuse, sendAnswer } from '../../send-answer.ts';
import { type ModelRoutes, portalOf } from './asked-change.ts';
import { askedModel, modelName } from './asked-model.ts';
import { wordChanges } from './word-changes.ts';

const asked = z.object({
  from: modelName,
  to: modelName,
  fromName: modelName.optional(),
  toName: modelName.optional(),
});

/** `GET /api/settings/model/diff?from=&to=&locale=`: what the second says otherwise than the first; each a version, `active` or `draft`. */
export const modelDiffRoute =
  (options: ModelRoutes): RequestHandler =>
  async (request, response) => {
    const given = asked.safeParse(request.query);
    if (!given.success) {
      refuse(response, 400, inOneLine(given.error));
      return;
    }
    const portal = portalOf(response, options);
    const { from, to, fromName, toName } = given.data;
    const wording = wordingFor(request.query.locale);
    const before = await askedModel(portal, options.models, from, fromName);
    const after = await askedModel(portal, options.models, to, toName);
    if (before === undefined || after === undefined) {
      refuse(response, 400, wording.say('model.no_version'));
      return;
    }
    // A text that is no YAML says nothing that could differ.
    const changes = after.content === undefined ? [] : wordChanges(before, after, wording);
    sendAnswer(response, modelDiff, { from, to, changes });
  };
