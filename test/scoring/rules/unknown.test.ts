/** Rule 3: unknown is not healthy, and not zero. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Model } from '../../../src/scoring/model.ts';
import { OBJECT_TYPES } from '../../../src/scoring/object-types.ts';
import type { PortalContext } from '../../../src/scoring/portal-context.ts';
import { NOT_CONNECTED } from '../../../src/scoring/signal.ts';
import { SIGNALS } from '../../../src/scoring/signals/registry.ts';
import { AS_OF, CONNECTED } from '../arbitrary-account.ts';
import { anyModel } from './any-model.ts';
import { anyPortal } from './any-portal.ts';
import { customer, debtor, model, score, withSentiment } from './customers.ts';

/** Of the dimensions of a model: weight times the known share of what is connected, over the weights. */
function expectedCoverage({ signals }: ReturnType<typeof score>, { dimensions }: Model): number {
  let [known, all] = [0, 0];
  for (const [key, { weight, signals: entries }] of Object.entries(dimensions)) {
    const own = signals.filter(({ dimension }) => dimension === key);
    const weightOf = (list: typeof own) => list.reduce((sum, { signal }) => sum + (entries[signal]?.weight ?? 0), 0);
    const connected = weightOf(
      own.filter(({ reading }) => reading.kind === 'scored' || !NOT_CONNECTED.has(reading.reason)),
    );
    if (connected === 0) continue;
    known += (weight * weightOf(own.filter(({ reading }) => reading.kind === 'scored'))) / connected;
    all += weight;
  }
  return all === 0 ? 0 : known / all;
}

it('coverage is the known share of what is connected; below the model’s minimum, or of too few dimensions, there is no score', () => {
  const states = new Set<string>();
  fc.assert(
    fc.property(customer, anyModel, anyPortal, (facts, any, portal) => {
      const by = { ...any, segments: [] };
      const health = score(facts, AS_OF, portal, by);
      expect(health.coverage).toBeGreaterThanOrEqual(0);
      expect(health.coverage).toBeLessThanOrEqual(1 + 1e-9);
      if (health.state === 'unknown' && health.reason === 'no_facts') return;
      states.add(health.state === 'scored' ? health.state : health.reason);
      const coverage = expectedCoverage(health, by);
      expect(health.coverage).toBeCloseTo(coverage, 9);
      const known = health.dimensions.filter(({ weight, coverage: own }) => weight > 0 && own > 0).length;
      if (Math.abs(coverage - by.minimumCoverage) < 1e-6) return;
      const enough = coverage > by.minimumCoverage && known >= by.minimumDimensions;
      expect(health.state).toBe(enough ? 'scored' : 'unknown');
      if (health.state === 'unknown')
        expect(health.reason).toBe(coverage < by.minimumCoverage ? 'low_coverage' : 'few_dimensions');
    }),
    { numRuns: 150 },
  );
  expect([...states].toSorted()).toEqual(['few_dimensions', 'low_coverage', 'scored']);
});

it('a signal without data counts as its model says: as if it were not there, as 50 points, or as 0', () => {
  const counted = { neutral: 0, penalise: 0 };
  fc.assert(
    fc.property(customer, anyModel, anyPortal, (facts, any, portal) => {
      const by = { ...any, segments: [], caps: [] };
      const health = score(facts, AS_OF, portal, by);
      if (health.state !== 'scored') return;
      for (const { signal, dimension, reading } of health.signals) {
        const entry = by.dimensions[dimension]?.signals[signal];
        if (reading.kind === 'scored' || entry === undefined) continue;
        const row = health.receipt.find(({ key }) => key === signal);
        if (entry.whenUnknown === 'skip' || entry.weight === 0) expect([signal, row]).toEqual([signal, undefined]);
        else if (row !== undefined) {
          expect(row.cause).toEqual(reading);
          counted[entry.whenUnknown] += 1;
        }
      }
      // Dimensions without anything that counts have no score, and others the mean of what does.
      for (const { key, score: shown } of health.dimensions) {
        const own = health.signals.filter(({ dimension }) => dimension === key);
        const parts = own.flatMap(({ signal, reading }) => {
          const { weight = 0, whenUnknown = 'skip' } = by.dimensions[key]?.signals[signal] ?? {};
          const points =
            reading.kind === 'scored' ? reading.points : { skip: null, neutral: 50, penalise: 0 }[whenUnknown];
          return points === null || weight === 0 ? [] : [{ weight, points }];
        });
        const weight = parts.reduce((sum, part) => sum + part.weight, 0);
        const mean = parts.reduce((sum, part) => sum + part.weight * part.points, 0) / weight;
        if (parts.length === 0) expect(shown).toBeNull();
        else expect(shown).toBeCloseTo(mean, 6);
      }
    }),
    { numRuns: 80 },
  );
  expect([counted.neutral > 0, counted.penalise > 0]).toEqual([true, true]);
});

it('a customer with no facts at all is unknown', () => {
  fc.assert(
    fc.property(customer, (facts) => {
      const nothing = withSentiment({ ...facts, records: [], pulses: [], usage: [] }, null);
      expect(score(nothing)).toMatchObject({
        state: 'unknown',
        reason: 'no_facts',
        coverage: 0,
        dimensions: expect.not.arrayContaining([expect.objectContaining({ score: expect.any(Number) })]),
      });
    }),
    { numRuns: 20 },
  );
});

it('a source that the portal lacks leaves the denominator of coverage, one that is silent about the account does not', () => {
  const facts = debtor;
  const lacked = ['emails', 'contacts', 'calls', 'meetings', 'communications'] as const;
  const without = {
    ...CONNECTED,
    sources: {
      ...CONNECTED.sources,
      ...Object.fromEntries(
        lacked.map((type) => [type, { ...CONNECTED.sources[type], firstRecordAt: null, filledSince: {} }]),
      ),
    },
  };
  const [all, fewer] = [score(facts), score(facts, AS_OF, without)];
  expect(fewer.coverage).toBeGreaterThan(all.coverage);
  const fed = (key: string) => Object.keys(SIGNALS.find((signal) => signal.key === key)?.connectedBy ?? {});
  const unfed = fewer.signals.filter(
    ({ signal }) => fed(signal).length > 0 && fed(signal).every((type) => lacked.some((one) => one === type)),
  );
  expect(unfed.map(({ signal }) => signal)).toEqual(
    expect.arrayContaining(['email_engagement', 'two_way_contact', 'contact_breadth', 'meetings_held']),
  );
  expect(unfed.map(({ reading }) => reading)).toEqual(
    unfed.map(() => expect.objectContaining({ kind: 'unknown', reason: 'not_connected' })),
  );
});

it('a coverage of exactly the minimum is enough, though the shares of weights come out a hair below', () => {
  const curveOf = new Map(Object.values(model.dimensions).flatMap(({ signals }) => Object.entries(signals)));
  const dimension = (weight: number, weights: Record<string, number>): Model['dimensions'][string] => ({
    weight,
    signals: Object.fromEntries(
      Object.entries(weights).map(([key, own]) => {
        const entry = curveOf.get(key);
        if (entry === undefined) throw new Error(`The standard model lacks ${key}.`);
        return [key, { ...entry, weight: own }];
      }),
    ),
  });
  // The first signal of each is known, the second is not: (25 * 2/5 + 20 * 1/3 + 20 * 2/3 + 0) / 75.
  const dimensions = {
    a: dimension(25, { open_tickets: 2, pulse: 3 }),
    b: dimension(20, { unresolved_complaints: 1, payment_habit: 2 }),
    c: dimension(20, { overdue_balance: 2, email_engagement: 1 }),
    d: dimension(10, { renewal_outcome: 1 }),
  };
  const health = score(debtor, AS_OF, CONNECTED, { ...model, dimensions });
  expect(health).toMatchObject({ state: 'scored', coverage: expect.closeTo(0.4, 9) });
});

it('a source that was lost counts for no signal, whatever it told before', () => {
  const activity = fc.constantFrom(...OBJECT_TYPES.filter((type) => type !== 'companies'));
  fc.assert(
    fc.property(customer, activity, (facts, lost) => {
      const portal: PortalContext = {
        ...CONNECTED,
        sources: { ...CONNECTED.sources, [lost]: { ...CONNECTED.sources[lost], blocked: 'scope_missing' } },
      };
      const without = { ...facts, records: facts.records.filter(({ objectType }) => objectType !== lost) };
      const [had, never] = [score(facts, AS_OF, portal), score(without, AS_OF, portal)];
      expect(had.signals).toEqual(never.signals);
    }),
    { numRuns: 80 },
  );
});
