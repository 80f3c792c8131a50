import type { PortalOwner } from '../portal-data.ts';
import { forename, surname } from './names.ts';

/**
 * Whether each of the portal's users has a mailbox connected. Where one has none, the accounts look silent though nobody
 * knows whether they are.
 */
const LOGS_MAIL = [true, true, false, true, true, false, true] as const;

export interface GeneratedOwner extends PortalOwner {
  readonly logsMail: boolean;
}

export const OWNERS: readonly GeneratedOwner[] = LOGS_MAIL.map((logsMail, index) => {
  const firstName = forename(index * 3);
  const lastName = surname(index * 41);
  return {
    id: String(70_001 + index),
    email: `${firstName}.${lastName}@portal.example`.toLowerCase(),
    firstName,
    lastName,
    logsMail,
  };
});

/** The value of `hubspot_owner_id`. */
export const ownerId = (owner: number | null): string | null => (owner === null ? null : (OWNERS[owner]?.id ?? null));

/** Whether mail with an account of this owner reaches HubSpot. Without an owner, a colleague's mailbox does it. */
export const mailIsLogged = (owner: number | null): boolean => owner === null || OWNERS[owner]?.logsMail === true;
