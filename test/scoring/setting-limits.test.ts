/** Whatever number a model may set for a signal, it keeps no account from being scored. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Model, modelSchema } from '../../src/scoring/model.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import { customer, model, score } from './rules/customers.ts';

const NUMBERS = SIGNALS.flatMap(({ key, settings }) =>
  Object.entries(settings).flatMap(([name, standard]) =>
    typeof standard === 'number' ? [{ signal: key, name, standard }] : [],
  ),
);
type Numbered = (typeof NUMBERS)[number];
/** Around every border that there is. */
const TRIED = [-1, -0.01, 0, 0.5, 1, 1.5, 2, 36_500, 36_501, 1e9];

/** Drawn once, since drawing takes longer than scoring. */
const ACCOUNTS = fc.sample(customer, { numRuns: 100, seed: 11 });

/** The standard model with one setting, and weight for that signal alone. */
const withSetting = ({ signal, name }: Numbered, value: number): Model => ({
  ...model,
  dimensions: Object.fromEntries(
    Object.entries(model.dimensions).map(([key, dimension]) => {
      const entry = dimension.signals[signal];
      const signals = entry && { [signal]: { ...entry, weight: 1, settings: { ...entry.settings, [name]: value } } };
      return [key, { weight: 1, signals: signals ?? {} }];
    }),
  ),
  caps: [],
  segments: [],
});
const faultsOf = (one: Numbered, value: number) =>
  modelSchema.safeParse(withSetting(one, value)).error?.issues.map(({ message }) => message) ?? [];

test.each(NUMBERS)('$signal, $name', (one) => {
  const taken = TRIED.filter((value) => faultsOf(one, value).length === 0);
  expect(taken.length).toBeGreaterThanOrEqual(3);
  for (const value of taken) {
    const by = withSetting(one, value);
    // What is not finite is thrown of (src/scoring/read-signal.ts), and so is a day that no calendar has.
    for (const facts of ACCOUNTS) expect(score(facts, undefined, undefined, by).state).toMatch(/^(scored|unknown)$/);
  }
});

describe('a number that makes no sense is a mistake, at its place', () => {
  const of = (signal: string, name: string): Numbered => {
    const found = NUMBERS.find((one) => one.signal === signal && one.name === name);
    if (found === undefined) throw new Error(`There is no number ${name} of ${signal}.`);
    return found;
  };
  test.each([
    ['overdue_balance', 'windowDays', -1, 'must be from 1 to 36500'],
    ['overdue_balance', 'windowDays', 0, 'must be from 1 to 36500'],
    ['overdue_balance', 'windowDays', 36_501, 'must be from 1 to 36500'],
    ['overdue_balance', 'windowDays', 1.5, 'must be a whole number'],
    ['first_contact_resolution', 'minimumTickets', 0, 'must be from 1 to 36500'],
    ['open_tickets', 'contactsPerTicket', 0, 'must be from 1 to 36500'],
    ['unresolved_complaints', 'graceDays', -1, 'must be from 0 to 36500'],
    ['email_engagement', 'clickWorth', 1.01, 'a share is 0 to 1'],
    ['recurring_revenue', 'pastDueShare', -0.01, 'a share is 0 to 1'],
    ['renewal_outcome', 'firstOutlook', 70, 'a share is 0 to 1'],
  ])('%s, %s: %d', (signal, name, value, message) => {
    const { error } = modelSchema.safeParse(withSetting(of(signal, name), value));
    expect(error?.issues.map((issue) => [issue.path.slice(-3).join('.'), issue.message])).toEqual([
      [`${signal}.settings.${name}`, message],
    ]);
  });
  test('what every object has is no setting', () => {
    const odd = { signal: 'overdue_balance', name: 'constructor', standard: 0 };
    expect(faultsOf(odd, 1)).toEqual(['overdue_balance has no setting "constructor"; it has windowDays']);
  });
  test.each([
    ['unresolved_complaints', 'graceDays', 0],
    ['renewal_outcome', 'lateDays', 0],
    ['contact_breadth', 'tinyEmployees', 0],
    ['email_engagement', 'openWorth', 0],
    ['email_engagement', 'openWorth', 1],
    ['overdue_balance', 'windowDays', 36_500],
  ])('%s, %s: %d is none', (signal, name, value) => expect(faultsOf(of(signal, name), value)).toEqual([]));
});

test('every standard may be set', () => {
  for (const one of NUMBERS)
    expect([one.signal, one.name, faultsOf(one, one.standard)]).toEqual([one.signal, one.name, []]);
});
