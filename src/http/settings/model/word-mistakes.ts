import type { Mistake } from '@account-health/contract/model';
import type { ModelText, TextMistake } from '../../../model-file.ts';
import { en } from '../../../wording/en.ts';
import type { Wording } from '../../../wording/make-wording.ts';
import type { PlaceLabels } from './place-labels.ts';

const PREFIX = 'model.mistake.';

/** The schema's quotation marks, as the catalogues have them. */
const typeset = (message: string): string => message.replace(/"([^"]*)"/g, '“$1”').replaceAll("'", '’');

/** Each English sentence, with what may stand in its places; those that leave the least open first. */
const SENTENCES = Object.entries(en)
  .filter(([key]) => key.startsWith(PREFIX))
  .map(([key, sentence]) => {
    const parts = sentence.split(/\{(\w+)\}/);
    const pattern = parts.map((part, index) => (index % 2 === 1 ? `(?<${part}>[^]*?)` : escaped(part))).join('');
    return {
      key,
      fixed: parts.filter((_part, index) => index % 2 === 0).join('').length,
      pattern: new RegExp(`^${pattern}$`),
    };
  })
  .toSorted((one, other) => other.fixed - one.fixed);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A sentence of the schema in the reader's language; as it is where the catalogues have none like it. */
export function mistakeText(message: string, { say }: Pick<Wording, 'say'>): string {
  const said = typeset(message);
  for (const { key, pattern } of SENTENCES) {
    const found = pattern.exec(said);
    if (found !== null) return say(key, { ...found.groups });
  }
  return message;
}

/** Whether the catalogues have a sentence of the schema. */
export const isWorded = (message: string): boolean => SENTENCES.some(({ pattern }) => pattern.test(typeset(message)));

/** What is wrong with a text, for people: where it is, and what would be right. */
export const wordMistakes = (
  { mistakes }: Pick<ModelText, 'mistakes'>,
  labels: PlaceLabels,
  wording: Pick<Wording, 'say'>,
): Mistake[] =>
  mistakes.map(({ path, line, message }: TextMistake) => ({
    path: [...path],
    line,
    text: wording.say('model.mistake', { place: labels.place(path), mistake: mistakeText(message, wording) }),
  }));
