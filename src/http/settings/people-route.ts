import type { PeopleAnswer } from '@account-health/contract/settings';
import type { RequestHandler } from 'express';
import type { PortalId } from '../../ids.ts';
import type { PortalHandles } from '../../store/open-store.ts';
import { peopleAnswer } from '../answers/settings.ts';
import { type Gate, onlyWhoMay } from '../gate.ts';
import type { SignedLocals } from '../require-signature.ts';
import { sendAnswer } from '../send-answer.ts';
import { localeOf } from './locale-of.ts';
import { pickerText } from './picker-text.ts';

/** HubSpot's users and teams whose names or addresses contain a text; what HubSpot refuses, or does not answer, is in the answer. */
export type FindPeople = (
  portal: PortalId,
  asked: { readonly text: string; readonly locale: string },
) => Promise<PeopleAnswer>;

/** `GET /api/settings/people?text=&locale=`: people and teams for pickers, for who may change settings. */
export const peopleRoute = (options: {
  readonly gate: Gate;
  readonly store: PortalHandles;
  readonly people: FindPeople;
}): RequestHandler[] => [
  onlyWhoMay('change_permissions', options),
  async (request, response) => {
    const { portalId } = response.locals as SignedLocals;
    const found = await options.people(portalId, { text: pickerText(request), locale: localeOf(request) });
    sendAnswer(response, peopleAnswer, found);
  },
];
