import type { Installation } from '../store/installations.ts';
import type { Wording } from '../wording/make-wording.ts';
import { makeMomentText } from '../wording/moment-text.ts';
import { type Finding, makeNote } from './findings.ts';

/** Since when a portal has the app and by whom, and whether it may be written; or since when it has it no more. */
export function examineInstallation(given: {
  readonly installation: Installation;
  readonly wording: Wording;
  /** IANA. */
  readonly timeZone: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}): Finding {
  const { installation, wording, timeZone, clock } = given;
  const { portalId, state, installedAt, installedBy, goneAt, writingSince } = installation;
  const note = makeNote(wording, 'connection');
  const when = makeMomentText(wording.locale, timeZone, clock());
  const over = { portal: String(portalId), since: when(goneAt ?? installedAt) };
  if (state === 'gone') return note('broken', 'installation_gone', over);
  // An admin who disconnected meant it.
  if (state === 'disconnected') return note('look', 'installation_disconnected', over);
  const values = { since: when(installedAt), by: installedBy ?? '', told: installedBy === null ? 'no' : 'yes' };
  return writingSince === null
    ? note('look', 'installed_preview', values)
    : note('ok', 'installed_writing', { ...values, writing: when(writingSince) });
}
