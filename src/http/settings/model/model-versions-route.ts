import type { RequestHandler } from 'express';
import { activeModel, allVersions } from '../../../portal-model/active-model.ts';
import { modelVersions } from '../../answers/model.ts';
import { wordingFor } from '../../gate.ts';
import { sendAnswer } from '../../send-answer.ts';
import { type ModelRoutes, portalOf } from './asked-change.ts';
import { byText } from './model-state.ts';

/** `GET /api/settings/model/versions?locale=`: every version that scored the portal or was published for it, the newest first. */
export const modelVersionsRoute =
  (options: ModelRoutes): RequestHandler =>
  async (request, response) => {
    const wording = wordingFor(request.query.locale);
    // One published between the two would stand beside the one before it as one to go back to.
    const { active, versions } = await portalOf(response, options).atOneMoment(async (store) => {
      const active = await activeModel(store, options.models);
      return { active, versions: await allVersions(store, active) };
    });
    sendAnswer(response, modelVersions, {
      versions: versions.map(({ name, version, publishedAt, by }) => ({
        ...{ name, version, by: byText(by, wording) },
        publishedAt: publishedAt === null ? null : new Date(publishedAt).toISOString(),
        active: name === active.name && version === active.version,
      })),
    });
  };
