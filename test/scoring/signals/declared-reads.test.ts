/** What a signal declares is all that it can read: held by the compiler, which `tsc` runs over this file. */

import { expect, it } from 'vitest';
import { evidence } from '../../../src/scoring/evidence.ts';
import { defineSignal } from '../../../src/scoring/signal.ts';

const rest = {
  key: 'sample',
  unit: 'load',
  better: 'lower',
  connectedBy: { tickets: [] },
  settings: { windowDays: 30, names: ['A'] },
} as const;
const of = (raw: number) => ({ kind: 'measured', raw, evidence: () => evidence('sample', {}) }) as const;

it('a signal that reads what it declares compiles', () => {
  const signal = defineSignal({
    ...rest,
    reads: { tickets: ['subject'], companies: ['name'] },
    measure: ({ tickets, company }, { windowDays, names }) =>
      of(tickets.filter(({ values }) => values.subject === company.values.name).length + windowDays + names.length),
  });
  expect(signal.key).toBe('sample');
});

it('a misspelt property does not', () => {
  defineSignal({
    ...rest,
    // @ts-expect-error `subjct` is no property of tickets.
    reads: { tickets: ['subjct'] },
    measure: () => of(0),
  });
});

it('nor a property of another object type, nor an object type that there is not', () => {
  defineSignal({
    ...rest,
    // @ts-expect-error `dealname` is no property of tickets.
    reads: { tickets: ['dealname'] },
    measure: () => of(0),
  });
  defineSignal({
    ...rest,
    // @ts-expect-error `letters` are no object type.
    reads: { letters: ['hs_timestamp'] },
    measure: () => of(0),
  });
});

it('nor reading what was not declared: a property, an object type, a property of the company, a setting', () => {
  defineSignal({
    ...rest,
    reads: { tickets: ['subject'] },
    // @ts-expect-error `createdate` is not declared.
    measure: ({ tickets }) => of(tickets[0]?.values.createdate ?? 0),
  });
  defineSignal({
    ...rest,
    reads: { tickets: ['subject'] },
    // @ts-expect-error deals are not declared.
    measure: ({ deals }) => of(deals.length),
  });
  defineSignal({
    ...rest,
    reads: { tickets: ['subject'] },
    // @ts-expect-error `name` is not declared.
    measure: ({ company }) => of(company.values.name ? 1 : 0),
  });
  defineSignal({
    ...rest,
    reads: { tickets: ['subject'] },
    // @ts-expect-error there is no setting `windowDay`.
    measure: (_, { windowDay }) => of(windowDay),
  });
});

it('nor taking a value for certain: it may be empty, or not known', () => {
  defineSignal({
    ...rest,
    reads: { tickets: ['time_to_close'] },
    // @ts-expect-error the number may be null or undefined.
    measure: ({ tickets }) => of(tickets.reduce((sum, { values }) => sum + values.time_to_close, 0)),
  });
});
