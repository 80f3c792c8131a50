import fc from 'fast-check';
import { expect, it } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';
import { makeModelStore } from './model-store.ts';
import { freshPortals, onEachEngine } from './test-store.ts';

const COMPANIES = ['A', 'B'] as const;

/** Few ids, moments and values, so that they meet often; the moments also run backwards. */
const id = fc.constantFrom('1', '2', '10');
const moment = fc.integer({ min: 1, max: 6 });
const seenRecord = fc.record({
  id,
  effectiveAt: moment,
  values: fc.record({ amount: fc.constantFrom(1, 2, null) }),
  companyIds: fc.array(fc.constantFrom(...COMPANIES), { maxLength: 3 }),
});
const call = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      seenAt: moment,
      staleByMs: fc.integer({ min: 0, max: 2 }),
      records: fc.array(seenRecord, { maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      seenAt: moment,
      records: fc.array(fc.record({ id, effectiveAt: moment }), { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('purge' as const), id }) },
  // What is read is kept for those who read it next.
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const) }) },
);

const recordsOf = async (portal: PortalStore) =>
  (await Array.fromAsync(portal.accounts())).flat().map(({ records }) => records);

onEachEngine('any sequence of seen and ended records', (engine) => {
  const freshPortal = freshPortals(engine);
  it('leaves the histories that the rules say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 14 }), async (calls) => {
        const portal = freshPortal();
        const model = makeModelStore('deals');
        await portal.saveRecords(
          'companies',
          COMPANIES.map((name) => ({ id: name, effectiveAt: 0, values: {} })),
          0,
        );
        for (const one of calls) {
          if (one.kind === 'purge') {
            await portal.purge('deals', one.id);
            model.purge(one.id);
          } else if (one.kind === 'read') {
            expect(await recordsOf(portal)).toEqual(COMPANIES.map((name) => model.recordsOf(name)));
          } else if (one.kind === 'save') {
            const { records, seenAt, staleByMs } = one;
            const { changed } = await portal.saveRecords('deals', records, seenAt, { staleByMs });
            expect(changed).toBe(model.save(records, seenAt, staleByMs));
          } else {
            const { changed } = await portal.endRecords('deals', one.records, one.seenAt);
            expect(changed).toBe(model.end(one.records, one.seenAt));
          }
        }
        expect(await recordsOf(portal)).toEqual(COMPANIES.map((name) => model.recordsOf(name)));
        for (const name of COMPANIES) {
          expect((await portal.account(companyId(name)))?.records).toEqual(model.recordsOf(name));
        }
        const held = model.heldIds();
        expect((await portal.countRecords()).deals).toBe(held.length);
        expect(await portal.heldIds('deals', null, 9)).toEqual(held);
        for (const since of [1, 4]) {
          for (const one of ['1', '2', '10']) {
            expect((await portal.companiesOf('deals', [one], since)).toSorted()).toEqual(model.companiesOf(one, since));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
