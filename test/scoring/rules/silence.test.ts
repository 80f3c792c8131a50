/** Rule 4: silence is not consent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_TYPES } from '../../../src/scoring/object-types.ts';
import { SIGNALS } from '../../../src/scoring/signals/registry.ts';
import { AS_OF, CONNECTED } from '../arbitrary-account.ts';
import { anyModel } from './any-model.ts';
import { customer, model, score } from './customers.ts';

describe('silence is not consent', () => {
  const ofRecords = SIGNALS.filter(({ connectedBy }) => ACTIVITY_TYPES.some((type) => connectedBy[type] !== undefined));
  it.each(ofRecords.map((signal) => [signal.key, signal] as const))(
    '%s: an unused channel gives at most the points of silence',
    (key, { connectedBy }) => {
      fc.assert(
        fc.property(customer, anyModel, (facts, any) => {
          const by = { ...any, segments: [] };
          const records = facts.records.filter(({ objectType }) => connectedBy[objectType] === undefined);
          const health = score({ ...facts, records }, AS_OF, CONNECTED, by);
          const reading = health.signals.find(({ signal }) => signal === key)?.reading;
          if (reading?.kind === 'scored') expect(reading.points).toBeLessThanOrEqual(by.silencePoints);
          else expect(reading?.kind).toBe('unknown');
        }),
        { numRuns: 15 },
      );
    },
  );
});

it('no tickets, with tickets connected, are a reading of just the points of silence', () => {
  fc.assert(
    fc.property(customer, (facts) => {
      const records = facts.records.filter(({ objectType }) => objectType !== 'tickets');
      const { signals } = score({ ...facts, records });
      for (const key of ['open_tickets', 'unresolved_complaints'])
        expect(signals.find(({ signal }) => signal === key)?.reading).toMatchObject({
          kind: 'scored',
          points: model.silencePoints,
        });
    }),
    { numRuns: 15 },
  );
});
