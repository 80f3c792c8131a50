import { describe, expect, it } from 'vitest';
import { BACKGROUND } from '../../src/hubspot/call-order.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import { makeWorkload, type Workload } from '../../src/sync/workload.ts';

/** 1,000 records a second by list, and as many by search. */
const BUDGETS = {
  general: { used: 0, limit: 100 },
  search: { used: 0, limit: 5 },
  associations: { used: 0, limit: 100 },
};

/** Records a second of a chain of pages. */
const chain = (records: number, perSecond: number) => ({ records, listPerMs: perSecond / 1_000 });
const ANYWHERE = Number.POSITIVE_INFINITY;
const NEEDED = ['companies', 'deals', 'tickets', 'invoices', 'feedback_submissions', 'subscriptions'] as const;
const PLAN = readPlan(SIGNALS).filter(({ objectType, bulk }) => bulk || NEEDED.some((type) => type === objectType));
const make = () => makeWorkload(PLAN, () => BUDGETS);

/** Type names, the most urgent first; those in the background are left out. */
const urgent = (workload: Workload, way: 'list' | 'search') =>
  [...NEEDED, 'contacts' as const, 'emails' as const]
    .map((type) => ({ type, priority: workload.priority(type, way) }))
    .filter(({ priority }) => priority !== BACKGROUND)
    .toSorted((a, b) => a.priority - b.priority)
    .map(({ type }) => type);

describe('types that first scores need', () => {
  it('come first; the others stay in the background until those are read', () => {
    const workload = make();
    workload.tell('emails', { records: 50_000, listPerMs: ANYWHERE });
    expect(urgent(workload, 'list')).toEqual(NEEDED);
    expect(urgent(workload, 'search')).toEqual(NEEDED);
    for (const type of NEEDED) workload.end(type);
    expect(urgent(workload, 'search')).toEqual([...NEEDED, 'contacts', 'emails']);
  });
});

describe('a chain of pages', () => {
  it('goes on all the time once it would take longer than all there is at full speed', () => {
    const workload = make();
    // 40 s at least for all; 39 s by its list alone.
    workload.tell('deals', chain(70_250, 9_999));
    workload.tell('contacts', chain(9_750, 250));
    expect(urgent(workload, 'list')).toEqual(NEEDED);
    workload.tell('deals', chain(68_000, 9_999));
    expect(urgent(workload, 'list')[0]).toBe('contacts');
    // It needs no searches: these go to the first scores.
    expect(urgent(workload, 'search')).toEqual(NEEDED);
  });
});

describe('searches', () => {
  it('are a type’s own once it could not end in time otherwise', () => {
    const workload = make();
    // 46.9 s in time: 11,730 by its list, which leaves 38,270 of 46,920 searched ones.
    workload.tell('emails', chain(50_000, 250));
    workload.tell('deals', chain(42_000, 9_999));
    expect(urgent(workload, 'search')).toEqual(NEEDED);
    // 38.8 s in time: 40,310 must be searched for.
    workload.tell('deals', chain(26_000, 9_999));
    expect(urgent(workload, 'search')).toEqual(['emails']);
  });

  it('go first to the type that its list alone would take longest to read, and to what no list gives any more', () => {
    const workload = make();
    workload.tell('contacts', chain(20_000, 250));
    workload.tell('emails', chain(50_000, 250));
    workload.tell('tickets', { records: 500, listPerMs: 0 });
    expect(urgent(workload, 'search')).toEqual(['tickets', 'emails', 'contacts']);
  });
});
