import pino from 'pino';
import { readCycleConfig, readSecrets } from '../config.ts';
import { InputError } from '../errors.ts';
import { makePortalClient } from '../hubspot/make-portal-client.ts';
import { disconnectPortal } from '../jobs/disconnect-portal.ts';
import { makeLog } from '../log/make-log.ts';
import { openStore } from '../store/open-store.ts';
import { atThisTerminal } from './at-this-terminal.ts';
import { readOptions } from './options.ts';
import { needInstalled, reachPortal } from './portal-access.ts';
import { sleep } from './sleep.ts';

export const DISCONNECT_USAGE = 'npm run cli -- disconnect --confirm ID [--clear-values]';

/** Takes the app out of a portal that installed it, and erases what is held of it: what an admin can do in the app, for those who ask us to. */
export async function disconnect(args: string[]): Promise<void> {
  const options = readOptions(
    args,
    { confirm: { type: 'string' }, 'clear-values': { type: 'boolean', default: false } },
    DISCONNECT_USAGE,
  );
  const clearValues = options['clear-values'] ?? false;
  const config = readCycleConfig();
  const log = makeLog({ level: config.logLevel, secrets: readSecrets(), to: pino.destination(2) });
  const store = await openStore(config.store);
  try {
    const reached = await reachPortal({ config, store, named: options.confirm, clock: Date.now });
    const { installation, oauth, token } = reached;
    if (installation === undefined || oauth === undefined)
      throw new InputError(
        'HUBSPOT_ACCESS_TOKEN is of a private app: delete that in HubSpot, and what is held here with: npm run cli -- erase',
      );
    const { portalId } = installation;
    needInstalled(installation);
    if (options.confirm === undefined)
      throw new InputError(
        `Nothing was done. To take the app out of portal ${portalId} and erase what is held of it, stop the service and run it again with --confirm ${portalId}; with --clear-values what was written is blanked first.`,
      );
    const client = makePortalClient({ token, baseUrl: config.apiUrl, clock: Date.now, sleep, log });
    const job = { store: store.portal(portalId), client, token, oauth, clock: Date.now };
    const done = await disconnectPortal(job, { clearValues, by: atThisTerminal() });
    if (done.state === 'not_cleared')
      throw new InputError(
        `HubSpot did not let ${done.failed} companies be blanked, and nothing else was done. Run it again, or without --clear-values.`,
      );
    const cleared = clearValues ? ` ${done.cleared} companies were blanked.` : '';
    console.log(`Portal ${portalId} is disconnected, and what was held of it is erased.${cleared}`);
  } finally {
    await store.close();
  }
}
