import type { AccountFacts } from '../../src/scoring/facts.ts';
import type { PortalStore } from '../../src/store/portal-store.ts';

/** A store that holds this account, and nothing besides that a scorecard or a computation asks for. */
export function storeOfOne(facts: AccountFacts): PortalStore {
  const once = {
    account: async () => facts,
    published: async () => [],
    judgements: async () => [],
    rescoredAt: async () => undefined,
    openTasks: async () => [],
  } as unknown as PortalStore;
  return { ...once, reading: (work) => work(once) };
}
