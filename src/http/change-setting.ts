import { isDeepStrictEqual } from 'node:util';
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import type { SignedPerson } from '../permissions/user-rights.ts';
import type { KeptSetting } from '../store/kept-setting.ts';
import type { PortalHandles } from '../store/open-store.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { wordingFor } from './gate.ts';
import { inOneLine } from './in-one-line.ts';
import { jsonBody } from './json-body.ts';
import type { SignedLocals } from './require-signature.ts';
import { refuse, sendAnswer, sendStale } from './send-answer.ts';
import { signedPerson } from './signed-person.ts';

/** A setting of a portal, and what is answered of it. */
interface ChangeableSetting<Name extends string, Value extends object, Unset, Answer extends object> {
  /** In requests it has the name that it is kept under. */
  readonly setting: KeptSetting<Name, Value, Unset>;
  /** What holds now, in words. */
  readonly answer: (portal: PortalStore, request: Request, person: SignedPerson) => Promise<Answer>;
  /** What that answer promises. */
  readonly promised: z.ZodType<Answer>;
  /** Called before the answer, each time the change is asked for and done. */
  readonly onDone?: (portal: PortalStore) => Promise<void>;
}

/**
 * The second half of `PUT {version, <name>}`: changes a setting where nobody did since that version; else 409 with what holds now. Sent
 * again it changes nothing more: HubSpot repeats a request whose answer it did not get.
 */
export function changeSetting<Name extends string, Value extends object, Unset, Answer extends object>(
  { store, clock }: { readonly store: PortalHandles; readonly clock: () => number },
  { setting, answer, promised, onDone = async () => {} }: ChangeableSetting<Name, Value, Unset, Answer>,
): RequestHandler {
  const { name, schema } = setting;
  const versionOf = z.int({ error: 'send the version that you looked at' }).min(0);
  const body = z.strictObject({ version: versionOf, [name]: schema }, { error: `send JSON with version and ${name}` });
  return async (request, response) => {
    const portal = store.portal((response.locals as SignedLocals).portalId);
    const person = signedPerson(request);
    const asked = body.safeParse(jsonBody(request));
    if (person === undefined || !asked.success) {
      refuse(response, 400, asked.success ? 'HubSpot did not say who asks.' : inOneLine(asked.error));
      return;
    }
    const { version, [name]: value } = asked.data as unknown as { version: number } & Record<Name, Value>;
    const held = await setting.read(portal);
    const by = { at: clock(), by: { kind: 'user', ...person } } as const;
    const isChanged = held.version === version && (await setting.change(portal, held, value as Value, by));
    const now = isChanged ? undefined : await setting.read(portal);
    const isSaidAgain = now?.version === version + 1 && isDeepStrictEqual(now.value, value);
    const isDone = isChanged || isSaidAgain;
    if (isDone) await onDone(portal);
    const shown = await answer(portal, request, person);
    if (isDone) sendAnswer(response, promised, shown);
    else sendStale(response, promised, shown, wordingFor(request.query.locale).say('permission.stale'));
  };
}
