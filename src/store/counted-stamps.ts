import { isDeepStrictEqual } from 'node:util';
import type { CompanyId, PortalId } from '../ids.ts';
import type { PortalStore } from './portal-store.ts';

interface Counts {
  portal: number;
  /** Of the latest write about any company. */
  any: number;
  /** Since the portal's latest. */
  readonly companies: Map<CompanyId, number>;
}

/**
 * Gives stores their stamps without a query: the embedded database has one writer, this process, so that its writes can be counted as they are made.
 * A query would wait behind whatever sync is storing. A write counts once it has ended: a stamp that was taken before it never names what it wrote.
 */
export function countStamps(): (store: PortalStore) => PortalStore {
  const portals = new Map<PortalId, Counts>();
  let writes = 0;

  return (store) => {
    const counts = portals.get(store.portalId) ?? { portal: 0, any: 0, companies: new Map() };
    portals.set(store.portalId, counts);
    const countPortal = () => {
      writes += 1;
      counts.portal = writes;
      counts.companies.clear();
    };
    const countCompanies = (ids: readonly CompanyId[]) => {
      writes += 1;
      counts.any = writes;
      for (const id of ids) counts.companies.set(id, writes);
    };
    return {
      ...store,
      async stamp(companyId) {
        const company = companyId === undefined ? counts.any : (counts.companies.get(companyId) ?? 0);
        return { portal: `${counts.portal}`, company: `${counts.portal}/${company}` };
      },
      async saveProfile(profile) {
        const before = await store.profile();
        await store.saveProfile(profile).finally(() => {
          if (!isDeepStrictEqual(before, profile)) countPortal();
        });
      },
      saveCycle: (cycle) => store.saveCycle(cycle).finally(countPortal),
      purge: (objectType, id) => store.purge(objectType, id).finally(countPortal),
      erase: (options) => store.erase(options).finally(countPortal),
      install: (given) => store.install(given).finally(countPortal),
      leave: (state, at) => store.leave(state, at).finally(countPortal),
      saveRescored: (ids, asOf) => store.saveRescored(ids, asOf).finally(() => countCompanies(ids)),
      async decidePlays(since, decide) {
        const ids = new Set<CompanyId>();
        const noted: typeof decide = (recent) => {
          const decided = decide(recent);
          for (const { companyId } of decided) ids.add(companyId);
          return decided;
        };
        return await store.decidePlays(since, noted).finally(() => countCompanies([...ids]));
      },
      settlePlay: (key, change) => store.settlePlay(key, change).finally(() => countCompanies([key.companyId])),
      addJudgement: (said) => store.addJudgement(said).finally(() => countCompanies([said.companyId])),
    };
  };
}
