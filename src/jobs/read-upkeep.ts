import type { Store } from '../store/open-store.ts';
import type { Upkeep } from '../store/upkeep.ts';

/** How up to date every portal with data is, one after the other: no question of ours sees the rows of several portals at once. */
export async function readAllUpkeep(store: Pick<Store, 'portal' | 'portals'>): Promise<readonly Upkeep[]> {
  const found: Upkeep[] = [];
  for (const id of await store.portals()) found.push(await store.portal(id).upkeep());
  return found;
}
