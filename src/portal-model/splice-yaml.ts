/**
 * Changes a YAML text only where an edit says so, so that everything else, its comments above all, stays as somebody wrote it: the library
 * would set out the whole text anew. Whoever calls it holds the outcome against what it must say.
 */
import { type Document, isAlias, isCollection, isMap, isScalar, isSeq, type Node } from 'yaml';
import { type Edit, type Json, valueAt } from './apply-edit.ts';
import { afterDash, afterKey, keyText, onOneLine } from './render-yaml.ts';

type Path = Edit['path'];

/** A part of the document on the way to the place of an edit. */
interface Part {
  readonly node: Node;
  readonly path: Path;
  /** Where the key or dash of its own begins; undefined: it is the root. */
  readonly begins: number | undefined;
}

/** The parts from the root to the place, as far as they are written; undefined where one is a reference to another. */
function partsTo(document: Document.Parsed, path: Path): readonly Part[] | undefined {
  const root: Node | null = document.contents;
  if (root === null) return undefined;
  const parts: Part[] = [{ node: root, path: [], begins: undefined }];
  for (const [index, step] of path.entries()) {
    const { node } = parts.at(-1) ?? { node: root };
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined;
    const next = (isSeq(node) ? node.items[Number(step)] : pair?.value) as Node | null | undefined;
    if (isAlias(next)) return undefined;
    if (next === null || next === undefined || !next.range) break;
    const begins = (pair?.key as Node | undefined)?.range?.[0] ?? next.range[0];
    parts.push({ node: next, path: path.slice(0, index + 1), begins });
  }
  return parts;
}

/** Where the line ends that a part ends on. */
function endOfLine(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}

const startOfLine = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

const replaced = (text: string, from: number, to: number, by: string): string =>
  text.slice(0, from) + by + text.slice(to);

/** A part with another value, on one line. */
function withValue(text: string, { node }: Part, value: Json): string | undefined {
  const [from, to] = node.range ?? [0, 0];
  // What stands inside would go.
  if (isCollection(node) && text.slice(from, to).includes('#')) return undefined;
  const by = onOneLine(value);
  if (from !== to) return replaced(text, from, text[to - 1] === '\n' ? to - 1 : to, by);
  return replaced(text, from, to, ` ${by}`);
}

/**
 * The text with an edit made, as far as that is plain; undefined: it is not. `content` is what the text says before, `after` what it is to
 * say.
 */
export function spliceYaml(text: string, document: Document.Parsed, edit: Edit, after: Json): string | undefined {
  const parts = partsTo(document, edit.path);
  const last = parts?.at(-1);
  if (parts === undefined || last === undefined) return undefined;
  // In braces and brackets everything is written anew, up to the outermost.
  const flow = parts.find(({ node }) => isCollection(node) && node.flow);
  if (flow !== undefined && flow.path.length < edit.path.length) {
    const value = valueAt(after, flow.path);
    return value === undefined ? undefined : withValue(text, flow, value);
  }
  const isThere = last.path.length === edit.path.length;
  if (isThere) return edit.value === null ? without(text, parts, last, after) : withValue(text, last, edit.value);
  return edit.value === null ? text : withMore(text, last, edit, after);
}

/** The text without a part: its lines go. The last one of a collection leaves an empty one. */
function without(text: string, parts: readonly Part[], part: Part, after: Json): string | undefined {
  const parent = parts.at(-2);
  if (parent === undefined || part.begins === undefined || !isCollection(parent.node)) return undefined;
  if (parent.node.items.length === 1) {
    const value = valueAt(after, parent.path);
    return value === undefined ? undefined : withValue(text, parent, value);
  }
  const [, to] = part.node.range ?? [0, 0];
  return replaced(text, startOfLine(text, part.begins), endOfLine(text, to), '');
}

/** The text with a key or an entry more, after the others of its collection. */
function withMore(text: string, { node, path }: Part, { path: whole }: Edit, after: Json): string | undefined {
  const step = whole[path.length];
  const value = valueAt(after, whole.slice(0, path.length + 1));
  if (step === undefined || value === undefined) return undefined;
  // A key that holds nothing yet.
  if (isScalar(node)) {
    const filled = valueAt(after, path);
    return filled === undefined ? undefined : withValue(text, { node, path, begins: undefined }, filled);
  }
  if (!isCollection(node)) return undefined;
  const lastItem: unknown = node.items.at(-1);
  const lastValue = (isMap(node) ? (lastItem as { value?: Node } | undefined)?.value : lastItem) as Node | undefined;
  const [from] = node.range ?? [0];
  const end = lastValue?.range?.[1];
  if (end === undefined) return undefined;
  const indent = from - startOfLine(text, from);
  const at = endOfLine(text, end);
  const line = isMap(node)
    ? `${' '.repeat(indent)}${keyText(String(step))}:${afterKey(value, indent)}\n`
    : `${' '.repeat(indent)}-${afterDash(value, indent)}\n`;
  return replaced(text, at, at, text[at - 1] === '\n' ? line : `\n${line}`);
}
