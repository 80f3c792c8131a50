/** docs/signals.md: every row of the specification's table of signals, with the file that does it, its weight and a sentence of a run. */

import { readFileSync } from 'node:fs';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import { parseModel, STANDARD_MODEL } from '../../src/model-file.ts';
import { mappedTexts, planOf } from '../../src/scoring/model-signals.ts';
import { signalByKey } from '../../src/scoring/signals/registry.ts';
import type { Store } from '../../src/store/open-store.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { withMapped } from '../../src/wording/mapped-wording.ts';
import { scoreOver, syncedContext } from '../golden/synced-portal.ts';
import { FULL_OBJECTS } from '../jobs/full-portal.ts';
import { NOW, SMALL_PORTAL } from '../jobs/small-portal.ts';
import { withEverySignal } from '../scoring/every-signal.ts';
import { withExamples } from '../scoring/model-examples.ts';
import { SPEC_ROWS } from './rows.ts';
import { dataFor, tellBesides } from './set-up-portal.ts';
import { besides, type Run, tableOf } from './table-lines.ts';

export const TABLE_FILE = 'docs/signals.md';
export const REWRITE = 'node test/signal-table/rewrite.ts';
const [EXAMPLE_OBJECT, GENERATED_OBJECT] = ['2-4567', '2-1'];
const SMALL: PortalData = { ...SMALL_PORTAL, takenAt: NOW, objects: FULL_OBJECTS };

/**
 * The whole file, from a run over an empty store.
 * @throws Error naming the row, the signal and the remedy where the run has no sentence for it.
 */
export async function signalTable(store: Store): Promise<string> {
  const text = readFileSync(STANDARD_MODEL, 'utf8');
  const standard = withEverySignal(parseModel(text, STANDARD_MODEL));
  // The generated portal has one custom object, whose id is its own.
  const inPortal = withExamples(text).replace(EXAMPLE_OBJECT, GENERATED_OBJECT);
  const examples = withEverySignal(parseModel(inPortal, STANDARD_MODEL));
  const data = dataFor(examples);
  // As the card does: a cycle reads the signals that count, and the table shows the others too.
  const readBy = scoreOver(
    store,
    data,
    await syncedContext(store, data, planOf(examples), tellBesides),
    'every_signal',
  );
  const readSmallBy = scoreOver(store, SMALL, await syncedContext(store, SMALL, planOf(examples)), 'every_signal');
  const run: Run = {
    standard,
    examples,
    scored: await readBy(standard),
    scoredWithExamples: await readBy(examples),
    scoredSmall: await readSmallBy(standard),
    wording: withMapped(makeWording({ locale: 'en', timeZone: data.timeZone }), mappedTexts(examples)),
  };
  const others = besides([...signalByKey.keys()], run);
  return [
    ...INTRODUCTION,
    ...tableOf(SPEC_ROWS, run),
    ...(others.length === 0 ? [] : ['## Also', '', 'What the app has besides.', '', ...tableOf(others, run)]),
  ].join('\n');
}

const INTRODUCTION = [
  '# Signals',
  '',
  `<!-- Written by \`${REWRITE}\`; a test holds it to the code. Do not change it by hand. -->`,
  '',
  'Every row of the specification’s table of signals, and what does it. The sentences are from a run of the app over a generated',
  'portal at a fixed moment: of each signal the row that cost a company the most points, or the worst reading where it cost nobody any;',
  'of a signal of which that portal has nothing, over the small portal of the tests.',
  'What has no default (mapped signals, usage, pulses, days of releases, what a referral is) is set up for the run.',
  '',
  '- **Dimension**: in brackets its weight.',
  `- **Default weight**: in [${STANDARD_MODEL}](../${STANDARD_MODEL}), within the dimension; in brackets the share of a score of which`,
  '  everything is known. “Example”: a mapped signal that the model holds as a comment; it counts once the # is taken out.',
  '- **Points**: what it cost that company on its receipt; empty where it was on none.',
  '- **Records**: how many HubSpot records stand behind the sentence. The card links the worst three.',
  '',
];
