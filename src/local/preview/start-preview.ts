import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { InputError } from '../../errors.ts';
import { buildAssets } from './build-assets.ts';
import { makeBundleStore } from './bundle-store.ts';
import { forceAnswer } from './force-answer.ts';
import {
  FORCED_ANSWERS,
  type PreviewPerson,
  type PreviewRecord,
  type PreviewRequest,
  type PreviewSetting,
} from './preview-setting.ts';
import { readExtensions } from './read-surfaces.ts';
import { makeSignedFetch, type PreviewBackend } from './signed-fetch.ts';

export interface PreviewOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly backend: PreviewBackend;
  readonly portalId: number;
  /** IANA; this machine's unless told otherwise. */
  readonly timeZone?: string;
  /** Records of a type (HubSpot's plural) whose name contains the text; all (or the first ones) for an empty text. Also asked for a record id. */
  readonly records: (objectType: string, text: string) => Promise<readonly PreviewRecord[]>;
  /** Who can look; one super admin unless told otherwise. */
  readonly people?: readonly [PreviewPerson, ...PreviewPerson[]];
  /** Ms since 1970 UTC; signs the extensions' requests. The machine's clock unless told otherwise. */
  readonly clock?: () => number;
}

export interface Preview {
  /** E.g. `http://127.0.0.1:4000`; `/?record=ID` opens a record, `&surface=KEY` another surface. */
  readonly url: string;
  close(): Promise<void>;
}

/** Everything comes from this server: an extension that tried to reach further would fail here, not in a portal. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";

const APP = join(import.meta.dirname, '../../../extensions/app');

/** The sandbox's portal has this user where its data names none. */
const SUPER_ADMIN: PreviewPerson = { id: '1', email: 'preview@example.com', role: 'Super admin' };

/**
 * Serves the local preview on 127.0.0.1: one page that shows every surface of the app, run as HubSpot runs it, with
 * look-alike components. Throws `InputError` where the port is taken.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const app = express();
  const server = createServer(app);
  await listen(server, options.port);
  try {
    const { port } = server.address() as AddressInfo;
    await addRoutes(app, options, port);
    return { url: `http://127.0.0.1:${port}`, close: () => close(server) };
  } catch (error) {
    await close(server);
    throw error;
  }
}

async function addRoutes(app: Express, options: PreviewOptions, port: number) {
  const { backend, portalId, records, clock = Date.now, people = [SUPER_ADMIN] } = options;
  const { timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone } = options;
  const assets = await buildAssets();
  const extensions = await readExtensions(APP);
  const bundleOf = makeBundleStore(APP);
  const signedFetch = makeSignedFetch(backend, portalId, clock);
  const setting: PreviewSetting = {
    portalId,
    timeZone,
    backendUrl: backend.publicUrl ?? backend.url,
    surfaces: extensions.flatMap(({ surfaces }) => surfaces),
    people,
  };

  app.disable('x-powered-by');
  app.use((request, response, next) => {
    // The server signs whatever it is asked to: only its own page may ask, not one that points a name at 127.0.0.1.
    if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? '')) {
      response.status(403).type('text').send(`Open the preview at http://127.0.0.1:${port}`);
      return;
    }
    response.set({ 'Content-Security-Policy': CONTENT_SECURITY_POLICY, 'Cache-Control': 'no-store' });
    next();
  });
  app.get('/setting.json', (_request, response) => void response.json(setting));
  app.get('/records.json', async (request, response) => {
    const { type = 'companies', text = '' } = request.query;
    response.json(await records(String(type), String(text)));
  });
  // A JSON body keeps other sites out: a browser asks first before it sends one across origins, and gets no leave.
  app.post('/fetch', express.json({ limit: '1mb' }), async (request, response) => {
    if (!request.is('json')) return void response.sendStatus(415);
    const { personId, force, ...asked } = request.body as PreviewRequest;
    const person = people.find(({ id }) => id === personId) ?? people[0];
    const answer = await signedFetch(asked, person);
    const forced = FORCED_ANSWERS.find((state) => state === force);
    response.json(forced === undefined ? answer : forceAnswer(forced, asked, answer));
  });
  for (const extension of extensions) {
    app.get(`/bundles/${extension.uid}.js`, async (_request, response) => {
      response.type('text/javascript').send(await bundleOf(extension));
    });
  }
  for (const [path, asset] of assets) {
    app.get(path, (_request, response) => void response.type(asset.type).send(asset.body));
  }
  app.use((error: Error, _request: Request, response: Response, _next: NextFunction) => {
    response.status(502).json({ message: error.message });
  });
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new InputError(`Port ${port} is in use. Choose another with --port N.`);
    throw error;
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
