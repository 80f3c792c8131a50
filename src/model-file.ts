import { readFile } from 'node:fs/promises';
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { InputError } from './errors.ts';
import { type Model, modelSchema } from './scoring/model.ts';

/** The model that is used where none is named: a path from the project's root. */
export const STANDARD_MODEL = 'models/standard-b2b.yaml';

/**
 * Parses a model written in YAML.
 * @throws InputError naming file, line, what is wrong and what would be right; the first mistake only.
 */
export function parseModel(text: string, file: string): Model {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const notYaml = (what: string, at: number): InputError =>
    new InputError(`${file}, line ${lines.linePos(at).line}: this is not valid YAML (${what}). Mend that line.`);
  const broken = document.errors[0];
  if (broken?.code === 'MULTIPLE_DOCS') throw notYaml('"---" starts a second document', broken.pos[0]);
  if (broken !== undefined) {
    throw notYaml((broken.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''), broken.pos[0]);
  }

  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) === undefined) throw notYaml(`*${alias.source} names nothing`, alias.range?.[0] ?? 0);
    },
  });

  const checked = modelSchema.safeParse(document.toJS(), { error: explain });
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
  const what = path.length === 0 ? (issue?.message ?? '') : `${path.join('.')}: ${issue?.message}`;
  throw new InputError(`${file}, line ${lineOf(document, path, lines)}: ${what}. Mend it and try again.`);
}

/** Reads a model file. @throws InputError where there is none, or it is not valid. */
export async function readModel(file: string): Promise<Model> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new InputError(`No model file can be read at ${file}. Give the path of a YAML file like those in models/.`);
  }
  return parseModel(text, file);
}

/** The line of the deepest part of the path that is written in the file: a missing key has no line of its own. */
function lineOf(document: Document.Parsed, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: Node | null = document.contents;
  let at = node?.range?.[0] ?? 0;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const next: unknown = isSeq(node) ? node.items[Number(step)] : pair?.value;
    // The line of a key, not of its value, which may begin on the next one.
    const written: unknown = pair?.key ?? next;
    if (isNode(written)) at = written.range?.[0] ?? at;
    if (!isNode(next)) break;
    node = next;
  }
  return lines.linePos(at).line;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text (put a number in quotes, such as "1.1")',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  tuple: 'a [raw value, points] pair',
  object: 'keys with values, each on a line of its own',
  record: 'keys with values, each on a line of its own',
};

/** In words for people what the schema has no words of its own for. */
const explain: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'a model has no such key here';
    case 'invalid_key':
      return issue.issues[0]?.message;
    case 'invalid_union':
      return 'must be a number or a list of names';
    case 'invalid_type': {
      const atTop = (issue.path ?? []).length === 0;
      if (atTop) return `this is no health model. See ${STANDARD_MODEL} for one`;
      return issue.input === undefined ? 'is missing' : `must be ${KINDS[issue.expected] ?? issue.expected}`;
    }
    default:
      return undefined;
  }
};
