/** Whom records may belong to: the portal's users and whoever its records name, but for users who left. */
import { invalid } from './error-bodies.ts';
import type { PortalState } from './portal-state.ts';

/** Ids of owners who are not archived. */
export function knownOwners(state: PortalState): ReadonlySet<string> {
  const former = new Set(state.data.formerOwners);
  // HubSpot's docs, "Owners": every user is an owner.
  const ids = new Set((state.data.users ?? []).map(({ id }) => id).filter((id) => !former.has(id)));
  for (const type of state.types) {
    for (const { properties } of state.table(type).live) {
      const id = properties.hubspot_owner_id;
      if (id && /^\d+$/.test(id) && !former.has(id)) ids.add(id);
    }
  }
  return ids;
}

/**
 * Throws the 400 of a write that names an owner who is not there. HubSpot's docs, "Owners", say that a user's id in place of an owner's is an
 * error, but not in what words, nor what becomes of an owner who left: the app must rely on neither.
 */
export function requireOwner(state: PortalState, { hubspot_owner_id: id }: Readonly<Record<string, string>>): void {
  if (id === undefined || id === '' || knownOwners(state).has(id)) return;
  const problem = {
    isValid: false,
    message: `Owner ${id} does not exist`,
    error: 'INVALID_OWNER_ID',
    name: 'hubspot_owner_id',
  };
  throw invalid(`Property values were not valid: ${JSON.stringify([problem])}`, {
    errors: [{ message: problem.message, code: problem.error, context: { propertyName: [problem.name] } }],
  });
}
