import { isDeepStrictEqual } from 'node:util';

/** Plain JSON, as a model's YAML holds it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What is to stand at a place; null takes the key, or the entry of a list, away. */
export interface Edit {
  readonly path: readonly (string | number)[];
  readonly value: Json;
}

/** A place that the content does not have and that cannot be made: inside a number, or beyond the end of a list. */
export class NoSuchPlace extends Error {}

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The content with an edit made; what was given stays as it is. Keys on the way that are missing, or hold nothing, are made. Taking away what
 * is not there changes nothing.
 * @throws NoSuchPlace
 */
export function applyEdit(content: Json | undefined, { path, value }: Edit): Json {
  const [step, ...rest] = path;
  if (step === undefined || step === '__proto__') throw new NoSuchPlace();
  if (Array.isArray(content)) {
    const at = Number(step);
    const isGoingAway = value === null && rest.length === 0;
    if (!Number.isInteger(at) || at < 0 || at > content.length) throw new NoSuchPlace();
    if (isGoingAway) return content.filter((_item, index) => index !== at);
    if (at === content.length && value === null) return content;
    const item = rest.length === 0 ? value : applyEdit(content[at], { path: rest, value });
    return [...content.slice(0, at), item, ...content.slice(at + 1)];
  }
  if (content !== undefined && content !== null && !isObject(content)) throw new NoSuchPlace();
  const object = content ?? {};
  const key = String(step);
  const has = Object.hasOwn(object, key);
  if (value === null && !has) return content ?? {};
  if (rest.length > 0) return { ...object, [key]: applyEdit(has ? object[key] : undefined, { path: rest, value }) };
  const others = Object.entries(object).filter(([name]) => name !== key);
  return value === null ? Object.fromEntries(others) : { ...object, [key]: value };
}

/** What stands at a place; undefined: nothing does. */
export function valueAt(content: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((part, step) => {
    if (Array.isArray(part)) return part[Number(step)];
    return isObject(part) && Object.hasOwn(part, step) ? part[String(step)] : undefined;
  }, content);
}

/** Whether two contents say the same, whatever the order of their keys. */
export const sameContent = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other);
