import { expect, test } from 'vitest';
import { portalId } from '../../src/ids.ts';
import { rememberBriefly } from '../../src/jobs/remember-briefly.ts';

const [ONE, TWO] = [portalId(1), portalId(11)];

function open(fails = false) {
  let now = 0;
  const asked: string[] = [];
  const memory = rememberBriefly({
    forMs: 100,
    clock: () => now,
    read: async (portal, of) => {
      asked.push(`${portal}/${of}`);
      if (fails) throw new Error('silent');
      return asked.length;
    },
  });
  const advance = (ms: number) => {
    now += ms;
  };
  return { memory, asked, advance };
}

test('what was read is told again until its time is over, each portal and part on its own', async () => {
  const { memory, asked, advance } = open();
  for (const of of ['it', 'it', 'en']) await memory.read(ONE, of);
  await memory.read(TWO, 'it');
  advance(99);
  expect(await memory.read(ONE, 'it')).toBe(1);
  expect(asked).toEqual(['1/it', '1/en', '11/it']);
  advance(1);
  expect(await memory.read(ONE, 'it')).toBe(4);
});

test('who asks while it is being read waits for the same answer; one that failed is asked for anew', async () => {
  const together = open();
  expect(await Promise.all([together.memory.read(ONE), together.memory.read(ONE)])).toEqual([1, 1]);
  const { memory, asked } = open(true);
  for (const _time of [1, 2]) await expect(memory.read(ONE)).rejects.toThrow('silent');
  expect(asked).toHaveLength(2);
});

test('nothing is held of a portal that is forgotten; others keep theirs', async () => {
  const { memory, asked } = open();
  for (const portal of [ONE, TWO]) for (const of of ['it', 'en']) await memory.read(portal, of);
  memory.forget(ONE);
  for (const portal of [ONE, TWO]) for (const of of ['it', 'en']) await memory.read(portal, of);
  expect(asked.slice(4)).toEqual(['1/it', '1/en']);
});
