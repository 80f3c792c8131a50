import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { InputError } from '../../errors.ts';
import { buildAssets } from './build-assets.ts';
import type { CardRequest, PreviewCompany, PreviewSetting } from './preview-setting.ts';
import { makeSignedFetch, type PreviewBackend } from './signed-fetch.ts';

export interface PreviewOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly backend: PreviewBackend;
  readonly portalId: number;
  /** Companies whose name contains the text; all (or the first ones) for an empty text. Also asked for a record id. */
  readonly companies: (text: string) => Promise<readonly PreviewCompany[]>;
  /** Ms since 1970 UTC; signs the card's requests. The machine's clock unless told otherwise. */
  readonly clock?: () => number;
}

export interface Preview {
  /** E.g. `http://127.0.0.1:4000`; `/?company=ID` opens a company. */
  readonly url: string;
  close(): Promise<void>;
}

/** Everything comes from this server: a card that tried to reach further would fail here, not in a portal. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";

/**
 * Serves the local preview on 127.0.0.1: one page that shows the card for any company, run as HubSpot runs it, with
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

async function addRoutes(
  app: Express,
  { backend, portalId, companies, clock = Date.now }: PreviewOptions,
  port: number,
) {
  const assets = await buildAssets();
  const signedFetch = makeSignedFetch(backend, portalId, clock);
  const setting: PreviewSetting = { portalId, backendUrl: backend.publicUrl ?? backend.url };

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
  app.get('/companies.json', async (request, response) => {
    response.json(await companies(String(request.query.text ?? '')));
  });
  // A JSON body keeps other sites out: a browser asks first before it sends one across origins, and gets no leave.
  app.post('/fetch', express.json({ limit: '1mb' }), async (request, response) => {
    if (request.is('json')) response.json(await signedFetch(request.body as CardRequest));
    else response.sendStatus(415);
  });
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
