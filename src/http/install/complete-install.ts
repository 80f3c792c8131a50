/** From HubSpot's code to a stored installation, or to why there is none. */
import { ConsentRefused, PortalDisconnected, RetryLater } from '../../errors.ts';
import type { IssuedTokens } from '../../hubspot/oauth.ts';
import type { PortalId } from '../../ids.ts';
import { sealTokens } from '../../sealing/portal-tokens.ts';
import type { MessageValues } from '../../wording/make-wording.ts';
import { callbackUrl, type InstallParts } from './install-parts.ts';
import type { CheckedInstall } from './install-state.ts';
import type { Refusal } from './refusal-page.ts';

export type Completed =
  | { readonly kind: 'installed'; readonly portalId: PortalId; readonly userId: string | null }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly values?: MessageValues };

interface Granted {
  readonly portalId: PortalId;
  readonly userId: string | null;
  readonly scopes: readonly string[];
}

const refused = (why: Refusal, values: MessageValues = {}): Completed => ({ kind: 'refused', why, values });

/** Throws only what is a defect of ours. */
export async function completeInstall(parts: InstallParts, code: string, begun: CheckedInstall): Promise<Completed> {
  const { oauth, scopes, publicUrl, log } = parts;
  try {
    const askedAt = parts.clock();
    const redirectUri = callbackUrl(publicUrl);
    const issued = await oauth.exchangeCode({ code, redirectUri, codeVerifier: begun.codeVerifier });
    const granted = await readGrant(parts, issued);
    if (begun.asked !== null && granted.portalId !== begun.asked) {
      await takeBack(parts, issued, granted.portalId);
      return refused('wrong_account', { asked: String(begun.asked), chosen: String(granted.portalId) });
    }
    const missing = scopes.required.filter((scope) => !granted.scopes.includes(scope));
    if (missing.length > 0) {
      await takeBack(parts, issued, granted.portalId);
      return refused('scope', { scopes: missing.join(', ') });
    }
    await keep(parts, issued, granted, askedAt);
    return { kind: 'installed', portalId: granted.portalId, userId: granted.userId };
  } catch (error) {
    if (error instanceof ConsentRefused) return refused('code');
    if (!(error instanceof RetryLater)) throw error;
    log.warn({ err: error }, 'HubSpot did not answer during an install');
    return refused('unreachable');
  }
}

/** What the token answer leaves out, the token itself tells. */
async function readGrant({ oauth }: InstallParts, issued: IssuedTokens): Promise<Granted> {
  const { portalId, scopes, userId } = issued;
  if (portalId !== undefined && scopes !== undefined && userId !== undefined) return { portalId, scopes, userId };
  const told = await oauth.introspect(issued.accessToken);
  const of = told.active ? told : undefined;
  const [id, granted] = [portalId ?? of?.portalId, scopes ?? of?.scopes];
  if (id === undefined || granted === undefined)
    throw new Error(
      'HubSpot told neither in the token answer nor by introspection which account a token is of, or what it may.',
    );
  return { portalId: id, scopes: granted, userId: userId ?? of?.userId ?? null };
}

/** Who connects again while writing goes on, say to see the set-up page, does not end it. */
async function keep(
  { store, sealer, clock, log }: InstallParts,
  issued: IssuedTokens & { readonly refreshToken: string },
  { portalId, userId, scopes }: Granted,
  askedAt: number,
): Promise<void> {
  const portal = store.portal(portalId);
  const before = await portal.installation();
  const at = clock();
  const sealedTokens = sealTokens(sealer, portalId, issued);
  await portal.install({ at, by: userId, scopes, sealedTokens, accessExpiresAt: askedAt + issued.expiresInMs });
  const goesOn = before?.state === 'installed' && before.writingSince !== null;
  if (goesOn) await portal.startWriting(before.writingSince);
  await portal.recordAudit({
    at,
    actor: userId === null ? { kind: 'service' } : { kind: 'user', userId, email: null },
    kind: 'app_installed',
    about: null,
    before: before === undefined ? null : { state: before.state, scopes: before.scopes },
    after: { state: 'installed', scopes },
  });
  log.info({ portalId, scopes: scopes.length, again: before !== undefined }, 'installed');
}

/** What was granted by mistake is given back, so that the account is as it was. What it had installed before stays. */
async function takeBack(
  { store, oauth, log }: InstallParts,
  issued: IssuedTokens & { readonly refreshToken: string },
  portalId: PortalId,
): Promise<void> {
  try {
    const installation = await store.portal(portalId).installation();
    if (installation?.state !== 'installed') await oauth.uninstall(issued.accessToken);
    await oauth.revoke(issued.refreshToken);
  } catch (error) {
    // Nothing of it is kept here; the person hears the same.
    if (!(error instanceof RetryLater || error instanceof PortalDisconnected)) throw error;
    log.warn({ err: error, portalId }, 'an install that was refused could not be taken back at HubSpot');
  }
}
