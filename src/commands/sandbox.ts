import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import descriptor from '../../app.json' with { type: 'json' };
import { InputError } from '../errors.ts';
import type { OAuthApp } from '../local/sandbox/oauth.ts';
import { startSandbox } from '../local/sandbox/start-sandbox.ts';
import type { WebhookOptions } from '../local/sandbox/webhook-delivery.ts';
import { LOCAL_PORTAL_OPTIONS, localPortal } from './local-portal.ts';
import { readOptions, wholeNumber } from './options.ts';

export const SANDBOX_USAGE =
  'npm run cli -- sandbox [--port N] [--portal DIR] [--companies N] [--seed N] [--no-limits] [--webhooks URL --client-secret SECRET | --app URL]';

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
      app: { type: 'string' },
    },
    SANDBOX_USAGE,
  );
  const app = appAt(options.app);
  if (app !== undefined && options.webhooks !== undefined)
    throw new InputError('Give --app or --webhooks: the events of an app that is installed go to the app.');
  const webhooks = webhooksOf(
    app ? `${app.url}/webhooks/hubspot` : options.webhooks,
    app?.clientSecret ?? options['client-secret'],
  );
  const data = await localPortal(options, Date.now());
  const port = wholeNumber('port', options.port, 0, 65_535);
  const portal = await startSandbox({
    data,
    port,
    ...(options['no-limits'] ? { limits: 'off' } : {}),
    ...(webhooks === undefined ? {} : { webhooks }),
    ...(app && { oauthApp: app }),
  });
  const limits = options['no-limits'] ? 'without limits' : "with HubSpot's limits";
  console.log(`A local HubSpot portal, ${limits}, is at ${portal.url}. In another terminal:`);
  console.log(`\n  HUBSPOT_API_URL=${portal.url} HUBSPOT_ACCESS_TOKEN=${portal.token} npm run cycle\n`);
  if (app !== undefined) console.log(howToInstall(app, portal.url));
  else if (webhooks !== undefined) console.log(`What changes in it is told to ${webhooks.targetUrl}.`);
  console.log('Stop it with Ctrl+C.');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await portal.close();
}

interface LocalApp extends OAuthApp {
  /** Where the service is going to be; no trailing slash. */
  readonly url: string;
}

/** The app as it would be registered with HubSpot, for a service at an address of this machine. @throws InputError where it is none. */
function appAt(address: string | undefined): LocalApp | undefined {
  if (address === undefined) return undefined;
  const { protocol = '', hostname, origin } = URL.parse(address) ?? {};
  if (protocol !== 'http:' || hostname !== 'localhost' || origin === undefined)
    throw new InputError(`--app ${address}: give where the service is going to be, such as http://localhost:3000.`);
  return {
    url: origin,
    clientId: 'local-app',
    clientSecret: randomBytes(16).toString('hex'),
    redirectUris: [`${origin}/oauth/callback`],
    configured: descriptor.scopes,
  };
}

function howToInstall({ url, clientId, clientSecret }: LocalApp, hubspot: string): string {
  const settings = {
    HUBSPOT_API_URL: hubspot,
    HUBSPOT_APP_URL: hubspot,
    HUBSPOT_CLIENT_ID: clientId,
    HUBSPOT_CLIENT_SECRET: clientSecret,
    ENCRYPTION_KEYS: randomBytes(32).toString('base64'),
    PUBLIC_URL: url,
    PORT: URL.parse(url)?.port || '80',
  };
  const words = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return `Or, to install the app in it, start the service and open ${url}/oauth/install:\n\n  ${words.join(' ')} npm start\n`;
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
