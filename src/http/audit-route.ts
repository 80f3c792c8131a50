import type { AuditPage } from '@account-health/contract/permissions';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { AuditEntry } from '../store/audit-log.ts';
import type { PortalHandles } from '../store/open-store.ts';
import { makeWording, type Wording } from '../wording/make-wording.ts';
import { auditPage } from './answers/permissions.ts';
import { type Gate, refusalText, wordingFor } from './gate.ts';
import type { SignedLocals } from './require-signature.ts';
import { refuse, sendAnswer } from './send-answer.ts';
import { actorText, auditText, namesOf } from './settings/word-audit.ts';
import { signedPerson } from './signed-person.ts';

const MOST = 100;

const asked = z.object({
  after: z.coerce.number().int().min(1).nullish().default(null),
  limit: z.coerce.number().int().min(1).max(MOST).default(50),
});

/** `GET /api/settings/audit?after=&limit=&locale=`: who changed what, in the reader’s words, newest first, a page at a time. */
export function auditRoute({ gate, store }: { readonly gate: Gate; readonly store: PortalHandles }): RequestHandler {
  return async (request, response) => {
    const parsed = asked.safeParse(request.query);
    if (!parsed.success) {
      refuse(response, 400, `Ask for 1 to ${MOST} entries, and after an entry that a page named as next.`);
      return;
    }
    const portal = store.portal((response.locals as SignedLocals).portalId);
    const refusal = await gate.refusal(portal, signedPerson(request), 'read_audit_log');
    const { after, limit } = parsed.data;
    // One more tells whether there are more.
    const found = refusal === undefined ? await portal.auditEntries({ below: after, limit: limit + 1 }) : [];
    const entries = found.slice(0, limit);
    const timeZone = (await portal.profile())?.timeZone ?? 'UTC';
    const wording = makeWording({ locale: wordingFor(request.query.locale).locale, timeZone });
    const names = await namesOf(portal, entries);
    sendAnswer(response, auditPage, {
      entries: entries.map((entry) => shown(entry, wording, names)),
      next: found.length > limit ? String(entries.at(-1)?.id) : null,
      refused: refusal === undefined ? null : refusalText(refusal, request.query.locale),
    });
  };
}

const shown = (
  entry: AuditEntry,
  wording: Wording,
  names: ReadonlyMap<string, string | null>,
): AuditPage['entries'][number] => {
  const { id, at, kind, actor, about, before, after } = entry;
  return {
    id,
    at: new Date(at).toISOString(),
    kind,
    text: auditText(entry, wording, names),
    byText: actorText(actor, wording),
    by: actor,
    about,
    before,
    after,
  };
};
