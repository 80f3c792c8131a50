/** What differs between two contents of a model, place by place. */

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };
type PlainObject = { readonly [key: string]: Plain };
export type Path = readonly (string | number)[];

export interface Difference {
  /** In what comes after; of what is gone, in what was before. */
  readonly path: Path;
  /** Undefined: there was nothing. */
  readonly before: Plain | undefined;
  /** Undefined: there is nothing any more. */
  readonly after: Plain | undefined;
}

/** The number of a version is given, not changed. */
const NOT_TOLD = 'version';

/** Lists of things that have a name of their own, by which each is the same thing wherever it stands: of caps, exclusions, segments. */
const NAMED_BY: Readonly<Record<string, string>> = { caps: 'key', exclude: 'reason', segments: 'name' };

/** Those at whose places no part is told alone: a weight says nothing without its signal. */
const WHOLE_WHEN_NEW = new Set(['signals', 'caps', 'exclude', 'segments', 'dimensions']);
/** A segment says of these what differs from the model, which has the rest: each part of that is a change of its own. */
const PARTS_IN_SEGMENT = new Set(['signals', 'dimensions']);
/** Nothing in it means anything without the rest. */
const WHOLE = 'mapped';

/** Every difference, the most telling first; none where both say the same. Defaults are differences: give both with them or both without. */
export function diffModels(before: Plain, after: Plain): readonly Difference[] {
  return differences(before, after, []).toSorted((one, other) => rank(one) - rank(other));
}

function differences(before: Plain | undefined, after: Plain | undefined, path: Path): readonly Difference[] {
  if (same(before, after)) return [];
  if ((before === undefined || after === undefined) && isWhole(path)) return [{ path, before, after }];
  if (isList(before) && isList(after)) {
    const key = NAMED_BY[String(path.at(-1))];
    const named = key === undefined ? undefined : inLists(before, after, key, path);
    return named ?? [{ path, before, after }];
  }
  if (!isOpen(before) || !isOpen(after)) return [{ path, before, after }];
  const [one, other]: readonly [PlainObject, PlainObject] = [before ?? {}, after ?? {}];
  const keys = [...new Set([...Object.keys(other), ...Object.keys(one)])];
  return keys
    .filter((name) => path.length > 0 || name !== NOT_TOLD)
    .flatMap((name) => differences(one[name], other[name], [...path, name]));
}

function isWhole(path: Path): boolean {
  const parent = String(path.at(-2) ?? '');
  if (path.length === 0 || path.at(-1) === WHOLE) return true;
  return WHOLE_WHEN_NEW.has(parent) && !(path[0] === 'segments' && PARTS_IN_SEGMENT.has(parent));
}

/** Of two lists of named things; undefined where names are missing or given twice. */
function inLists(before: readonly Plain[], after: readonly Plain[], key: string, path: Path) {
  const names = (list: readonly Plain[]) => list.map((item) => (isObject(item) ? String(item[key] ?? '') : ''));
  const [old, now] = [names(before), names(after)];
  for (const list of [old, now]) if (list.includes('') || new Set(list).size < list.length) return undefined;
  const gone = old.flatMap((name, index) =>
    now.includes(name) ? [] : differences(before[index], undefined, [...path, index]),
  );
  const held = now.flatMap((name, index) => {
    const was = old.indexOf(name);
    return differences(was < 0 ? undefined : before[was], after[index], [...path, index]);
  });
  const stayed = (list: readonly string[], others: readonly string[]) => list.filter((name) => others.includes(name));
  const [wasOrder, isOrder] = [stayed(old, now), stayed(now, old)];
  // An account goes by the first segment that it meets.
  const moved = same(wasOrder, isOrder) ? [] : [{ path, before: wasOrder, after: isOrder }];
  return [...gone, ...held, ...moved];
}

const isList = (value: Plain | undefined): value is readonly Plain[] => Array.isArray(value);
const isObject = (value: Plain | undefined): value is PlainObject =>
  typeof value === 'object' && value !== null && !isList(value);
/** An object, or nothing where one could be. */
const isOpen = (value: Plain | undefined): value is PlainObject | undefined => value === undefined || isObject(value);

function same(one: Plain | undefined, other: Plain | undefined): boolean {
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((item, at) => same(item, other[at]));
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => same(one[key], other[key]));
}

/** How telling a place is: who is a customer and what a dimension weighs come before the points of one signal. */
const ORDER = ['name', 'eligibility', 'churn', 'bands', 'dimensions', 'caps', 'minimumCoverage', 'minimumDimensions'];

function rank({ path }: Difference): number {
  const place = ORDER.indexOf(String(path[0]));
  const first = place < 0 ? ORDER.length : place;
  const depth = path[0] === 'dimensions' ? [0, 0, 1, 0, 2, 3][Math.min(path.length, 5)] : 0;
  const what = path[0] === 'dimensions' && path.at(-1) === 'weight' ? -0.5 : 0;
  return 10 * first + (depth ?? 0) + what;
}
