import { expect, test } from 'vitest';
import { makeScorecardMemory } from '../../src/http/scorecard-memory.ts';

/** Counts what is computed, by key. */
function counted(maxBytes: number) {
  const memory = makeScorecardMemory(maxBytes);
  const computed: string[] = [];
  const recall = (key: string, stamp = '1', text = key) =>
    memory.recall(key, stamp, async () => {
      computed.push(key);
      return { text };
    });
  return { memory, computed, recall };
}

test('what was computed is given again while the stamp is the same', async () => {
  const { computed, recall } = counted(1_000_000);
  for (const stamp of ['1', '1', '2', '2', '3']) {
    const { text } = await recall('a', stamp, `of ${stamp}`);
    expect(text).toBe(`of ${stamp}`);
  }
  expect(computed).toEqual(['a', 'a', 'a']);
});

test('asked twice at once it is computed once; under another stamp it is not the same', async () => {
  const { computed, recall } = counted(1_000_000);
  const [one, same, other] = await Promise.all([recall('a'), recall('a'), recall('a', '2', 'newer')]);
  expect([one, same, other]).toEqual([{ text: 'a' }, { text: 'a' }, { text: 'newer' }]);
  expect(computed).toEqual(['a', 'a']);
});

test('a computation that ends late does not take the place of a newer one', async () => {
  const { memory, computed, recall } = counted(1_000_000);
  let finish = (_: string) => {};
  const slow = memory.recall('a', '1', () => new Promise<string>((resolve) => (finish = resolve)));
  await recall('a', '2', 'newer');
  const bytes = memory.bytes();
  finish('older');
  expect(await slow).toBe('older');
  expect(await recall('a', '2')).toEqual({ text: 'newer' });
  expect(computed).toEqual(['a']);
  expect(memory.bytes()).toBe(bytes);
});

test('one that fails is computed again', async () => {
  const { memory, recall } = counted(1_000_000);
  await expect(memory.recall('a', '1', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
  expect(await recall('a')).toEqual({ text: 'a' });
});

test('nobody alters what others are given', async () => {
  const { recall } = counted(1_000_000);
  const first = await recall('a');
  first.text = 'altered';
  expect(await recall('a')).toEqual({ text: 'a' });
});

test('it stays within its bytes: the least recently used is forgotten first, and whatever is larger than all at once', async () => {
  const limit = 100_000;
  const { memory, computed, recall } = counted(limit);
  const text = 'x'.repeat(10_000);
  for (let index = 0; index < 50; index += 1) {
    await recall('often', '1', text);
    await recall(`card ${index}`, '1', text);
    expect(memory.bytes()).toBeLessThanOrEqual(limit);
  }
  expect(memory.bytes()).toBeGreaterThan(limit * 0.8);
  expect(computed.filter((key) => key === 'often')).toHaveLength(1);
  computed.length = 0;
  await recall('card 49', '1', text);
  await recall('card 43', '1', text);
  await recall('card 0', '1', text);
  expect(computed).toEqual(['card 0']);
  await recall('vast', '1', 'x'.repeat(limit));
  expect(memory.bytes()).toBe(0);
});

test('what is replaced is no longer counted', async () => {
  const { memory, recall } = counted(1_000_000);
  await recall('a', '1', 'x'.repeat(500_000));
  await recall('a', '2', 'x');
  expect(memory.bytes()).toBeLessThan(2_000);
});
