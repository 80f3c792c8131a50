/** Rule 6: same facts, same moment, same model: same score, to the digit; from a copy, and from either store. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { portalId } from '../../../src/ids.ts';
import { makeCalendar } from '../../../src/scoring/calendar.ts';
import type { AccountFacts, RecordVersion } from '../../../src/scoring/facts.ts';
import { modelAsKept } from '../../../src/scoring/model.ts';
import type { PortalContext } from '../../../src/scoring/portal-context.ts';
import { scoreAt } from '../../../src/scoring/replay.ts';
import type { Store } from '../../../src/store/open-store.ts';
import type { PortalStore } from '../../../src/store/portal-store.ts';
import { onEachEngine, openTestStore } from '../../store/test-store.ts';
import { AS_OF } from '../arbitrary-account.ts';
import { anyModel } from './any-model.ts';
import { anyPortal } from './any-portal.ts';
import { customer, score } from './customers.ts';

it('from a copy that went through JSON, context and model as well', () => {
  fc.assert(
    fc.property(customer, anyModel, anyPortal, (facts, by, portal) => {
      const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
      expect(score(copy(facts), AS_OF, copy(portal), modelAsKept(copy(by)))).toEqual(score(facts, AS_OF, portal, by));
    }),
    { numRuns: 40 },
  );
});

/** The account as a store is told of it: each change once, in the order of time, modified when it was seen; and record ids of its own. */
function asTold(facts: AccountFacts, index: number): AccountFacts {
  const changes = (versions: readonly RecordVersion[]) =>
    versions
      .map((version) => ({ ...version, effectiveAt: version.seenAt }))
      .toSorted((a, b) => a.seenAt - b.seenAt)
      .filter(({ values, seenAt }, at, ordered) => {
        const before = ordered[at - 1];
        const isNew = before === undefined || before.seenAt < seenAt;
        return values !== null && isNew && JSON.stringify(values) !== JSON.stringify(before?.values);
      });
  return {
    companyId: String(index + 1),
    company: changes(facts.company),
    records: facts.records.flatMap((record) => {
      const versions = changes(record.versions);
      const [first] = versions;
      return first === undefined
        ? []
        : [{ ...record, id: `${index + 1}${record.id}`, versions, linkedAt: first.seenAt, unlinkedAt: null }];
    }),
    usage: (facts.usage ?? []).toSorted((a, b) => a.seenAt - b.seenAt),
  };
}

async function tell(store: PortalStore, { companyId, company, records, usage = [] }: AccountFacts): Promise<void> {
  for (const { effectiveAt, seenAt, values } of company)
    await store.saveRecords('companies', [{ id: companyId, effectiveAt, values: values ?? {} }], seenAt);
  for (const { objectType, id, versions } of records)
    for (const { effectiveAt, seenAt, values } of versions)
      await store.saveRecords(objectType, [{ id, effectiveAt, values: values ?? {}, companyIds: [companyId] }], seenAt);
  for (const { seenAt, ...row } of usage) await store.saveUsage([{ ...row, companyId: companyId as never }], seenAt);
}

const ACCOUNTS = 12;

onEachEngine('the same score from what the store holds', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  it('to the digit, with the context and the model that a cycle kept', async () => {
    const portal = store.portal(portalId(1));
    const told = fc.sample(customer, { numRuns: ACCOUNTS, seed: 7 }).map(asTold);
    for (const facts of told) await tell(portal, facts);
    const held = new Map<string, AccountFacts>();
    for await (const page of portal.accounts()) for (const facts of page) held.set(facts.companyId, facts);
    expect(held.size).toBe(told.length);

    const settings = fc.sample(fc.tuple(anyModel, anyPortal), { numRuns: 6, seed: 7 });
    let scored = 0;
    for (const [index, [model, context]] of settings.entries()) {
      const { name: modelName, version: modelVersion } = model;
      const cycle = { asOf: AS_OF, finishedAt: index, published: true, modelName, modelVersion };
      await portal.saveCycle({ ...cycle, context: { portal: context, model } });
      const kept = (await portal.latestCycle())?.context as { portal: PortalContext; model: unknown };
      const calendar = makeCalendar(kept.portal.timeZone);
      for (const facts of told) {
        const stored = held.get(facts.companyId);
        if (stored === undefined) throw new Error('Every account is held.');
        const health = scoreAt(stored, AS_OF, kept.portal, modelAsKept(kept.model), calendar);
        expect(health).toEqual(scoreAt(facts, AS_OF, context, model, calendar));
        if (health?.state === 'scored') scored += 1;
      }
    }
    expect(scored).toBeGreaterThan(10);
  });
});
