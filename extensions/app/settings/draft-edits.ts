/**
 * Changes to a model's content, as the page makes them and the server applies them to the draft's YAML. The page applies them too, so that
 * what was typed is seen before it is saved.
 */
import type { Json, ModelPath } from '@account-health/contract/model';

/** Puts a value at a place; null takes the key or list entry away. */
export interface Edit {
  path: ModelPath;
  value: Json;
}

export type Content = { [key: string]: Json };

const isMap = (value: Json | undefined): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As the server does it, but for a place that cannot be: it refuses such an edit, and here nothing changes. */
function put(at: Json | undefined, path: ModelPath, value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(at)) return inList(at, Number(step), rest, value);
  if (at !== undefined && at !== null && !isMap(at)) return at;
  const map = at ?? {};
  const key = String(step);
  const held = map[key];
  // Taking away what is not there makes no parents for it.
  if (value === null && held === undefined) return map;
  if (rest.length > 0) return { ...map, [key]: put(held, rest, value) };
  if (value !== null) return { ...map, [key]: value };
  const { [key]: _gone, ...others } = map;
  return others;
}

function inList(list: Json[], at: number, rest: ModelPath, value: Json): Json {
  if (!(at >= 0 && at <= list.length)) return list;
  if (value === null && rest.length === 0) return list.filter((_, index) => index !== at);
  if (value === null && at === list.length) return list;
  return list.toSpliced(at, 1, put(list[at], rest, value));
}

/** The content with the edits, in order. Keys on the way to a place that are missing are made; a list has to be there. */
export const applyEdits = (content: Content, edits: readonly Edit[]): Content =>
  edits.reduce<Content>((before, { path, value }) => put(before, path, value) as Content, content);

/** What stands at a place; undefined: nothing. */
export const valueAt = (content: Content, path: ModelPath): Json | undefined =>
  path.reduce<Json | undefined>((at, step) => {
    if (Array.isArray(at)) return at[Number(step)];
    return isMap(at) ? at[step] : undefined;
  }, content);

const isSame = (a: ModelPath, b: ModelPath) => a.length === b.length && a.every((step, index) => step === b[index]);
const touches = (a: ModelPath, b: ModelPath) => a.slice(0, b.length).every((step, index) => step === b[index]);
/** After it, the entries behind it have other places. */
const movesOthers = ({ path, value }: Edit) => value === null && typeof path.at(-1) === 'number';

/** What an edit may change: its place, or the list that its place is in, whose entries come, go and move. */
const reachOf = ({ path }: Edit): ModelPath => {
  const entry = path.findIndex((step) => typeof step === 'number');
  return entry < 0 ? path : path.slice(0, entry);
};

/**
 * The edits with one more. It takes the place of an earlier one of the same place, so that typing does not pile up: only where nothing
 * in between reaches what it reaches, and none of the two takes something away.
 */
export function withEdit(edits: readonly Edit[], edit: Edit): Edit[] {
  const reach = reachOf(edit);
  for (let index = edits.length - 1; index >= 0 && edit.value !== null; index -= 1) {
    const earlier = edits[index];
    if (earlier === undefined) break;
    if (isSame(earlier.path, edit.path) && earlier.value !== null)
      return [...edits.slice(0, index), edit, ...edits.slice(index + 1)];
    const before = reachOf(earlier);
    if (touches(before, reach) || touches(reach, before)) break;
  }
  return [...edits, edit];
}

/** Whether two contents say the same; the order of keys says nothing. */
export function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((entry, index) => isEqual(entry, b[index]));
  if (isMap(a) && isMap(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => isEqual(a[key], b[key]));
  }
  return a === b;
}

/** Whether a draft of somebody is ours already, so that there is no conflict: the answer to our change got lost on its way. */
export const holdsAlready = (theirs: Content, before: Content, edits: readonly Edit[]): boolean =>
  isEqual(theirs, applyEdits(before, edits)) ||
  (!edits.some(movesOthers) && isEqual(theirs, applyEdits(theirs, edits)));
