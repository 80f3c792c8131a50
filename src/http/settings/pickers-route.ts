import type { PipelinesAnswer, PropertiesAnswer } from '@account-health/contract/model';
import type { RequestHandler } from 'express';
import type { PortalId } from '../../ids.ts';
import type { PortalHandles } from '../../store/open-store.ts';
import { type Gate, onlyWhoMay } from '../gate.ts';
import type { SignedLocals } from '../require-signature.ts';
import { localeOf } from './locale-of.ts';

/** What of the portal's own a model may name; what HubSpot refuses, or does not answer, is in the answer. */
export interface Pickers {
  properties(
    portal: PortalId,
    asked: { readonly objectType: string; readonly locale: string },
  ): Promise<PropertiesAnswer>;
  pipelines(portal: PortalId, asked: { readonly locale: string }): Promise<PipelinesAnswer>;
}

interface PickerOptions {
  readonly gate: Gate;
  readonly store: PortalHandles;
  readonly pickers: Pickers;
}

/** HubSpot's plurals, and the ids of custom objects. */
const OBJECT_TYPE = /^(?:[a-z_]{1,60}|2-\d{1,15})$/;

/** `GET /api/settings/properties?objectType=&locale=`: the portal's properties of a type; companies' where none is named. */
export const propertiesRoute = (options: PickerOptions): RequestHandler[] => [
  onlyWhoMay('change_model', options),
  async (request, response) => {
    const { objectType = 'companies' } = request.query;
    if (typeof objectType !== 'string' || !OBJECT_TYPE.test(objectType)) {
      response.status(400).json({ error: 'objectType: name a type as HubSpot does, such as companies or 2-4567' });
      return;
    }
    const { portalId } = response.locals as SignedLocals;
    response.json(await options.pickers.properties(portalId, { objectType, locale: localeOf(request) }));
  },
];

/** `GET /api/settings/pipelines?locale=`: the portal's deal pipelines. */
export const pipelinesRoute = (options: PickerOptions): RequestHandler[] => [
  onlyWhoMay('change_model', options),
  async (request, response) => {
    const { portalId } = response.locals as SignedLocals;
    response.json(await options.pickers.pipelines(portalId, { locale: localeOf(request) }));
  },
];
