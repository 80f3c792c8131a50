import type { PortalId } from '../ids.ts';
import { MODEL_SETTING } from './model-setting.ts';
import type { PortalSetting } from './portal-settings.ts';
import type { PortalStore } from './portal-store.ts';

/**
 * Has stores remember settings, which every card asks for: the embedded database has one writer, this process, and a query would wait behind
 * whatever sync is storing. A read that began before a change ended is forgotten with it.
 */
export function rememberSettings(): (store: PortalStore) => PortalStore {
  const portals = new Map<PortalId, Map<string, Promise<PortalSetting | undefined>>>();

  return (store) => {
    const held = portals.get(store.portalId) ?? new Map<string, Promise<PortalSetting | undefined>>();
    portals.set(store.portalId, held);
    return {
      ...store,
      async setting(name) {
        const reading = held.get(name) ?? store.reading((once) => once.setting(name));
        held.set(name, reading);
        // One that failed is read again.
        reading.catch(() => held.delete(name));
        return await reading;
      },
      changeSetting: (change) => store.changeSetting(change).finally(() => held.delete(change.name)),
      putModelInUse: (change) => store.putModelInUse(change).finally(() => held.delete(MODEL_SETTING)),
      erase: (options) => store.erase(options).finally(() => held.clear()),
    };
  };
}
