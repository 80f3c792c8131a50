import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differs } from '../../src/publish/differs.ts';

const SCORE = 'account_health_score';
const RISK = 'account_health_top_risk';
const SINCE = 'account_health_status_since';
const BILLING = 'account_health_billing_score';

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
  // A dimension's score is a number as well, and an amount.
  [{ [BILLING]: '72' }, { [BILLING]: '72.0' }, false],
  [{ account_health_overdue_amount: '1200.5' }, { account_health_overdue_amount: '1200.50' }, false],
  [{ account_health_overdue_amount: '0' }, { account_health_overdue_amount: '' }, true],
  // Days are compared as days.
  [{ [SINCE]: '2026-11-22' }, { [SINCE]: '2026-11-22' }, false],
  [{ [SINCE]: '2026-11-22' }, { [SINCE]: '1795305600000' }, false],
  [{ [SINCE]: '2026-11-22' }, { [SINCE]: '2026-11-22T00:00:00.000Z' }, false],
  [{ [SINCE]: '2026-11-22' }, { [SINCE]: '2026-11-23' }, true],
  [{ [SINCE]: '2026-11-22' }, { [SINCE]: '1795219200000' }, true],
  [{ [SINCE]: '2026-11-22' }, { [SINCE]: 'soon' }, true],
  [{ [SINCE]: 'later' }, { [SINCE]: 'soon' }, true],
  [{ [SINCE]: '' }, { [SINCE]: '2026-11-22' }, true],
  [{ [SINCE]: '2026-11-22' }, { [SINCE]: '' }, true],
  // Text is compared as text.
  [{ [RISK]: '2026-11-22' }, { [RISK]: '1795305600000' }, true],
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
