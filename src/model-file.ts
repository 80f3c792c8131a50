import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { InputError } from './errors.ts';
import { type Model, modelSchema } from './scoring/model.ts';

/**
 * Parses a model written in YAML.
 * @throws InputError naming file, line, what is wrong and what would be right; the first mistake only.
 */
export function parseModel(text: string, file: string): Model {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const { line } = lines.linePos(broken.pos[0]);
    const what = (broken.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    throw new InputError(`${file}, line ${line}: this is not valid YAML (${what}). Mend that line.`);
  }
  const checked = modelSchema.safeParse(document.toJS());
  if (checked.success) return checked.data;

  const issue = checked.error.issues[0];
  const path = [...(issue?.path ?? [])];
  // The nearest part of the path that is written in the file: a missing key has no line of its own.
  let line = 1;
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) {
      line = lines.linePos(node.range[0]).line;
      break;
    }
  }
  throw new InputError(
    `${file}, line ${line}: ${path.join('.') || 'the model'}: ${issue?.message ?? 'not valid'}. Mend it and try again.`,
  );
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
