import { once } from 'node:events';
import { InputError } from '../errors.ts';
import { startSandbox } from '../local/sandbox/start-sandbox.ts';
import type { WebhookOptions } from '../local/sandbox/webhook-delivery.ts';
import { LOCAL_PORTAL_OPTIONS, localPortal } from './local-portal.ts';
import { readOptions, wholeNumber } from './options.ts';

export const SANDBOX_USAGE =
  'npm run cli -- sandbox [--port N] [--portal DIR] [--companies N] [--seed N] [--no-limits] [--webhooks URL --client-secret SECRET]';

/** Serves a local HubSpot portal until it is stopped, for `cycle` and for trying calls by hand. */
export async function sandbox(args: string[]): Promise<void> {
  const options = readOptions(
    args,
    {
      ...LOCAL_PORTAL_OPTIONS,
      port: { type: 'string', default: '4010' },
      'no-limits': { type: 'boolean', default: false },
      webhooks: { type: 'string' },
      'client-secret': { type: 'string' },
    },
    SANDBOX_USAGE,
  );
  const webhooks = webhooksOf(options.webhooks, options['client-secret']);
  const data = await localPortal(options, Date.now());
  const port = wholeNumber('port', options.port, 0, 65_535);
  const portal = await startSandbox({
    data,
    port,
    ...(options['no-limits'] ? { limits: 'off' } : {}),
    ...(webhooks === undefined ? {} : { webhooks }),
  });
  const limits = options['no-limits'] ? 'without limits' : "with HubSpot's limits";
  console.log(`A local HubSpot portal, ${limits}, is at ${portal.url}. In another terminal:`);
  console.log(`\n  HUBSPOT_API_URL=${portal.url} HUBSPOT_ACCESS_TOKEN=${portal.token} npm run cycle\n`);
  if (webhooks !== undefined) console.log(`What changes in it is told to ${webhooks.targetUrl}.`);
  console.log('Stop it with Ctrl+C.');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await portal.close();
}

/** @throws InputError for an address without a secret, a secret without an address, and an address that is none. */
function webhooksOf(targetUrl: string | undefined, clientSecret: string | undefined): WebhookOptions | undefined {
  if (targetUrl === undefined && clientSecret === undefined) return undefined;
  if (!targetUrl || !clientSecret) {
    throw new InputError('Give --webhooks and --client-secret together: events are signed with the secret.');
  }
  if (!/^https?:$/.test(URL.parse(targetUrl)?.protocol ?? '')) {
    throw new InputError(`--webhooks ${targetUrl}: give an address such as http://localhost:3000/webhooks/hubspot.`);
  }
  return { targetUrl, clientSecret, onFailure: (line) => console.error(`Webhooks: ${line}`) };
}
