import { readFile } from 'node:fs/promises';
import {
  type Alias,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';
import { InputError } from './errors.ts';
import { type Model, modelSchema } from './scoring/model.ts';

/** The model that is used where none is named: a path from the project's root. */
export const STANDARD_MODEL = 'models/standard-b2b.yaml';

/** A model that is valid, or every mistake of it, a line each: file, line, what is wrong and what would be right. */
export type CheckedModel = { readonly model: Model } | { readonly mistakes: readonly string[] };

/** What is wrong at a place of a model's text. */
export interface TextMistake {
  /** Empty where the text is no YAML. */
  readonly path: readonly (string | number)[];
  readonly line: number;
  /** What is wrong and what would be right, in English. */
  readonly message: string;
}

/** What a text says as a model. */
export interface ModelText {
  /** Plain JSON; undefined: the text is no YAML. */
  readonly content: unknown;
  /** Undefined where there are mistakes. */
  readonly model: Model | undefined;
  /** By line. */
  readonly mistakes: readonly TextMistake[];
}

/** Reads a model written in YAML. Text that is not YAML has one mistake: what follows would be guesses. */
export function readModelYaml(text: string): ModelText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const notYaml = (what: string, at: number): ModelText => ({
    content: undefined,
    model: undefined,
    mistakes: [{ path: [], line: lines.linePos(at).line, message: `this is not valid YAML (${what})` }],
  });
  const broken = document.errors[0];
  if (broken?.code === 'MULTIPLE_DOCS') return notYaml('"---" starts a second document', broken.pos[0]);
  if (broken !== undefined) {
    return notYaml((broken.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''), broken.pos[0]);
  }
  const dangling = danglingAlias(document);
  if (dangling !== undefined) return notYaml(`*${dangling.source} names nothing`, dangling.range?.[0] ?? 0);
  let content: unknown;
  try {
    content = document.toJS();
  } catch {
    // References to references are refused before they fill the memory.
    return notYaml('its references stand for too much', 0);
  }

  const checked = modelSchema.safeParse(content, { error: explain });
  if (checked.success) return { content, model: checked.data, mistakes: [] };
  const mistakes = checked.error.issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: [...issue.path, key], message: issue.message }))
        : [issue],
    )
    .map(({ path, message }) => ({
      path: path.map((step) => (typeof step === 'number' ? step : String(step))),
      line: lines.linePos(offsetOf(document, path)).line,
      message,
    }));
  return { content, model: undefined, mistakes: mistakes.toSorted((a, b) => a.line - b.line) };
}

/** Checks a model written in YAML. */
export function checkModelText(text: string, file: string): CheckedModel {
  const { content, model, mistakes } = readModelYaml(text);
  if (model !== undefined) return { model };
  return {
    mistakes: mistakes.map(({ path, line, message }) => {
      if (content === undefined) return `${file}, line ${line}: ${message}. Mend that line.`;
      const what = path.length === 0 ? message : `${path.join('.')}: ${message}`;
      return `${file}, line ${line}: ${what}. Mend it and try again.`;
    }),
  };
}

/**
 * Parses a model written in YAML.
 * @throws InputError naming file, line, what is wrong and what would be right; of several mistakes the first, and how to see all.
 */
export function parseModel(text: string, file: string): Model {
  const checked = checkModelText(text, file);
  if ('model' in checked) return checked.model;
  const { length } = checked.mistakes;
  const others = length > 1 ? ` (${length - 1} more: npm run cli -- model check ${file})` : '';
  throw new InputError(`${checked.mistakes[0]}${others}`);
}

function danglingAlias(document: Document.Parsed): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) === undefined) found ??= alias;
    },
  });
  return found;
}

/** Reads a model file. @throws InputError where there is none, or it is not valid. */
export const readModel = async (file: string): Promise<Model> => parseModel(await readModelText(file), file);

/** The text of a model file. @throws InputError where there is none. */
export async function readModelText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new InputError(`No model file can be read at ${file}. Give the path of a YAML file like those in models/.`);
  }
}

/** "FILE, line N": where a part of a model is written. */
export function placeIn(text: string, file: string, path: readonly PropertyKey[]): string {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return `${file}, line ${lines.linePos(offsetOf(document, path)).line}`;
}

/** Where the deepest part of the path begins that is written in the file: a missing key has no place of its own. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
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
  return at;
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
    case 'too_big':
    case 'too_small':
      // Everything else of a size has words of its own.
      return issue.origin === 'array' ? 'a pair is [raw value, points]' : undefined;
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
