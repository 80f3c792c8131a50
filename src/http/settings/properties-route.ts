import type { RequestHandler } from 'express';
import { propertiesAnswer } from '../answers/model.ts';
import type { SignedLocals } from '../require-signature.ts';
import { refuse, sendAnswer } from '../send-answer.ts';
import { localeOf } from './locale-of.ts';
import type { Pickers } from './pickers.ts';

/** HubSpot's plurals, and the ids of custom objects. */
const OBJECT_TYPE = /^(?:[a-z_]{1,60}|2-\d{1,15})$/;

/** `GET /api/settings/properties?objectType=&locale=`: the portal's properties of a type; companies' where none is named. */
export const propertiesRoute =
  (pickers: Pickers): RequestHandler =>
  async (request, response) => {
    const { objectType = 'companies' } = request.query;
    if (typeof objectType !== 'string' || !OBJECT_TYPE.test(objectType)) {
      refuse(response, 400, 'objectType: name a type as HubSpot does, such as companies or 2-4567');
      return;
    }
    const { portalId } = response.locals as SignedLocals;
    const found = await pickers.properties(portalId, { objectType, locale: localeOf(request) });
    sendAnswer(response, propertiesAnswer, found);
  };
