import { type Document, parseDocument, stringify } from 'yaml';
import { InputError } from '../errors.ts';
import { applyEdit, type Edit, type Json, NoSuchPlace, sameContent } from './apply-edit.ts';
import { spliceYaml } from './splice-yaml.ts';

/** So many characters are read anew for single edits; beyond that the text is set out once for all of them. */
const READ_ANEW = 3_000_000;

/** A text that is no YAML, or a place that it does not have: there is nothing to edit. */
export class CannotEdit extends InputError {}

function read(text: string): { readonly document: Document.Parsed; readonly content: Json } {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new CannotEdit('This text is no YAML: mend it as a text.');
  return { document, content: document.toJS() as Json };
}

/**
 * The text with these edits made in their order. What they do not touch stays as it is written wherever that can be, comments and all. Edits
 * that change nothing leave the very text.
 * @throws CannotEdit
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  const wanted = edited(read(text).content, edits);
  const isLong = text.length * edits.length > READ_ANEW;
  let now = text;
  for (const edit of isLong ? [] : edits) {
    const { document, content } = read(now);
    const after = edited(content, [edit]);
    if (sameContent(after, content)) continue;
    now = says(spliceYaml(now, document, edit, after), after) ?? setOut(now, [edit], after);
  }
  return isLong && !sameContent(read(text).content, wanted) ? setOut(text, edits, wanted) : now;
}

function edited(content: Json, edits: readonly Edit[]): Json {
  try {
    return edits.reduce<Json>((part, edit) => applyEdit(part, edit), content);
  } catch (error) {
    if (error instanceof NoSuchPlace) throw new CannotEdit('The model has no place like that.');
    throw error;
  }
}

/** The text, where it says what it must. */
function says(text: string | undefined, wanted: Json): string | undefined {
  if (text === undefined) return undefined;
  const document = parseDocument(text);
  return document.errors.length === 0 && sameContent(document.toJS(), wanted) ? text : undefined;
}

/** The whole text set out by the library, which keeps comments but not the layout; where even that goes wrong, without comments. */
function setOut(text: string, edits: readonly Edit[], wanted: Json): string {
  const document = parseDocument(text);
  try {
    for (const { path, value } of edits) {
      if (value === null) document.deleteIn(path);
      else document.setIn(path, document.createNode(value));
    }
    const set = says(document.toString({ lineWidth: 0 }), wanted);
    if (set !== undefined) return set;
  } catch {
    // A reference on the way, or a key that holds nothing.
  }
  return stringify(wanted, { lineWidth: 0 });
}
