/** Rule 8: a mean can hide a fire. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signalOf } from '../../../src/scoring/model-signals.ts';
import { AS_OF, CONNECTED } from '../arbitrary-account.ts';
import { anyModel } from './any-model.ts';
import { customer, score, unpaid } from './customers.ts';

it('a score is the mean, or the least that a cap which bites allows: then the cap is a row, of what its signal found', () => {
  const seen = { bitten: 0, idle: 0 };
  fc.assert(
    fc.property(customer, anyModel, (facts, any) => {
      const by = { ...any, minimumCoverage: 0, minimumDimensions: 1, segments: [] };
      const [capped, mean] = [by, { ...by, caps: [] }].map((model) => score(facts, AS_OF, CONNECTED, model));
      if (capped?.state !== 'scored' || mean?.state !== 'scored') return;
      const entries = new Map(Object.values(by.dimensions).flatMap(({ signals }) => Object.entries(signals)));
      const biting = by.caps.filter(({ signal, from }) => {
        const reading = capped.signals.find((one) => one.signal === signal)?.reading;
        const entry = entries.get(signal);
        if (reading?.kind !== 'scored' || entry === undefined) return false;
        return signalOf(signal, entry).better === 'lower' ? reading.raw >= from : reading.raw <= from;
      });
      const least = Math.min(100, ...biting.map(({ scoreAtMost }) => scoreAtMost));
      expect(capped.score).toBe(Math.min(mean.score, least));
      const rows = capped.receipt.filter(({ dimension }) => dimension === null);
      expect(capped.receipt.filter((row) => !rows.includes(row))).toEqual(mean.receipt);
      if (capped.score === mean.score) {
        expect(rows).toEqual([]);
        seen.idle += 1;
        return;
      }
      const [row, ...more] = rows;
      const cap = biting.find(({ key }) => key === row?.key);
      const found = capped.signals.find(({ signal }) => signal === cap?.signal)?.reading;
      expect(more).toEqual([]);
      expect(cap?.scoreAtMost).toBe(least);
      expect(row).toMatchObject({ signal: cap?.signal, pointsLost: mean.score - capped.score });
      expect(row?.cause).toEqual(found?.kind === 'scored' && found.evidence);
      seen.bitten += 1;
    }),
    { numRuns: 120 },
  );
  expect([seen.bitten > 0, seen.idle > 0]).toEqual([true, true]);
});

it('an invoice more than 60 days overdue holds the score at 32 or less by the standard model', () => {
  fc.assert(
    fc.property(customer, fc.integer({ min: 61, max: 300 }), (facts, days) => {
      const health = score({ ...facts, records: [...facts.records, unpaid(days)] });
      if (health.state === 'scored') expect(health.score).toBeLessThanOrEqual(32);
    }),
    { numRuns: 50 },
  );
});
