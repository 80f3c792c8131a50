import { describe, expect, test } from 'vitest';
import { viewAt } from '../../src/scoring/account-view.ts';
import { makeCalendar } from '../../src/scoring/calendar.ts';
import type { AccountFacts, FactRecord } from '../../src/scoring/facts.ts';
import { mappedSignal } from '../../src/scoring/mapped-signal.ts';
import { namedProperties, planOf } from '../../src/scoring/model-signals.ts';
import type { PortalContext, Source } from '../../src/scoring/portal-context.ts';
import { readSignal } from '../../src/scoring/read-signal.ts';
import { historyAt, pastScore, scoreAt, weeklyMoments } from '../../src/scoring/replay.ts';
import { scoreAccount } from '../../src/scoring/score.ts';
import type { Reading } from '../../src/scoring/signal.ts';
import { makeWording } from '../../src/wording/make-wording.ts';
import { withMapped } from '../../src/wording/mapped-wording.ts';
import { CONNECTED } from './arbitrary-account.ts';
import { modelWith } from './own-account.ts';

const TYPE = '2-4567';
const AS_OF = Date.parse('2026-06-15T12:00:00Z');
const day = (text: string) => Date.parse(`${text}T09:00:00Z`);

const RISING = [
  [0, 0],
  [4, 100],
] as const;
const FALLING = [
  [0, 100],
  [100, 0],
] as const;
const SHIPMENTS = {
  object: TYPE,
  property: 'shipped_on',
  kind: 'count',
  windowDays: 90,
  label: { en: 'Shipments', it: 'Spedizioni' },
} as const;
const LATEST = { object: TYPE, property: 'shipped_on', kind: 'latest', label: { en: 'Latest shipment' } } as const;
const model = modelWith({
  dimensions: {
    adoption: {
      weight: 1,
      signals: {
        shipments: { weight: 1, curve: RISING, mapped: SHIPMENTS },
        outages: { weight: 1, curve: FALLING, mapped: SHIPMENTS },
        latest: { weight: 1, curve: FALLING, mapped: LATEST },
      },
    },
  },
  caps: [],
  minimumCoverage: 0,
  minimumDimensions: 1,
});

/** Shipped on these days, null: on a day that nobody recorded. HubSpot has had all of them since long. */
const shipped = (...days: readonly (string | null)[]): FactRecord[] =>
  days.map((text, index) => ({
    objectType: TYPE,
    id: String(900 + index),
    linkedAt: 0,
    unlinkedAt: null,
    versions: [
      { effectiveAt: 0, seenAt: 0, values: { hs_createdate: 0, shipped_on: text === null ? null : day(text) } },
    ],
  }));

const source: Source = {
  blocked: null,
  runningSince: AS_OF - 1,
  firstRecordAt: 0,
  missingProperties: [],
  filledSince: { shipped_on: 0 },
};

const calendar = makeCalendar('UTC');
const portalWith = (given: Partial<Source> | null = {}): PortalContext => ({
  ...CONNECTED,
  sources: { ...CONNECTED.sources, ...(given && { [TYPE]: { ...source, ...given } }) },
});
const accountOf = (records: readonly FactRecord[]): AccountFacts => ({
  companyId: '1',
  company: [{ effectiveAt: 0, seenAt: 0, values: { name: 'Alder', lifecyclestage: 'customer' } }],
  records,
});

function view(records: readonly FactRecord[], given: Partial<Source> | null = {}, asOf = AS_OF) {
  const seen = viewAt(accountOf(records), asOf, portalWith(given), calendar, namedProperties(model));
  if (seen === undefined) throw new Error('The company is held.');
  return seen;
}

function read(key: 'shipments' | 'outages' | 'latest', ...given: Parameters<typeof view>): Reading {
  const entry = model.dimensions.adoption?.signals[key];
  if (entry?.mapped === undefined) throw new Error(key);
  return readSignal(mappedSignal(key, entry.mapped, entry), entry, view(...given), model);
}
const told = (reading: Reading) => (reading.kind === 'scored' ? [reading.raw, reading.points] : reading.reason);

describe('records of a custom object', () => {
  test.each<[string, readonly (string | null)[], unknown, unknown]>([
    ['two of three within the window', ['2026-06-01', '2026-05-01', '2025-01-01'], [2, 50], [14, 86]],
    ['today', ['2026-06-15'], [1, 25], [0, 100]],
    ['the last day of the window', ['2026-03-18'], [1, 25], [89, 11]],
    ['a day before it', ['2026-03-17'], [0, 0], [90, 10]],
    ['one that is dated ahead has not happened', ['2026-06-16', '2026-05-16'], [1, 25], [30, 70]],
    ['nothing but that', ['2026-07-01'], [0, 0], 'no_data'],
    ['without a date', [null], [0, 0], 'no_data'],
    ['none at all', [], [0, 0], 'no_data'],
    ['an absurd number', Array.from({ length: 900 }, () => '2026-06-10'), [900, 100], [5, 95]],
  ])('%s', (_what, days, count, latest) => {
    expect(told(read('shipments', shipped(...days)))).toEqual(count);
    expect(told(read('latest', shipped(...days)))).toEqual(latest);
  });

  test('none of what is bad is no more than silence', () => {
    expect(told(read('outages', shipped()))).toEqual([0, model.silencePoints]);
    expect(told(read('outages', shipped('2026-06-01')))).toEqual([1, 99]);
  });

  test('are named, the latest first, whatever their order', () => {
    const days = ['2026-04-01', '2026-06-01', '2026-05-01', '2026-05-02'];
    const records = shipped(...days);
    const reading = read('shipments', records);
    expect(read('shipments', records.toReversed())).toEqual(reading);
    expect(reading.kind === 'scored' && reading.evidence).toMatchObject({
      records: [{ objectType: TYPE, id: '901' }, { id: '903' }, { id: '902' }],
      moreRecords: 1,
    });
  });

  test.each<[string, Partial<Source> | null, string]>([
    ['the scope is not granted', { blocked: 'scope_missing' }, 'scope_missing'],
    ['the portal has no such object', { blocked: 'type_missing' }, 'type_missing'],
    ['nor such a property', { missingProperties: ['shipped_on'] }, 'property_missing'],
    ['the portal never held one', { firstRecordAt: null }, 'not_connected'],
    ['they were not read yet, by an earlier model', null, 'not_read_yet'],
  ])('are unknown where %s', (_what, given, reason) => {
    expect(told(read('shipments', [], given))).toBe(reason);
  });

  test('at a past moment only what had happened by then counts', () => {
    const records = shipped('2026-06-01', '2026-05-01', '2026-04-01');
    expect(told(read('shipments', records, {}, day('2026-05-02')))).toEqual([2, 50]);
  });

  test('of many moments, one after the other, each is as by itself', () => {
    const facts = accountOf(shipped('2026-03-01', '2026-04-20', '2026-06-01'));
    const portal = portalWith();
    const moments = weeklyMoments(calendar, AS_OF, 20);
    const alone = moments.map((moment) => pastScore(moment, scoreAt(facts, moment, portal, model, calendar), model));
    expect(new Set(alone.map(({ score }) => score)).size).toBeGreaterThan(2);
    const past = { facts, portal, model, calendar, published: [], publishedSince: null };
    expect(historyAt(past, moments)).toEqual(alone.map((score) => ({ ...score, replayed: true })));
  });

  test('make an account known: they are facts', () => {
    const health = scoreAccount(view(shipped('2026-06-01')), model);
    expect(health.state).toBe('scored');
    expect(scoreAccount(view([]), model)).toMatchObject({ state: 'unknown', reason: 'no_facts' });
  });
});

test('they are read as the model names them: by the type, the date and the companies', () => {
  expect(planOf(model).at(-1)).toEqual({
    objectType: TYPE,
    properties: ['hs_createdate', 'shipped_on'],
    kinds: { shipped_on: 'time' },
    associations: ['companies'],
  });
});

test('in words', () => {
  const mapped = { shipments: SHIPMENTS, latest: LATEST };
  const say = (key: 'shipments' | 'latest', locale: string) => {
    const reading = read(key, shipped('2026-06-01', '2026-05-01'));
    if (reading.kind !== 'scored') throw new Error(reading.reason);
    const { message, values } = reading.evidence;
    return withMapped(makeWording({ locale, timeZone: 'UTC' }), mapped).say(
      `signal.${key}.evidence.${message}`,
      values,
    );
  };
  expect(say('shipments', 'en')).toBe('Shipments: 2 in the last 90 days.');
  expect(say('shipments', 'it')).toBe('Spedizioni: 2 negli ultimi 90 giorni.');
  expect(say('latest', 'en')).toBe('Latest shipment: Jun 1, 2026 (14 days ago).');
});
