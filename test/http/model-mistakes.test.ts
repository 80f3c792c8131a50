/** Every mistake that a model can have is said in the reader's language. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { isWorded, mistakeText } from '../../src/http/settings/model/word-mistakes.ts';
import { readModelYaml } from '../../src/model-file.ts';
import { applyEdit, type Json, valueAt } from '../../src/portal-model/apply-edit.ts';
import { en } from '../../src/wording/en.ts';
import { makeWording } from '../../src/wording/make-wording.ts';

/** The texts between quotes that the schema's files hand over as what is wrong. */
const SOURCES = [
  'src/scoring/model-shape.ts',
  'src/scoring/check-model.ts',
  'src/scoring/check-settings.ts',
  'src/scoring/model-labels.ts',
];

/** A small one with a bit of everything, so that every place of it can be tried. */
const SMALL: Json = parse(`
name: Small
version: "1"
eligibility:
  lifecycleStages: [customer]
  purchaseWithinMonths: 12
  exclude: [{ reason: partner, property: type, values: [PARTNER] }]
rollUp: false
write: [checked_on, dimension_scores]
caps: [{ key: old, signal: nps, from: 1, scoreAtMost: 50 }]
dimensions:
  sentiment:
    weight: 1
    signals:
      nps: { weight: 1, curve: [[0, 0], [9, 100]], whenUnknown: skip, settings: { windowDays: 90 } }
      referrals: { weight: 1, curve: [[0, 0], [9, 100]], settings: { labels: [Referrer] } }
  adoption: { weight: 1, signals: {} }
segments:
  - name: New
    when: { customerForLessThanDays: 90 }
    minimumCoverage: 0.25
    minimumDimensions: 1
    dimensions: { sentiment: { weight: 5, signals: { nps: { weight: 2 } } } }
  - name: Retail
    when: { property: industry, values: [RETAIL] }
`);
const said = (content: Json) => readModelYaml(stringify(content)).mistakes.map(({ message }) => message);

/** What may be wrong at any place. */
const WRONG: readonly Json[] = [
  ...[-1, 0.5, 1e9, 101, '', 'Two Words', 'x'.repeat(120), true, null, [], {}, [1], ['a', 'a'], { a: 1 }],
  ...[
    [[0, 1]],
    [
      [0, 5],
      [0, 7],
    ],
    [
      [0, 5],
      [1, 7],
      [2, 3],
    ],
    [
      [0, 100],
      [1, 0],
    ],
    [[1, 2, 3], [1]],
    [
      ['a', 'b'],
      [0, 101],
    ],
  ],
];

/** Every place of a content. */
function places(content: Json | undefined, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof content !== 'object' || content === null) return [path];
  const steps = Array.isArray(content) ? content.map((_item, index) => index) : Object.keys(content);
  return [path, ...steps.flatMap((step) => places(valueAt(content, [step]), [...path, step]))];
}

const mapped = (part: { [key: string]: Json }): Json => ({
  weight: 1,
  curve: [
    [0, 0],
    [1, 100],
  ],
  mapped: { property: 'p', kind: 'number', label: { en: 'P' }, ...part },
});
const WITH_ALL: Json = [
  { path: ['churn'], value: { property: 'p', values: ['x'], date: 'd' } },
  { path: ['account'], value: { csOwner: 'csm', renewalDate: 'r', revenue: 'v' } },
  { path: ['bands'], value: { by: 'alarm_budget', atRiskFrom: 33, healthyFrom: 66, callsAWeek: 3, margin: 2 } },
  { path: ['dimensions', 'adoption', 'signals', 'mine'], value: mapped({ unit: 'u', remedy: { en: 'R' } }) },
  {
    path: ['dimensions', 'adoption', 'signals', 'counted'],
    value: mapped({ object: '2-1', kind: 'count', windowDays: 9 }),
  },
  { path: ['segments', 0, 'caps'], value: [{ key: 'k', signal: 'nps', from: 1, scoreAtMost: 50 }] },
].reduce<Json>((content, one) => applyEdit(content, one as { path: string[]; value: Json }), SMALL);

test('a model with all there is has no mistake', () => {
  expect(said(WITH_ALL)).toEqual([]);
});

test('anything wrong, anywhere: the catalogues have a sentence for it', () => {
  const strange = new Set<string>();
  for (const path of places(WITH_ALL).slice(1)) {
    for (const value of WRONG) {
      for (const message of said(applyEdit(WITH_ALL, { path, value }))) if (!isWorded(message)) strange.add(message);
    }
  }
  expect([...strange]).toEqual([]);
}, 60_000);

/** Ends of a sentence. */
const PARTS = ['a number', 'a list of names'];

describe('every sentence of the schema', () => {
  const written = SOURCES.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(
      /(?<=issue\([^;]*?|error: |min\([^;]*?|max\([^;]*?|regex\([^;]*?|message: )(?:'([^'\n]{6,})'|"([^"\n]{6,})")/g,
    ),
  ]);
  const sentences = [...new Set(written.map(([, one, other]) => one ?? other ?? ''))].filter(
    (text) => /^[a-z]+ /.test(text) && !PARTS.includes(text),
  );

  test('there are some', () => {
    expect(sentences.length).toBeGreaterThan(25);
  });

  test.each(sentences)('%s', (sentence) => {
    expect(isWorded(sentence)).toBe(true);
  });
});

test('is found again in English, and said otherwise in the other languages', () => {
  const keys = Object.entries(en).filter(([key]) => key.startsWith('model.mistake.'));
  const word = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', '_', '1') });
  fc.assert(
    fc.property(fc.constantFrom(...keys), word, ([, sentence], value) => {
      const message = sentence
        .replace(/\{\w+\}/g, value)
        .replace(/[“”]/g, '"')
        .replaceAll('’', "'");
      const words = ['en', 'it', 'ko', 'ro', 'tr'].map((locale) =>
        mistakeText(message, makeWording({ locale, timeZone: 'UTC' })),
      );
      expect(words[0]?.replace(/[“”]/g, '"').replaceAll('’', "'")).toBe(message);
      expect(new Set(words).size).toBe(5);
    }),
  );
});

test('a sentence that the catalogues do not have stays as it is', () => {
  expect(mistakeText('Something else', makeWording({ locale: 'it', timeZone: 'UTC' }))).toBe('Something else');
});
