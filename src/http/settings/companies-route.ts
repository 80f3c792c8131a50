import type { RequestHandler } from 'express';
import type { PortalHandles } from '../../store/open-store.ts';
import { companiesAnswer } from '../answers/settings.ts';
import { type Gate, onlyWhoMay } from '../gate.ts';
import type { SignedLocals } from '../require-signature.ts';
import { sendAnswer } from '../send-answer.ts';
import { pickerText } from './picker-text.ts';

const MOST = 20;

/** `GET /api/settings/companies?text=`: companies whose name contains a text, by name, for pickers; for who may change the model. */
export const companiesRoute = (options: { readonly gate: Gate; readonly store: PortalHandles }): RequestHandler[] => [
  onlyWhoMay('change_model', options),
  async (request, response) => {
    const portal = options.store.portal((response.locals as SignedLocals).portalId);
    const found = await portal.findCompanies(pickerText(request), MOST);
    sendAnswer(response, companiesAnswer, { companies: found.map(({ id, name }) => ({ id, name: name ?? '' })) });
  },
];
