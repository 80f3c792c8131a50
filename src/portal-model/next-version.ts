const NUMBERS = /^\d{1,9}(?:\.\d{1,9})*$/;

/** The numbers of a version, for comparing; a version that is no row of numbers is below all that are. */
const numbersOf = (version: string): readonly number[] => (NUMBERS.test(version) ? version.split('.').map(Number) : []);

function compare(one: string, other: string): number {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? -1) - (b[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** One up: "2.1.0" gives "2.2.0", "7" gives "8", and "beta" gives "beta.1". */
function oneUp(version: string): string {
  if (!NUMBERS.test(version)) return `${version}.1`;
  const [first = 0, second, ...rest] = numbersOf(version);
  return second === undefined ? `${first + 1}` : [first, second + 1, ...rest.map(() => 0)].join('.');
}

/** The version after all of these, none of which it is. `from` counts where nothing was used yet. */
export function nextVersion(from: string, used: readonly string[]): string {
  const [highest = from] = [from, ...used].toSorted((one, other) => compare(other, one));
  let next = oneUp(highest);
  while (used.includes(next))
    next = NUMBERS.test(next) ? oneUp(next) : next.replace(/\d+$/, (last) => `${Number(last) + 1}`);
  return next;
}
