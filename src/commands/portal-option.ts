import { InputError } from '../errors.ts';
import { type PortalId, portalId } from '../ids.ts';
import type { Store } from '../store/open-store.ts';
import { choosePortal } from './choose-portal.ts';

/**
 * The portal that is named, whether the store knows it or not, for an erasure that died has forgotten it first; else the only one.
 * @throws InputError for a name that is no portal's id, or where none was named and the store knows none, or several.
 */
export async function anyPortal(store: Store, named: string | undefined): Promise<PortalId> {
  if (named === undefined) return await choosePortal(store, undefined);
  if (!/^[1-9]\d{0,14}$/.test(named))
    throw new InputError(`--portal ${named}: give the portal's id, a number such as 4711.`);
  return portalId(Number(named));
}
