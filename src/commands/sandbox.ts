import { once } from 'node:events';
import { startSandbox } from '../local/sandbox/start-sandbox.ts';
import { LOCAL_PORTAL_OPTIONS, localPortal } from './local-portal.ts';
import { readOptions, wholeNumber } from './options.ts';

const USAGE = 'npm run cli -- sandbox [--port N] [--portal DIR] [--companies N] [--seed N]';

/** Serves a local HubSpot portal until it is stopped, for `cycle` and for trying calls by hand. */
export async function sandbox(args: string[]): Promise<void> {
  const options = readOptions(args, { ...LOCAL_PORTAL_OPTIONS, port: { type: 'string', default: '4010' } }, USAGE);
  const data = await localPortal(options, Date.now());
  const portal = await startSandbox({ data, port: wholeNumber('port', options.port, 0, 65_535) });
  console.log(`A local HubSpot portal, with HubSpot's limits, is at ${portal.url}. In another terminal:`);
  console.log(`\n  HUBSPOT_API_URL=${portal.url} HUBSPOT_ACCESS_TOKEN=${portal.token} npm run cycle\n`);
  console.log('Stop it with Ctrl+C.');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await portal.close();
}
