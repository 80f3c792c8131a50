import { TASK_SCOPES } from '../hubspot/needed-scopes.ts';
import type { PortalClient } from '../hubspot/portal-client.ts';
import type { TaskObstacle } from '../playbooks/play-work.ts';
import type { PortalStore } from '../store/portal-store.ts';

/**
 * Why no task can be made in a portal, as far as its installation tells; null: nothing is in the way. Of a private app's portal HubSpot
 * tells, where a client is given that may be asked.
 */
export async function taskObstacle(
  store: Pick<PortalStore, 'installation'>,
  client?: Pick<PortalClient, 'grantedScopes'>,
): Promise<TaskObstacle | null> {
  const installation = await store.installation();
  if (installation?.state === 'installed' && installation.writingSince === null) return { why: 'not_writing' };
  const granted = installation?.scopes ?? (await client?.grantedScopes());
  const scopes = granted === undefined ? [] : TASK_SCOPES.filter((scope) => !granted.includes(scope));
  return scopes.length === 0 ? null : { why: 'scopes', scopes };
}
