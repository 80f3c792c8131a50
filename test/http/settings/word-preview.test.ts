/** Who may not see amounts, or which companies there are, finds neither in a preview: not even in its order. */
import type { PublishPreview } from '@account-health/contract/model';
import { describe, expect, test } from 'vitest';
import { type PreviewReader, wordPreview } from '../../../src/http/settings/word-preview.ts';
import { portalId } from '../../../src/ids.ts';
import type { PreviewResult } from '../../../src/insight/preview-look.ts';
import { makePublishPreview } from '../../../src/insight/publish-preview.ts';
import type { Model } from '../../../src/scoring/model.ts';
import type { HealthScore } from '../../../src/scoring/score.ts';
import { CATALOGUES } from '../../../src/wording/make-wording.ts';
import { MODEL } from '../../jobs/cycle-rig.ts';

const BANDS = { atRiskFrom: 33, healthyFrom: 66 };

/** A score that takes its points by some signals, caps or holds. */
const at = (score: number, lost: readonly (readonly [key: string, dimension: string | null, exact: number])[] = []) =>
  ({
    state: 'scored',
    score,
    status: score >= 66 ? 'healthy' : score >= 33 ? 'at_risk' : 'unhealthy',
    receipt: [],
    losses: lost.map(([key, dimension, exact]) => ({
      ...{ key, signal: key, dimension, exact },
      cause: { kind: 'unknown', reason: 'no_data' },
    })),
    ...{ segment: null, coverage: 1, dimensions: [], signals: [], marks: [] },
  }) as const satisfies HealthScore;

/** By the portal's clock on the first of May. */
const LEFT: HealthScore = { state: 'not_customer', reason: 'churned', leftAt: Date.UTC(2026, 3, 30, 22, 30) };

function resultOf(
  ...taken: (readonly [name: string, before: HealthScore, after: HealthScore, revenue: number | null])[]
) {
  const preview = makePublishPreview({ before: BANDS, after: BANDS });
  taken.forEach(([name, before, after, yearlyRevenue], place) => {
    preview.take({ id: String(place + 1), name, before, after, yearlyRevenue });
  });
  return {
    ...{ asOf: Date.UTC(2026, 5, 15), timeZone: 'Europe/Rome', currency: 'EUR', uiDomain: 'app-eu1.hubspot.com' },
    models: { before: MODEL, after: MODEL },
    bands: { before: BANDS, after: BANDS },
    figures: preview.figures(),
    unread: { signals: [], deciding: [] },
  } satisfies PreviewResult;
}

const ADMIN: PreviewReader = { locale: 'en', portalId: portalId(7), seesAmounts: true, seesPortfolio: true };

function read(result: PreviewResult, reader: Partial<PreviewReader> = {}): PublishPreview {
  const state = wordPreview({ state: 'ready', revision: 3, result }, { ...ADMIN, ...reader });
  expect(state).toMatchObject({ state: 'ready', revision: 3, done: null, of: null, failure: null });
  if (state.result === null) throw new Error('It is ready.');
  return state.result;
}

const RICH = resultOf(
  ['Rich', at(70), at(60), 98_765],
  ['Poor', at(90), at(10), 1_234],
  ['Unknown', at(99), at(5), null],
);

describe('a preview', () => {
  test('tells amounts, and ranks by them, for who may see them', () => {
    const { moves, revenue, notes } = read(RICH);
    expect(moves.map(({ name, revenue: yearly }) => [name, yearly])).toEqual([
      ['Rich', '€98,765'],
      ['Poor', '€1,234'],
      ['Unknown', null],
    ]);
    expect(revenue?.[0]).toEqual({ status: 'healthy', before: '€99,999', after: '€0' });
    expect(notes).toEqual(['Yearly revenue is known of 2 of 3 customers.']);
  });

  test('keeps amounts back from others, and the order by them', () => {
    const hidden = read(RICH, { seesAmounts: false });
    expect(hidden.moves.map(({ name }) => name)).toEqual(['Unknown', 'Poor', 'Rich']);
    expect(hidden).toMatchObject({ revenue: null, notes: [] });
    expect(JSON.stringify(hidden)).not.toMatch(/€|98.?765|1.?234/);
  });

  test('names nobody to who may not see the portfolio; the counts stay', () => {
    const { moves, moreMoves, worsened, notes } = read(RICH, { seesPortfolio: false });
    expect({ moves, moreMoves, worsened }).toEqual({ moves: [], moreMoves: 3, worsened: 3 });
    expect(notes.at(-1)).toBe('You may see how many companies move, but not which.');
  });

  test('counts those that it does not tell, and cuts a name that is very long', () => {
    const move = [at(70), at(60), null] as const;
    const many = resultOf(
      ['x'.repeat(300), ...move],
      ...Array.from({ length: 101 }, () => ['Alder', ...move] as const),
    );
    const { moves, moreMoves, worsened } = read(many);
    expect([moves.length, moreMoves, worsened]).toEqual([100, 2, 102]);
    expect(moves.find(({ name }) => name.startsWith('x'))?.name).toBe(`${'x'.repeat(199)}…`);
    expect(read(many, { seesPortfolio: false }).moreMoves).toBe(102);
  });

  test('sums revenue only where it is known of at least half', () => {
    const few = resultOf(['A', at(70), at(60), 5], ['B', at(70), at(60), null], ['C', at(70), at(60), null]);
    expect(read(few).revenue).toBeNull();
    expect(read(resultOf(['A', at(70), at(60), 5], ['B', at(70), at(60), null])).revenue).not.toBeNull();
    expect(read(resultOf()).revenue).toBeNull();
  });

  test('tells the three largest rows by name, the others together: a cap and a hold too', () => {
    const after = at(50, [
      ['overdue_balance', 'billing', 9],
      ['long_overdue', null, 4],
      ['source_gained', null, 3],
      ['nps', 'sentiment', 5],
      ['my_own_cap', null, 2],
    ]);
    const { moves } = read(resultOf(['A', at(73, [['csat', 'sentiment', 0]]), after, null]));
    expect(moves[0]?.why).toEqual([
      'Overdue invoices (-9)',
      'NPS (-5)',
      'Long overdue invoice (-4)',
      '2 more changes (-5)',
    ]);
    const few = at(60, [
      ['source_gained', null, 8],
      ['my_own_cap', null, 5],
    ]);
    const [one] = read(resultOf(['A', at(73, [['csat', 'sentiment', 0]]), few, null])).moves;
    expect(one?.why).toEqual(['A source that is new (-8)', 'Limit of the model (-5)']);
  });

  test('calls a signal that the draft takes out by the name that it has until now', () => {
    const mapped = { object: 'companies', property: 'logins', kind: 'number', label: { en: 'Logins' } } as const;
    const entry = {
      ...{ weight: 1, whenUnknown: 'skip', settings: {}, mapped: { ...mapped, windowDays: 30 } },
      curve: [
        [0, 0],
        [9, 100],
      ],
    } satisfies Model['dimensions'][string]['signals'][string];
    const result = resultOf(['A', at(60, [['logins', 'usage', 9]]), at(69), null]);
    const before = { ...MODEL, dimensions: { ...MODEL.dimensions, usage: { weight: 1, signals: { logins: entry } } } };
    expect(read({ ...result, models: { before, after: MODEL } }).moves[0]?.why).toEqual(['Logins (+9)']);
  });

  test('tells why somebody is no customer, or was none', () => {
    const { moves } = read(resultOf(['Left', at(70), LEFT, null], ['Back', LEFT, at(70), null]));
    const told = 'Not a customer any more, since May 1, 2026.';
    expect(moves.map(({ name, why }) => [name, why.map((text) => text.slice(0, text.indexOf('.') + 1))])).toEqual([
      ['Left', [`With the draft: ${told}`]],
      ['Back', [`Until now: ${told}`]],
    ]);
  });

  test('words each side by the model that it is of', () => {
    const none: HealthScore = { state: 'not_customer', reason: 'no_purchase_or_stage' };
    const months = (purchaseWithinMonths: number) => ({
      ...MODEL,
      eligibility: { ...MODEL.eligibility, purchaseWithinMonths },
    });
    const result = resultOf(['Back', none, at(70), null], ['Left', at(70), none, null]);
    const { moves } = read({ ...result, models: { before: months(7), after: months(5) } });
    expect(moves.flatMap(({ why }) => why).toSorted()).toEqual([
      expect.stringMatching(/^Until now: .*\b7 months/),
      expect.stringMatching(/^With the draft: .*\b5 months/),
    ]);
  });

  test('names the thresholds that the draft comes to where it asks for no fixed ones', () => {
    const result = resultOf(['A', at(70), at(72), null]);
    const after: Model = { ...MODEL, bands: { ...MODEL.bands, by: 'quartiles' } };
    const bands = { before: BANDS, after: { atRiskFrom: 40, healthyFrom: 71 } };
    const told = 'With the draft, by all scores: healthy from 71 on, at risk from 40 on.';
    expect(read({ ...result, bands, models: { before: MODEL, after } }).notes).toContain(told);
    expect(read({ ...result, bands }).notes).not.toContain(told);
  });

  test('where nobody moves there is nobody whose name is kept back', () => {
    const { notes } = read(resultOf(['A', at(70), at(72), null]), { seesPortfolio: false });
    expect(notes).toContain('No company changes its status.');
    expect(notes).not.toContain('You may see how many companies move, but not which.');
  });

  test.each([
    ['points', '98,765 points'],
    ['', '98,765'],
  ])('tells amounts in a currency that is none: “%s”', (currency, amount) => {
    expect(read({ ...RICH, currency }).moves[0]?.revenue).toBe(amount);
  });

  test('is in the reader’s language, with the company’s page and no raw date', () => {
    for (const locale of Object.keys(CATALOGUES)) {
      const { moves, notes } = read(
        resultOf(['', at(70, [['nps', 'sentiment', 1]]), at(60), null], ['X', at(80), at(81), 1]),
        {
          locale,
        },
      );
      expect(moves[0]?.url).toBe('https://app-eu1.hubspot.com/contacts/7/record/0-2/1');
      expect(moves[0]?.name).toBe(CATALOGUES[locale]?.['preview.nameless']);
      expect(notes).toHaveLength(2);
      for (const text of notes) expect(text).not.toMatch(/[{}]|\d{4}-\d{2}|undefined/);
    }
  });

  test('says how far it is, and why there is none', () => {
    const running = { state: 'running', revision: 2, done: 40, of: 200 } as const;
    expect(wordPreview(running, ADMIN)).toEqual({ ...running, result: null, failure: null });
    const failed = { state: 'failed', revision: 2, failure: 'error' } as const;
    expect(wordPreview(failed, { ...ADMIN, locale: 'it' }).failure).toMatch(/^L’anteprima non è riuscita/);
  });
});
