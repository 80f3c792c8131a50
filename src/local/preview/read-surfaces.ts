import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PreviewSurface } from './preview-setting.ts';

/** An extension of the app, as its metafile names it. */
export interface Extension {
  readonly uid: string;
  /** The folder that is deployed on its own. */
  readonly folder: string;
  /** The entry's file name in it. */
  readonly entry: string;
  readonly surfaces: readonly PreviewSurface[];
}

interface Metafile {
  readonly uid: string;
  readonly type: string;
  readonly config: {
    readonly name?: string;
    readonly location?: string;
    readonly entrypoint: string;
    readonly objectTypes?: readonly string[];
  };
}

/** Folders that HubSpot looks into for what people see, in the order in which they are offered. */
const FOLDERS = ['cards', 'settings', 'pages'];

/** Every extension of which there is a metafile and its entry: a new one appears by itself. */
export async function readExtensions(app: string): Promise<readonly Extension[]> {
  const found: Extension[] = [];
  for (const name of FOLDERS) {
    const folder = join(app, name);
    const files: readonly string[] = await readdir(folder).catch(() => []);
    for (const file of files.filter((one) => one.endsWith('-hsmeta.json')).sort()) {
      const { uid, type, config } = JSON.parse(await readFile(join(folder, file), 'utf8')) as Metafile;
      const entry = basename(config.entrypoint);
      // Its metafile may come before it.
      if (files.includes(entry)) found.push({ uid, folder, entry, surfaces: surfacesOf(uid, type, config) });
    }
  }
  return found;
}

function surfacesOf(uid: string, type: string, config: Metafile['config']): readonly PreviewSurface[] {
  const { name = `Account health ${type}`, objectTypes = [] } = config;
  const surface = { name, place: config.location ?? type, bundle: `/bundles/${uid}.js` };
  if (objectTypes.length === 0) return [{ ...surface, key: uid, objectType: null }];
  return objectTypes.map((objectType) => ({
    ...surface,
    key: objectTypes.length === 1 ? uid : `${uid}.${objectType}`,
    objectType,
  }));
}
