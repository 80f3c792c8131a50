/** Rule 5: time is an argument. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/scoring/calendar.ts';
import { bornAt, type FactRecord } from '../../../src/scoring/facts.ts';
import { AS_OF, accountFacts, RUNNING_SINCE } from '../arbitrary-account.ts';
import { bornLater } from '../later.ts';
import { rewriteLater } from '../rewrite-later.ts';
import { customer, score } from './customers.ts';

describe('nothing dated later counts', () => {
  const anyMoment = fc.integer({ min: AS_OF - 500 * DAY_MS, max: AS_OF });

  it('records born later, and versions seen later while we were running, never count', () => {
    fc.assert(
      fc.property(customer, accountFacts, fc.integer({ min: RUNNING_SINCE, max: AS_OF }), (facts, other, at) => {
        const later = other.records.map((record): FactRecord => {
          const versions = record.versions.map((version) => ({ ...version, seenAt: version.seenAt + 10_000 * DAY_MS }));
          return { ...record, id: `9${record.id}`, linkedAt: versions[0]?.seenAt ?? 0, versions };
        });
        const changed = facts.records.map((record) => {
          const added = { effectiveAt: at, seenAt: AS_OF + 5_000 * DAY_MS, values: null };
          return { ...record, versions: [...record.versions, added] };
        });
        expect(score({ ...facts, records: [...changed, ...later] }, at)).toEqual(score(facts, at));
      }),
      { numRuns: 60 },
    );
  });

  it('before we ran, what happened to a record after the moment never counts', () => {
    const before = fc.integer({ min: AS_OF - 500 * DAY_MS, max: RUNNING_SINCE - 2 * DAY_MS });
    fc.assert(
      fc.property(customer, before, (facts, at) => {
        expect(score(rewriteLater(facts, at), at)).toEqual(score(facts, at));
      }),
      { numRuns: 60 },
    );
  });

  it('records dated later never count, whenever they were seen', () => {
    fc.assert(
      fc.property(customer, anyMoment, (facts, at) => {
        const dated = facts.records.filter(({ objectType, versions }) =>
          versions.every(({ values }) => values === null || (bornAt(objectType, values) ?? 0) <= at),
        );
        // The other records are born later in every version, so that none of them may show.
        const later = facts.records
          .filter((record) => !dated.includes(record))
          .map((record) => ({
            ...record,
            versions: record.versions.map((version) => ({ ...version, values: bornLater(record, version.values, at) })),
          }));
        expect(score({ ...facts, records: [...dated, ...later] }, at)).toEqual(score({ ...facts, records: dated }, at));
      }),
      { numRuns: 60 },
    );
  });

  it('pulses given later never count, nor does usage that is dated later, or was posted later while it was coming in', () => {
    fc.assert(
      fc.property(customer, anyMoment, (facts, at) => {
        const known = {
          ...facts,
          pulses: facts.pulses?.filter(({ givenAt }) => givenAt <= at) ?? [],
          usage: facts.usage?.filter((row) => at < RUNNING_SINCE || row.seenAt <= at) ?? [],
        };
        expect(score(known, at)).toEqual(score(facts, at));
        const ahead = (facts.usage ?? []).map((row) => ({ ...row, key: `ahead ${row.key}`, at: at + 1 }));
        expect(score({ ...facts, usage: [...ahead, ...(facts.usage ?? [])] }, at)).toEqual(score(facts, at));
      }),
      { numRuns: 60 },
    );
  });

  it('what HubSpot gives only as of today is unknown before it was seen', () => {
    fc.assert(
      fc.property(customer, anyMoment, (facts, at) => {
        if (at >= RUNNING_SINCE) return;
        const health = score({ ...facts, pulses: [] }, at);
        expect(health.signals.find(({ signal }) => signal === 'pulse')?.reading).toEqual({
          kind: 'unknown',
          reason: 'not_known_then',
        });
      }),
      { numRuns: 60 },
    );
  });
});
