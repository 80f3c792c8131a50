/** The arbitrary accounts reach what the rules speak of. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import { OBJECT_TYPES } from '../../../src/scoring/object-types.ts';
import { SIGNALS } from '../../../src/scoring/signals/registry.ts';
import { AS_OF, CONNECTED, RUNNING_SINCE } from '../arbitrary-account.ts';
import { customer, score } from './customers.ts';

it('every signal can be read of some of these accounts, now and before the portal was first read', () => {
  const untold = (at: number) => {
    const scored = new Set<string>();
    for (const facts of fc.sample(customer, { numRuns: 1_000, seed: 1 })) {
      const health = score(facts, at);
      for (const { signal, reading } of health.signals) if (reading.kind === 'scored') scored.add(signal);
    }
    return SIGNALS.map(({ key }) => key).filter((key) => !scored.has(key));
  };
  expect(untold(AS_OF)).toEqual([]);
  // By what HubSpot tells only as of today; and of a release that was yet to come.
  const never = ['first_contact_resolution', 'email_engagement', 'contact_survey', 'product_feedback'];
  expect(never).toEqual(expect.arrayContaining(untold(RUNNING_SINCE - 3 * DAY_MS)));
});

it('there are as many object types here as there are', () => {
  expect(Object.keys(CONNECTED.sources)).toEqual([...OBJECT_TYPES]);
});
