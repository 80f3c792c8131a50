import type { RequestHandler } from 'express';
import { z } from 'zod';
import { readModelYaml } from '../../../model-file.ts';
import { activeModel } from '../../../portal-model/active-model.ts';
import type { Json } from '../../../portal-model/apply-edit.ts';
import { MOST_YAML_BYTES } from '../../../portal-model/change-draft.ts';
import { modelCheck } from '../../answers/model.ts';
import { onlyWhoMay, wordingFor } from '../../gate.ts';
import { inOneLine } from '../../in-one-line.ts';
import { jsonBody } from '../../json-body.ts';
import { refuse, sendAnswer } from '../../send-answer.ts';
import { type ModelRoutes, portalOf } from './asked-change.ts';
import { objectOf, placeLabels } from './place-labels.ts';
import { wordChanges } from './word-changes.ts';
import { wordMistakes } from './word-mistakes.ts';

const asked = z.strictObject({ yaml: z.string({ error: 'send the text as yaml' }) }, { error: 'send JSON with yaml' });

/** `POST /api/settings/model/check?locale= {yaml}`: what a text would be as a draft. It changes nothing. */
export const checkModelRoute = (options: ModelRoutes): RequestHandler[] => [
  onlyWhoMay('change_model', options),
  async (request, response) => {
    const given = asked.safeParse(jsonBody(request));
    const wording = wordingFor(request.query.locale);
    if (!given.success || Buffer.byteLength(given.data.yaml) > MOST_YAML_BYTES) {
      const tooLong = () => wording.say('model.too_long', { kilobytes: MOST_YAML_BYTES / 1000 });
      refuse(response, 400, given.success ? tooLong() : inOneLine(given.error));
      return;
    }
    const active = await activeModel(portalOf(response, options), options.models);
    const read = readModelYaml(given.data.yaml);
    const content = read.content as Json | undefined;
    const labels = placeLabels(wording, [content, active.content]);
    sendAnswer(response, modelCheck, {
      mistakes: wordMistakes(read, labels, wording),
      changes: objectOf(content) === content ? wordChanges(active, read, wording) : [],
    });
  },
];
