import { InputError } from '../errors.ts';
import type { PortalId } from '../ids.ts';
import type { Store } from '../store/open-store.ts';

/** @throws InputError where the store does not know the portal, or knows several and none was named. */
export async function choosePortal(store: Store, named: string | undefined): Promise<PortalId> {
  const known = await store.portals();
  const [only, ...others] = known;
  if (only === undefined) throw new InputError('The store holds no portal yet. Run a cycle first: npm run cycle');
  if (named === undefined && others.length === 0) return only;
  const chosen = known.find((id) => String(id) === named);
  if (chosen === undefined)
    throw new InputError(`Name a portal that the store holds with --portal: ${known.join(', ')}.`);
  return chosen;
}
