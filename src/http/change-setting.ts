import { isDeepStrictEqual } from 'node:util';
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { SignedPerson } from '../permissions/user-rights.ts';
import type { Actor } from '../store/audit-log.ts';
import type { PortalHandles } from '../store/open-store.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { wordingFor } from './gate.ts';
import { inOneLine } from './in-one-line.ts';
import { jsonBody } from './json-body.ts';
import type { SignedLocals } from './require-signature.ts';
import { signedPerson } from './signed-person.ts';

/** A setting with its version, under the name that it has in requests and answers. */
type Held<Name extends string, Value> = { readonly version: number } & { readonly [name in Name]: Value | null };

/** A setting of a portal, and what is answered of it. */
export interface ChangeableSetting<Name extends string, Value, Kept extends Held<Name, Value>> {
  readonly name: Name;
  readonly schema: z.ZodType<Value>;
  readonly read: (portal: PortalStore) => Promise<Kept>;
  /** False, and nothing is changed, where somebody changed it since `from`. */
  readonly change: (
    portal: PortalStore,
    from: Kept,
    value: Value,
    by: { readonly at: number; readonly by: Actor },
  ) => Promise<boolean>;
  /** What holds now, in words. */
  readonly answer: (portal: PortalStore, request: Request, person: SignedPerson) => Promise<object>;
  /** Called before the answer, each time the change is asked for and done. */
  readonly onDone?: (portal: PortalStore) => Promise<void>;
}

/**
 * The second half of `PUT {version, <name>}`: changes a setting where nobody did since that version; else 409 with what holds now. Sent
 * again it changes nothing more: HubSpot repeats a request whose answer it did not get.
 */
export function changeSetting<Name extends string, Value, Kept extends Held<Name, Value>>(
  { store, clock }: { readonly store: PortalHandles; readonly clock: () => number },
  { name, schema, read, change, answer, onDone = async () => {} }: ChangeableSetting<Name, Value, Kept>,
): RequestHandler {
  const versionOf = z.int({ error: 'send the version that you looked at' }).min(0);
  const body = z.strictObject({ version: versionOf, [name]: schema }, { error: `send JSON with version and ${name}` });
  return async (request, response) => {
    const portal = store.portal((response.locals as SignedLocals).portalId);
    const person = signedPerson(request);
    const asked = body.safeParse(jsonBody(request));
    if (person === undefined || !asked.success) {
      response.status(400).json({ error: asked.success ? 'HubSpot did not say who asks.' : inOneLine(asked.error) });
      return;
    }
    const { version, [name]: value } = asked.data as unknown as { version: number } & Record<Name, Value>;
    const held = await read(portal);
    const by = { at: clock(), by: { kind: 'user', ...person } } as const;
    const isChanged = held.version === version && (await change(portal, held, value as Value, by));
    const now = isChanged ? undefined : await read(portal);
    const isSaidAgain = now?.version === version + 1 && isDeepStrictEqual(now[name], value);
    const isDone = isChanged || isSaidAgain;
    if (isDone) await onDone(portal);
    const shown = await answer(portal, request, person);
    if (isDone) response.json(shown);
    else response.status(409).json({ error: wordingFor(request.query.locale).say('permission.stale'), ...shown });
  };
}
