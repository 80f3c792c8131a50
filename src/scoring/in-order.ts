/** Of so few, each is put in its place before `sort` has begun; and what scoring sorts is mostly in order already. */
const FEW = 40;

/** Sorts a list in place, by what comes before what: of two, at most one before the other. Equals stay as they are. */
export function putInOrder<T>(list: T[], isBefore: (one: T, other: T) => boolean): T[] {
  if (list.length > FEW) return list.sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
  for (let end = 1; end < list.length; end += 1) {
    const one = list[end] as T;
    let place = end;
    for (; place > 0; place -= 1) {
      const before = list[place - 1] as T;
      if (!isBefore(one, before)) break;
      list[place] = before;
    }
    list[place] = one;
  }
  return list;
}
