import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InputError } from '../src/errors.ts';
import { checkModelText, parseModel, placeIn, readModel } from '../src/model-file.ts';
import { withExamples } from './scoring/model-examples.ts';

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
  expect(Object.keys(model.dimensions)).toEqual([
    'deals',
    'support',
    'engagement',
    'billing',
    'sentiment',
    'adoption',
    'advocacy',
  ]);
});

test.each(readdirSync('models'))(
  '%s is valid, about twelve signals weigh, and so are its examples when the # is taken out',
  (name) => {
    const text = readFileSync(`models/${name}`, 'utf8');
    const model = parseModel(text, name);
    const weighing = Object.values(model.dimensions).flatMap(({ weight, signals }) =>
      Object.values(signals).filter((signal) => weight > 0 && signal.weight > 0),
    );
    expect(weighing.length).toBeGreaterThanOrEqual(11);
    expect(weighing.length).toBeLessThanOrEqual(15);

    const tried = parseModel(withExamples(text).replace(/^# churn:/m, 'churn:'), name);
    expect(tried.dimensions.adoption?.signals.logins?.mapped?.property).toBe('logins_last_30_days');
    expect(tried.dimensions.advocacy?.signals.case_study?.mapped?.kind).toBe('boolean');
    expect(tried.churn?.date).toBe('churn_date');
  },
);

test('no two models that ship have the same name', () => {
  const names = readdirSync('models').map((name) => parseModel(readFileSync(`models/${name}`, 'utf8'), name).name);
  expect(new Set(names).size).toBe(names.length);
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
    /there is no signal "open_tickts"; did you mean open_tickets\?/,
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
    'bands: {',
    /bands: “at risk” \(atRiskFrom\) must begin below “healthy” \(healthyFrom\)/,
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
    'property: Home Town',
    'property: Home Town',
    /name a property as HubSpot does inside/,
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
  'quartiles with a budget': [
    'bands: { atRiskFrom: 33, healthyFrom: 66 }',
    'bands: { by: quartiles, callsAWeek: 5 }',
    'bands: {',
    /bands\.callsAWeek: only "by: alarm_budget" has callsAWeek/,
  ],
  'a budget without a number': [
    'bands: { atRiskFrom: 33, healthyFrom: 66 }',
    'bands: { by: alarm_budget }',
    'bands: {',
    /bands: an alarm budget needs callsAWeek/,
  ],
  'bands by something else': [
    'bands: { atRiskFrom: 33, healthyFrom: 66 }',
    'bands: { by: thirds }',
    'bands: {',
    /use fixed, quartiles or alarm_budget/,
  ],
  'a mapped signal without a label': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    `  sentiment:\n    weight: 10\n    signals:\n      mine: { weight: 1, ${CURVE}, mapped: { property: p, kind: number } }\n`,
    'mine:',
    /mine\.mapped\.label: is missing/,
  ],
  'a mapped signal without English': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    `  sentiment:\n    weight: 10\n    signals:\n      mine: { weight: 1, ${CURVE}, mapped: { property: p, kind: number, label: { it: Mio } } }\n`,
    'mine:',
    /mine\.mapped\.label\.en: is missing: every text needs English/,
  ],
  'a mapped signal of another kind': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    `  sentiment:\n    weight: 10\n    signals:\n      mine: { weight: 1, ${CURVE}, mapped: { property: p, kind: text, label: { en: Mine } } }\n`,
    'mine:',
    /use number, date, enumeration or boolean/,
  ],
  'an object under another name': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    `  sentiment:\n    weight: 10\n    signals:\n      mine: { weight: 1, ${CURVE}, mapped: { object: shipments, property: p, kind: count, windowDays: 9, label: { en: Mine } } }\n`,
    'mine:',
    /mine\.mapped\.object: give a custom object's objectTypeId, such as 2-4567/,
  ],
  'a count of no object': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    `  sentiment:\n    weight: 10\n    signals:\n      mine: { weight: 1, ${CURVE}, mapped: { property: p, kind: count, windowDays: 9, label: { en: Mine } } }\n`,
    'mine:',
    /mine\.mapped\.kind: count tells of a custom object: name it with object: 2-/,
  ],
  'an object read as a number': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    `  sentiment:\n    weight: 10\n    signals:\n      mine: { weight: 1, ${CURVE}, mapped: { object: 2-7, property: p, kind: number, label: { en: Mine } } }\n`,
    'mine:',
    /mine\.mapped\.kind: with an object, use count or latest/,
  ],
  'a count without a window': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    `  sentiment:\n    weight: 10\n    signals:\n      mine: { weight: 1, ${CURVE}, mapped: { object: 2-7, property: p, kind: count, label: { en: Mine } } }\n`,
    'mine:',
    /mine\.mapped: a count needs windowDays/,
  ],
  'the latest in a window': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    `  sentiment:\n    weight: 10\n    signals:\n      mine: { weight: 1, ${CURVE}, mapped: { object: 2-7, property: p, kind: latest, windowDays: 9, label: { en: Mine } } }\n`,
    'mine:',
    /mine\.mapped\.windowDays: only "kind: count" has windowDays/,
  ],
  'a mapped signal with the name of one of ours': [
    '  sentiment:\n    weight: 10\n    signals:\n      pulse: # points\n',
    '  sentiment:\n    weight: 10\n    signals:\n      pulse: # points\n        mapped: { property: p, kind: number, label: { en: Mine } }\n',
    'mapped: { property: p',
    /there is a signal "pulse" already; give the mapped one another name/,
  ],
  'a HubSpot property as what it is not': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    `  sentiment:\n    weight: 10\n    signals:\n      size: { weight: 1, ${CURVE}, mapped: { property: numberofemployees, kind: date, label: { en: Size } } }\n`,
    'size:',
    /HubSpot's numberofemployees is no date; use number/,
  ],
  'an enumeration without points': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    '  sentiment:\n    weight: 10\n    signals:\n      mine: { weight: 1, mapped: { property: p, kind: enumeration, label: { en: Mine } } }\n',
    'mine:',
    /an enumeration needs points/,
  ],
  'an enumeration with a curve': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    `  sentiment:\n    weight: 10\n    signals:\n      mine: { weight: 1, ${CURVE}, mapped: { property: p, kind: enumeration, points: { a: 1 }, label: { en: Mine } } }\n`,
    'mine:',
    /leave the curve out/,
  ],
  'points by option for a number': [
    '  sentiment:\n    weight: 10\n    signals:\n',
    `  sentiment:\n    weight: 10\n    signals:\n      mine: { weight: 1, ${CURVE}, mapped: { property: p, kind: number, points: { a: 1 }, label: { en: Mine } } }\n`,
    'mine:',
    /only an enumeration has points by option; give a curve instead/,
  ],
  'a segment that asks for nothing': [
    'when: { customerForLessThanDays: 90 }',
    'when: { property: industry }',
    'when: {',
    /segments\.0\.when: give either values \(of a property\) or customerForLessThanDays/,
  ],
  'a segment that asks for no value': [
    'when: { customerForLessThanDays: 90 }',
    'when: { property: industry, values: [] }',
    'when: {',
    /name at least one value/,
  ],
  'a segment with a signal that is not there': [
    'engagement: { weight: 30 }',
    'engagement: { weight: 30, signals: { pulses: { weight: 1 } } }',
    'engagement: { weight: 30',
    /segments\.0\.dimensions\.engagement\.signals\.pulses: there is no signal "pulses"; did you mean pulse\?/,
  ],
  'a segment with a signal in another dimension': [
    'engagement: { weight: 30 }',
    `engagement: { weight: 30, signals: { spend_trend: { weight: 1, ${CURVE} } } }`,
    'engagement: { weight: 30',
    /"spend_trend" is in another dimension already/,
  ],
  'a segment with a dimension that weighs nothing said': [
    'engagement: { weight: 30 }',
    'another: { signals: {} }',
    'another: {',
    /segments\.0\.dimensions\.another\.weight: is missing/,
  ],
  'a segment with a curve in the wrong direction': [
    'engagement: { weight: 30 }',
    'engagement: { weight: 30, signals: { two_way_contact: { curve: [[0, 0], [9, 100]] } } }',
    'engagement: { weight: 30',
    /for two_way_contact lower is better/,
  ],
  'a segment with a cap on a signal that is not there': [
    '    minimumCoverage: 0.25',
    '    minimumCoverage: 0.25\n    caps: [{ key: k, signal: nothing, from: 1, scoreAtMost: 1 }]',
    'caps: [{ key: k',
    /the model has no signal "nothing"/,
  ],
  'two caps of one key': [
    'key: many_complaints',
    'key: long_overdue',
    'signal: unresolved_complaints, from',
    /another cap is called "long_overdue"/,
  ],
  'a churn date that is no name': [
    '# churn: { property: customer_status, values: [Churned], date: churn_date }',
    'churn: { property: customer_status, values: [Churned], date: Churn Date }',
    'churn: {',
    /churn\.date: name a property as HubSpot does inside/,
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
    expect(message).toMatch(
      /\. Mend (it and try again|that line)\.( \(\d+ more: npm run cli -- model check my\.yaml\))?$/,
    );
    expect(message).not.toContain('\n');
  });

  test('two segments of one name', () => {
    const twice = `${STANDARD}  - { name: New customers, when: { values: [customer] } }\n`;
    expect(refusal(twice)).toMatch(/segments\.1\.name: another segment is called "New customers"/);
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

test('every mistake, in the order of the lines', () => {
  const text = STANDARD.replace('silencePoints: 70', 'silencePoints: 700')
    .replace('weight: 25', 'weight: -25')
    .replace('minimumDimensions: 2', 'minimumDimension: 2\nmaximumDimension: 3');
  const checked = checkModelText(text, 'my.yaml');
  expect('mistakes' in checked && checked.mistakes.map((mistake) => mistake.replace(/^my\.yaml, /, ''))).toEqual([
    `line ${lineOf(text, 'silencePoints: 700')}: silencePoints: a score is 0 to 100. Mend it and try again.`,
    `line ${lineOf(text, 'minimumDimension: 2')}: minimumDimension: a model has no such key here. Mend it and try again.`,
    `line ${lineOf(text, 'maximumDimension')}: maximumDimension: a model has no such key here. Mend it and try again.`,
    `line ${lineOf(text, 'weight: -25')}: dimensions.deals.weight: a weight is zero or more. Mend it and try again.`,
  ]);
  expect(refusal(text)).toMatch(/Mend it and try again\. \(3 more: npm run cli -- model check my\.yaml\)$/);
});

test('where a part of a model is written', () => {
  expect(placeIn(STANDARD, 'my.yaml', ['segments', 0])).toBe(
    `my.yaml, line ${lineOf(STANDARD, '- name: New customers')}`,
  );
});

test('a file that is not there', async () => {
  await expect(readModel('models/none.yaml')).rejects.toThrow(
    'No model file can be read at models/none.yaml. Give the path of a YAML file like those in models/.',
  );
});
