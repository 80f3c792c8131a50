/** Rule 5: nothing that is dated later, or was first seen later while its source ran, changes the score at a moment. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import { scoreAt } from '../../../src/scoring/replay.ts';
import { accountFacts } from '../arbitrary-account.ts';
import { withLater } from '../later.ts';
import { anyModel } from './any-model.ts';
import { calendar, customer } from './customers.ts';
import { anyMoment, runningPortal } from './running-portal.ts';

const account = fc.oneof(customer, accountFacts);

it('whatever comes later, of records, of the company, of pulses and of usage, in a portal whose sources ran from different days', () => {
  fc.assert(
    fc.property(
      account,
      accountFacts,
      anyMoment,
      runningPortal,
      anyModel,
      fc.integer(),
      (facts, other, at, portal, model, seed) => {
        const more = withLater(facts, other, at, portal, seed);
        expect(scoreAt(more, at, portal, model, calendar)).toEqual(scoreAt(facts, at, portal, model, calendar));
      },
    ),
    { numRuns: 200 },
  );
});

it('what is added would tell: once it has happened and was seen, many of the scores are others', () => {
  const any = fc.tuple(account, accountFacts, anyMoment, runningPortal, anyModel, fc.integer());
  const changed = fc.sample(any, { numRuns: 200, seed: 3 }).filter(([facts, other, at, portal, model, seed]) => {
    const after = at + 400 * DAY_MS;
    const [is, was] = [withLater(facts, other, at, portal, seed), facts].map((held) =>
      JSON.stringify(scoreAt(held, after, portal, model, calendar)),
    );
    return is !== was;
  });
  expect(changed.length).toBeGreaterThan(100);
});
