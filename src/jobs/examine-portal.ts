/**
 * What is connected, granted, missing and stale of one portal, in words, with what to do about it. Reads only: nothing is
 * written to HubSpot, nor to the store, but what an installation's token keeps of itself.
 */
import { InputError, PortalDisconnected, RetryLater, ScopeMissing } from '../errors.ts';
import type { AccountInfo } from '../hubspot/account.ts';
import { mappedTexts } from '../scoring/model-signals.ts';
import { type MessageValues, makeWording } from '../wording/make-wording.ts';
import { withMapped } from '../wording/mapped-wording.ts';
import { examineAccess } from './examine-access.ts';
import { examineInstallation } from './examine-installation.ts';
import { examineStore } from './examine-store.ts';
import { type Examination, type Finding, grantedBy, makeNote, type Note, reasonOf } from './findings.ts';

/** Examines as much as can be: what HubSpot does not answer does not hide what the store holds, nor the other way round. */
export async function examinePortal(examination: Examination): Promise<readonly Finding[]> {
  const { client, host, store, locale, model } = examination;
  const note = makeNote(makeWording({ locale, timeZone: 'UTC' }), 'connection');
  const isOver = examination.installation !== undefined && examination.installation.state !== 'installed';
  const found = isOver
    ? { account: undefined, finding: undefined }
    : await client.account().then(
        (account) => ({ account, finding: note('ok', 'hubspot', shownAccount(host, account)) }),
        (error: unknown) => ({ account: undefined, finding: whyNot(note, examination, error) }),
      );

  const { account } = found;
  const known = store === undefined ? [] : await store.portals();
  const only = known.length === 1 ? known[0] : undefined;
  const portal = examination.portal ?? examination.installation?.portalId ?? account?.portalId ?? only;
  const held = portal === undefined ? undefined : store?.portal(portal);
  const timeZone = account?.timeZone ?? (await held?.profile())?.timeZone ?? 'UTC';
  const wording = withMapped(makeWording({ locale, timeZone }), model === undefined ? {} : mappedTexts(model));
  const several = note('look', 'portal_unknown', { portals: known.join(', ') });
  // HubSpot may have refused it only now.
  const installation = examination.installation && (await held?.installation());
  const wasRefused = found.finding?.key === 'hubspot_refused' && installation?.state === 'gone';
  return [
    ...(found.finding === undefined || wasRefused ? [] : [found.finding]),
    ...(installation === undefined ? [] : [examineInstallation({ ...examination, installation, wording, timeZone })]),
    ...(portal === undefined && known.length > 1 ? [several] : []),
    ...(account === undefined ? [] : await examineAccess({ ...examination, held, wording })),
    ...(held === undefined ? [] : await examineStore({ ...examination, held, wording, timeZone })),
  ];
}

const shownAccount = (host: string, account: AccountInfo): MessageValues => ({
  host,
  portal: String(account.portalId),
  zone: account.timeZone,
  currency: account.companyCurrency,
});

function whyNot(note: Note, { host, installation }: Examination, error: unknown): Finding {
  const reason = reasonOf(error);
  if (error instanceof InputError) return note('broken', 'tokens_unusable', { reason });
  if (error instanceof PortalDisconnected) return note('broken', 'hubspot_refused', { host });
  if (error instanceof ScopeMissing)
    return note('broken', 'hubspot_forbidden', { reason, way: grantedBy({ installation }) });
  return note('broken', error instanceof RetryLater ? 'hubspot_silent' : 'hubspot_odd', { host, reason });
}
