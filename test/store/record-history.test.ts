import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { companyId, portalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import { makeModelStore } from './model-store.ts';
import { onEachEngine, openTestStore } from './test-store.ts';

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
);

onEachEngine('any sequence of seen and ended records', (engine) => {
  let store: Store;
  let portals = 0;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  it('leaves the histories that the rules say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 10 }), async (calls) => {
        portals += 1;
        const portal = store.portal(portalId(portals));
        const model = makeModelStore('deals');
        await portal.saveRecords(
          'companies',
          COMPANIES.map((name) => ({ id: name, effectiveAt: 0, values: {} })),
          0,
        );
        for (const { seenAt, ...one } of calls) {
          if (one.kind === 'save') {
            const { changed } = await portal.saveRecords('deals', one.records, seenAt);
            expect(changed).toBe(model.save(one.records, seenAt));
          } else {
            const { changed } = await portal.endRecords('deals', one.records, seenAt);
            expect(changed).toBe(model.end(one.records, seenAt));
          }
        }
        for (const name of COMPANIES) {
          expect((await portal.account(companyId(name)))?.records).toEqual(model.recordsOf(name));
        }
        expect((await portal.countRecords()).deals).toBe(model.count());
      }),
      { numRuns: 60 },
    );
  });
});
