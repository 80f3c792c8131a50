import type { ModelVersions } from '@account-health/contract/model';
import type { RequestHandler } from 'express';
import { activeModel, allVersions } from '../../../portal-model/active-model.ts';
import { wordingFor } from '../../gate.ts';
import { type ModelRoutes, portalOf } from './asked-change.ts';
import { byText } from './model-state.ts';

/** `GET /api/settings/model/versions?locale=`: every version that scored the portal or was published for it, the newest first. */
export const modelVersionsRoute =
  (options: ModelRoutes): RequestHandler =>
  async (request, response) => {
    const portal = portalOf(response, options);
    const wording = wordingFor(request.query.locale);
    const active = await activeModel(portal, options.models);
    const versions = await allVersions(portal, active);
    response.json({
      versions: versions.map(({ name, version, publishedAt, by }) => ({
        ...{ name, version, by: byText(by, wording) },
        publishedAt: publishedAt === null ? null : new Date(publishedAt).toISOString(),
        active: name === active.name && version === active.version,
      })),
    } satisfies ModelVersions);
  };
