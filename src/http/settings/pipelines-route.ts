import type { RequestHandler } from 'express';
import { pipelinesAnswer } from '../answers/model.ts';
import type { SignedLocals } from '../require-signature.ts';
import { sendAnswer } from '../send-answer.ts';
import { localeOf } from './locale-of.ts';
import type { Pickers } from './pickers.ts';

/** `GET /api/settings/pipelines?locale=`: the portal's deal pipelines. */
export const pipelinesRoute =
  (pickers: Pickers): RequestHandler =>
  async (request, response) => {
    const { portalId } = response.locals as SignedLocals;
    const found = await pickers.pipelines(portalId, { locale: localeOf(request) });
    sendAnswer(response, pipelinesAnswer, found);
  };
