import { join } from 'node:path';
import { buildSingleExtension } from '@hubspot/ui-extensions-dev-server/build';

/**
 * Bundles an extension with HubSpot's own bundler, as a deploy does: one classic script that takes React and the
 * renderer from the worker it runs in.
 *
 * @param folder the extension's own folder, which is deployed on its own
 * @param entry the entry's file name in that folder, e.g. `HealthCard.tsx`
 * @param outDir is emptied
 * @returns the bundle's path
 */
export async function bundleCard(folder: string, entry: string, outDir: string): Promise<string> {
  const { NODE_ENV } = process.env;
  // The bundler compiles for whatever NODE_ENV says and sets it where it is not set; a deploy is always production.
  process.env.NODE_ENV = 'production';
  try {
    await buildSingleExtension({ file: join(folder, entry), root: folder, outputDir: outDir, logLevel: 'silent' });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  return join(outDir, entry.replace(/\.tsx?$/, '.js'));
}
