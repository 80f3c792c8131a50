import type { PortalId } from '../ids.ts';

export interface BriefMemory<T> {
  /** `of`: which of the portal's, where there are several. */
  read(portal: PortalId, of?: string): Promise<T>;
  /** Nothing of the portal is held any more. */
  forget(portal: PortalId): void;
}

/**
 * Reads something of portals once in a while, however often it is asked for. One that failed is read again; what nobody asks for any more
 * is let go of.
 */
export function rememberBriefly<T>(options: {
  readonly forMs: number;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly read: (portal: PortalId, of: string) => Promise<T>;
}): BriefMemory<T> {
  const { forMs, clock } = options;
  const held = new Map<string, { readonly portal: PortalId; readonly value: Promise<T>; readonly until: number }>();
  return {
    async read(portal, of = '') {
      const now = clock();
      for (const [other, { until }] of held) if (until <= now) held.delete(other);
      const key = `${portal}/${of}`;
      const known = held.get(key);
      if (known !== undefined) return await known.value;
      const value = options.read(portal, of);
      held.set(key, { portal, value, until: now + forMs });
      value.catch(() => {
        if (held.get(key)?.value === value) held.delete(key);
      });
      return await value;
    },
    forget(portal) {
      for (const [key, one] of held) if (one.portal === portal) held.delete(key);
    },
  };
}
