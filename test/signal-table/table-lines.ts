/** The lines of the table of signals: of each the row, the signal, its file and weight, and the worst that a run has by it. */
import { STANDARD_MODEL } from '../../src/model-file.ts';
import type { Model } from '../../src/scoring/model.ts';
import type { Wording } from '../../src/wording/make-wording.ts';
import { causeText } from '../../src/wording/receipt-text.ts';
import { entriesOf } from '../scoring/every-signal.ts';
import { type Company, worstExample } from './examples.ts';
import { plainText, tableLine } from './markdown.ts';
import { SPEC_ROWS, type SpecRow, TOLD_TWICE } from './rows.ts';
import { dimensionOf, fileOf, weightText } from './signal-facts.ts';

const COLUMNS = ['Dimension', 'Row', 'Signal', 'File', 'Default weight', 'A sentence from a run', 'Points', 'Records'];

/** What the lines are made from. */
export interface Run {
  readonly standard: Model;
  /** The same with its examples of mapped signals taken in. */
  readonly examples: Model;
  readonly scored: readonly Company[];
  readonly scoredWithExamples: readonly Company[];
  /** A small portal that has something of every signal: for those of which no company above has a reading. */
  readonly scoredSmall: readonly Company[];
  readonly wording: Wording;
}

/** A row for each signal, of these or in the model's examples, that no row of the specification names. */
export function besides(registered: readonly string[], { examples, wording }: Run): readonly SpecRow[] {
  const named = new Set(SPEC_ROWS.flatMap(({ signals }) => signals));
  const all = new Set([...registered, ...entriesOf(examples).keys()]);
  return [...all].flatMap((key) => {
    if (named.has(key)) return [];
    const of = dimensionOf(key, examples);
    if (of === undefined)
      throw new Error(`${STANDARD_MODEL} does not have the signal "${key}". Put it in at weight 0.`);
    const dimension = wording.has(`dimension.${of}`) ? wording.say(`dimension.${of}`) : of;
    return [{ dimension, row: wording.say(`signal.${key}.label`), signals: [key] }];
  });
}

/**
 * A line a sentence. The dimension, with its weight, and the row are named on their first line.
 * @throws Error naming the row, the signal and the remedy where the run has no sentence for it.
 */
export function tableOf(rows: readonly SpecRow[], run: Run): readonly string[] {
  const lines = rows.flatMap(({ dimension, row, signals }, index) => {
    const weight = run.examples.dimensions[dimensionOf(signals[0] ?? '', run.examples) ?? '']?.weight;
    const isFirst = rows[index - 1]?.dimension !== dimension;
    return signals
      .flatMap((key) => (TOLD_TWICE[key] ?? [undefined]).map((message) => cellsOf(row, key, message, run)))
      .map((cells, line) => [
        isFirst && line === 0 ? `${dimension} (${weight})` : '',
        line === 0 ? plainText(row) : '',
        ...cells,
      ]);
  });
  return [tableLine(COLUMNS), tableLine(COLUMNS.map(() => '---')), ...lines.map(tableLine), ''];
}

function cellsOf(row: string, key: string, message: string | undefined, run: Run): readonly string[] {
  const { standard, examples, wording } = run;
  const isExample = !entriesOf(standard).has(key);
  const example =
    worstExample(isExample ? run.scoredWithExamples : run.scored, key, message) ??
    worstExample(run.scoredSmall, key, message);
  if (example === undefined)
    throw new Error(
      `Row "${row}": no company of the run has a reading of ${key}${message === undefined ? '' : `, "${message}"`}. ` +
        'Give the paid customer of test/jobs/full-portal.ts records that it reads.',
    );
  const { evidence, pointsLost } = example;
  const file = fileOf(key, examples);
  const label = wording.say(`signal.${key}.label`);
  const sentence = causeText(wording, key, evidence);
  return [
    `\`${key}\``,
    `[${file.slice(file.lastIndexOf('/') + 1)}](../${file})`,
    weightText(key, standard, examples),
    // Mapped signals name themselves.
    sentence.startsWith(`${label}: `) ? plainText(sentence) : `**${plainText(label)}**: ${plainText(sentence)}`,
    pointsLost === null ? '' : `−${pointsLost}`,
    String(evidence.records.length + evidence.moreRecords),
  ];
}
