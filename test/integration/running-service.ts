import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { onTestFinished, vi } from 'vitest';
import { signV3 } from '../../src/hubspot/signature.ts';
import type { Sandbox } from '../../src/local/sandbox/start-sandbox.ts';
import type { StoreAddress } from '../../src/store/open-store.ts';
import { start } from '../commands/run-command.ts';

export const CLIENT_SECRET = 'secret-of-no-app';

export interface RunningService {
  /** The entries logged so far, of this message if one is given. */
  logged(message?: string): readonly { readonly level: number; readonly msg: string }[];
  /** Once a message was logged. Throws where the service ends before. */
  until(message: string): Promise<void>;
  /** Asks as HubSpot does for the sandbox's portal. */
  ask(path: string): Promise<Response>;
  /** Once the process has ended: by its own doing the exit code, killed null; and what it said on standard error. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** The service as a process of its own, against a sandbox; it runs no cycle but the first. */
export async function startService(sandbox: Sandbox, address: StoreAddress, port: number): Promise<RunningService> {
  const publicUrl = `http://127.0.0.1:${port}`;
  const running = start(['src/main.ts'], {
    ...('databaseUrl' in address ? { DATABASE_URL: address.databaseUrl } : {}),
    ...('dataDir' in address ? { DATA_DIR: address.dataDir } : {}),
    HUBSPOT_API_URL: sandbox.url,
    HUBSPOT_ACCESS_TOKEN: sandbox.token,
    HUBSPOT_CLIENT_ID: 'id',
    HUBSPOT_CLIENT_SECRET: CLIENT_SECRET,
    ENCRYPTION_KEYS: randomBytes(32).toString('base64'),
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    // Only at the first moment of a leap day.
    SYNC_SCHEDULE: '0 0 29 2 *',
  });
  const { child } = running;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  onTestFinished(async () => {
    if (!hasEnded()) child.kill('SIGKILL');
    await running.finished;
  });
  const logged = (message?: string) =>
    running
      .stdout()
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as { level: number; msg: string })
      .filter(({ msg }) => message === undefined || msg === message);
  const until = async (message: string) => {
    await vi.waitUntil(() => hasEnded() || logged(message).length > 0, { timeout: 30_000, interval: 20 });
    if (logged(message).length > 0) return;
    throw new Error(`The service ended before "${message}": ${JSON.stringify(await running.finished)}`);
  };
  await until('serving');
  return {
    logged,
    until,
    ask(path) {
      const asked = `${path}?portalId=${sandbox.portal.id}`;
      const timestamp = String(Date.now());
      const uri = publicUrl + asked;
      const signature = signV3({ clientSecret: CLIENT_SECRET, method: 'GET', uri, rawBody: '', timestamp });
      const headers = { 'x-hubspot-request-timestamp': timestamp, 'x-hubspot-signature-v3': signature };
      return fetch(uri, { headers });
    },
    async end(signal) {
      const ended = hasEnded() ? undefined : once(child, 'exit');
      child.kill(signal);
      await ended;
      const { code, stderr } = await running.finished;
      return { code, stderr };
    },
  };
}
