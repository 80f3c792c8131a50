import { expect, it } from 'vitest';
import { lowerShare, recordsIn, upperShare } from '../../src/sync/share-of.ts';

/** One record in two ids. */
const sample = { ends: ['1199', '1000'] as const, records: 100 };

it('takes as many ids as hold the wanted records, where they lie as densely as in the sample', () => {
  expect(upperShare({ above: '0', upTo: '10000' }, { ...sample, ends: ['1199', '1000'] }, 500)).toEqual({
    above: '9000',
    upTo: '10000',
  });
  expect(lowerShare({ above: '4000', upTo: '10000' }, { ...sample, ends: ['1000', '1199'] }, 500)).toEqual({
    above: '4000',
    upTo: '5000',
  });
  expect(lowerShare({ above: '4000', upTo: null }, { ...sample, ends: ['1000', '1199'] }, 500).upTo).toBe('5000');
});

it('never takes more than there is', () => {
  const rest = { above: '500', upTo: '1000' };
  expect(upperShare(rest, { ...sample, ends: ['1199', '1000'] }, 500)).toEqual(rest);
  expect(lowerShare(rest, { ...sample, ends: ['1000', '1199'] }, 500)).toEqual(rest);
});

it('tells how many records a range holds where they lie as densely', () => {
  expect(recordsIn({ above: '4000', upTo: '5000' }, { ends: ['1199', '1000'], records: 100 })).toBe(500);
  expect(recordsIn({ above: '4000', upTo: '5000' }, { ends: ['1000', '1199'], records: 100 })).toBe(500);
});
