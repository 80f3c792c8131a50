import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atMost } from '../../src/jobs/at-most.ts';

test('never more at once than the limit, and all of them in the order in which they came', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      async (limit, works) => {
        const inRoom = atMost(limit);
        const began: number[] = [];
        let running = 0;
        let most = 0;
        const done = works.map((fails, index) =>
          inRoom(async () => {
            began.push(index);
            running += 1;
            most = Math.max(most, running);
            await new Promise(setImmediate);
            running -= 1;
            if (fails) throw new Error('failed');
            return index;
          }),
        );
        const results = await Promise.allSettled(done);
        expect(began).toEqual(works.map((_, index) => index));
        expect(most).toBe(Math.min(limit, works.length));
        expect(results.map(({ status }) => status)).toEqual(works.map((fails) => (fails ? 'rejected' : 'fulfilled')));
      },
    ),
  );
});
