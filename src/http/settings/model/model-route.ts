import type { RequestHandler } from 'express';
import { answerState, type ModelRoutes } from './asked-change.ts';

/** `GET /api/settings/model?locale=`: what scores the portal, and what is being made of it. */
export const modelRoute =
  (options: ModelRoutes): RequestHandler =>
  (request, response) =>
    answerState(request, response, options);
