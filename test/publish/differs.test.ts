import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differs } from '../../src/publish/differs.ts';

const SCORE = 'account_health_score';
const RISK = 'account_health_top_risk';

it.each([
  [{ [SCORE]: '72' }, { [SCORE]: '72' }, false],
  [{ [SCORE]: '72' }, { [SCORE]: '72.0' }, false],
  [{ [SCORE]: '72' }, { [SCORE]: '73' }, true],
  [{ [SCORE]: '0' }, { [SCORE]: null }, true],
  [{ [SCORE]: '0' }, { [SCORE]: '' }, true],
  [{ [SCORE]: '' }, { [SCORE]: '0' }, true],
  [{ [SCORE]: '' }, { [SCORE]: null }, false],
  [{ [SCORE]: '' }, { [SCORE]: '' }, false],
  [{ [SCORE]: '' }, {}, false],
  [{ [SCORE]: '' }, undefined, false],
  [{ [SCORE]: '72' }, undefined, true],
  // Text is compared as text.
  [{ [RISK]: '72' }, { [RISK]: '72.0' }, true],
  [{ [RISK]: 'a' }, { [RISK]: 'a', [SCORE]: '5' }, false],
  [{ [SCORE]: '72', [RISK]: 'a' }, { [SCORE]: '72', [RISK]: 'b' }, true],
])('%j against %j: %s', (values, shown, expected) => {
  expect(differs(values, shown)).toBe(expected);
});

it('finds values equal to themselves, however their number is written', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100, max: 100 }),
      fc.string(),
      fc.integer({ min: 1, max: 4 }),
      (score, risk, digits) => {
        const shown = { [SCORE]: score.toFixed(digits), [RISK]: risk };
        expect(differs({ [SCORE]: String(score), [RISK]: risk }, shown)).toBe(false);
        expect(differs({ [SCORE]: String(score + 1), [RISK]: risk }, shown)).toBe(true);
      },
    ),
  );
});
