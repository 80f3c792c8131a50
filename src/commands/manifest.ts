import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../errors.ts';
import { DESCRIPTOR_FILE, readAppDescriptor, unfilledSupport } from '../manifest/app-descriptor.ts';
import { staleFiles } from '../manifest/rendered-files.ts';
import { readOptions } from './options.ts';

export const MANIFEST_USAGE = 'npm run manifest -- [--check] [--for-listing]';

/**
 * Writes what is rendered from app.json: the project's metafiles and the table of shared data. `--check` writes nothing, and fails where
 * one of them is stale. `--for-listing` fails where app.json still holds a stand-in for an address that customers will be given.
 */
export async function manifest(args: string[], root = process.cwd()): Promise<void> {
  const options = readOptions(
    args,
    { check: { type: 'boolean', default: false }, 'for-listing': { type: 'boolean', default: false } },
    MANIFEST_USAGE,
  );
  const app = readAppDescriptor(root);
  const stale = staleFiles(root, app);
  const paths = stale.map(({ path }) => path).join(', ');
  if (options.check && stale.length > 0)
    throw new InputError(`Not as ${DESCRIPTOR_FILE} and the signals say: ${paths}. Run npm run manifest.`);
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(stale.length === 0 ? 'Nothing to write: all is as app.json says.' : `Written: ${paths}.`);

  const unfilled = unfilledSupport(app);
  if (unfilled.length === 0) return;
  const todo = `${DESCRIPTOR_FILE} holds stand-ins, to be filled in before the app is listed: ${unfilled.join(', ')}`;
  if (options['for-listing']) throw new InputError(`${todo}.`);
  console.warn(`${todo}.`);
}
