import { isDeepStrictEqual } from 'node:util';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { changePermissions, type KeptPermissions, readPermissions } from '../permissions/kept-permissions.ts';
import { permissionsSchema } from '../permissions/permissions.ts';
import type { PortalHandles } from '../store/open-store.ts';
import { type Gate, onlyWhoMay, wordingFor } from './gate.ts';
import { inOneLine } from './in-one-line.ts';
import { jsonBody } from './json-body.ts';
import { permissionsAnswer } from './permissions-answer.ts';
import type { SignedLocals } from './require-signature.ts';
import { signedPerson } from './signed-person.ts';

const change = z.strictObject(
  { version: z.int({ error: 'send the version that you looked at' }).min(0), permissions: permissionsSchema },
  { error: 'send JSON with version and permissions' },
);

/**
 * `PUT /api/settings/permissions?locale= {version, permissions}`: changes who may see and change what, where nobody did since that
 * version; else 409 with what holds now. Sent again it changes nothing more.
 */
export function changePermissionsRoute(options: {
  readonly gate: Gate;
  readonly store: PortalHandles;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}): RequestHandler[] {
  const { gate, store, clock } = options;
  return [
    onlyWhoMay('change_permissions', options),
    async (request, response) => {
      const portal = store.portal((response.locals as SignedLocals).portalId);
      const person = signedPerson(request);
      const asked = change.safeParse(jsonBody(request));
      if (person === undefined || !asked.success) {
        response.status(400).json({ error: asked.success ? 'HubSpot did not say who asks.' : inOneLine(asked.error) });
        return;
      }
      const { version, permissions } = asked.data;
      const held = await readPermissions(portal);
      const by = { kind: 'user', ...person } as const;
      const isDone =
        (held.version === version && (await changePermissions(portal, held, permissions, { at: clock(), by }))) ||
        isSaidAgain(await readPermissions(portal), asked.data);
      const { locale } = request.query;
      const now = await permissionsAnswer(gate, portal, person, locale);
      if (isDone) response.json(now);
      else response.status(409).json({ error: wordingFor(locale).say('permission.stale'), ...now });
    },
  ];
}

/** HubSpot repeats a request whose answer it did not get. */
const isSaidAgain = (held: KeptPermissions, asked: KeptPermissions): boolean =>
  held.version === asked.version + 1 && isDeepStrictEqual(held.permissions, asked.permissions);
