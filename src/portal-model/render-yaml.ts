import type { Json } from './apply-edit.ts';

/** Longer than this, a value takes lines of its own. */
const LINE = 110;

/** Texts that YAML reads as texts without quotes. */
const PLAIN = /^[A-Za-z][\w-]*(?: [\w-]+)*$/;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|inf|nan)$/i;

const textOf = (text: string): string => (PLAIN.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text));

/** A value on one line. */
export function onOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value === 'string') return textOf(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, part]) => `${textOf(key)}: ${onOneLine(part)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** What comes after the colon of a key at an indent: the value on that line, or on lines of its own. */
export function afterKey(value: Json, indent: number): string {
  const line = onOneLine(value);
  if (typeof value !== 'object' || value === null || line.length <= LINE) return ` ${line}`;
  const inner = indent + 2;
  const pad = ' '.repeat(inner);
  if (!Array.isArray(value))
    return Object.entries(value)
      .map(([key, part]) => `\n${pad}${textOf(key)}:${afterKey(part, inner)}`)
      .join('');
  return value.map((item) => `\n${pad}-${afterDash(item, inner)}`).join('');
}

/** What comes after the dash of a list's entry at an indent. */
export function afterDash(value: Json, indent: number): string {
  const rendered = afterKey(value, indent);
  // A block begins beside its dash.
  return rendered.startsWith('\n') ? ` ${rendered.slice(indent + 3)}` : rendered;
}

/** A key as it is written. */
export const keyText = textOf;
