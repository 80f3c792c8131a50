import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOffSeason, possibleSeasonDays, seasonalSilenceDays } from '../../src/scoring/season.ts';

const YEAR = 365;
/** Days of purchases in seasons that begin on the same day of each year, each at the given days after its beginning. */
const seasons = (within: readonly number[], ...years: readonly number[]) =>
  years.flatMap((year) => within.map((day) => year * YEAR + day));

const SUMMER = [150, 170, 190, 210, 230];
const THREE_SUMMERS = seasons(SUMMER, 0, 1, 2);
const THIRD = 2 * YEAR;

describe('the silence that is the season’s', () => {
  it.each([
    ['in the season', THIRD + 200, 0],
    ['on its last day', THIRD + 230, 0],
    ['a day later', THIRD + 231, 1],
    ['half way to the next', THIRD + 400, 170],
    ['on the day when the next begins', THIRD + YEAR + 150, 285],
    ['the next is 29 days late', THIRD + YEAR + 179, 314],
    ['it is 30 days late: missed', THIRD + YEAR + 180, 0],
    ['two years later', THIRD + 2 * YEAR + 400, 0],
  ])('%s', (_name, today, expected) => {
    expect(seasonalSilenceDays(THREE_SUMMERS, today)).toBe(expected);
  });

  it.each<[string, readonly number[], number, number]>([
    ['no purchase', [], 1_000, 0],
    ['one', [10], 1_000, 0],
    ['two seasons alone are not two years', seasons(SUMMER, 1, 2), THIRD + 400, 0],
    ['a year-round buyer', Array.from({ length: 36 }, (_, month) => month * 30), 1_150, 0],
    ['once a year is a rhythm, and no season', seasons([150], 0, 1, 2, 3), 3 * YEAR + 400, 0],
    ['it bought at this time last year', [...THREE_SUMMERS, YEAR + 360].toSorted((a, b) => a - b), THIRD + 400, 40],
    [
      'it bought at this time the year before that, a little earlier',
      [...THREE_SUMMERS, 300].toSorted((a, b) => a - b),
      THIRD + 400,
      100,
    ],
    ['the season of last year was missed', seasons(SUMMER, 0, 2), THIRD + 400, 0],
    // 100 days between the last of one season and the first of the next: long enough, but hardly longer than usual.
    ['a silence of fewer than two usual gaps', seasons([0, 88, 176, 265], 0, 1, 2), THIRD + 340, 0],
    ['a silence of 89 days', seasons([0, 30, 60, 90, 120, 150, 180, 210, 240, 276], 0, 1, 2), THIRD + 300, 0],
    ['a silence of 90 days', seasons([0, 30, 60, 90, 120, 150, 180, 210, 240, 275], 0, 1, 2), THIRD + 300, 25],
  ])('%s', (_name, days, today, expected) => {
    expect(seasonalSilenceDays(days, today)).toBe(expected);
  });

  it('is the shorter of both years’', () => {
    const days = [...seasons(SUMMER, 0), ...seasons([...SUMMER, 260], 1), ...seasons(SUMMER, 2)];
    expect(seasonalSilenceDays(days, THIRD + 400)).toBe(140);
    expect(seasonalSilenceDays([...seasons([...SUMMER, 260], 0), ...seasons(SUMMER, 1, 2)], THIRD + 400)).toBe(140);
  });
});

describe('an account in its off-season', () => {
  it.each([
    ['89 days of silence', THIRD + 319, false],
    ['90', THIRD + 320, true],
    ['the next season is 29 days late', THIRD + YEAR + 179, true],
    ['missed', THIRD + YEAR + 180, false],
  ])('%s', (_name, today, expected) => {
    expect(isOffSeason(THREE_SUMMERS, today)).toBe(expected);
  });

  it.each([
    ['29 days sooner than before', 29, true],
    ['30', 30, true],
    ['31', 31, false],
  ])('that fell silent %s', (_name, sooner, expected) => {
    const days = [...seasons(SUMMER, 0, 1), ...SUMMER.map((day) => THIRD + day - sooner)];
    expect(isOffSeason(days, THIRD + 400)).toBe(expected);
  });

  it('is not one that bought a single time after its last season', () => {
    expect(isOffSeason([...THREE_SUMMERS, THIRD + 380], THIRD + 400)).toBe(false);
    expect(isOffSeason([], 0)).toBe(false);
  });
});

describe('a possible season', () => {
  const one = seasons(SUMMER, 0);
  it.each<[string, readonly number[], number, number | null]>([
    ['89 days of silence', one, 319, null],
    ['90', one, 320, 81],
    ['as long as the next may begin', one, YEAR + 179, 81],
    ['it is 30 days late: missed', one, YEAR + 180, null],
    ['it fell silent again after a second season', seasons(SUMMER, 0, 1), YEAR + 400, 81],
    ['in the second season', seasons(SUMMER, 0, 1), YEAR + 232, 81],
    ['in the midst of it, as before', [...one, YEAR + 150, YEAR + 170], YEAR + 175, 81],
    ['its second season ended 30 days sooner than the first', [...one, ...SUMMER.map((day) => day + 335)], 700, 111],
    ['it stopped in the midst of the second season, 29 days ago', [...one, YEAR + 150], YEAR + 219, 81],
    ['30 days ago', [...one, YEAR + 150], YEAR + 220, null],
    ['two years: it can be told', seasons(SUMMER, 0, 1), 2 * YEAR + 150, null],
    ['a day less', seasons(SUMMER, 0, 1), 2 * YEAR + 149, 81],
    ['three days of purchases say nothing', one.slice(0, 3), 400, null],
    ['four do', one.slice(0, 4), 400, 61],
    ['over half of the year', [0, 60, 120, 182], 350, null],
    ['over just half of it', [0, 60, 120, 181], 350, 182],
    ['it once bought in the other half', [...one, 380], 450, null],
    ['it bought in the other half a year later', [...one, 2 * YEAR + 10], 2 * YEAR + 30, null],
    ['over the turn of the year', [300, 330, 360, 390], 500, 91],
    ['silent for less than two usual gaps', [0, 60, 120, 180], 299, null],
    ['silent for two usual gaps', [0, 60, 120, 180], 300, 181],
    ['no purchase', [], 400, null],
  ])('%s', (_name, days, today, expected) => {
    expect(possibleSeasonDays(days, today)).toBe(expected);
  });
});

const anyDays = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_500 }), { minLength: 1, maxLength: 40, size: 'max' })
  .map((days) => days.toSorted((a, b) => a - b));
/** What is bought in a season, some days after its beginning. */
const anySeason = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 4, maxLength: 12, size: 'max' });
const anySeasons = fc
  .array(anySeason, { minLength: 3, maxLength: 5 })
  .map((list) => list.map((within, year) => within.map((day) => day + year * YEAR).toSorted((a, b) => a - b)));
const anyDay = fc.integer({ min: 0, max: 2_500 });

const usualGap = (days: readonly number[]) => ((days.at(-1) ?? 0) - (days[0] ?? 0)) / (days.length - 1);

describe('whatever was bought', () => {
  it('silence beyond the season’s never falls as it lasts', () => {
    const seasonal = anySeasons.map((list) => list.flat());
    fc.assert(
      fc.property(fc.oneof(anyDays, seasonal), (days) => {
        const last = days.at(-1) ?? 0;
        const beyond = Array.from({ length: 800 }, (_, silence) => silence - seasonalSilenceDays(days, last + silence));
        expect(beyond).toEqual(beyond.toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  it('no silence of a year and a month is a season’s, and none that began before two years of purchases', () => {
    fc.assert(
      fc.property(anyDays, anyDay, (days, after) => {
        const today = (days.at(-1) ?? 0) + after;
        const allowed = seasonalSilenceDays(days, today);
        expect(allowed).toBeGreaterThanOrEqual(0);
        if (after >= YEAR + 30 || today - (days[0] ?? 0) < 2 * YEAR) expect(allowed).toBe(0);
        expect(isOffSeason(days, today) && possibleSeasonDays(days, today) !== null).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a season left out never makes more of the silence the season’s by the same rhythm, and once it is due none', () => {
    let allowedOften = 0;
    fc.assert(
      fc.property(anySeasons, fc.nat({ max: 4 }), fc.integer({ min: 0, max: 364 }), (list, left, day) => {
        const today = (list.length - 1) * YEAR + 120 + day;
        const silence = (bought: readonly number[]) => today - (bought.at(-1) ?? 0);
        const all = list.flat();
        const missing = list.filter((_, year) => year !== left % list.length).flat();
        const beyond = (bought: readonly number[]) => silence(bought) - seasonalSilenceDays(bought, today);
        if (seasonalSilenceDays(all, today) > 0) allowedOften += 1;
        // A shorter usual gap makes a lull of a shorter silence.
        if (usualGap(missing) >= usualGap(all)) expect(beyond(missing)).toBeGreaterThanOrEqual(beyond(all));
        if (left % list.length === list.length - 1 && day >= 30) expect(beyond(missing)).toBe(silence(missing));
      }),
      { numRuns: 1_000 },
    );
    expect(allowedOften).toBeGreaterThan(300);
  });

  it('seasons that repeat are told at any time of the year, and cost nothing', () => {
    fc.assert(
      fc.property(anySeason, fc.integer({ min: 0, max: 244 }), (within, after) => {
        const days = seasons(
          within.toSorted((a, b) => a - b),
          0,
          1,
          2,
        );
        const silence = Math.min(after, (days[0] ?? 0) + 3 * YEAR - (days.at(-1) ?? 0));
        const today = (days.at(-1) ?? 0) + silence;
        // More of it where a lull within the season has just ended: a return may be late.
        expect(seasonalSilenceDays(days, today)).toBeGreaterThanOrEqual(silence);
      }),
      { numRuns: 500 },
    );
  });
});
