import type { RequestHandler } from 'express';
import { keptPermissions } from '../permissions/kept-permissions.ts';
import type { PortalHandles } from '../store/open-store.ts';
import { permissionsAnswer as promised } from './answers/permissions.ts';
import { changeSetting } from './change-setting.ts';
import { type Gate, onlyWhoMay } from './gate.ts';
import { permissionsAnswer } from './permissions-answer.ts';

/** `PUT /api/settings/permissions?locale= {version, permissions}`: changes who may see and change what. */
export const changePermissionsRoute = (options: {
  readonly gate: Gate;
  readonly store: PortalHandles;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}): RequestHandler[] => [
  onlyWhoMay('change_permissions', options),
  changeSetting(options, {
    setting: keptPermissions,
    promised,
    answer: (portal, { query }, person) => permissionsAnswer(options.gate, portal, person, query.locale),
  }),
];
