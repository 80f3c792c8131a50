import fc from 'fast-check';
import { expect, it } from 'vitest';
import { putInOrder } from '../../src/scoring/in-order.ts';

it('sorts as Array.sort does, few and many, and leaves equals as they stood', () => {
  const lists = fc.array(fc.record({ rank: fc.nat(20), name: fc.nat(3) }), { maxLength: 120, size: 'max' });
  fc.assert(
    fc.property(lists, (list) => {
      const sorted = putInOrder([...list], (a, b) => a.rank < b.rank);
      expect(sorted).toEqual(list.toSorted((a, b) => a.rank - b.rank));
    }),
  );
});
