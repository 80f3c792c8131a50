import { companyId } from '../ids.ts';
import type { PreviewRecord } from '../local/preview/preview-setting.ts';
import type { PortalData } from '../local/sandbox/portal-data.ts';
import type { PortalStore } from '../store/portal-store.ts';

/** So many at most are listed; the search finds the others. */
const LISTED = 200;

export interface PreviewRecordsOptions {
  readonly store: PortalStore;
  /** What records other than companies are called. */
  readonly data: PortalData;
  /** Ms since 1970 UTC: as what companies were published last by then. */
  readonly clock: () => number;
}

/** Records of a local portal by name, and for a link to one by its record id; companies with the health that was published last. */
export function makePreviewRecords({ store, data, clock }: PreviewRecordsOptions) {
  return async (objectType: string, text: string): Promise<readonly PreviewRecord[]> =>
    objectType === 'companies' ? await companies(store, text, clock()) : others(data, objectType, text);
}

async function companies(store: PortalStore, text: string, now: number): Promise<readonly PreviewRecord[]> {
  const named = await store.findCompanies(text, LISTED);
  const linked = /^\d+$/.test(text) ? await store.account(companyId(text)) : undefined;
  const name = linked?.company.at(-1)?.values?.name;
  const found = linked ? [{ id: companyId(text), name: typeof name === 'string' ? name : null }, ...named] : named;
  const published = await store.publishedAt(
    now,
    found.map(({ id }) => id),
  );
  return found.map(({ id, name: called }) => {
    const { score, status } = published.get(id) ?? {};
    return { id, name: called ?? `Company ${id}`, score, status };
  });
}

const NAMES = ['dealname', 'subject', 'name', 'email'];

function others({ objects }: PortalData, objectType: string, text: string): readonly PreviewRecord[] {
  return (objects[objectType] ?? [])
    .map(({ id, properties: { firstname, lastname, ...properties } }) => {
      const person = [firstname, lastname].filter(Boolean).join(' ');
      const named = NAMES.map((property) => properties[property]).find(Boolean);
      return { id, name: person || (named ?? `Record ${id}`) };
    })
    .filter(({ id, name }) => id === text || name.toLowerCase().includes(text.toLowerCase()))
    .slice(0, LISTED);
}
