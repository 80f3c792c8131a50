import { once } from 'node:events';
import { startSandbox } from '../local/sandbox/start-sandbox.ts';
import { LOCAL_PORTAL_OPTIONS, localPortal } from './local-portal.ts';
import { readOptions, wholeNumber } from './options.ts';

export const SANDBOX_USAGE =
  'npm run cli -- sandbox [--port N] [--portal DIR] [--companies N] [--seed N] [--no-limits]';

/** Serves a local HubSpot portal until it is stopped, for `cycle` and for trying calls by hand. */
export async function sandbox(args: string[]): Promise<void> {
  const options = readOptions(
    args,
    {
      ...LOCAL_PORTAL_OPTIONS,
      port: { type: 'string', default: '4010' },
      'no-limits': { type: 'boolean', default: false },
    },
    SANDBOX_USAGE,
  );
  const data = await localPortal(options, Date.now());
  const port = wholeNumber('port', options.port, 0, 65_535);
  const portal = await startSandbox({ data, port, ...(options['no-limits'] ? { limits: 'off' } : {}) });
  const limits = options['no-limits'] ? 'without limits' : "with HubSpot's limits";
  console.log(`A local HubSpot portal, ${limits}, is at ${portal.url}. In another terminal:`);
  console.log(`\n  HUBSPOT_API_URL=${portal.url} HUBSPOT_ACCESS_TOKEN=${portal.token} npm run cycle\n`);
  console.log('Stop it with Ctrl+C.');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await portal.close();
}
