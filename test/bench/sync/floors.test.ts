import { expect, test } from 'vitest';
import { changesFloor, fewestCalls, fullFloor, listFloor } from './floors.ts';

const SIZES = {
  companies: 2_000,
  contacts: 10_000,
  deals: 10_000,
  tickets: 10_000,
  emails: 50_000,
  invoices: 10_000,
};

test.each([
  { companies: 0, calls: 0, seconds: 0 },
  { companies: 11_000, calls: 110, seconds: 0 },
  { companies: 11_001, calls: 111, seconds: 10 },
  { companies: 20_000, calls: 200, seconds: 10 },
  { companies: 22_001, calls: 221, seconds: 20 },
])('$companies companies in batches of 100 take $calls calls, the last after $seconds s', ({ companies, ...floor }) => {
  expect(listFloor({ companies })).toEqual(floor);
});

test('a full sync is divided so that list and search end together, types without associations searched first', () => {
  // After 40 s: 550 lists and 205 searches. 10 for companies, 50 for each of three types, 45 for the fourth: 41,000 records.
  // The rest are 510 lists. Associations of 39,000 searched records: 10 + 10 + 10 + 9.
  expect(fullFloor(SIZES)).toEqual({ calls: 205 + 510 + 39, seconds: 40 });
});

test('what fits into the first windows takes no time', () => {
  expect(fullFloor({ companies: 1_000 })).toEqual({ calls: 5, seconds: 0 });
  expect(fullFloor({ companies: 12_000 })).toEqual({ calls: 5 + 110, seconds: 0 });
});

test('the longer a run takes, the fewer calls it needs', () => {
  expect([-1, 40, 91].map((seconds) => fewestCalls(SIZES, seconds))).toEqual([920, 754, 460 + 140]);
});

test('changes are searched for, a call a type at least, with the associations of what was found', () => {
  expect(changesFloor({})).toEqual({ calls: 6, seconds: 1 });
  // Emails have companies and contacts.
  expect(changesFloor({ emails: 14_818 })).toEqual({ calls: 5 + 75 + 2 * 15, seconds: 15 });
});
