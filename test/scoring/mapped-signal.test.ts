import { describe, expect, test } from 'vitest';
import { mappedSignal } from '../../src/scoring/mapped-signal.ts';
import { namedProperties, planOf, signalsOf } from '../../src/scoring/model-signals.ts';
import { readSignal } from '../../src/scoring/read-signal.ts';
import { scoreAccount } from '../../src/scoring/score.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { withMapped } from '../../src/wording/mapped-wording.ts';
import { modelWith, ownAccount } from './own-account.ts';

const ASOF = '2026-06-15';
const DAY = 86_400_000;
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

const MAPPED = {
  logins: { property: 'logins', kind: 'number', unit: 'logins', label: { en: 'Logins', it: 'Accessi' } },
  seats: { property: 'seats', kind: 'number', label: { en: 'Seats' } },
  spent: { property: 'spent', kind: 'number', unit: 'eur', label: { en: 'Spent' } },
  owes: { property: 'owes', kind: 'number', unit: '€', label: { en: 'Owes' } },
  used: { property: 'used', kind: 'number', unit: 'percent', label: { en: 'Seats in use' } },
  last_training: { property: 'trained_on', kind: 'date', label: { en: 'Last training' } },
  contract_signed: {
    property: 'signed',
    kind: 'boolean',
    label: { en: 'Contract signed' },
    remedy: { en: 'Get it signed.' },
  },
  onboarding: { property: 'stage', kind: 'enumeration', label: { en: 'Onboarding' }, points: { Stuck: 0, done: 100 } },
} as const;
const RISING = [
  [0, 0],
  [10, 100],
];
const FALLING = [
  [0, 100],
  [10, 0],
];
const model = modelWith({
  caps: [{ key: 'untrained', signal: 'last_training', from: 300, scoreAtMost: 20 }],
  dimensions: {
    adoption: {
      weight: 1,
      signals: {
        logins: { weight: 1, curve: RISING, mapped: MAPPED.logins },
        seats: { weight: 0, curve: RISING, mapped: MAPPED.seats },
        spent: { weight: 0, curve: RISING, mapped: MAPPED.spent },
        owes: { weight: 0, curve: RISING, mapped: MAPPED.owes },
        used: { weight: 0, curve: RISING, mapped: MAPPED.used },
        last_training: { weight: 0, curve: FALLING, mapped: MAPPED.last_training },
        contract_signed: {
          weight: 0,
          curve: [
            [0, 0],
            [1, 80],
          ],
          mapped: MAPPED.contract_signed,
        },
        onboarding: { weight: 0, mapped: MAPPED.onboarding },
        pulse: {
          weight: 0,
          curve: [
            [0, 0],
            [100, 100],
          ],
        },
      },
    },
  },
  minimumDimensions: 1,
});
const entries = model.dimensions.adoption?.signals ?? {};

function read(key: string, own: Record<string, string | number | boolean | null>, literal = {}) {
  const entry = entries[key];
  if (entry?.mapped === undefined) throw new Error(`${key} is not mapped.`);
  return readSignal(
    mappedSignal(key, entry.mapped, entry),
    entry,
    ownAccount({ asOf: ASOF, ...literal }, own, model),
    model,
  );
}

describe('what a company property counts as', () => {
  test.each([
    ['a number', 'logins', { logins: 5 }, 5, 50],
    ['a number beyond the curve', 'logins', { logins: 1e9 }, 1e9, 100],
    ['less than nothing', 'logins', { logins: -3 }, -3, 0],
    ['a day: days since', 'last_training', { trained_on: at('2026-06-10') }, 5, 50],
    ['today', 'last_training', { trained_on: at(ASOF) }, 0, 100],
    ['yes', 'contract_signed', { signed: true }, 1, 80],
    ['no', 'contract_signed', { signed: false }, 0, 0],
    ['an option', 'onboarding', { stage: 'done' }, 100, 100],
    ['an option in any case', 'onboarding', { stage: 'STUCK' }, 0, 0],
  ])('%s', (_what, key, own, raw, points) => {
    expect(read(key, own)).toMatchObject({ kind: 'scored', raw, points });
  });

  test.each([
    ['an empty one', 'logins', { logins: null }, 'no_data'],
    ['a day that has not come', 'last_training', { trained_on: at('2026-06-16') }, 'no_data'],
    ['an option that the model does not name', 'onboarding', { stage: 'paused' }, 'unmapped_value'],
    ['text where a number is due', 'logins', { logins: 'many' }, 'no_data'],
  ])('%s is unknown', (_what, key, own, reason) => {
    expect(read(key, own)).toMatchObject({ kind: 'unknown', reason });
  });

  test('before we first saw the company it is not known: HubSpot tells only today’s value', () => {
    expect(read('logins', { logins: 5 }, { seenAt: '2026-06-20' })).toMatchObject({ reason: 'not_known_then' });
  });

  test('a portal without the property, or in which nobody filled it, does not have the source', () => {
    const lacking = { sources: { companies: { missingProperties: ['logins'] } } };
    expect(read('logins', {}, lacking)).toMatchObject({ reason: 'property_missing', values: { properties: 'logins' } });
    expect(read('seats', {})).toMatchObject({ reason: 'not_connected' });
  });
});

test('the curve says which way is better: a cap bites on the bad side', () => {
  const view = (day: string) =>
    ownAccount({ asOf: ASOF, company: { lifecyclestage: 'customer' } }, { logins: 10, trained_on: at(day) }, model);
  expect(scoreAccount(view('2026-06-01'), model)).toMatchObject({ state: 'scored', score: 100 });
  expect(scoreAccount(view('2024-06-01'), model)).toMatchObject({
    state: 'scored',
    score: 20,
    receipt: [{ key: 'untrained', signal: 'last_training', pointsLost: 80 }],
  });
});

test('what a property of the company tells is a fact: it is scored without any record', () => {
  const view = ownAccount({ asOf: ASOF, company: { lifecyclestage: 'customer' } }, { logins: 4 }, model);
  expect(scoreAccount(view, model)).toMatchObject({ state: 'scored', score: 40, coverage: 1 });
});

test('the model’s signals and its properties, with their kinds, are what sync reads', () => {
  expect(signalsOf(model).map(({ key }) => key)).toEqual([...Object.keys(MAPPED), 'pulse']);
  const companies = planOf(model).find(({ objectType }) => objectType === 'companies');
  expect(companies?.properties).toEqual(expect.arrayContaining(['hs_csm_sentiment', 'logins', 'stage', 'trained_on']));
  expect(companies?.kinds).toEqual({
    logins: 'number',
    seats: 'number',
    spent: 'number',
    owes: 'number',
    used: 'number',
    trained_on: 'time',
    signed: 'flag',
    stage: 'text',
  });
  expect(namedProperties(model).companies?.logins).toEqual({ kind: 'number', dating: 'current', past: 'people' });
});

describe('in words', () => {
  const wording = (locale: string) => withMapped(makeWording({ locale, timeZone: 'UTC' }), MAPPED);
  const sentence = (key: string, own: Record<string, string | number | boolean>, locale = 'en') => {
    const reading = read(key, own);
    if (reading.kind === 'unknown') throw new Error(reading.reason);
    return wording(locale).say(`signal.${key}.evidence.${reading.evidence.message}`, reading.evidence.values);
  };

  test.each([
    ['logins', { logins: 1234.5 }, 'Logins: 1,234.5 logins.'],
    ['seats', { seats: 3 }, 'Seats: 3.'],
    ['spent', { spent: 1234.5 }, 'Spent: €1,234.50.'],
    ['owes', { owes: 1234.5 }, 'Owes: 1,234.5 €.'],
    ['used', { used: 0.38 }, 'Seats in use: 38%.'],
    ['last_training', { trained_on: at(ASOF) - DAY }, 'Last training: Jun 14, 2026 (1 day ago).'],
    ['contract_signed', { signed: true }, 'Contract signed: yes.'],
    ['contract_signed', { signed: false }, 'Contract signed: no.'],
    ['onboarding', { stage: 'stuck' }, 'Onboarding: “stuck”.'],
  ])('%s', (key, own, says) => {
    expect(sentence(key, own)).toBe(says);
  });

  test('a number in a currency is an amount, and kept from who may not see amounts', () => {
    const discreet = withMapped(makeWording({ locale: 'en', timeZone: 'UTC', discreet: true }), MAPPED);
    for (const key of ['spent', 'owes', 'logins']) {
      const reading = read(key, { spent: 1234.5, owes: 1234.5, logins: 1234.5 });
      if (reading.kind === 'unknown') throw new Error(reading.reason);
      const { message, values } = reading.evidence;
      const told = discreet.say(`signal.${key}.evidence.${message}`, values);
      expect(told).toBe(
        key === 'logins' ? 'Logins: 1,234.5 logins.' : `${MAPPED[key as 'spent'].label.en}: [amount hidden].`,
      );
    }
  });

  test('in the reader’s language where the model has it, else in English', () => {
    expect(wording('it-IT').say('signal.logins.label')).toBe('Accessi');
    expect(wording('it').say('signal.seats.label')).toBe('Seats');
  });

  test('with a remedy of its own, or a general one', () => {
    expect(wording('en').say('signal.contract_signed.remedy')).toBe('Get it signed.');
    expect(wording('en').say('signal.seats.remedy')).toContain('“Seats”');
    expect(wording('en').has('signal.seats.remedy.number')).toBe(false);
  });

  test('other signals say what they always say', () => {
    expect(wording('en').say('signal.pulse.label')).toBe(
      makeWording({ locale: 'en', timeZone: 'UTC' }).say('signal.pulse.label'),
    );
    expect(wording('en').has('signal.nonsense.label')).toBe(false);
  });
});
