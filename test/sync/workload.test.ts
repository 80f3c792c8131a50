import { expect, it } from 'vitest';
import { makeWorkload } from '../../src/sync/workload.ts';

/** 1,000 records a second by list, and as many by search. */
const BUDGETS = {
  general: { used: 0, limit: 100 },
  search: { used: 0, limit: 5 },
  associations: { used: 0, limit: 100 },
};

it('a type is critical once the others would be done before it, were all searches its own', () => {
  const workload = makeWorkload(() => BUDGETS);
  expect(workload.isCritical('emails')).toBe(false);
  // 250 records a second by its list: 40 s with all searches, and a margin: 46 s. Both budgets read 92,000 records in that time.
  workload.tell('emails', 50_000, 400);
  workload.tell('deals', 42_100, 400);
  expect(workload.isCritical('emails')).toBe(false);
  workload.tell('deals', 41_900, 400);
  expect(workload.isCritical('emails')).toBe(true);
  expect(workload.isCritical('deals')).toBe(false);
});

it('a list that is not bound to a chain, or as fast as the limit, makes nothing critical before it is all there is', () => {
  const workload = makeWorkload(() => BUDGETS);
  workload.tell('emails', 50_000, 0);
  expect(workload.isCritical('emails')).toBe(false);
  workload.tell('emails', 50_000, 100);
  workload.tell('deals', 10_000, 100);
  expect(workload.isCritical('emails')).toBe(false);
  workload.tell('deals', 0, 0);
  expect(workload.isCritical('emails')).toBe(true);
});
