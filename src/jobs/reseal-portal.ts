import { resealTokens } from '../sealing/portal-tokens.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Actor } from '../store/audit-log.ts';
import type { PortalStore } from '../store/portal-store.ts';

interface ResealOptions {
  readonly store: PortalStore;
  readonly sealer: Sealer;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  /** Whoever asked for it. */
  readonly actor: Actor;
}

/**
 * Seals what is kept sealed of a portal under the ring's first key, in one write. A service may run meanwhile: tokens that it
 * refreshes in between are looked at again.
 * @throws InputError where they do not open; then nothing changed.
 */
export async function resealPortal({
  store,
  sealer,
  clock,
  actor,
}: ResealOptions): Promise<'resealed' | 'current' | 'nothing'> {
  for (;;) {
    const sealed = await store.sealedTokens();
    if (sealed === undefined) return 'nothing';
    // Also where the first key's name is on it: that it opens is what somebody relies on who removes the other keys.
    const next = resealTokens(sealer, store.portalId, sealed);
    if (sealer.isCurrent(sealed)) return 'current';
    if (await store.replaceSealedTokens({ old: sealed, next, at: clock(), actor })) return 'resealed';
  }
}
