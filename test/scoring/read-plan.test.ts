import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseModel } from '../../src/model-file.ts';
import { ELIGIBILITY_READS } from '../../src/scoring/eligibility.ts';
import type { Model } from '../../src/scoring/model.ts';
import { planOf as planOfModel } from '../../src/scoring/model-signals.ts';
import type { ObjectDefinition } from '../../src/scoring/object-definition.ts';
import { OBJECT_TYPES, type ObjectType } from '../../src/scoring/object-types.ts';
import { OBJECTS } from '../../src/scoring/properties.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';

const planOf = (plan: ReturnType<typeof readPlan>, objectType: string) => {
  const found = plan.find((one) => one.objectType === objectType);
  if (found === undefined) throw new Error(`The plan has no ${objectType}.`);
  return found;
};

/** Two years: a signal's own, and one of history. */
const WINDOW = { property: 'hs_timestamp', days: 730 };

test('without any signal: what eligibility reads, and what dates, settles and names each record', () => {
  expect(readPlan([])).toEqual([
    {
      objectType: 'companies',
      properties: ['domain', 'hs_lifecyclestage_customer_date', 'lifecyclestage', 'name', 'type'],
      associations: [],
    },
    {
      objectType: 'deals',
      properties: [
        'amount',
        'closedate',
        'createdate',
        'deal_currency_code',
        'dealname',
        'hs_is_closed',
        'hs_is_closed_won',
      ],
      associations: ['companies'],
    },
    {
      objectType: 'invoices',
      properties: [
        'hs_amount_billed',
        'hs_currency',
        'hs_invoice_date',
        'hs_invoice_status',
        'hs_number',
        'hs_payment_date',
      ],
      associations: ['companies'],
      // An invoice may name no company: then its contact's stands in.
      companiesVia: 'contacts',
    },
  ]);
});

test('a signal adds what it reads, once; ids are associations, not properties', () => {
  const plan = readPlan([
    { reads: { emails: ['contacts', 'hs_email_direction'], companies: ['hs_csm_sentiment', 'name'] } },
    { reads: { emails: ['hs_email_direction', 'contacts'] } },
  ]);
  expect(planOf(plan, 'emails')).toEqual({
    objectType: 'emails',
    properties: ['hs_email_direction', 'hs_timestamp'],
    associations: ['companies', 'contacts'],
    bulk: true,
    window: WINDOW,
  });
  expect(planOf(plan, 'companies').properties).toContain('hs_csm_sentiment');
});

test('what labels tell is read where the model names some, and only of the types of which something reads it', () => {
  const referring = [{ reads: { deals: ['referrers'], emails: ['contacts'] } }] as const;
  const labels = { deals: ['brought by', 'referrer'], tickets: ['other'] };
  expect(planOf(readPlan(referring, {}, labels), 'deals')).toMatchObject({
    associations: ['companies'],
    labelled: { property: 'referrers', labels: ['brought by', 'referrer'] },
  });
  expect(planOf(readPlan(referring, {}, labels), 'deals').properties).not.toContain('referrers');
  expect(planOf(readPlan(referring, {}, labels), 'emails')).not.toHaveProperty('labelled');
  for (const without of [readPlan(referring), readPlan(referring, {}, { deals: [] }), readPlan([], {}, labels)]) {
    expect(planOf(without, 'deals')).not.toHaveProperty('labelled');
    expect(planOf(without, 'deals').associations).toEqual(['companies']);
  }
});

describe('the plan of all signals', () => {
  const plan = readPlan(SIGNALS);

  test('covers the types that something reads, companies first, sorted and without repeats', () => {
    const isRead = (type: ObjectType) =>
      SIGNALS.some(({ reads }) => reads[type]) || Object.hasOwn(ELIGIBILITY_READS, type);
    expect(plan.map(({ objectType }) => objectType)).toEqual(OBJECT_TYPES.filter(isRead));
    expect(plan[0]?.objectType).toBe('companies');
    for (const { properties, associations } of plan) {
      expect(properties).toEqual([...new Set(properties)].toSorted());
      expect(associations).toEqual([...new Set(associations)].toSorted());
    }
  });

  test('reads emails as far back as any signal looks, at any moment of the year of history that is shown', () => {
    const looksBack = SIGNALS.flatMap(({ reads, settings }) =>
      reads.emails === undefined
        ? []
        : Object.entries(settings).flatMap(([name, value]) => (/Days$/.test(name) ? [Number(value)] : [])),
    );
    expect(looksBack.length).toBeGreaterThan(2);
    expect(WINDOW.days).toBeGreaterThanOrEqual(365 + Math.max(...looksBack));
  });

  test('holds every property that a signal or eligibility reads', () => {
    for (const reads of [ELIGIBILITY_READS, ...SIGNALS.map((signal) => signal.reads)]) {
      for (const [objectType, properties] of Object.entries(reads)) {
        const definition: ObjectDefinition = OBJECTS[objectType as keyof typeof OBJECTS];
        const { properties: planned, associations } = planOf(plan, objectType);
        for (const property of properties) {
          const { kind, labelled } = definition.properties[property] ?? {};
          // Only where the model names labels.
          if (labelled !== undefined) continue;
          const asAssociation = kind === 'ids';
          expect(asAssociation ? associations : planned).toContain(property);
        }
      }
    }
  });

  test('does not depend on the order of the signals', () => {
    expect(readPlan(SIGNALS.toReversed())).toEqual(plan);
  });
});

describe('past values in the plan', () => {
  const STANDARD = parseModel(readFileSync('models/standard-b2b.yaml', 'utf8'), 'models/standard-b2b.yaml');
  const historyOf = (model: Model, type: ObjectType) =>
    planOfModel(model).find((one) => one.objectType === type)?.history;
  /** The model in which these signals alone weigh something, and no cap looks at others. */
  const weighing = (...signals: readonly string[]): Model => ({
    ...STANDARD,
    write: [],
    caps: [],
    segments: [],
    dimensions: Object.fromEntries(
      Object.entries(STANDARD.dimensions).map(([key, dimension]) => {
        const entries = Object.entries(dimension.signals).map(([signal, entry]) => [
          signal,
          { ...entry, weight: signals.includes(signal) ? 1 : 0 },
        ]);
        return [key, { weight: 1, signals: Object.fromEntries(entries) }];
      }),
    ),
  });

  test('are of what weighs something, and of who is a customer', () => {
    expect(historyOf(weighing(), 'companies')).toEqual(['lifecyclestage']);
    expect(historyOf(weighing(), 'tickets')).toBeUndefined();
    expect(historyOf(weighing('pulse'), 'companies')).toEqual(['hs_csm_sentiment', 'lifecyclestage']);
    expect(historyOf(weighing('unresolved_complaints'), 'tickets')).toEqual([
      'closed_date',
      'hs_is_closed',
      'hs_ticket_category',
      'hs_ticket_priority',
    ]);
    const dimensionless = weighing('unresolved_complaints');
    const support = { support: { weight: 0, signals: dimensionless.dimensions.support?.signals ?? {} } };
    const unweighed = { ...dimensionless, dimensions: { ...dimensionless.dimensions, ...support } };
    expect(historyOf(unweighed, 'tickets')).toBeUndefined();
  });

  test('are of what a cap looks at, of written figures, and of the properties that the model names', () => {
    const cap = { key: 'fire', signal: 'unresolved_complaints', from: 1, scoreAtMost: 32 };
    expect(historyOf({ ...weighing(), caps: [cap] }, 'tickets')).toContain('hs_ticket_priority');
    expect(historyOf({ ...weighing(), write: ['next_renewal'] }, 'deals')).toContain('hs_is_closed');
    const churn = { property: 'gone', values: ['yes'] };
    expect(historyOf({ ...weighing(), churn }, 'companies')).toEqual(['gone', 'lifecyclestage']);
  });

  test('are never of bulk types, nor of a type whose records no dating leaves open', () => {
    for (const { objectType, bulk, history } of planOfModel(STANDARD))
      if (bulk) expect([objectType, history]).toEqual([objectType, undefined]);
    expect(readPlan(SIGNALS).every(({ history }) => history === undefined)).toBe(true);
  });

  test('what tells that a record settled is asked for with the day on which it did', () => {
    const reads = [{ invoices: ['hs_payment_date'] }];
    const invoices = readPlan(SIGNALS, {}, {}, reads).find((one) => one.objectType === 'invoices');
    expect(invoices?.history).toEqual(['hs_invoice_status']);
  });
});
