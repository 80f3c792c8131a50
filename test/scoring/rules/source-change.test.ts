/** Rule 3, its last sentence: a source's gain or loss is a cause of its own, and alone never moves an account to healthy. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../src/scoring/bands.ts';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import type { AccountFacts } from '../../../src/scoring/facts.ts';
import { type Model, modelSchema } from '../../../src/scoring/model.ts';
import type { PortalContext } from '../../../src/scoring/portal-context.ts';
import { withoutChanges } from '../../../src/scoring/source-change.ts';
import { AS_OF } from '../arbitrary-account.ts';
import { anyModel } from './any-model.ts';
import { anyPortal, anyType, beforeGain, changedPortal, ESTABLISHED, losing, withSource } from './any-portal.ts';
import { calendar, customer, debtor, model, score, unpaid, withSentiment } from './customers.ts';

/** Models by which there is a score, whatever little is known. */
const lenient = anyModel.map((model): Model => ({ ...model, minimumCoverage: 0, minimumDimensions: 1, segments: [] }));

/** The model by which the account, when nothing holds it, is just healthy in the portal: whatever takes it a point lower shows. */
function strict(by: Model, facts: AccountFacts, portal: PortalContext): Model {
  const free = score(facts, AS_OF, withoutChanges(portal), by);
  const healthyFrom = free.state === 'scored' ? Math.max(1, free.score) : 66;
  return { ...by, bands: { by: 'fixed', atRiskFrom: 0, healthyFrom } };
}

const isHealthy = (facts: AccountFacts, portal: PortalContext, by: Model) => {
  const health = score(facts, AS_OF, portal, by);
  return health.state === 'scored' && health.status === 'healthy';
};
const isHeld = (facts: AccountFacts, portal: PortalContext, by: Model) => {
  const health = score(facts, AS_OF, portal, by);
  return health.state === 'scored' && health.receipt.some(({ key }) => key.startsWith('source_'));
};

describe('with nothing changed but a source, whoever was not healthy is not', () => {
  it('by its loss', () => {
    let held = 0;
    fc.assert(
      fc.property(customer, lenient, changedPortal, anyType, (facts, any, portal, type) => {
        if (portal.sources[type].blocked !== null) return;
        const after = losing(portal, type, AS_OF);
        const by = strict(any, facts, after);
        if (isHealthy(facts, portal, by)) return;
        expect(isHealthy(facts, after, by)).toBe(false);
        if (isHeld(facts, after, by) && !isHeld(facts, portal, by)) held += 1;
      }),
      { numRuns: 600 },
    );
    expect(held).toBeGreaterThan(0);
  });

  it.each(['unread', 'none'] as const)('by its gain, where before there was %s', (why) => {
    let held = 0;
    fc.assert(
      fc.property(customer, lenient, changedPortal, anyType, (facts, any, portal, type) => {
        if (portal.sources[type].blocked !== null) return;
        const { regained: _, ...source } = portal.sources[type];
        const before = beforeGain({ ...portal, sources: { ...portal.sources, [type]: source } }, facts, type, why);
        const came = why === 'unread' ? { firstReadAt: AS_OF } : { firstRecordAt: AS_OF };
        const after = { ...portal, sources: { ...portal.sources, [type]: { ...source, ...came } } };
        const by = strict(any, facts, after);
        if (isHealthy(before.facts, before.portal, by)) return;
        expect(isHealthy(facts, after, by)).toBe(false);
        if (isHeld(facts, after, by)) held += 1;
      }),
      { numRuns: 120 },
    );
    expect(held).toBeGreaterThan(0);
  });

  it('by its return, but for those who were healthy when it was lost', () => {
    let [held, restored] = [0, 0];
    fc.assert(
      fc.property(customer, lenient, anyType, fc.integer({ min: 1, max: 20 }), (facts, any, type, days) => {
        const lostAt = AS_OF - days * DAY_MS;
        // What held it since the loss is lifted with it: it must be healthy without the source, or have been with it.
        const before = withoutChanges(losing(ESTABLISHED, type, lostAt));
        const after = withSource(ESTABLISHED, type, { regained: { lostAt, at: AS_OF } });
        const by = strict(any, facts, after);
        const then = score(facts, lostAt, ESTABLISHED, by);
        const was = then.state === 'scored' && then.status === 'healthy';
        if (isHealthy(facts, before, by)) return;
        const is = isHealthy(facts, after, by);
        if (is) {
          expect(was).toBe(true);
          restored += 1;
        } else if (isHeld(facts, after, by)) held += 1;
      }),
      // One in fifty is held.
      { numRuns: 600 },
    );
    expect([held > 0, restored > 0]).toEqual([true, true]);
  });

  it('by the first usage that is posted', () => {
    let held = 0;
    fc.assert(
      fc.property(customer, lenient, changedPortal, (facts, any, portal) => {
        const { usage, ...unused } = portal;
        const after = { ...portal, usage: { days: {}, ...usage, runningSince: AS_OF } };
        const by = strict(any, facts, after);
        if (isHealthy({ ...facts, usage: [] }, unused, by)) return;
        expect(isHealthy(facts, after, by)).toBe(false);
        if (isHeld(facts, after, by) && !isHeld({ ...facts, usage: [] }, unused, by)) held += 1;
      }),
      { numRuns: 480 },
    );
    expect(held).toBeGreaterThan(0);
  });
});

describe('a score that is held', () => {
  it('is the one below healthy, by one row more of the receipt; any other is as if nothing had changed', () => {
    let held = 0;
    fc.assert(
      fc.property(customer, lenient, anyPortal, (facts, any, portal) => {
        const by = strict(any, facts, portal);
        const [health, free] = [score(facts, AS_OF, portal, by), score(facts, AS_OF, withoutChanges(portal), by)];
        if (health.state !== 'scored' || free.state !== 'scored' || health.score === free.score) {
          expect(health).toEqual(free);
          return;
        }
        held += 1;
        expect(free.status).toBe('healthy');
        expect(health.status).not.toBe('healthy');
        expect(health.score).toBe(bandsOf(by, portal).healthyFrom - 1);
        const [row, ...others] = health.receipt;
        expect(row).toMatchObject({ dimension: null, pointsLost: free.score - health.score });
        expect(['source_lost', 'source_gained']).toContain(row?.key);
        const losses = health.losses.slice(0, -1);
        expect(health.losses.at(-1)).toMatchObject({ key: row?.key });
        expect({ ...health, score: free.score, status: free.status, receipt: others, losses }).toEqual(free);
      }),
      { numRuns: 360 },
    );
    expect(held).toBeGreaterThan(0);
  });

  it('was not before the source came or went, nor is it once a source has been there for 30 days', () => {
    const old = AS_OF - 31 * DAY_MS;
    fc.assert(
      fc.property(customer, lenient, anyType, fc.integer({ min: 1, max: 100 }), (facts, any, type, days) => {
        const unheld = (portal: PortalContext) => {
          const by = strict(any, facts, portal);
          expect(score(facts, AS_OF, portal, by)).toEqual(score(facts, AS_OF, withoutChanges(portal), by));
        };
        const later = AS_OF + days * DAY_MS;
        unheld(losing(ESTABLISHED, type, later));
        unheld(withSource(ESTABLISHED, type, { firstReadAt: later }));
        unheld(withSource(ESTABLISHED, type, { regained: { lostAt: old, at: later } }));
        unheld(withSource(ESTABLISHED, type, { firstReadAt: calendar.daysBefore(AS_OF, 30) }));
        unheld(withSource(ESTABLISHED, type, { firstRecordAt: old }));
        unheld(withSource(ESTABLISHED, type, { regained: { lostAt: old - DAY_MS, at: old } }));
      }),
      { numRuns: 30 },
    );
  });

  it('is none on a first install, when all sources are new', () => {
    fc.assert(
      fc.property(customer, lenient, (facts, by) => {
        const sources = Object.fromEntries(
          Object.entries(ESTABLISHED.sources).map(([type, source]) => [type, { ...source, firstReadAt: AS_OF }]),
        ) as unknown as PortalContext['sources'];
        const { publishedSince: _, ...unpublished } = ESTABLISHED;
        const first = { ...unpublished, sources };
        expect(score(facts, AS_OF, first, by)).toEqual(score(facts, AS_OF, withoutChanges(first), by));
        // The next cycle knows that the first was published: after all of them were read.
        const next = { ...first, publishedSince: AS_OF };
        expect(score(facts, AS_OF + DAY_MS, next, by)).toEqual(score(facts, AS_OF + DAY_MS, withoutChanges(next), by));
      }),
      { numRuns: 30 },
    );
  });
});

/** An invoice that fell due 50 days ago. */
const owed = unpaid(50);
/** The same, paid 15 days ago, which we saw at a moment. */
const seenPaid = (seenAt: number): AccountFacts['records'][number] => {
  const paid = { ...owed.versions[0]?.values, hs_invoice_status: 'paid', hs_payment_date: AS_OF - 15 * DAY_MS };
  return {
    ...owed,
    versions: [...owed.versions, { effectiveAt: seenAt, seenAt, values: { ...paid, hs_balance_due: 0 } }],
  };
};

/** A model of these signals alone, each in a dimension of its own. */
function onlyBy(
  healthyFrom: number,
  ...signals: readonly (readonly [dimension: string, signal: string, weight: number])[]
): Model {
  const dimensions = signals.map(([dimension, signal, weight]) => {
    const entry = model.dimensions[dimension]?.signals[signal];
    if (entry === undefined) throw new Error(`The standard model lacks ${signal}.`);
    return [dimension, { weight, signals: { [signal]: { ...entry, weight: 1 } } }];
  });
  return {
    ...model,
    ...{ minimumCoverage: 0, minimumDimensions: 1, caps: [], segments: [] },
    bands: { by: 'fixed', atRiskFrom: 33, healthyFrom },
    dimensions: Object.fromEntries(dimensions),
  };
}

it('what a lost source told stands as it was at the loss, whatever came of it since', () => {
  const facts = { ...withSentiment(debtor, 'positive'), records: [seenPaid(AS_OF - 5 * DAY_MS)] };
  const by = onlyBy(95, ['billing', 'overdue_balance', 1], ['sentiment', 'pulse', 1]);
  const lostAt = (days: number) => score(facts, AS_OF, losing(ESTABLISHED, 'invoices', AS_OF - days * DAY_MS), by);
  const since = { kind: 'day', at: AS_OF - 20 * DAY_MS };
  expect(score(facts, AS_OF, ESTABLISHED, by)).toMatchObject({ status: 'healthy' });
  expect(lostAt(20)).toMatchObject({
    status: 'at_risk',
    score: 94,
    receipt: [{ key: 'source_lost', pointsLost: 6, cause: { values: { sources: 'invoices', since } } }],
  });
  // It was seen paid before that.
  expect(lostAt(4)).toMatchObject({ status: 'healthy' });
});

it('what the return of one source holds, the loss of another does not release', () => {
  // Tickets were lost while the invoice was overdue, and are back. It was paid since, and invoices are lost after that.
  const ticket = { createdate: AS_OF - 59 * DAY_MS, closed_date: AS_OF - 50 * DAY_MS, hs_is_closed: true };
  const closed: AccountFacts['records'][number] = {
    ...{ objectType: 'tickets', id: '7', linkedAt: ticket.closed_date, unlinkedAt: null },
    versions: [{ effectiveAt: ticket.closed_date, seenAt: ticket.closed_date, values: ticket }],
  };
  const facts = { ...withSentiment(debtor, 'neutral'), records: [seenPaid(AS_OF - 10 * DAY_MS), closed] };
  // Healthy with tickets, be it with invoices or without; not without tickets, nor as it was when they were lost.
  const by = onlyBy(80, ['billing', 'overdue_balance', 1], ['sentiment', 'pulse', 1], ['support', 'open_tickets', 2]);
  const back = withSource(ESTABLISHED, 'tickets', {
    regained: { lostAt: AS_OF - 20 * DAY_MS, at: AS_OF - 5 * DAY_MS },
  });
  const held = { score: 79, receipt: [{ key: 'source_gained', cause: { values: { sources: 'tickets' } } }, {}] };
  expect(score(facts, AS_OF, withoutChanges(back), by)).toMatchObject({ status: 'healthy' });
  expect(score(facts, AS_OF, back, by)).toMatchObject(held);
  expect(score(facts, AS_OF, losing(back, 'invoices', AS_OF - DAY_MS), by)).toMatchObject(held);
});

it('no cap of a model may be called as a row of these is', () => {
  const cap = { key: 'source_lost', signal: 'overdue_balance', from: 1, scoreAtMost: 50 };
  const { issues } = modelSchema.safeParse({ ...model, caps: [cap] }).error ?? { issues: [] };
  expect(issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    'caps.0.key: "source_lost" is a row of the receipt already; give the cap another key',
  ]);
});
