/** What a model may set for each signal, as people read it. */
import { describe, expect, test } from 'vitest';
import { editorDimensions } from '../../../src/http/settings/model/editor-dimensions.ts';
import { placeLabels } from '../../../src/http/settings/model/place-labels.ts';
import { signalSettings } from '../../../src/http/settings/model/setting-labels.ts';
import { SIGNALS } from '../../../src/scoring/signals/registry.ts';
import { CATALOGUES, makeWording } from '../../../src/wording/make-wording.ts';

const wordingIn = (locale: string) => makeWording({ locale, timeZone: 'UTC' });

describe.each(Object.keys(CATALOGUES))('in %s', (locale) => {
  test.each(SIGNALS.map((signal) => [signal.key, signal] as const))(
    '%s: each of its settings, by name',
    (key, signal) => {
      const told = signalSettings(key, wordingIn(locale));
      expect(Object.fromEntries(told.map((one) => [one.key, one.standard]))).toEqual(
        Object.fromEntries(Object.entries(signal.settings).filter(([name]) => name !== 'renewalPipelines')),
      );
      expect(told.map((one) => one.key)).toEqual(
        Object.keys(signal.settings).filter((name) => name !== 'renewalPipelines'),
      );
      const labels = told.map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
      // A sentence’s beginning, and no name of ours.
      for (const label of labels) expect(label).not.toMatch(/^\p{Ll}|[a-z][A-Z]|_/u);
    },
  );
});

test('a Turkish label begins with a Turkish capital', () => {
  const labels = signalSettings('contact_breadth', wordingIn('tr')).map(({ label }) => label);
  expect(labels).toContain('İçinden birinin iletişimde olması gereken kişi sayısı');
});

test('one name may mean something else in each signal', () => {
  const labelOf = (signal: string) =>
    signalSettings(signal, wordingIn('en')).find(({ key }) => key === 'lateDays')?.label;
  expect([labelOf('growth'), labelOf('renewal_outcome')]).toEqual([
    'Days past its close date that an open deal still counts',
    'Days past its close date from which an open renewal is late',
  ]);
});

describe('of a model', () => {
  const CURVE = [
    [0, 100],
    [9, 0],
  ];
  const content = {
    dimensions: {
      billing: {
        weight: 1,
        signals: {
          overdue_balance: { weight: 1, curve: CURVE },
          pulse: { weight: 1, mapped: { property: 'p', kind: 'number', label: { en: 'Mine' } }, curve: CURVE },
          nobody: { weight: 1 },
        },
      },
    },
  };
  const { place, wording } = placeLabels(wordingIn('en'), [content]);

  test('ours have settings; the portal’s own, and what is no signal, have none', () => {
    const labels = placeLabels(wordingIn('en'), [content]);
    const [billing] = editorDimensions(content, { dimensions: {} }, labels);
    expect(billing?.signals.map(({ key, settings }) => [key, settings.map((one) => one.key)])).toEqual([
      ['overdue_balance', ['windowDays']],
      ['pulse', []],
      ['nobody', []],
    ]);
  });

  test.each<[(string | number)[], string]>([
    [['dimensions', 'deals', 'signals', 'nps', 'settings'], 'NPS: settings'],
    [['dimensions', 'deals', 'signals', 'nps', 'settings', 'windowDays'], 'NPS: days back that count'],
    [
      ['dimensions', 'deals', 'signals', 'spend_trend', 'settings', 'windowDays'],
      'Spend trend: days of each of the two periods that are compared',
    ],
    [['dimensions', 'deals', 'signals', 'pulse', 'settings', 'positive', 2], 'Pulse: values that mean a good mood, 3'],
    [['dimensions', 'deals', 'signals', 'nps', 'settings', 'odd'], 'NPS: odd'],
    [
      ['dimensions', 'billing', 'signals', 'lost_deals', 'settings', 'renewalPipelines'],
      'Lost deals: pipelines of renewals',
    ],
  ])('%j is called %s', (path, label) => {
    expect(placeLabels(wordingIn('en'), []).place(path)).toBe(label);
  });

  test('in the words of the portal’s own signals nothing of ours is meant', () => {
    expect(place(['dimensions', 'billing', 'signals', 'pulse', 'settings', 'odd'])).toBe('Mine: odd');
    expect(signalSettings('nobody', wording)).toEqual([]);
  });
});
