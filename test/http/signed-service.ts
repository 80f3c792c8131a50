import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type AppOptions, makeApp } from '../../src/http/make-app.ts';
import type { ReadProgress } from '../../src/http/progress-route.ts';
import { signV3 } from '../../src/hubspot/signature.ts';
import type { PortalId } from '../../src/ids.ts';
import type { Store } from '../../src/store/open-store.ts';

export const PUBLIC_URL = 'https://health.example.com';
export const CLIENT_SECRET = 'secret-of-no-app';

/** The one user that every portal has where a test names no others, and the query by which HubSpot says that it is they who ask. */
const ADMIN = { id: '1', email: 'admin@example.com', superAdmin: true, teamIds: [] };
export const AS_ADMIN = `userId=${ADMIN.id}&userEmail=${encodeURIComponent(ADMIN.email)}`;

export interface SignedService {
  readonly url: string;
  /** What the service logged as errors, and as warnings. */
  readonly errors: readonly unknown[];
  readonly warnings: readonly unknown[];
  /** Asks as HubSpot does for one of its portals; `change` spoils the request after it was signed. */
  ask(path: string, options?: AskOptions): Promise<Response>;
  close(): void;
}

export interface AskOptions {
  readonly portalId?: number;
  readonly method?: string;
  /** The method that is sent, where it is not the one that is signed. */
  readonly sentAs?: string;
  /** Sent and signed. */
  readonly signedBody?: string | Buffer<ArrayBuffer>;
  /** Sent but not signed. */
  readonly body?: string | Buffer<ArrayBuffer>;
  readonly signedAt?: number;
  readonly secret?: string;
  /** Of the address that is signed. */
  readonly publicUrl?: string;
  readonly changePath?: (path: string) => string;
  readonly changeHeaders?: (headers: Record<string, string>) => Record<string, string>;
}

/** The service on a port of its own, over real HTTP; signatures are over `PUBLIC_URL`, as behind a proxy. */
export async function startSignedService(
  store: Store,
  clock: () => number,
  onEvents: (portal: PortalId) => void = () => {},
  progress: ReadProgress = () => undefined,
  more: Pick<AppOptions, 'limits' | 'trustProxyHops' | 'readUser' | 'disconnect' | 'work'> = {},
): Promise<SignedService> {
  const errors: unknown[] = [];
  const warnings: unknown[] = [];
  const log = {
    error: (fields: unknown) => void errors.push(fields),
    warn: (fields: unknown) => void warnings.push(fields),
  };
  const app = makeApp({
    store,
    clientSecret: CLIENT_SECRET,
    publicUrl: PUBLIC_URL,
    clock,
    log,
    onEvents,
    progress,
    readUser: async (_portal, id) => (id === ADMIN.id ? ADMIN : undefined),
    ...more,
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    errors,
    warnings,
    ask(path, options = {}) {
      const { portalId, method = 'GET', signedAt = clock(), secret = CLIENT_SECRET, publicUrl = PUBLIC_URL } = options;
      const { signedBody = '' } = options;
      const signed = portalId === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}portalId=${portalId}`;
      const timestamp = String(signedAt);
      const headers = {
        'x-hubspot-request-timestamp': timestamp,
        'x-hubspot-signature-v3': signV3({
          clientSecret: secret,
          method,
          uri: publicUrl + signed,
          rawBody: signedBody,
          timestamp,
        }),
      };
      return fetch(url + (options.changePath ?? ((same) => same))(signed), {
        method: options.sentAs ?? method,
        body: options.body ?? (signedBody === '' ? null : signedBody),
        headers: (options.changeHeaders ?? ((same) => same))(headers),
      });
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
