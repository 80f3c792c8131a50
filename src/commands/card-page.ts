import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { makeApp } from '../http/make-app.ts';
import { companyId, portalId } from '../ids.ts';
import type { PreviewCompany } from '../local/preview/preview-setting.ts';
import { startPreview } from '../local/preview/start-preview.ts';
import { makeLog } from '../log/make-log.ts';
import type { ReadUser } from '../permissions/user-rights.ts';
import type { Store } from '../store/open-store.ts';

/** So many companies at most are listed; the search finds the others. */
const LISTED = 200;

/** What the list of companies shows of each, by record id; filled while the portal is scored. */
export type Statuses = ReadonlyMap<string, Pick<PreviewCompany, 'score' | 'status'>>;

/** The page with the card, while it is served. */
export interface CardPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the local preview of the card over the real service, on the store of one portal. */
export async function openCardPage(
  store: Store,
  portal: number,
  port: number,
  statuses: Statuses,
  readUser: ReadUser,
): Promise<CardPage> {
  const clientSecret = randomBytes(24).toString('hex');
  // The address is settled before the service knows its port: signatures are over this one.
  const publicUrl = 'http://account-health.localhost';
  const log = makeLog({ level: 'info', to: pino.destination(2) });
  const service = makeApp({ store, clientSecret, publicUrl, clock: Date.now, log, readUser }).listen(0, '127.0.0.1');
  const closeService = () => {
    service.close();
    service.closeAllConnections();
  };
  await once(service, 'listening');
  const backend = { url: `http://127.0.0.1:${(service.address() as AddressInfo).port}`, publicUrl, clientSecret };
  const portalStore = store.portal(portalId(portal));
  /** By name, and for a link to one company by its record id. */
  const companies = async (text: string) => {
    const named = await portalStore.findCompanies(text, LISTED);
    const linked = /^\d+$/.test(text) ? await portalStore.account(companyId(text)) : undefined;
    const name = linked?.company.at(-1)?.values?.name;
    const found = linked ? [{ id: companyId(text), name: typeof name === 'string' ? name : null }, ...named] : named;
    return found.map(({ id, name }) => ({ id, name: name ?? `Company ${id}`, ...statuses.get(id) }));
  };
  try {
    const preview = await startPreview({ port, backend, portalId: portal, companies });
    return { url: preview.url, close: () => preview.close().finally(closeService) };
  } catch (error) {
    closeService();
    throw error;
  }
}
