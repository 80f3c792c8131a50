import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { type AppOptions, makeApp } from '../http/make-app.ts';
import { portalId } from '../ids.ts';
import { startPreview } from '../local/preview/start-preview.ts';
import type { PortalData } from '../local/sandbox/portal-data.ts';
import { makeLog } from '../log/make-log.ts';
import { LOCAL_PEOPLE } from './local-people.ts';
import { makePreviewRecords } from './preview-records.ts';

/** The page with every surface of the app, while it is served. */
export interface CardPage {
  readonly url: string;
  close(): Promise<void>;
}

/** What the service does for the portal, as `makeApp` takes it. */
export type ServedWork = Pick<
  AppOptions,
  'store' | 'clock' | 'readUser' | 'progress' | 'onEvents' | 'work' | 'disconnect'
>;

/** Serves the local preview over the real service, on the store of one portal. Both live in the time that `clock` tells. */
export async function openCardPage(served: ServedWork, data: PortalData, port: number): Promise<CardPage> {
  const { store, clock } = served;
  const clientSecret = randomBytes(24).toString('hex');
  // The address is settled before the service knows its port: signatures are over this one.
  const publicUrl = 'http://account-health.localhost';
  const log = makeLog({ level: 'info', to: pino.destination(2) });
  const service = makeApp({ ...served, clientSecret, publicUrl, log }).listen(0, '127.0.0.1');
  const closeService = () => {
    service.close();
    service.closeAllConnections();
  };
  await once(service, 'listening');
  const backend = { url: `http://127.0.0.1:${(service.address() as AddressInfo).port}`, publicUrl, clientSecret };
  const records = makePreviewRecords({ store: store.portal(portalId(data.portalId)), data, clock });
  try {
    const preview = await startPreview({
      port,
      backend,
      portalId: data.portalId,
      timeZone: data.timeZone,
      records,
      people: LOCAL_PEOPLE,
      clock,
    });
    return { url: preview.url, close: () => preview.close().finally(closeService) };
  } catch (error) {
    closeService();
    throw error;
  }
}
