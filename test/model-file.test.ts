import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InputError } from '../src/errors.ts';
import { parseModel, readModel } from '../src/model-file.ts';

const FILE = 'models/standard-b2b.yaml';
const STANDARD = readFileSync(FILE, 'utf8');
const VERSION = STANDARD.match(/^version: .*$/m)?.[0] ?? '';

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

/** The standard model with one part replaced, which must be there. */
function changed(from: string, to: string): string {
  expect(STANDARD).toContain(from);
  return STANDARD.replace(from, () => to);
}

function refusal(text: string): string {
  try {
    parseModel(text, 'my.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error('The model was taken.');
}

test('the standard model is valid', async () => {
  const model = await readModel(FILE);
  expect(model.name).toBe('Standard B2B');
  expect(Object.keys(model.dimensions)).toEqual(['deals', 'support', 'engagement', 'billing', 'sentiment']);
});

test('anchors may be used, and what is left out has its default', () => {
  const model = parseModel(
    `
name: Short
version: "1"
eligibility: { lifecycleStages: [customer], purchaseWithinMonths: 12, exclude: [] }
dimensions:
  deals:
    weight: 1
    signals:
      spend_trend: { weight: 1, curve: &rising [[0, 0], [1, 100]] }
      renewal_outcome: { weight: 1, curve: *rising }
`,
    'short.yaml',
  );
  expect(model).toMatchObject({
    silencePoints: 70,
    minimumCoverage: 0.4,
    minimumDimensions: 2,
    bands: { atRiskFrom: 33, healthyFrom: 66 },
    caps: [],
  });
  expect(model.dimensions.deals?.signals.renewal_outcome).toEqual({
    weight: 1,
    whenUnknown: 'skip',
    settings: {},
    curve: [
      [0, 0],
      [1, 100],
    ],
  });
});

const CURVE = 'curve: [[0, 0], [0.5, 30], [0.8, 60], [1, 85], [1.2, 100]]';
const CONTACT = '        curve: [[14, 100], [30, 80], [60, 45], [120, 10], [180, 0]]\n';

/** What is written, what takes its place, the part by which the line is found, and what is said. */
const MISTAKES: Readonly<Record<string, readonly [from: string, to: string, at: string, says: RegExp]>> = {
  'an unknown signal': [
    'open_tickets:',
    'open_tickts:',
    'open_tickts:',
    /there is no signal "open_tickts"; there are spend_trend, .*open_tickets/,
  ],
  'a signal in two dimensions': [
    '    signals:\n      pulse:',
    `    signals:\n      spend_trend: { weight: 1, ${CURVE} }\n      pulse:`,
    'spend_trend: {',
    /"spend_trend" is in another dimension already; name a signal once/,
  ],
  'a negative weight': [
    'weight: 25',
    'weight: -25',
    'weight: -25',
    /dimensions\.deals\.weight: a weight is zero or more/,
  ],
  'a weight in words': ['weight: 25', 'weight: heavy', 'weight: heavy', /a weight is a number/],
  'a curve that turns': [
    CURVE,
    'curve: [[0, 0], [0.5, 90], [1, 85]]',
    'curve: [[0, 0], [0.5, 90]',
    /spend_trend\.curve: points must only rise or only fall along a curve/,
  ],
  'raw values out of order': [
    CURVE,
    'curve: [[0, 0], [2, 30], [1, 85]]',
    'curve: [[0, 0], [2, 30]',
    /raw values must rise from pair to pair/,
  ],
  'raw values out of order, a pair a line': [
    CURVE,
    'curve:\n          - [0, 0]\n          - [2, 30]\n          - [1, 85]',
    '- [1, 85]',
    /spend_trend\.curve\.2: raw values must rise from pair to pair/,
  ],
  'a curve in the wrong direction': [
    CURVE,
    'curve: [[0, 100], [1, 0]]',
    'curve: [[0, 100], [1, 0]]',
    /for spend_trend higher is better, so points must rise along its curve/,
  ],
  'a curve of one pair': [
    CURVE,
    'curve: [[0, 0]]',
    'curve: [[0, 0]]',
    /a curve needs at least two \[raw value, points\] pairs/,
  ],
  'points above 100': [CURVE, 'curve: [[0, 0], [1, 101]]', 'curve: [[0, 0], [1, 101]]', /points are 0 to 100/],
  'a curve left out': [CONTACT, '', 'two_way_contact:', /two_way_contact\.curve: is missing/],
  'bands that overlap': [
    '{ atRiskFrom: 33, healthyFrom: 66 }',
    '{ atRiskFrom: 66, healthyFrom: 66 }',
    'bands:',
    /bands: atRiskFrom must be below healthyFrom/,
  ],
  'a cap on a signal that is not there': [
    'signal: overdue_balance,',
    'signal: nonsense,',
    'signal: nonsense',
    /the model has no signal "nonsense"; a cap needs one of its signals/,
  ],
  'a cap above 100': ['scoreAtMost: 32', 'scoreAtMost: 320', 'scoreAtMost: 320', /a score is 0 to 100/],
  'an unknown setting': [
    CONTACT,
    `${CONTACT}        settings: { windowDay: 3 }\n`,
    'windowDay: 3',
    /two_way_contact has no setting "windowDay"; it has windowDays/,
  ],
  'a setting of another kind': [
    CONTACT,
    `${CONTACT}        settings:\n          windowDays: [a]\n`,
    'windowDays: [a]',
    /settings\.windowDays: must be a number/,
  ],
  'a setting in words': [
    CONTACT,
    `${CONTACT}        settings: { windowDays: ten }\n`,
    'windowDays: ten',
    /must be a number or a list of names/,
  ],
  'an unknown key at the top': [
    'silencePoints:',
    'silencepoints:',
    'silencepoints:',
    /silencepoints: a model has no such key/,
  ],
  'an unknown key deep down': [
    CONTACT,
    `${CONTACT}        wieght: 3\n`,
    'wieght: 3',
    /two_way_contact\.wieght: a model has no such key here/,
  ],
  'a key left out': ['name: Standard B2B\n', '', 'version:', /name: is missing/],
  'a version that is a number': [
    VERSION,
    'version: 1.1',
    'version: 1.1',
    /version: must be text \(put a number in quotes/,
  ],
  'a key with a space': [
    '  support:',
    '  Support Desk:',
    'Support Desk:',
    /lower-case letters, digits and underscores/,
  ],
  'an exclusion by something else': [
    'property: domain',
    'property: city',
    'property: city',
    /looks at type, domain or name/,
  ],
  'an unknown way to count unknowns': [
    CONTACT,
    `${CONTACT}        whenUnknown: maybe\n`,
    'whenUnknown: maybe',
    /use skip, neutral or penalise/,
  ],
  'a key twice': ['  support:', '  deals:', '  deals:\n    weight: 20', /not valid YAML \(Map keys must be unique\)/],
  'a tab': ['  support:', '\tsupport:', '\tsupport:', /not valid YAML \(Tabs are not allowed as indentation\)/],
  'a reference to nothing': [
    'weight: 25',
    'weight: *heavy',
    'weight: *heavy',
    /not valid YAML \(\*heavy names nothing\)/,
  ],
  'a second document': [
    '# A mean can hide',
    '---\n# A mean can hide',
    '---',
    /not valid YAML \("---" starts a second document\)/,
  ],
};

describe('one mistake, one line: where it is, what it is, and what would be right', () => {
  test.each(Object.entries(MISTAKES))('%s', (_what, [from, to, at, says]) => {
    const text = changed(from, to);
    const message = refusal(text);
    expect(message).toMatch(says);
    expect(message.startsWith(`my.yaml, line ${lineOf(text, at)}: `)).toBe(true);
    expect(message).toMatch(/\. Mend (it and try again|that line)\.$/);
    expect(message).not.toContain('\n');
  });

  test('no weight anywhere', () => {
    expect(refusal(STANDARD.replace(/weight: \d+/g, 'weight: 0'))).toMatch(
      /at least one signal .* needs a weight above zero/,
    );
  });

  test.each([
    ['an empty file', ''],
    ['comments alone', '# nothing\n\n'],
    ['a list', '- a\n- b\n'],
    ['a table', 'id,name\n1,Alder\n'],
  ])('%s is no model', (_what, text) => {
    expect(refusal(text)).toBe(
      'my.yaml, line 1: this is no health model. See models/standard-b2b.yaml for one. Mend it and try again.',
    );
  });

  test('no YAML at all', () => {
    expect(refusal('name: [1, 2')).toMatch(/^my\.yaml, line 1: this is not valid YAML \(.+\)\. Mend that line\.$/);
  });
});

test('a file that is not there', async () => {
  await expect(readModel('models/none.yaml')).rejects.toThrow(
    'No model file can be read at models/none.yaml. Give the path of a YAML file like those in models/.',
  );
});
