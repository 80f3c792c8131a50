import { expect, it } from 'vitest';
import { type UsageVersion, usageAt } from '../../src/scoring/usage.ts';

const row = (seenAt: number, value: number, at = 5): UsageVersion => ({
  metric: 'logins',
  key: '1',
  at,
  value,
  seenAt,
});

it.each<[string, readonly UsageVersion[], number]>([
  ['what was posted later', [row(10, 3), row(20, 9)], 9],
  ['of one moment the lesser', [row(10, 3), row(10, 9)], 3],
  ['of one moment and value the later day', [row(10, 3, 4), row(10, 3, 5)], 3],
])('%s stands, whatever the order', (_what, versions, value) => {
  const both = [versions, versions.toReversed()].map((list) => usageAt(list, 100, 0));
  expect(both[0]).toEqual(both[1]);
  expect(both[0]?.map((one) => one.value)).toEqual([value]);
});
