import { createHash } from 'node:crypto';
import { portalId } from '../../ids.ts';
import type { PortalHandles } from '../../store/open-store.ts';

/** No portal has it: what comes before anybody knows which portal it is about is kept under it. */
const NO_PORTAL_YET = portalId(0);

/**
 * True the first time that a state is spent, in whatever instance. It is kept for twenty minutes (seen-requests.ts), which is longer
 * than a state holds.
 */
export async function spendState(store: PortalHandles, state: string, now: number): Promise<boolean> {
  const kept = store.portal(NO_PORTAL_YET);
  const claim = { key: createHash('sha256').update(state).digest('hex'), fingerprint: 'install', claimedAt: now };
  const outcome = await kept.claimRequest(claim);
  if (outcome.kind !== 'given') return false;
  // Answered at once, for a claim without an answer may be taken over by another request.
  await kept.keepAnswer(claim, { status: 200, contentType: null, body: '' });
  return true;
}
