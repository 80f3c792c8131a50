import { expect } from 'vitest';
import { companyId as brand } from '../../src/ids.ts';
import type { RecordVersion } from '../../src/scoring/facts.ts';
import { readPlan } from '../../src/scoring/read-plan.ts';
import { SIGNALS } from '../../src/scoring/signals/registry.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';

/** All that a store holds of a portal, but for the moments at which it was seen: texts that only compare. */
export type HeldFacts = ReadonlyMap<string, string>;

/** Holds a type to be complete: no pass under way, and no page that waits. */
export async function readHeldFacts(store: PortalStore): Promise<HeldFacts> {
  const held = new Map<string, string>();
  const version = ({ effectiveAt, values }: RecordVersion) => [effectiveAt, sorted(values)];
  held.set('records', JSON.stringify(await store.countRecords()));
  for await (const page of store.accounts()) {
    const shown = await store.shown(page.map(({ companyId }) => brand(companyId)));
    for (const { companyId, company, records } of page) {
      // One entry for each link, whether it is open or not: a link that was opened twice differs from one that was opened once.
      const linked = records.map(({ objectType, id, versions, unlinkedAt }) => {
        return [objectType, id, unlinkedAt === null, versions.map(version)];
      });
      const text = JSON.stringify([company.map(version), linked, shown.get(brand(companyId))]);
      held.set(`company ${companyId}`, text);
    }
  }
  for (const { objectType } of readPlan(SIGNALS)) {
    const state = await store.syncState(objectType);
    expect(await store.stagedPages(objectType)).toEqual([]);
    expect(state).toMatchObject({ cursor: null, completeTo: expect.any(Number), blocked: null });
    const { planHash, missingProperties, firstRecordAt, filledSince } = state ?? {};
    held.set(objectType, JSON.stringify([planHash, missingProperties, firstRecordAt, sorted(filledSince ?? {})]));
  }
  return held;
}

/** What differs, by name. */
export const differing = (held: HeldFacts, expected: HeldFacts): readonly string[] =>
  [...new Set([...held.keys(), ...expected.keys()])].filter((name) => held.get(name) !== expected.get(name));

const sorted = (values: object | null) => values && Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
