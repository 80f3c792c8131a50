/**
 * Reads something once in a while for each key, however often it is asked for. One that failed is read again; what nobody asks for
 * any more is let go of.
 */
export function rememberBriefly<K, T>(options: {
  readonly forMs: number;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
  readonly read: (key: K) => Promise<T>;
}): (key: K) => Promise<T> {
  const { forMs, clock, read } = options;
  const held = new Map<K, { readonly value: Promise<T>; readonly until: number }>();
  return async (key) => {
    const now = clock();
    for (const [other, { until }] of held) if (until <= now) held.delete(other);
    const known = held.get(key);
    if (known !== undefined) return await known.value;
    const value = read(key);
    held.set(key, { value, until: now + forMs });
    value.catch(() => {
      if (held.get(key)?.value === value) held.delete(key);
    });
    return await value;
  };
}
