import { expect, it } from 'vitest';
import { type AccountFacts, type FactRecord, type RecordVersion, seenBy } from '../../src/scoring/facts.ts';

const version = (seenAt: number): RecordVersion => ({ effectiveAt: 0, seenAt, values: { subject: `as of ${seenAt}` } });
const record = (id: string, seenAt: readonly number[], linkedAt: number, unlinkedAt: number | null): FactRecord => ({
  objectType: 'tickets',
  id,
  versions: seenAt.map(version),
  linkedAt,
  unlinkedAt,
});
const facts: AccountFacts = {
  companyId: '1',
  company: [10, 30].map(version),
  records: [
    record('changed since', [10, 30], 10, null),
    record('born since', [30], 30, null),
    record('linked since', [10], 30, null),
    record('unlinked since', [10], 10, 30),
    record('unlinked before', [10], 10, 20),
  ],
};

it('what was seen by a moment: no version, record, link or end of a link of later', () => {
  expect(seenBy(facts, 20)).toEqual({
    companyId: '1',
    company: [version(10)],
    records: [
      record('changed since', [10], 10, null),
      record('unlinked since', [10], 10, null),
      record('unlinked before', [10], 10, 20),
    ],
  });
  expect(seenBy(facts, 30)).toEqual(facts);
});

it('there is nothing of a company that had not been seen', () => {
  expect(seenBy(facts, 9)).toBeUndefined();
});
