/**
 * Works a thing out once for each object that it is made of, and remembers it for as long as that object lives; the latest object is held on
 * to. For what lives long and never changes: models, what a portal lets us see.
 */
export function once<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, { readonly of: K; readonly value: V }>();
  // Mostly it is asked of the same one time after time.
  let latest: { readonly of: K; readonly value: V } | undefined;
  return (of) => {
    if (latest?.of === of) return latest.value;
    latest = made.get(of);
    if (latest === undefined) {
      latest = { of, value: make(of) };
      made.set(of, latest);
    }
    return latest.value;
  };
}

/**
 * Remembers what was worked out last, for as long as it is asked of the same things. For the lists of a view, of which several signals
 * ask the same, one after the other: the lists of one account are held on to until the next is asked for. Never of what asks a view's
 * `now`: whoever is given what was remembered has not asked.
 */
export function latest<Things extends readonly unknown[], V>(make: (...of: Things) => V): (...of: Things) => V {
  let known: { readonly of: Things; readonly value: V } | undefined;
  return (...of) => {
    if (known === undefined || !isSame(known.of, of)) known = { of, value: make(...of) };
    return known.value;
  };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  for (let place = 0; place < others.length; place += 1) if (!Object.is(some[place], others[place])) return false;
  return true;
}
