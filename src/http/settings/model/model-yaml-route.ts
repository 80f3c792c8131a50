import type { RequestHandler } from 'express';
import { z } from 'zod';
import { modelYaml } from '../../answers/model.ts';
import { wordingFor } from '../../gate.ts';
import { inOneLine } from '../../in-one-line.ts';
import { refuse, sendAnswer } from '../../send-answer.ts';
import { type ModelRoutes, portalOf } from './asked-change.ts';
import { askedModel, modelName } from './asked-model.ts';

const asked = z.object({ of: modelName, name: modelName.optional() });

/** `GET /api/settings/model/yaml?of=&locale=`: a version, `active` or `draft` as a file. */
export const modelYamlRoute =
  (options: ModelRoutes): RequestHandler =>
  async (request, response) => {
    const given = asked.safeParse(request.query);
    if (!given.success) {
      refuse(response, 400, inOneLine(given.error));
      return;
    }
    const { of, name } = given.data;
    const found = await askedModel(portalOf(response, options), options.models, of, name);
    if (found === undefined) {
      refuse(response, 400, wordingFor(request.query.locale).say('model.no_version'));
      return;
    }
    const { yaml, version } = found;
    sendAnswer(response, modelYaml, { fileName: `${plain(found.name)}-${plain(version)}.yaml`, yaml });
  };

/** A part of a file's name that every machine takes. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60) || 'model';
