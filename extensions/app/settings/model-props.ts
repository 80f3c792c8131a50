/** What the parts of the model's pages are given: besides what every section is, the draft, its mistakes and how to change it. */
import type { Json, Mistake, ModelPath, PropertiesAnswer } from '@account-health/contract/model';
import type { Content } from './draft-edits.ts';
import type { DraftState } from './draft-state.ts';
import type { Drafts } from './drafts.ts';
import type { SectionProps } from './section.ts';

export type ModelSectionProps = SectionProps & { readonly drafts: Drafts };

export interface ModelProps extends ModelSectionProps {
  readonly draft: DraftState;
  /** The draft as typed; without a draft, what is active. */
  readonly content: Content;
  readonly mistakes: readonly Mistake[];
  readonly mayChange: boolean;
  /** Nothing is unsaved, and no change as a whole is on its way: one may begin. */
  readonly settled: boolean;
  /** No field can be changed: the reader may only look, or the draft is no YAML, which only its text can mend. */
  readonly readOnly: boolean;
  /** Puts a value at a place, or what is made of the one that is there then; null takes it away. */
  readonly edit: (path: ModelPath, value: Json | ((held: Json | undefined) => Json)) => void;
  /** The portal's own company properties, for pickers; `refused` says why there are none. */
  readonly properties: PropertiesAnswer;
}

const isBelow = (mistake: Mistake, path: ModelPath) => path.every((step, index) => mistake.path[index] === step);

/** What is wrong at a place or below it; undefined: nothing. */
export const mistakeAt = (mistakes: readonly Mistake[], path: ModelPath): string | undefined =>
  mistakes.find((mistake) => isBelow(mistake, path))?.text;

/**
 * What is wrong below a place and shown at none of the fields there, a text each; the fields by their own places. Of several mistakes at a
 * field it shows the first, and the next once that is mended.
 */
export const besides = (mistakes: readonly Mistake[], path: ModelPath, fields: readonly ModelPath[]): string[] => {
  const others = mistakes.filter((one) => isBelow(one, path) && !fields.some((field) => isBelow(one, field)));
  return [...new Set(others.map(({ text }) => text))];
};

/** For an input: marks it as wrong, with what would be right. */
export function fault(mistakes: readonly Mistake[], path: ModelPath): { error?: true; validationMessage?: string } {
  const text = mistakeAt(mistakes, path);
  return text === undefined ? {} : { error: true, validationMessage: text };
}
