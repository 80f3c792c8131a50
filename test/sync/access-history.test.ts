import { expect, test } from 'vitest';
import { afterBlocked, afterRead } from '../../src/sync/access-history.ts';

test('a type is read, lost, still lost, back, and lost again', () => {
  const read = afterRead(undefined, null, 10);
  expect(read).toEqual({ firstReadAt: 10, lostAt: null, regained: null });
  expect(afterRead(read, 10, 20)).toEqual(read);
  const lost = afterBlocked(read, 10, 30);
  expect(lost).toEqual({ firstReadAt: 10, lostAt: 30, regained: null });
  expect(afterBlocked(lost, 10, 40)).toEqual(lost);
  const back = afterRead(lost, 10, 50);
  expect(back).toEqual({ firstReadAt: 10, lostAt: null, regained: { lostAt: 30, at: 50 } });
  expect(afterRead(back, 10, 60)).toEqual(back);
  expect(afterBlocked(back, 10, 70)).toEqual({ ...back, lostAt: 70 });
});

test('a type that never could be read is not lost, and new when it can', () => {
  const never = afterBlocked(undefined, null, 10);
  expect(never).toEqual({ firstReadAt: null, lostAt: null, regained: null });
  expect(afterRead(never, null, 20)).toEqual({ firstReadAt: 20, lostAt: null, regained: null });
});

test('a type that a version before this one read is not new, and can be lost', () => {
  expect(afterRead(undefined, 5, 10)).toEqual({ firstReadAt: 5, lostAt: null, regained: null });
  expect(afterBlocked(undefined, 5, 10)).toEqual({ firstReadAt: 5, lostAt: 10, regained: null });
});
